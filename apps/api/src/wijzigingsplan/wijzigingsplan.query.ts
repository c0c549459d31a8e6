import type { Wijzigingsvraag } from '@maatwerktraject/contracts';
import type { DagWijziging, TrajectStatus, TrajectToestand } from '@maatwerktraject/domain';
import type { KlokRij } from '../cohort/klok.js';
import type { Db } from '../database/scoped.database.js';

export interface PlanRij {
  readonly id: string;
  readonly cohort_id: string;
  readonly vraag: Wijzigingsvraag;
  readonly toelichting: string;
  readonly status: 'voorbeeld' | 'bezig' | 'toegepast' | 'ongedaan';
  readonly gemaakt_op: Date;
  readonly toegepast_op: Date | null;
  readonly ongedaan_op: Date | null;
}

export interface DeelRij {
  readonly traject_id: string;
  readonly code: string;
  readonly naam: string;
  readonly traject_status: TrajectStatus;
  readonly wijzigingen: readonly DagWijziging[];
  readonly status: 'wacht' | 'toegepast' | 'geweigerd' | 'ongedaan';
  readonly reden: string | null;
  readonly eerste_gevolg_op: Date | null;
}

/** A traject that runs, as it stands, with what says what time it is there. */
export interface StandRij extends KlokRij {
  readonly traject_id: string;
  readonly toestand: TrajectToestand;
  readonly sjabloon_sleutel: string;
  readonly sjabloon_versie: number;
}

const PLAN = `SELECT id, cohort_id, vraag, toelichting, status, gemaakt_op, toegepast_op, ongedaan_op FROM wijzigingsplan`;

export async function leesPlan(db: Db, cohortId: string, id: string): Promise<PlanRij | undefined> {
  const [rij] = await db.query<PlanRij[]>(`${PLAN} WHERE cohort_id = $1 AND id = $2`, [cohortId, id]);
  return rij;
}

export const leesPlannen = (db: Db, cohortId: string): Promise<PlanRij[]> =>
  db.query<PlanRij[]>(`${PLAN} WHERE cohort_id = $1 ORDER BY gemaakt_op DESC, id LIMIT 200`, [cohortId]);

export const leesDelen = (db: Db, planId: string, trajectId: string | null = null): Promise<DeelRij[]> =>
  db.query<DeelRij[]>(
    `SELECT d.traject_id, g.code, g.naam, t.status AS traject_status, d.wijzigingen, d.status, d.reden, d.eerste_gevolg_op
       FROM wijzigingsplan_traject d JOIN traject t ON t.id = d.traject_id JOIN gemeente g ON g.code = t.gemeente_code
      WHERE d.plan_id = $1 AND ($2::uuid IS NULL OR d.traject_id = $2) ORDER BY g.naam COLLATE "nl-NL-x-icu", d.traject_id`,
    [planId, trajectId],
  );

/** How trajecten of a cohort that run now stand; of these, or of all. */
export const leesStanden = (
  db: Db,
  cohortId: string,
  trajectIds: readonly string[] | null,
): Promise<StandRij[]> =>
  db.query<StandRij[]>(
    `SELECT s.traject_id, s.toestand, c.klok_echt, c.klok_domein, c.klok_factor, c.afgesloten_op,
            c.sjabloon_sleutel, coalesce(t.sjabloon_versie, c.sjabloon_versie) AS sjabloon_versie
       FROM traject t JOIN cohort c ON c.id = t.cohort_id JOIN traject_stand s ON s.traject_id = t.id
      WHERE t.cohort_id = $1 AND t.status = 'lopend' AND ($2::uuid[] IS NULL OR t.id = ANY ($2)) ORDER BY t.id`,
    [cohortId, trajectIds],
  );

export interface NieuwPlan {
  readonly id: string;
  readonly cohortId: string;
  readonly vraag: Wijzigingsvraag;
  readonly toelichting: string;
  readonly delen: readonly { readonly trajectId: string; readonly wijzigingen: readonly DagWijziging[] }[];
}

/** Keeps a plan; the same one twice is one. */
export async function bewaarPlan(
  db: Db,
  { id, cohortId, vraag, toelichting, delen }: NieuwPlan,
): Promise<void> {
  await db.query(
    `INSERT INTO wijzigingsplan (id, cohort_id, vraag, toelichting, status, gemaakt_door)
     VALUES ($1, $2, $3, $4, 'voorbeeld', huidig_account()) ON CONFLICT DO NOTHING`,
    [id, cohortId, JSON.stringify(vraag), toelichting],
  );
  await db.query(
    `INSERT INTO wijzigingsplan_traject (plan_id, traject_id, cohort_id, wijzigingen)
     SELECT $1, r."trajectId", $2, r.wijzigingen FROM jsonb_to_recordset($3::jsonb) AS r("trajectId" uuid, wijzigingen jsonb)
     ON CONFLICT DO NOTHING`,
    [id, cohortId, JSON.stringify(delen)],
  );
}

export const zetPlan = (db: Db, id: string, status: PlanRij['status']): Promise<unknown> =>
  db.query(
    `UPDATE wijzigingsplan SET status = $2,
            toegepast_op = CASE WHEN $2 = 'toegepast' THEN now() ELSE toegepast_op END,
            ongedaan_op = CASE WHEN $2 = 'ongedaan' THEN now() ELSE ongedaan_op END
      WHERE id = $1`,
    [id, status],
  );

export interface Uitslag {
  readonly status: DeelRij['status'];
  readonly reden: string | null;
  readonly eersteGevolg?: number | null;
}

export const zetDeel = (
  db: Db,
  planId: string,
  trajectId: string,
  { status, reden, eersteGevolg }: Uitslag,
): Promise<unknown> =>
  db.query(
    `UPDATE wijzigingsplan_traject SET status = $3, reden = $4,
            eerste_gevolg_op = CASE WHEN $5::boolean THEN $6::timestamptz ELSE eerste_gevolg_op END
      WHERE plan_id = $1 AND traject_id = $2`,
    [
      planId,
      trajectId,
      status,
      reden,
      eersteGevolg !== undefined,
      typeof eersteGevolg === 'number' ? new Date(eersteGevolg) : null,
    ],
  );
