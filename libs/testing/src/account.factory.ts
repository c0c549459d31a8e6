import { emailIndex } from '@maatwerktraject/crypto';
import { maakSessie, SESSIE_COOKIE, verzegel } from '@maatwerktraject/database';
import type { Rol } from '@maatwerktraject/domain';
import type { DataSource } from 'typeorm';
import { TEST_KEYRING } from './sleutels.js';

/** Makes an account, or finds the one with this address; gives its ID. */
export async function maakAccount(database: DataSource, email: string, naam = email): Promise<string> {
  const [rij] = await database.query<{ id: string }[]>(
    `INSERT INTO account (soort, naam, email, email_index) VALUES ('mens', $1, $2, $3)
     ON CONFLICT (email_index) DO UPDATE SET status = account.status RETURNING id`,
    [
      verzegel(TEST_KEYRING, 'account.naam', naam),
      verzegel(TEST_KEYRING, 'account.email', email),
      emailIndex(TEST_KEYRING, email),
    ],
  );
  if (!rij) throw new Error(`geen account voor ${email}`);
  return rij.id;
}

export interface Verlening {
  readonly rol: Exclude<Rol, 'gemeente'>;
  readonly cohortId?: string;
  readonly identiteiten?: boolean;
}

export async function verleen(
  database: DataSource,
  accountId: string,
  verlening: Verlening,
): Promise<string> {
  const { rol, cohortId = null, identiteiten = false } = verlening;
  const [rij] = await database.query<{ id: string }[]>(
    `INSERT INTO toekenning (account_id, rol, cohort_id, identiteiten, reden, vervalt_op)
     VALUES ($1, $2, $3, $4, $5, CASE WHEN $4 THEN now() + interval '90 days' END) RETURNING id`,
    [accountId, rol, cohortId, identiteiten, identiteiten ? 'voor deze proef' : null],
  );
  return rij?.id ?? '';
}

/** A passkey that nobody can show: there is no key to it. Gives its ID. */
export async function maakPasskey(database: DataSource, accountId: string, naam = 'Proef'): Promise<string> {
  const [rij] = await database.query<{ id: string }[]>(
    `INSERT INTO passkey (account_id, naam, kenmerk, publieke_sleutel, teller)
     VALUES ($1, $2, gen_random_uuid()::text, 'x', 0) RETURNING id`,
    [accountId, naam],
  );
  return rij?.id ?? '';
}

/** Logs somebody in past the login itself, with all that it asks of him; gives the Cookie header of his browser. */
export async function meldAan(database: DataSource, accountId: string, rol: Rol): Promise<string> {
  const via = rol === 'gemeente' ? 'link' : 'oidc';
  const passkeys = await database.query<unknown[]>('SELECT FROM passkey WHERE account_id = $1', [accountId]);
  const sleutel = await maakSessie(database, {
    accountId,
    rol,
    via,
    meerdereFactoren: via === 'oidc' || passkeys.length > 0,
    apparaat: 'Proef',
  });
  return `${SESSIE_COOKIE}=${sleutel}`;
}
