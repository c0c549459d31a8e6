import type { Db } from '../database/scoped.database.js';
import { REQUEST_LIMIT_MS } from './time-limit.interceptor.js';

/** How long an answer is kept. */
export const KEPT_HOURS = 24;
/**
 * After this a command without an answer counts as broken off, in seconds; carrying it out again gives the same result. Longer
 * than any command is waited for: before that it may still be under way.
 */
export const BROKEN_OFF_SECONDS = REQUEST_LIMIT_MS / 1000 + 5;

export interface Claim {
  readonly accountId: string;
  readonly kenmerk: string;
  readonly vingerafdruk: Buffer;
}

/** An earlier request with the same key; `status` is null while it is being carried out. */
export interface Earlier {
  readonly vingerafdruk: Buffer;
  readonly status: number | null;
  /** Sealed. */
  readonly antwoord: string | null;
}

/** Takes the key for this request; says what is there when it was taken before. */
export async function claim(
  db: Db,
  { accountId, kenmerk, vingerafdruk }: Claim,
): Promise<Earlier | undefined> {
  for (;;) {
    const taken = await db.query<unknown[]>(
      `INSERT INTO idempotentie AS oud (account_id, kenmerk, vingerafdruk) VALUES ($1, $2, $3)
       ON CONFLICT (account_id, kenmerk) DO UPDATE
         SET vingerafdruk = excluded.vingerafdruk, status = NULL, antwoord = NULL, created_at = now()
       WHERE oud.created_at < now() - make_interval(hours => $4)
          OR (oud.status IS NULL AND oud.vingerafdruk = excluded.vingerafdruk
              AND oud.created_at < now() - make_interval(secs => $5))
       RETURNING true`,
      [accountId, kenmerk, vingerafdruk, KEPT_HOURS, BROKEN_OFF_SECONDS],
    );
    if (taken.length > 0) return undefined;
    const [earlier] = await db.query<Earlier[]>(
      'SELECT vingerafdruk, status, antwoord FROM idempotentie WHERE account_id = $1 AND kenmerk = $2',
      [accountId, kenmerk],
    );
    // None: it was freed between the two questions.
    if (earlier) return earlier;
  }
}

/** Keeps the (sealed) answer for whoever asks again. */
export const keep = (
  db: Db,
  { accountId, kenmerk }: Claim,
  status: number,
  antwoord: string,
): Promise<unknown> =>
  db.query(
    `UPDATE idempotentie SET status = $3, antwoord = $4 WHERE account_id = $1 AND kenmerk = $2 AND status IS NULL`,
    [accountId, kenmerk, status, antwoord],
  );

/** Gives the key back: nothing was carried out, as far as we know. */
export const free = (db: Db, { accountId, kenmerk }: Claim): Promise<unknown> =>
  db.query('DELETE FROM idempotentie WHERE account_id = $1 AND kenmerk = $2 AND status IS NULL', [
    accountId,
    kenmerk,
  ]);

/** Removes some answers that are old enough; a few at a time, so that nobody waits for it. */
export const removeExpired = (db: Db): Promise<unknown> =>
  db.query(
    `DELETE FROM idempotentie WHERE ctid IN (
       SELECT ctid FROM idempotentie WHERE created_at < now() - make_interval(hours => $1)
        LIMIT 100)`,
    [KEPT_HOURS],
  );
