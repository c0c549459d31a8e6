import { Uuid, type Diensttoken, type NieuwDiensttoken } from '@maatwerktraject/contracts';
import { z } from 'zod';
import type { Db } from '../database/scoped.database.js';
import { leesCursor, Moment, momentSql, type Gelezen, type Paginavraag } from '../http/pagina.js';

export interface DiensttokenRij {
  readonly id: string;
  readonly naam: string;
  readonly rol: Diensttoken['rol'];
  readonly rechten: Diensttoken['rechten'];
  readonly gemaakt_op: Date;
  readonly gemaakt: string;
  readonly vervalt_op: Date;
  readonly gebruikt_op: Date | null;
  readonly ingetrokken_op: Date | null;
  readonly stand: Diensttoken['stand'];
}

// As `herken_diensttoken` decides whether it lets the token in: what is shown is what happens.
const STAND = `CASE
    WHEN ingetrokken_op IS NOT NULL THEN 'ingetrokken'
    WHEN vervalt_op <= now() THEN 'verlopen'
    WHEN NOT EXISTS (SELECT FROM account a WHERE a.id = diensttoken.account_id AND a.status = 'actief') THEN 'geblokkeerd'
    WHEN rol <> ALL (rollen_van(account_id)) THEN 'zonder-rol'
    WHEN NOT EXISTS (SELECT FROM toekenning t WHERE t.account_id = diensttoken.account_id AND t.rol = diensttoken.rol
      AND t.cohort_id IS NOT NULL AND t.ingetrokken_op IS NULL AND (t.vervalt_op IS NULL OR t.vervalt_op > now()))
      THEN 'zonder-cohort'
    ELSE 'werkt' END AS stand`;

const KOLOMMEN = `id, naam, rol, rechten, gemaakt_op, ${momentSql('gemaakt_op')} AS gemaakt, vervalt_op, gebruikt_op,
  ingetrokken_op, ${STAND}`;

const Plaats = z.tuple([Moment, Uuid]);

export const plaatsVanToken = ({ gemaakt, id }: DiensttokenRij): z.infer<typeof Plaats> => [gemaakt, id];

/** The tokens of a service, the newest first; also those that no longer work. */
export async function leesTokens(
  db: Db,
  accountId: string,
  { limiet, na }: Paginavraag,
): Promise<Gelezen<DiensttokenRij>> {
  const [gemaakt = null, id = null] = leesCursor(na, Plaats) ?? [];
  const rijen = await db.query<DiensttokenRij[]>(
    `SELECT ${KOLOMMEN} FROM diensttoken
      WHERE account_id = $1 AND ($3::uuid IS NULL OR (gemaakt_op, id) < ($2::timestamptz, $3::uuid))
      ORDER BY gemaakt_op DESC, id DESC LIMIT $4`,
    [accountId, gemaakt, id, limiet + 1],
  );
  const [geteld] = await db.query<{ aantal: number }[]>(
    'SELECT count(*) AS aantal FROM diensttoken WHERE account_id = $1',
    [accountId],
  );
  return { rijen, totaal: geteld?.aantal ?? 0 };
}

/** Keeps the hash of a new token with what it may do. */
export async function bewaarToken(
  db: Db,
  accountId: string,
  hash: Buffer,
  { naam, rol, rechten, geldigDagen }: NieuwDiensttoken,
): Promise<DiensttokenRij> {
  const [rij] = await db.query<DiensttokenRij[]>(
    `INSERT INTO diensttoken (account_id, naam, sleutel_hash, rol, rechten, gemaakt_door, vervalt_op)
     VALUES ($1, $2, $3, $4, $5, huidig_account(), now() + make_interval(days => $6)) RETURNING ${KOLOMMEN}`,
    [accountId, naam, hash, rol, [...new Set(rechten)], geldigDagen],
  );
  if (!rij) throw new Error('no token came of it');
  return rij;
}

/** Whether there was such a token that still worked. */
export async function trekTokenIn(db: Db, accountId: string, id: string): Promise<boolean> {
  const [, geraakt] = await db.query<[unknown, number]>(
    'UPDATE diensttoken SET ingetrokken_op = now() WHERE id = $1 AND account_id = $2 AND ingetrokken_op IS NULL',
    [id, accountId],
  );
  return geraakt > 0;
}

export const alsDiensttoken = (rij: DiensttokenRij): Diensttoken => ({
  id: rij.id,
  naam: rij.naam,
  rol: rij.rol,
  rechten: rij.rechten,
  gemaaktOp: rij.gemaakt_op.toISOString(),
  vervaltOp: rij.vervalt_op.toISOString(),
  gebruiktOp: rij.gebruikt_op?.toISOString() ?? null,
  ingetrokkenOp: rij.ingetrokken_op?.toISOString() ?? null,
  stand: rij.stand,
});
