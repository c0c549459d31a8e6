import { hashVan } from '@maatwerktraject/database';
import type { Db } from '../database/scoped.database.js';

const TOEVOEGEN_GELDIG = '5 minutes';
/** So long and so often may somebody who showed a link try to show a passkey. */
const BEWIJS_GELDIG = '5 minutes';
const POGINGEN = 5;

/** Keeps the question of a session that adds a passkey, in the place of one of before. */
export async function bewaarVraagVanSessie(
  db: Db,
  accountId: string,
  sessieId: string,
  uitdaging: string,
): Promise<void> {
  // In one statement: who removes the question of before, and then waits for the account, keeps `wis_account` waiting for him.
  await db.query(
    `INSERT INTO passkey_vraag (account_id, sessie_id, uitdaging, vervalt_op)
     VALUES ($1, $2, $3, now() + interval '${TOEVOEGEN_GELDIG}')
     ON CONFLICT (sessie_id) DO UPDATE SET uitdaging = excluded.uitdaging, vervalt_op = excluded.vervalt_op`,
    [accountId, sessieId, uitdaging],
  );
}

/** Takes that question: it is answered once, rightly or not. */
export async function neemVraagVanSessie(db: Db, sessieId: string): Promise<string | undefined> {
  const [rijen] = await db.query<[{ uitdaging: string; geldig: boolean }[], number]>(
    'DELETE FROM passkey_vraag WHERE sessie_id = $1 RETURNING uitdaging, vervalt_op > now() AS geldig',
    [sessieId],
  );
  return rijen[0]?.geldig === true ? rijen[0].uitdaging : undefined;
}

/** Keeps that the link of this account was shown; `sleutel` goes to the browser, and gives nothing but the next step. */
export async function bewaarBewijs(db: Db, accountId: string, sleutel: string, naar: string): Promise<void> {
  await db.query(
    `INSERT INTO passkey_vraag (account_id, sleutel_hash, naar, vervalt_op)
     VALUES ($1, $2, $3, now() + interval '${BEWIJS_GELDIG}')`,
    [accountId, hashVan(sleutel), naar],
  );
}

const GELDIG = `v.sleutel_hash = $1 AND v.vervalt_op > now() AND v.pogingen < ${String(POGINGEN)}
  AND a.id = v.account_id AND a.status = 'actief'`;

/** Asks `uitdaging` of who has this proof, in the place of what was asked before; gives his account. */
export async function stelVraag(db: Db, sleutel: string, uitdaging: string): Promise<string | undefined> {
  const [rijen] = await db.query<[{ account_id: string }[], number]>(
    `UPDATE passkey_vraag v SET uitdaging = $2 FROM account a WHERE ${GELDIG} RETURNING v.account_id`,
    [hashVan(sleutel), uitdaging],
  );
  return rijen[0]?.account_id;
}

export interface Bewijs {
  readonly id: string;
  readonly account_id: string;
  readonly naar: string;
  /** Null when nothing was asked, or when that was answered already. */
  readonly uitdaging: string | null;
}

/** Takes the question that goes with this proof, and counts the try. */
export async function neemVraag(db: Db, sleutel: string): Promise<Bewijs | undefined> {
  const [bewijs] = await db.query<Bewijs[]>(
    `SELECT v.id, v.account_id, v.naar, v.uitdaging FROM passkey_vraag v, account a WHERE ${GELDIG} FOR UPDATE OF v`,
    [hashVan(sleutel)],
  );
  if (bewijs)
    await db.query('UPDATE passkey_vraag SET uitdaging = NULL, pogingen = pogingen + 1 WHERE id = $1', [
      bewijs.id,
    ]);
  return bewijs;
}

/** Uses the proof up; false when that was done meanwhile. */
export async function verbruikBewijs(db: Db, id: string): Promise<boolean> {
  const [, geraakt] = await db.query<[unknown, number]>('DELETE FROM passkey_vraag WHERE id = $1', [id]);
  return geraakt === 1;
}
