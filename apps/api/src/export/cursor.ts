import { Readable } from 'node:stream';
import type { Db } from '../database/scoped.database.js';

/** Rows at a time: enough to wait seldom, few enough to hold in memory. */
const BATCH = 500;

async function* rows(db: Db, cursor: string, sql: string, parameters: unknown[]): AsyncGenerator {
  await db.query(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${sql}`, parameters);
  for (;;) {
    const batch = await db.query<unknown[]>(`FETCH ${String(BATCH)} FROM ${cursor}`);
    yield* batch;
    if (batch.length < BATCH) return;
  }
}

/**
 * The rows of a query, one after another and read as fast as they are taken; within the transaction of `db`, which ends the
 * cursor as well. `cursor` is a name of its own in that transaction. A query that fails does so at the first row.
 */
export const readRows = (db: Db, cursor: string, sql: string, parameters: unknown[]): Readable =>
  Readable.from(rows(db, cursor, sql, parameters));
