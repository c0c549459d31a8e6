import type { FeitRegels, Feitsoort } from './feit/feit.js';
import { GESPREK_FEITEN } from './feit/gesprek.feit.js';
import { STAP_FEITEN } from './feit/stap.feit.js';
import { TAAK_FEITEN } from './feit/taak.feit.js';
import { TRAJECT_FEITEN } from './feit/traject.feit.js';
import type { Gebeurtenis } from './gebeurtenis.js';
import { metWeekoverzicht } from './herplannen.js';
import type { TrajectToestand } from './toestand.js';

const REGELS: FeitRegels<Feitsoort> = {
  ...TRAJECT_FEITEN,
  ...STAP_FEITEN,
  ...TAAK_FEITEN,
  ...GESPREK_FEITEN,
};

type Regel = (toestand: TrajectToestand, feit: Gebeurtenis) => TrajectToestand;

/** The state after a fact. Pure; it never refuses a fact that was decided on this same state. */
export function pasToe(toestand: TrajectToestand, feit: Gebeurtenis): TrajectToestand {
  // The rule of a kind takes exactly the facts of that kind; the compiler cannot follow the look-up.
  const regel = REGELS[feit.soort] as Regel;
  const isOverzicht = 'bericht' in feit && feit.bericht === 'weekoverzicht';
  return metWeekoverzicht(regel(toestand, feit), feit.op, isOverzicht);
}
