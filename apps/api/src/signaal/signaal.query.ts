import type { Signaal } from '@maatwerktraject/contracts';
import type { Signaalsoort } from '@maatwerktraject/domain';
import type { Db } from '../database/scoped.database.js';

export interface SignaalRij {
  readonly id: string;
  readonly cohort_id: string;
  readonly traject_id: string;
  readonly code: string;
  readonly naam: string;
  readonly sjabloon_sleutel: string;
  readonly sjabloon_versie: number;
  readonly soort: Signaalsoort;
  readonly stap: string;
  readonly onderwerp: string;
  readonly aantal: number;
  readonly oorzaken: Signaal['oorzaken'];
  readonly op: Date;
  readonly status: Signaal['status'];
  readonly besluit_oorzaken: Signaal['oorzaken'] | null;
  readonly besluit_op: Date | null;
  readonly toelichting: string | null;
}

const SELECT = `
  SELECT s.*, g.code, g.naam, c.sjabloon_sleutel,
         coalesce(st.sjabloon_versie, t.sjabloon_versie, c.sjabloon_versie) AS sjabloon_versie
    FROM signaal s JOIN traject t ON t.id = s.traject_id JOIN gemeente g ON g.code = t.gemeente_code
    JOIN cohort c ON c.id = s.cohort_id LEFT JOIN stap st ON st.traject_id = s.traject_id AND st.sleutel = s.stap`;

/** Signs in a cohort, those that are open first and then the newest. */
export const leesSignalen = (db: Db, cohortId: string): Promise<SignaalRij[]> =>
  db.query<SignaalRij[]>(
    `${SELECT} WHERE s.cohort_id = $1 ORDER BY s.status <> 'open', s.op DESC, s.id LIMIT 500`,
    [cohortId],
  );

export async function leesSignaal(db: Db, id: string): Promise<SignaalRij | undefined> {
  const [rij] = await db.query<SignaalRij[]>(`${SELECT} WHERE s.id = $1`, [id]);
  return rij;
}

export interface Besluit {
  readonly besluit: 'bevestigd' | 'verworpen';
  readonly oorzaken: readonly string[];
  readonly toelichting: string;
}

export const besluit = (
  db: Db,
  id: string,
  { besluit: status, oorzaken, toelichting }: Besluit,
): Promise<unknown> =>
  db.query(
    `UPDATE signaal SET status = $2, besluit_oorzaken = $3, toelichting = $4, besluit_op = now(),
            besluit_door = huidig_account(), versie = versie + 1 WHERE id = $1`,
    [id, status, oorzaken, toelichting],
  );
