import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type {
  Actor,
  EerdereToestand,
  Gebeurtenis,
  Kalender,
  Klok,
  ProcesSjabloon,
  TrajectCommando,
  TrajectToestand,
} from '@maatwerktraject/domain';

/** Where the next run of a traject's chain takes over. */
export interface TrajectVoortzetting {
  readonly toestand: TrajectToestand | EerdereToestand;
  /** The number of the last fact that was written down; continues over continue-as-new. */
  readonly volgnummer: number;
  /** Requests that were carried out, oldest first, so that a repeated one changes nothing. */
  readonly verzoeken: readonly string[];
}

export interface TrajectInvoer {
  readonly trajectId: string;
  readonly cohortId: string;
  readonly klok: Klok;
  readonly sjabloon: ProcesSjabloon;
  readonly startdatum: string;
  /** The rustperiodes of its cohort; none where absent. */
  readonly kalender?: Kalender;
  readonly voortzetting?: TrajectVoortzetting;
  /** A traject that had ended is started again, for the request to reopen it that comes with it or right after it. */
  readonly heropend?: true;
}

export interface TrajectVerzoek {
  /** Chosen by who asks; the same ID again gives the same answer and changes nothing. */
  readonly verzoekId: string;
  readonly door: Actor;
  readonly commando: TrajectCommando;
}

export interface VerzoekAntwoord {
  /** False when this request had been carried out before. */
  readonly nieuw: boolean;
}

/** One command for one traject. Refused with an ApplicationFailure whose type is the code of the refusal. */
export const trajectVerzoek = defineUpdate<VerzoekAntwoord, [TrajectVerzoek]>('verzoek');

/** The practice clock was moved; an older version than the one in use is ignored. */
export const klokVerzet = defineSignal<[Klok]>('klok-verzet');

/** Facts to write down in one transaction. `vanaf` is the number of the first one. */
export interface TrajectProjectie {
  readonly trajectId: string;
  readonly vanaf: number;
  readonly feiten: readonly Gebeurtenis[];
  /** The domain instant (ms) of the moment that is due next, or null when only people are waited for. */
  readonly volgendMomentOp: number | null;
}

/** The activities of a traject, as the workflow sees them. */
export interface TrajectActivities {
  projecteerTraject(projectie: TrajectProjectie): Promise<void>;
}
