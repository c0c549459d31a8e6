import type { DataSource } from 'typeorm';
import { bundel } from '../database/bundel.js';
import { BERICHT_KANAAL } from '@maatwerktraject/database';

/**
 * Tells the postbode that there is mail. Not in the transaction that wrote it: commits that tell something go one after
 * another in the whole server. A word that is lost is no loss, for the postbode looks every second by itself.
 */
export function createBerichtMelder(database: DataSource): () => void {
  const meld = bundel<null>(() => database.query(`SELECT pg_notify($1, '')`, [BERICHT_KANAAL]));
  return () => void meld(null).catch(() => undefined);
}
