import { defineUpdate } from '@temporalio/workflow';
import type { Kalender, Klok, ProcesSjabloon } from '@maatwerktraject/domain';
import type { VerzoekAntwoord } from './traject.messages.js';

export interface CohortInvoer {
  readonly cohortId: string;
  readonly klok: Klok;
  readonly sjabloon: ProcesSjabloon;
  readonly startdatum: string;
  /** The rustperiodes that it starts with; none where absent. */
  readonly kalender?: Kalender;
  readonly voortzetting?: { readonly volgnummer: number; readonly verzoeken: readonly string[] };
}

export interface KlokVerzoek {
  readonly verzoekId: string;
  /** The domain instant (ms) to move to. */
  readonly naar: number;
}

/** Moves the practice clock of a cohort and of all its trajecten. Refused for a cohort without one. */
export const verzetKlokVerzoek = defineUpdate<VerzoekAntwoord, [KlokVerzoek]>('verzet-klok');

export interface CohortFeit {
  readonly soort: 'cohort-gestart' | 'klok-verzet' | 'cohort-geevalueerd' | 'cohort-afgesloten';
  /** The domain's time, ms. */
  readonly op: number;
  readonly door: 'systeem' | 'adviseur';
}

export interface CohortProjectie {
  readonly cohortId: string;
  readonly vanaf: number;
  readonly feiten: readonly CohortFeit[];
  readonly klok: Klok;
}

export interface CohortActivities {
  projecteerCohort(projectie: CohortProjectie): Promise<void>;
  /** Starts those trajecten of the cohort that do not run yet; returns how many there are in all. */
  startTrajecten(invoer: CohortInvoer): Promise<number>;
  /** Tells every traject that still runs about the clock. */
  verspreidKlok(cohortId: string, klok: Klok): Promise<void>;
  /** How many trajecten of the cohort have not ended. */
  telLopendeTrajecten(cohortId: string): Promise<number>;
}
