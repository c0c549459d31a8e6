import type { Rustperiode } from '@maatwerktraject/contracts';
import type { Db } from '../database/scoped.database.js';

/** Trajecten that run on an older calendar than `versie`; what each knows is in its stand. */
const ACHTER = `
  FROM traject t LEFT JOIN traject_stand s ON s.traject_id = t.id
 WHERE t.cohort_id = $1 AND t.status IN ('lopend', 'gepauzeerd')
   AND coalesce((s.toestand -> 'kalender' ->> 'versie')::int, 0) < $2`;

export async function leesAchter(db: Db, cohortId: string, versie: number): Promise<string[]> {
  const rijen = await db.query<{ id: string }[]>(`SELECT t.id ${ACHTER} ORDER BY t.id`, [cohortId, versie]);
  return rijen.map(({ id }) => id);
}

/** Puts these in the place of version `versie`; the same once more gives the same. Undefined when another one is there. */
export async function bewaarRustperiodes(
  db: Db,
  cohortId: string,
  rustperiodes: readonly Rustperiode[],
  versie: number,
): Promise<number | undefined> {
  const [rij] = await db.query<{ kalender_versie: number }[]>(
    `WITH nieuw AS (
       UPDATE cohort SET rustperiodes = $2::jsonb, kalender_versie = kalender_versie + 1
        WHERE id = $1 AND kalender_versie = $3 RETURNING kalender_versie)
     SELECT kalender_versie FROM nieuw
     UNION ALL
     SELECT kalender_versie FROM cohort
      WHERE id = $1 AND kalender_versie = $3 + 1 AND rustperiodes = $2::jsonb AND NOT EXISTS (SELECT FROM nieuw)`,
    [cohortId, JSON.stringify(rustperiodes), versie],
  );
  return rij?.kalender_versie;
}
