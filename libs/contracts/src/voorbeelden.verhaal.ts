import type { z } from 'zod';

/** An example of what a schema describes. */
export type Voorbeeld = readonly [unknown, unknown];

export const paar = <T extends z.ZodType>(schema: T, waarde: z.output<T>): Voorbeeld => [schema, waarde];

export const cohortId = '5d0c7c1e-6f0a-8a3b-9d52-0f6f1d3c2b1a';
export const trajectId = '0b9a4e1c-3d5f-8c7a-b1e2-4f6a8c0d2e35';
export const enschede = { code: 'GM0153', naam: 'Enschede' };
export const adviseur = { naam: 'Ank de Vries', email: 'a.devries@advies.example' };
export const kim = {
  naam: 'Kim de Boer',
  email: 'k.deboer@enschede.example',
  niveau: 'beleid',
  hoofdcontact: true,
} as const;
/** Kim as contactpersoon of the traject. */
export const contact = {
  ...kim,
  id: '3a7e9c15-8d2b-4f60-a4c1-6e5b9d7f2038',
  uzelf: false,
  weekoverzicht: true,
  vertrektOp: null,
  vervanging: null,
  uitnodiging: null,
} as const;
export const begin = '2027-02-01T08:00:00.000Z';
export const cohortRegel = {
  id: cohortId,
  naam: 'Twente, voorjaar 2027',
  status: 'lopend',
  startdatum: '2027-02-01',
  sjabloon: { sleutel: 'maatwerktraject', versie: 1, titel: 'Maatwerktraject basisvaardigheden' },
  adviseur,
  aantalGemeenten: 14,
  aantalAfgerond: 0,
  aantalGepauzeerd: 1,
  aantalTeruggetrokken: 0,
  oefenklok: null,
} as const;
export const checkIn = { sleutel: 'kennismaking', titel: 'Kennismaking', weekVan: '2027-02-08' };
export const uren = {
  sleutel: 'uren',
  label: 'Uren per week',
  verplicht: true,
  soort: 'getal',
  min: 0,
  max: 40,
} as const;
export const accountId = '6f1f1d6e-55d4-4f0a-9d1b-0d7f0f6a1c11';
