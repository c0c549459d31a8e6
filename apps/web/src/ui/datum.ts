import { dagnummer, lokaleTijd, weekdag, type Datum } from '@maatwerktraject/domain';

const DAGEN = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'];
const MAANDEN = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
];
const KORT = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];

const delen = (datum: Datum): { dag: number; maand: number; jaar: string } => ({
  dag: Number(datum.slice(8, 10)),
  maand: Number(datum.slice(5, 7)) - 1,
  jaar: datum.slice(0, 4),
});

/** `2027-02-02` → `dinsdag 2 februari 2027`. */
export function dagInWoorden(datum: Datum): string {
  const { dag, maand, jaar } = delen(datum);
  return `${DAGEN[weekdag(datum) - 1] ?? ''} ${String(dag)} ${MAANDEN[maand] ?? ''} ${jaar}`;
}

/** `2027-02-02` → `2 feb 2027`. */
export function dagKort(datum: Datum): string {
  const { dag, maand, jaar } = delen(datum);
  return `${String(dag)} ${KORT[maand] ?? ''} ${jaar}`;
}

/** The day in Amsterdam of an ISO instant, `YYYY-MM-DD`. */
export const dagVan = (tijdstip: string): Datum => lokaleTijd(Date.parse(tijdstip)).datum;

/** The time in Amsterdam of an ISO instant, `HH:MM`. */
export const tijdVan = (tijdstip: string): string => lokaleTijd(Date.parse(tijdstip)).tijd;

/** `dinsdag 2 februari 2027, 09:00 uur`, in Amsterdam. */
export const momentInWoorden = (tijdstip: string): string =>
  `${dagInWoorden(dagVan(tijdstip))}, ${tijdVan(tijdstip)} uur`;

/** `2 feb 2027 09:00`, in Amsterdam. */
export const momentKort = (tijdstip: string): string => `${dagKort(dagVan(tijdstip))} ${tijdVan(tijdstip)}`;

const dagen = (aantal: number): string => `${String(aantal)} ${aantal === 1 ? 'dag' : 'dagen'}`;

/** How far a due day lies from `vandaag`, as one would say it. */
export function vervalInWoorden(vervaltOp: Datum, vandaag: Datum): string {
  const verschil = dagnummer(vervaltOp) - dagnummer(vandaag);
  if (verschil < 0) return `${dagen(-verschil)} te laat`;
  if (verschil === 0) return 'vandaag';
  if (verschil === 1) return 'morgen';
  return verschil <= 21 ? `over ${dagen(verschil)}` : `over ${String(Math.round(verschil / 7))} weken`;
}
