import { eersteWerkdagVanaf, isDatum, plusDagen, type Datum } from '@maatwerktraject/domain';
import type { Fout, NieuwCohort } from '../api/types.js';
import { BEGIN_SNELHEID, SNELHEDEN } from '../oefenklok/snelheid.js';

export interface NieuwCohortInvoer {
  readonly naam: string;
  readonly sjabloon: string;
  readonly startdatum: string;
  readonly adviseur: { readonly naam: string; readonly email: string };
  readonly oefen: 'ja' | 'nee' | '';
  readonly snelheid: string;
}

const EMAIL = /^\S+@\S+\.\S+$/;

/** The first werkdag that is at least two weeks away: time enough to tell the gemeenten. */
export const voorstelStartdatum = (vandaag: Datum): Datum => eersteWerkdagVanaf(plusDagen(vandaag, 14));

/** A sjabloon as the value of a list: key and version in one. */
export const sjabloonWaarde = ({ sleutel, versie }: { sleutel: string; versie: number }): string =>
  `${sleutel}/${String(versie)}`;

const adresVan = (tekst: string): string => tekst.trim().toLowerCase();

/** Whether a whole address is typed that is not one's own: mail of the cohort then goes to somebody else. */
export const isVanEenAnder = (getypt: string, eigen: string | null): boolean =>
  EMAIL.test(getypt.trim()) && (eigen === null || adresVan(getypt) !== adresVan(eigen));

/** What is plainly missing; the API checks the rest. */
export function foutenIn(invoer: NieuwCohortInvoer): Fout[] {
  const fouten: Fout[] = [];
  if (invoer.naam.trim() === '') fouten.push({ pad: 'naam', zin: 'Geef het cohort een naam.' });
  if (!isDatum(invoer.startdatum))
    fouten.push({ pad: 'startdatum', zin: 'Kies op welke dag het cohort begint.' });
  if (invoer.adviseur.naam.trim() === '')
    fouten.push({ pad: 'adviseur.naam', zin: 'Vul de naam van de adviseur in.' });
  if (!EMAIL.test(invoer.adviseur.email.trim()))
    fouten.push({
      pad: 'adviseur.email',
      zin: 'Vul het e-mailadres van de adviseur in, zoals naam@voorbeeld.nl.',
    });
  if (invoer.oefen === '') fouten.push({ pad: 'oefenklok', zin: 'Kies of dit een oefencohort is.' });
  return fouten;
}

export function verzoekVan(invoer: NieuwCohortInvoer): NieuwCohort {
  const [sleutel = '', versie = ''] = invoer.sjabloon.split('/');
  const snelheid = SNELHEDEN.find(({ waarde }) => waarde === invoer.snelheid) ?? BEGIN_SNELHEID;
  return {
    naam: invoer.naam.trim(),
    sjabloon: { sleutel, versie: Number(versie) },
    startdatum: invoer.startdatum,
    adviseur: { naam: invoer.adviseur.naam.trim(), email: invoer.adviseur.email.trim() },
    oefenklok: invoer.oefen === 'ja' ? { dagenPerSeconde: snelheid.dagenPerSeconde } : null,
  };
}
