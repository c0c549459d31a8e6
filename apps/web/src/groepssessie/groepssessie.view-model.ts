import { datumInWoorden, instantVan, isDatum } from '@maatwerktraject/domain';
import type { Bijeenkomst, Fout, Genodigde, Groepssessie } from '../api/types.js';
import { dagVan, tijdVan } from '../ui/datum.js';

/** The form as it stands; day and times as a clock in Amsterdam shows them. */
export interface SessieInvoer {
  readonly onderwerp: string;
  readonly dag: string;
  readonly van: string;
  readonly tot: string;
  readonly plaats: string;
  readonly link: string;
  /** Number of werkdagen, or nothing for no reminder. */
  readonly herinnering: string;
}

/** What can be changed of a session, as the API takes it. */
export interface SessieGelegenheid {
  readonly onderwerp: string;
  readonly begintOp: string;
  readonly eindigtOp: string;
  readonly plaats: string;
  readonly link: string | null;
  readonly herinneringWerkdagen: number | null;
}

export const LEGE_SESSIE: SessieInvoer = {
  onderwerp: '',
  dag: '',
  van: '10:00',
  tot: '12:00',
  plaats: '',
  link: '',
  herinnering: '2',
};

export const alsInvoer = (sessie: Groepssessie): SessieInvoer => ({
  onderwerp: sessie.onderwerp,
  dag: dagVan(sessie.begintOp),
  van: tijdVan(sessie.begintOp),
  tot: tijdVan(sessie.eindigtOp),
  plaats: sessie.plaats,
  link: sessie.link ?? '',
  herinnering: sessie.herinneringWerkdagen === null ? '' : String(sessie.herinneringWerkdagen),
});

const TIJD = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What is wrong with the form, by the fields of the form. */
export function foutenInSessie({ onderwerp, dag, van, tot, plaats, link }: SessieInvoer): Fout[] {
  const fouten: Fout[] = [];
  const mis = (pad: keyof SessieInvoer, zin: string): void => void fouten.push({ pad, zin });
  if (onderwerp.trim() === '') mis('onderwerp', 'Vul in waar de sessie over gaat.');
  if (!isDatum(dag)) mis('dag', 'Kies de dag van de sessie.');
  if (!TIJD.test(van)) mis('van', 'Vul in hoe laat de sessie begint, zoals 10:00.');
  if (!TIJD.test(tot)) mis('tot', 'Vul in hoe laat de sessie eindigt, zoals 12:00.');
  else if (TIJD.test(van) && tot <= van)
    mis('tot', 'De sessie eindigt voor zij begint. Kies een later einde.');
  if (link.trim() !== '' && !/^https:\/\/[^\s/]+/.test(link.trim()))
    mis('link', 'Vul een adres in dat begint met https://');
  if (plaats.trim() === '' && link.trim() === '')
    mis('plaats', 'Vul een plaats in, of een adres om online mee te doen.');
  return fouten;
}

/** The form as the API takes it. Only for a form without faults. */
export const alsGelegenheid = (invoer: SessieInvoer): SessieGelegenheid => ({
  onderwerp: invoer.onderwerp.trim(),
  begintOp: new Date(instantVan(invoer.dag, invoer.van)).toISOString(),
  eindigtOp: new Date(instantVan(invoer.dag, invoer.tot)).toISOString(),
  plaats: invoer.plaats.trim(),
  link: invoer.link.trim() === '' ? null : invoer.link.trim(),
  herinneringWerkdagen: invoer.herinnering === '' ? null : Number(invoer.herinnering),
});

/** For example `dinsdag 30 maart 2027, 10:00 tot 12:00 uur`. */
export const wanneer = ({ begintOp, eindigtOp }: Pick<Bijeenkomst, 'begintOp' | 'eindigtOp'>): string =>
  `${datumInWoorden(dagVan(begintOp))}, ${tijdVan(begintOp)} tot ${tijdVan(eindigtOp)} uur`;

export type Stand = 'komt' | 'bezig-of-voorbij' | 'gehouden' | 'afgezegd';

/** How a session stands at an ISO instant of the cohort. */
export function standVan({ status, begintOp }: Groepssessie, nu: string): Stand {
  if (status !== 'gepland') return status;
  return begintOp > nu ? 'komt' : 'bezig-of-voorbij';
}

export const STAND_NAAM: Readonly<Record<Stand, string>> = {
  komt: 'Gepland',
  'bezig-of-voorbij': 'Leg de aanwezigheid vast',
  gehouden: 'Gehouden',
  afgezegd: 'Afgezegd',
};

/** Who a guest is, as one says it. */
export function wieIs({ rol, naam, gemeente }: Genodigde): string {
  if (rol === 'contactpersoon') return [naam, gemeente?.naam].filter(Boolean).join(', ');
  return `${naam ?? 'Iemand'} (${rol === 'adviseur' ? 'adviseur' : 'leidt de sessie'})`;
}

/** Meetings of a cohort that are still to come or going on, the first one first. */
export const komende = (items: readonly Bijeenkomst[], cohortId: string): Bijeenkomst[] =>
  items
    .filter((een) => een.cohortId === cohortId && een.status === 'gepland' && !een.voorbij)
    .sort((a, b) => (a.begintOp < b.begintOp ? -1 : 1));
