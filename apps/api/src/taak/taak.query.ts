import type { ExtraOpdracht, Niveau, TaakStatus, Uitvoerder } from '@maatwerktraject/domain';
import type { Db } from '../database/scoped.database.js';
import { notFound } from '../http/problem.js';

export interface TaakRij {
  readonly id: string;
  readonly traject_id: string;
  readonly stap: string;
  readonly taak: string;
  readonly uitvoerder: Uitvoerder;
  readonly status: TaakStatus;
  readonly gepland_open_op: string;
  readonly gepland_vervalt_op: string;
  readonly opent_op: string | null;
  readonly vervalt_op: string | null;
  readonly geopend_op: Date | null;
  readonly ingediend_op: Date | null;
  readonly invoer_id: string | null;
  readonly akkoord_door: Niveau | null;
  readonly akkoord_op: Date | null;
  readonly teruggestuurd_op: Date | null;
  readonly teruggestuurd_invoer_id: string | null;
  /** Only an extra taak has one; what it says, as far as the reader may know. */
  readonly opdracht_id: string | null;
  readonly opdracht: ExtraOpdracht | null;
}

const TAAK = 'SELECT ta.*, o.inhoud AS opdracht FROM taak ta LEFT JOIN invoer o ON o.id = ta.opdracht_id';

export interface ConceptRij {
  readonly inhoud: Record<string, unknown>;
  readonly versie: number;
  readonly bewaard_op: Date;
}

export const leesTaken = (db: Db, trajectId: string): Promise<TaakRij[]> =>
  db.query<TaakRij[]>(`${TAAK} WHERE ta.traject_id = $1`, [trajectId]);

/** @throws ProblemException (404) when there is no such taak (before its traject starts there are none). */
export async function leesTaak(db: Db, id: string): Promise<TaakRij> {
  const [rij] = await db.query<TaakRij[]>(`${TAAK} WHERE ta.id = $1`, [id]);
  if (!rij)
    throw notFound('Deze taak bestaat niet. Kijk in het overzicht van uw gemeente welke taken er zijn.');
  return rij;
}

export async function leesConcept(db: Db, taakId: string): Promise<ConceptRij | undefined> {
  const [rij] = await db.query<ConceptRij[]>(
    'SELECT inhoud, versie, bewaard_op FROM taak_concept WHERE taak_id = $1',
    [taakId],
  );
  return rij;
}

/** Puts a draft in the place of version `versie` (0: there was none). Undefined when another version is there. */
export async function bewaarConcept(
  db: Db,
  taakId: string,
  inhoud: Readonly<Record<string, unknown>>,
  versie: number,
): Promise<{ versie: number; bewaard_op: Date } | undefined> {
  // The same draft once more (its answer got lost) is taken as the one that is there.
  const [rij] = await db.query<{ versie: number; bewaard_op: Date }[]>(
    `WITH bewaard AS (
       INSERT INTO taak_concept AS oud (taak_id, inhoud, versie, bewaard_op)
       SELECT $1, $2::jsonb, 1, now() WHERE $3 = 0 OR EXISTS (SELECT FROM taak_concept WHERE taak_id = $1)
       ON CONFLICT (taak_id) DO UPDATE SET inhoud = excluded.inhoud, versie = oud.versie + 1, bewaard_op = now()
         WHERE oud.versie = $3
       RETURNING versie, bewaard_op
     )
     SELECT versie, bewaard_op FROM bewaard
     UNION ALL
     SELECT versie, bewaard_op FROM taak_concept
      WHERE taak_id = $1 AND versie = $3 + 1 AND inhoud = $2::jsonb AND NOT EXISTS (SELECT FROM bewaard)`,
    [taakId, JSON.stringify(inhoud), versie],
  );
  return rij;
}

/** What was handed in; undefined for who may know that it was, and not what. */
export async function leesInhoud(db: Db, invoerId: string): Promise<Record<string, unknown> | undefined> {
  const [rij] = await db.query<{ inhoud: Record<string, unknown> }[]>(
    'SELECT inhoud FROM invoer WHERE id = $1',
    [invoerId],
  );
  return rij?.inhoud;
}

/** Why a taak came back, and when that was said in real time: the draft of before it is of another round. */
export interface TerugsturingRij {
  readonly toelichting: string;
  readonly door: 'adviseur' | 'gemeente';
  readonly created_at: Date;
}

export async function leesTerugsturing(db: Db, invoerId: string): Promise<TerugsturingRij | undefined> {
  const [rij] = await db.query<TerugsturingRij[]>(
    `SELECT coalesce(inhoud ->> 'toelichting', '') AS toelichting, door, created_at FROM invoer WHERE id = $1`,
    [invoerId],
  );
  return rij;
}
