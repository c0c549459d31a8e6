import type { EnkelVeld, Optie, Veld } from './veld.js';

export const opties = (paren: Readonly<Record<string, string>>): readonly Optie[] =>
  Object.entries(paren).map(([waarde, label]) => ({ waarde, label }));

export const JA_DEELS_NEE = opties({
  ja: 'Ja',
  deels: 'Voor een deel',
  nee: 'Nee',
  weet_niet: 'Weet ik niet',
});

/** The five stappen, as rows of the scan. */
const ONDERDELEN = opties({
  beleidskader: 'Beleidskader',
  doelen: 'Doelen en plannen',
  kwaliteitskader: 'Kwaliteitskader',
  aanbieders: 'Selectie van aanbieders',
  monitoring: 'Monitoring en evaluatie',
});

const VRAGEN = opties({
  afspraken: 'Er zijn afspraken',
  gebruik: 'We werken ermee',
  samen: 'Partners doen mee',
});

const STAND = opties({
  '0': '0: niet',
  '1': '1: een begin',
  '2': '2: voor een deel',
  '3': '3: grotendeels',
  '4': '4: helemaal',
  weet_niet: 'Weet ik niet',
});

export const keuze = (
  sleutel: string,
  label: string,
  lijst: readonly Optie[] = JA_DEELS_NEE,
  verplicht = true,
): EnkelVeld => ({ soort: 'keuze', sleutel, label, opties: lijst, verplicht });

export const meerkeuze = (sleutel: string, label: string, lijst: readonly Optie[]): EnkelVeld => ({
  soort: 'meerkeuze',
  sleutel,
  label,
  opties: lijst,
  verplicht: true,
});

export const tekst = (sleutel: string, label: string, verplicht = true): EnkelVeld => ({
  soort: 'tekst',
  sleutel,
  label,
  verplicht,
  maxTekens: 200,
});

export const langeTekst = (sleutel: string, label: string, verplicht = false): EnkelVeld => ({
  soort: 'lange-tekst',
  sleutel,
  label,
  verplicht,
});

export const datum = (sleutel: string, label: string, verplicht = true): EnkelVeld => ({
  soort: 'datum',
  sleutel,
  label,
  verplicht,
});

export const lijst = (
  sleutel: string,
  label: string,
  itemNaam: string,
  velden: readonly EnkelVeld[],
  minimum = 1,
): Veld => ({
  soort: 'lijst',
  sleutel,
  label,
  itemNaam,
  minimum,
  maximum: 20,
  verplicht: minimum > 0,
  velden,
});

/** Where a gemeente stands on each of the five stappen: at the start and at the end with the same rows. */
export const waarStaJe = (label: string): Veld => ({
  soort: 'matrix',
  sleutel: 'stand',
  label,
  hulp: 'Kies per onderdeel wat het beste past. Weet u het niet? Kies dan "Weet ik niet".',
  verplicht: true,
  rijen: ONDERDELEN,
  kolommen: VRAGEN,
  schaal: STAND,
});
