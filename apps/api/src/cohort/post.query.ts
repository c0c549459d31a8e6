import type { PostTelling } from '@maatwerktraject/contracts';
import type { Db } from '../database/scoped.database.js';

export const GEEN_POST: PostTelling = { adresproblemen: 0, onbekend: 0, mislukt: 0, aangehouden: 0 };

interface Rij {
  readonly traject_id: string | null;
  readonly wat: keyof PostTelling;
  readonly aantal: number;
}

/** Mail and addresses that ask for somebody; without a traject: of the cohort as a whole. Each address counts once in it. */
const TELLING = `
  WITH open AS (
    SELECT a.id, a.cohort_id, p.traject_id FROM cohort c
      JOIN adresprobleem a ON a.opgelost_op IS NULL AND a.oefen = (c.oefen_dagen_per_seconde IS NOT NULL)
      LEFT JOIN contactpersoon p ON p.cohort_id = c.id AND (p.id = a.contactpersoon_id OR p.account_id = a.account_id)
     WHERE c.id = $1 AND (a.cohort_id = c.id OR p.id IS NOT NULL)
  )
  SELECT traject_id, status AS wat, count(*) AS aantal FROM bericht
   WHERE cohort_id = $1 AND status IN ('onbekend', 'mislukt', 'aangehouden') GROUP BY GROUPING SETS ((status), (traject_id, status))
  UNION ALL
  SELECT traject_id, 'adresproblemen', count(DISTINCT id) FROM open WHERE traject_id IS NOT NULL GROUP BY traject_id
  UNION ALL
  SELECT NULL, 'adresproblemen', count(DISTINCT id) FROM open`;

/** How much mail of a cohort asks for somebody, in all and per traject. */
export async function telPostVanCohort(
  db: Db,
  cohortId: string,
): Promise<{ cohort: PostTelling; perTraject: ReadonlyMap<string, PostTelling> }> {
  const rijen = await db.query<Rij[]>(TELLING, [cohortId]);
  const perTraject = new Map<string, PostTelling>();
  let cohort = GEEN_POST;
  for (const { traject_id: trajectId, wat, aantal } of rijen)
    if (trajectId === null) cohort = { ...cohort, [wat]: aantal };
    else perTraject.set(trajectId, { ...(perTraject.get(trajectId) ?? GEEN_POST), [wat]: aantal });
  return { cohort, perTraject };
}
