import type { Handeling } from '@maatwerktraject/domain';
import type { Request } from 'express';
import type { Db } from '../database/scoped.database.js';

/** Something that must be accounted for later. Who and when is filled in by the database. */
export interface Auditfeit {
  readonly handeling: Handeling;
  /** What it was done to, as `traject/<id>`. */
  readonly onderwerp?: string | undefined;
  readonly reden?: string | null | undefined;
  readonly inhoud?: Readonly<Record<string, unknown>>;
  readonly request: Pick<Request, 'ip'>;
}

/** Adds a line to the audit log, in the transaction of what it tells of: both are there, or neither. */
export async function schrijfAudit(
  db: Db,
  { handeling, onderwerp, reden, inhoud = {}, request }: Auditfeit,
): Promise<void> {
  await db.query('SELECT schrijf_audit($1, $2, $3, $4, $5)', [
    handeling,
    onderwerp ?? null,
    reden ?? null,
    JSON.stringify(inhoud),
    request.ip ?? null,
  ]);
}
