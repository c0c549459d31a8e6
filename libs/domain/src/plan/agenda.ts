import type { Instant } from '../kalender/amsterdam.js';
import type { Datum } from '../kalender/datum.js';
import { ochtendVan } from '../kalender/verzendtijd.js';
import { plusWerkdagen } from '../kalender/werkdagen.js';
import type { Herinneringsbeleid } from '../sjabloon/sjabloon.js';
import type { GeplandeCheckIn, GeplandeStap, GeplandeTaak } from './plan.js';

/** What can stand on the agenda of a traject. The last three are messages to the adviseur. */
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
}

/** Order of handling: by time, then by the order of `MOMENTSOORTEN`, then by subject; total, so that a replay agrees. */
export function vergelijkMomenten(a: Moment, b: Moment): number {
  return (
    a.op - b.op ||
    MOMENTSOORTEN.indexOf(a.soort) - MOMENTSOORTEN.indexOf(b.soort) ||
    (a.onderwerp < b.onderwerp ? -1 : a.onderwerp > b.onderwerp ? 1 : 0)
  );
}

/** The moments of one taak: its opening, the reminders around its due day, and the escalation. */
export function momentenVanTaak(taak: GeplandeTaak, beleid: Herinneringsbeleid): Moment[] {
  const op = (soort: MomentSoort, datum: Datum): Moment => ({
    soort,
    onderwerp: taak.sleutel,
    op: ochtendVan(datum),
  });
  const voor = plusWerkdagen(taak.vervaltOp, -beleid.voorWerkdagen);
  return [
    op('taak-opent', taak.opentOp),
    // Not on the day of the opening itself or before it: then the mail about the opening says it all.
    ...(voor > taak.opentOp ? [op('herinnering-voor', voor)] : []),
    op('herinnering-op', taak.vervaltOp),
    op('herinnering-na', plusWerkdagen(taak.vervaltOp, beleid.naWerkdagen)),
    // The adviseur's own taak is not reported to the adviseur.
    ...(taak.uitvoerder === 'adviseur'
      ? []
      : [op('escalatie', plusWerkdagen(taak.vervaltOp, beleid.escalatieNaWerkdagen))]),
  ];
}

function momentVanCheckIn(checkIn: GeplandeCheckIn): Moment {
  return { soort: 'check-in-week', onderwerp: checkIn.sleutel, op: ochtendVan(checkIn.weekVan) };
}

/** Every moment that a stap brings once it opens, in the order of handling. */
export function agendaVanStap(stap: GeplandeStap, beleid: Herinneringsbeleid): Moment[] {
  return [
    ...stap.taken.flatMap((taak) => momentenVanTaak(taak, beleid)),
    ...stap.checkIns.map(momentVanCheckIn),
  ].sort(vergelijkMomenten);
}
