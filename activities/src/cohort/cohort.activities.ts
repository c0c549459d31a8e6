import type { Kalender, Klok } from '@maatwerktraject/domain';
import type { CohortActivities, CohortInvoer, TrajectInvoer } from '@maatwerktraject/messages';
import type { DataSource } from 'typeorm';
import { meet } from './cohort.meting.js';
import { projecteerCohort } from './cohort.projectie.js';

/** What the cohort's activities ask of Temporal; the worker gives them a client. */
export interface TrajectStarter {
  /** Starts the traject's workflow; does nothing when it has been started before. */
  start(invoer: TrajectInvoer): Promise<void>;
  /** Tells a traject about the clock; does nothing when it has ended. */
  meldKlok(trajectId: string, klok: Klok): Promise<void>;
}

export interface CohortActivitiesDeps {
  readonly database: DataSource;
  readonly starter: TrajectStarter;
  /** Called between pieces of long work, so that a stuck activity is noticed. */
  readonly heartbeat: () => void;
}

/** How many requests to Temporal are under way at once. */
const GELIJKTIJDIG = 20;

async function metGroepjes<T>(
  items: readonly T[],
  heartbeat: () => void,
  werk: (item: T) => Promise<void>,
): Promise<void> {
  for (let begin = 0; begin < items.length; begin += GELIJKTIJDIG) {
    await Promise.all(items.slice(begin, begin + GELIJKTIJDIG).map(werk));
    heartbeat();
  }
}

export function createCohortActivities({
  database,
  starter,
  heartbeat,
}: CohortActivitiesDeps): CohortActivities {
  const trajecten = (
    cohortId: string,
    alleenLopend: boolean,
  ): Promise<{ readonly id: string; readonly startdatum: string | null }[]> =>
    database.query(
      `SELECT id, startdatum FROM traject WHERE cohort_id = $1 AND (NOT $2 OR status NOT IN ('afgerond', 'teruggetrokken') OR volgend_moment_op IS NOT NULL) ORDER BY id`,
      [cohortId, alleenLopend],
    );
  return {
    projecteerCohort: (projectie) => database.transaction((db) => projecteerCohort(db, projectie)),
    startTrajecten: async ({ startdatum: vanCohort, voortzetting: _, ...invoer }: CohortInvoer) => {
      const alle = await trajecten(invoer.cohortId, false);
      await metGroepjes(alle, heartbeat, ({ id: trajectId, startdatum }) =>
        starter.start({ ...invoer, trajectId, startdatum: startdatum ?? vanCohort }),
      );
      return alle.length;
    },
    startTraject: async (invoer) => {
      // Who joins later keeps to the rustperiodes as they are by now.
      const [rij] = await database.query<Kalender[]>(
        'SELECT kalender_versie AS versie, rustperiodes FROM cohort WHERE id = $1',
        [invoer.cohortId],
      );
      await starter.start({ ...invoer, ...(rij && rij.versie > 0 && { kalender: rij }) });
    },
    verspreidKlok: async (cohortId, klok) => {
      await metGroepjes(await trajecten(cohortId, true), heartbeat, ({ id }) => starter.meldKlok(id, klok));
    },
    telLopendeTrajecten: async (cohortId) => (await trajecten(cohortId, true)).length,
    meet: (cohortId, toets) => meet(database, cohortId, toets),
  };
}
