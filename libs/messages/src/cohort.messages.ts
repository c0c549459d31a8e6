import { defineUpdate } from '@temporalio/workflow';
import type {
  Actor,
  AgendaFeitInhoud,
  CohortAgenda,
  CohortCommando,
  Kalender,
  Klok,
  Meting,
  ProcesSjabloon,
  Toets,
} from '@maatwerktraject/domain';
import type { TrajectInvoer, VerzoekAntwoord } from './traject.messages.js';

export interface CohortInvoer {
  readonly cohortId: string;
  readonly klok: Klok;
  readonly sjabloon: ProcesSjabloon;
  readonly startdatum: string;
  readonly voortzetting?: {
    readonly volgnummer: number;
    readonly verzoeken: readonly string[];
    /** Absent in a run that was continued before a cohort had an agenda of its own. */
    readonly agenda?: CohortAgenda;
  };
  /** The rustperiodes that it starts with; none where absent. */
  readonly kalender?: Kalender;
}

export interface KlokVerzoek {
  readonly verzoekId: string;
  /** The domain instant (ms) to move to. */
  readonly naar: number;
}

/** Moves the practice clock of a cohort and of all its trajecten. Refused for a cohort without one. */
export const verzetKlokVerzoek = defineUpdate<VerzoekAntwoord, [KlokVerzoek]>('verzet-klok');

export interface CohortVerzoek {
  /** Chosen by who asks; the same ID again gives the same answer and changes nothing. */
  readonly verzoekId: string;
  readonly door: Actor;
  readonly commando: CohortCommando;
}

/** One command for a cohort that runs. Refused with an ApplicationFailure whose type is the code of the refusal. */
export const cohortVerzoek = defineUpdate<VerzoekAntwoord, [CohortVerzoek]>('cohort-verzoek');

export type VerloopSoort = 'cohort-gestart' | 'klok-verzet' | 'cohort-geevalueerd' | 'cohort-afgesloten';
export type CohortFeitInhoud = { readonly soort: VerloopSoort } | AgendaFeitInhoud;
export type CohortFeit = CohortFeitInhoud & {
  /** The domain's time, ms. */
  readonly op: number;
  readonly door: Actor;
};

export interface CohortProjectie {
  readonly cohortId: string;
  readonly vanaf: number;
  readonly feiten: readonly CohortFeit[];
  readonly klok: Klok;
  /** The domain instant (ms) of what is due next on the cohort's own agenda, or null. Absent: as it was. */
  readonly volgendMomentOp?: number | null;
}

export interface CohortActivities {
  projecteerCohort(projectie: CohortProjectie): Promise<void>;
  /** Starts those trajecten of the cohort that do not run yet; returns how many there are in all. */
  startTrajecten(invoer: CohortInvoer): Promise<number>;
  /** Starts the one traject of a gemeente that joins later; does nothing when it runs. */
  startTraject(invoer: TrajectInvoer): Promise<void>;
  /** Tells every traject that still runs about the clock. */
  verspreidKlok(cohortId: string, klok: Klok): Promise<void>;
  /** How many trajecten of the cohort have not ended. */
  telLopendeTrajecten(cohortId: string): Promise<number>;
  /** Counts what a condition asks. */
  meet(cohortId: string, toets: Toets): Promise<Meting>;
}
