import { dagnummer, datumInWoorden, lokaleTijd, type Datum } from '@maatwerktraject/domain';

const KORT = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];

/** `2027-02-02` → `2 feb 2027`. */
export function dagKort(datum: Datum): string {
  const maand = KORT[Number(datum.slice(5, 7)) - 1] ?? '';
  return `${String(Number(datum.slice(8, 10)))} ${maand} ${datum.slice(0, 4)}`;
}

/** The day in Amsterdam of an ISO instant, `YYYY-MM-DD`. */
export const dagVan = (tijdstip: string): Datum => lokaleTijd(Date.parse(tijdstip)).datum;

/** The time in Amsterdam of an ISO instant, `HH:MM`. */
export const tijdVan = (tijdstip: string): string => lokaleTijd(Date.parse(tijdstip)).tijd;

/** `dinsdag 2 februari 2027, 09:00 uur`, in Amsterdam. */
export const momentInWoorden = (tijdstip: string): string =>
  `${datumInWoorden(dagVan(tijdstip))}, ${tijdVan(tijdstip)} uur`;

/** `2 feb 2027 09:00`, in Amsterdam. */
export const momentKort = (tijdstip: string): string => `${dagKort(dagVan(tijdstip))} ${tijdVan(tijdstip)}`;

const dagen = (aantal: number): string => `${String(aantal)} ${aantal === 1 ? 'dag' : 'dagen'}`;

/** How far a due day lies from `vandaag`, as one would say it. */
export function vervalInWoorden(vervaltOp: Datum, vandaag: Datum): string {
  const verschil = dagnummer(vervaltOp) - dagnummer(vandaag);
  if (verschil < 0) return `${dagen(-verschil)} te laat`;
  if (verschil === 0) return 'vandaag';
  if (verschil === 1) return 'morgen';
  return verschil < 28 ? `over ${dagen(verschil)}` : `over ${String(Math.floor(verschil / 7))} weken`;
}
