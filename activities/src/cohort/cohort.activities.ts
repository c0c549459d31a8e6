import type { Klok } from '@maatwerktraject/domain';
import {
  cohortWorkflowId,
  type CohortActivities,
  type CohortInvoer,
  type CohortProjectie,
  type TrajectInvoer,
} from '@maatwerktraject/messages';
import type { DataSource, EntityManager } from 'typeorm';

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

const EVALUATIE = `
  SELECT jsonb_build_object(
    'trajecten', count(*),
    'uitkomsten', coalesce((SELECT jsonb_object_agg(uitkomst, aantal) FROM
      (SELECT uitkomst, count(*) AS aantal FROM traject WHERE cohort_id = $1 AND uitkomst IS NOT NULL GROUP BY uitkomst) AS u), '{}'))
  FROM traject WHERE cohort_id = $1`;

async function verwerk(
  db: EntityManager,
  { cohortId, klok }: CohortProjectie,
  soort: string,
  op: Date,
): Promise<void> {
  switch (soort) {
    case 'cohort-gestart':
      await db.query(
        `UPDATE cohort SET status = 'lopend', gestart_op = now(), klok_echt = $2, klok_domein = $3, klok_factor = $4, klok_versie = $5
          WHERE id = $1`,
        [cohortId, klok.echt, klok.domein, klok.factor, klok.versie],
      );
      return;
    case 'klok-verzet':
      await db.query(
        `UPDATE cohort SET klok_echt = $2, klok_domein = $3, klok_factor = $4, klok_versie = $5 WHERE id = $1`,
        [cohortId, klok.echt, klok.domein, klok.factor, klok.versie],
      );
      return;
    case 'cohort-geevalueerd':
      await db.query(`UPDATE cohort SET evaluatie = (${EVALUATIE}) WHERE id = $1`, [cohortId]);
      return;
    case 'cohort-afgesloten':
      await db.query(`UPDATE cohort SET status = 'afgesloten', afgesloten_op = $2 WHERE id = $1`, [
        cohortId,
        op,
      ]);
      return;
  }
}

async function projecteer(db: EntityManager, projectie: CohortProjectie): Promise<void> {
  const { cohortId, vanaf, feiten } = projectie;
  for (const [index, { soort, op, door }] of feiten.entries()) {
    const rijen = await db.query<{ seq: number }[]>(
      `INSERT INTO gebeurtenis (workflow_id, seq, cohort_id, soort, op, door, inhoud) VALUES ($1, $2, $3, $4, $5, $6, '{}')
       ON CONFLICT (workflow_id, seq) DO NOTHING RETURNING seq`,
      [cohortWorkflowId(cohortId), vanaf + index, cohortId, soort, new Date(op), door],
    );
    if (rijen.length > 0) await verwerk(db, projectie, soort, new Date(op));
  }
}

export function createCohortActivities({
  database,
  starter,
  heartbeat,
}: CohortActivitiesDeps): CohortActivities {
  const trajectIds = async (cohortId: string, alleenLopend: boolean): Promise<string[]> => {
    const rijen = await database.query<{ id: string }[]>(
      `SELECT id FROM traject WHERE cohort_id = $1 AND (NOT $2 OR status NOT IN ('afgerond', 'teruggetrokken') OR volgend_moment_op IS NOT NULL) ORDER BY id`,
      [cohortId, alleenLopend],
    );
    return rijen.map(({ id }) => id);
  };
  return {
    projecteerCohort: (projectie) => database.transaction((db) => projecteer(db, projectie)),
    startTrajecten: async ({ cohortId, klok, sjabloon, startdatum, kalender }: CohortInvoer) => {
      const ids = await trajectIds(cohortId, false);
      await metGroepjes(ids, heartbeat, (trajectId) =>
        starter.start({ trajectId, cohortId, klok, sjabloon, startdatum, ...(kalender && { kalender }) }),
      );
      return ids.length;
    },
    verspreidKlok: async (cohortId, klok) => {
      await metGroepjes(await trajectIds(cohortId, true), heartbeat, (trajectId) =>
        starter.meldKlok(trajectId, klok),
      );
    },
    telLopendeTrajecten: async (cohortId) => (await trajectIds(cohortId, true)).length,
  };
}
