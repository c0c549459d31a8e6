import type { MijnGegevens, Passkey } from '@maatwerktraject/contracts';
import { ACCOUNTBERICHT_KANAAL } from '@maatwerktraject/database';
import type { WebAuthnCredential } from '@simplewebauthn/server';
import type { Db } from '../database/scoped.database.js';

/** Of one account, as a device knows it. */
export interface PasskeyRij {
  readonly id: string;
  /** The ID that the device gave it. */
  readonly kenmerk: string;
  readonly publieke_sleutel: Buffer;
  readonly teller: number;
  readonly transport: string[];
}

/** A mail about the security of an account. */
export type Accountbericht = 'passkey-toegevoegd' | 'passkey-verwijderd' | 'passkeys-ingetrokken';

export type Beveiliging = Pick<MijnGegevens, 'passkeys' | 'accountberichten'>;

/** What the caller has, in whatever role. */
export async function leesBeveiliging(db: Db): Promise<Beveiliging> {
  const [rij] = await db.query<{ mijn: Beveiliging }[]>('SELECT mijn_beveiliging() AS mijn');
  if (!rij) throw new Error('no answer about the caller');
  return rij.mijn;
}

export const leesPasskeys = (db: Db, accountId: string): Promise<PasskeyRij[]> =>
  db.query<PasskeyRij[]>(
    `SELECT id, kenmerk, publieke_sleutel, teller, transport FROM passkey WHERE account_id = $1
      ORDER BY gemaakt_op, id`,
    [accountId],
  );

export const alsCredential = (rij: PasskeyRij): WebAuthnCredential => ({
  id: rij.kenmerk,
  publicKey: new Uint8Array(rij.publieke_sleutel),
  counter: rij.teller,
  transports: rij.transport,
});

/** Undefined when a passkey with this ID of a device is there already. */
export async function bewaarPasskey(
  db: Db,
  accountId: string,
  naam: string,
  { id, publicKey, counter, transports = [] }: WebAuthnCredential,
): Promise<Passkey | undefined> {
  const [rij] = await db.query<{ id: string; gemaakt_op: Date }[]>(
    `INSERT INTO passkey (account_id, naam, kenmerk, publieke_sleutel, teller, transport)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING id, gemaakt_op`,
    [accountId, naam, id, Buffer.from(publicKey), counter, transports],
  );
  return rij && { id: rij.id, naam, gemaaktOp: rij.gemaakt_op.toISOString(), gebruiktOp: null };
}

/** Counts a use; false when it was used or removed since it was read. */
export async function telGebruik(db: Db, { id, teller }: PasskeyRij, nieuweTeller: number): Promise<boolean> {
  const [, geraakt] = await db.query<[unknown, number]>(
    'UPDATE passkey SET teller = $3, gebruikt_op = now() WHERE id = $1 AND teller = $2',
    [id, teller, nieuweTeller],
  );
  return geraakt === 1;
}

/** From here to the end of the transaction no passkey is added to this account by somebody else. */
export const wachtOpToevoegen = (db: Db, accountId: string): Promise<unknown> =>
  db.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`passkey/${accountId}`]);

/** Asks the worker for a mail to the owner of this account. */
export async function vraagBericht(db: Db, accountId: string, soort: Accountbericht): Promise<void> {
  await db.query('INSERT INTO accountbericht (account_id, soort) VALUES ($1, $2)', [accountId, soort]);
  await db.query(`SELECT pg_notify($1, '')`, [ACCOUNTBERICHT_KANAAL]);
}
