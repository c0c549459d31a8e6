import type { Instant } from '../kalender/amsterdam.js';
import type { Datum } from '../kalender/datum.js';
import { GEWONE_KALENDER, termijn, type Kalender } from '../kalender/kalender.js';
import { ochtendVan } from '../kalender/verzendtijd.js';
import type { Herinneringsregel } from '../sjabloon/sjabloon.js';
import type { GeplandeCheckIn, GeplandeStap, GeplandeTaak } from './plan.js';

/** What can stand on the agenda of a traject, in the order in which what is due at one instant is handled. */
export const MOMENTSOORTEN = [
  'stap-opent',
  'taak-opent',
  'herinnering-voor',
  'herinnering-op',
  'herinnering-na',
  'escalatie',
  'check-in-week',
  'stap-ingeleverd',
  'akkoord-herinnering',
  'traject-afgerond',
  'escalatie-leider',
  'akkoord-gevraagd',
  'akkoord-gevraagd-na',
  'taak-teruggestuurd',
  'stap-over-venster',
  'traject-gepauzeerd',
  'pauze-eindigt',
  'traject-hervat',
  'traject-teruggetrokken',
  // Last: it tells of all that opened and was sent this morning.
  'weekoverzicht',
] as const;
export type MomentSoort = (typeof MOMENTSOORTEN)[number];

/** The name of the mail that a moment brings: the opening of a taak is the only one with another name. */
export const berichtnaam = (soort: MomentSoort): Exclude<MomentSoort, 'taak-opent'> | 'taak-geopend' =>
  soort === 'taak-opent' ? 'taak-geopend' : soort;

/** A due moment: what happens, to which taak, check-in or stap (`onderwerp`, its key), and when. */
export interface Moment {
  readonly op: Instant;
  readonly soort: MomentSoort;
  readonly onderwerp: string;
  /** The rule of the sjabloon that put it there, where there is more than one of a kind. */
  readonly regel?: string;
  /** The day that `op` was counted from; another day makes it another moment. */
  readonly basis?: Datum;
}

const opTekst = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Order of handling: by time, then by the order of `MOMENTSOORTEN`, then by subject; total, so that a replay agrees. */
export function vergelijkMomenten(a: Moment, b: Moment): number {
  return (
    a.op - b.op ||
    MOMENTSOORTEN.indexOf(a.soort) - MOMENTSOORTEN.indexOf(b.soort) ||
    opTekst(a.onderwerp, b.onderwerp) ||
    opTekst(a.regel ?? '', b.regel ?? '') ||
    opTekst(a.basis ?? '', b.basis ?? '')
  );
}

/** The kind of mail that a rule brings. */
function soortVan({ aan, werkdagen }: Herinneringsregel): MomentSoort {
  if (aan === 'adviseur') return 'escalatie';
  if (aan === 'leider') return 'escalatie-leider';
  if (werkdagen === 0) return 'herinnering-op';
  return werkdagen < 0 ? 'herinnering-voor' : 'herinnering-na';
}

/** The reminders and escalations of a taak, from its due day. */
export function herinneringenVan(
  taak: Pick<GeplandeTaak, 'sleutel' | 'uitvoerder' | 'opentOp' | 'vervaltOp'>,
  regels: readonly Herinneringsregel[],
  kalender: Kalender = GEWONE_KALENDER,
): Moment[] {
  const gezien = new Set<string>();
  return regels.flatMap((regel): Moment[] => {
    // The adviseur's own taak is not reported to the adviseur.
    if (regel.aan === 'adviseur' && taak.uitvoerder === 'adviseur') return [];
    const dag = termijn(kalender, taak.vervaltOp, regel.werkdagen);
    // Not on the day of the opening itself or before it: then the mail about the opening says it all. Nor on the due day
    // itself, where a rustperiode brought it: that day has a mail of its own.
    if (regel.werkdagen < 0 && (dag <= taak.opentOp || dag >= taak.vervaltOp)) return [];
    const soort = soortVan(regel);
    // A rustperiode may bring two of a kind to one day.
    if (gezien.has(`${soort} ${dag}`)) return [];
    gezien.add(`${soort} ${dag}`);
    const op = ochtendVan(dag);
    return [{ soort, onderwerp: taak.sleutel, op, regel: regel.sleutel, basis: taak.vervaltOp }];
  });
}

/** The moments of one taak: its opening, the reminders around its due day, and the escalations. */
export function momentenVanTaak(
  taak: GeplandeTaak,
  regels: readonly Herinneringsregel[],
  kalender: Kalender = GEWONE_KALENDER,
): Moment[] {
  const { sleutel: onderwerp, opentOp } = taak;
  return [
    { soort: 'taak-opent', onderwerp, op: ochtendVan(opentOp), basis: opentOp },
    ...herinneringenVan(taak, regels, kalender),
  ];
}

export function momentVanCheckIn({ sleutel, weekVan }: GeplandeCheckIn): Moment {
  return { soort: 'check-in-week', onderwerp: sleutel, op: ochtendVan(weekVan), basis: weekVan };
}

/** Every moment that a stap brings once it opens, in the order of handling. */
export function agendaVanStap(
  stap: GeplandeStap,
  regels: readonly Herinneringsregel[],
  kalender: Kalender = GEWONE_KALENDER,
): Moment[] {
  return [
    ...stap.taken.flatMap((taak) => momentenVanTaak(taak, regels, kalender)),
    ...stap.checkIns.map(momentVanCheckIn),
  ].sort(vergelijkMomenten);
}
