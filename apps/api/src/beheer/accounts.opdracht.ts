import { emailIndex, type Keyring } from '@maatwerktraject/crypto';
import { verzegel } from '@maatwerktraject/database';
import { z } from 'zod';
import type { Db } from '../database/scoped.database.js';

/** Somebody who may log in, and as what. */
export const NieuwePersoon = z.strictObject({
  email: z.email('Vul een volledig e-mailadres in, zoals naam@organisatie.nl.').max(254),
  naam: z.string().trim().min(1, 'Vul een naam in.').max(120),
  rol: z.enum(['adviseur', 'onderzoeker', 'beheerder'], 'Kies adviseur, onderzoeker of beheerder.'),
});
export type NieuwePersoon = z.infer<typeof NieuwePersoon>;

/** Gives somebody a role; makes the account when there is none for this address. Does nothing when it is so already. */
export async function geefRol(
  db: Db,
  keyring: Keyring,
  { email, naam, rol }: NieuwePersoon,
): Promise<boolean> {
  const [account] = await db.query<{ id: string }[]>('SELECT account_bij($1, $2, $3) AS id', [
    emailIndex(keyring, email),
    verzegel(keyring, 'account.naam', naam),
    verzegel(keyring, 'account.email', email),
  ]);
  if (!account) throw new Error('no account came of it');
  const nieuw = await db.query<unknown[]>(
    `INSERT INTO toekenning (account_id, rol, reden) VALUES ($1, $2, 'met een opdracht op de server')
     ON CONFLICT DO NOTHING RETURNING id`,
    [account.id, rol],
  );
  if (nieuw.length === 0) return false;
  await db.query(`SELECT schrijf_audit('rol-verlenen', $1, 'met een opdracht op de server', $2, NULL)`, [
    `account/${account.id}`,
    JSON.stringify({ rol }),
  ]);
  return true;
}

/** How many people can act as beheerder now. */
export async function telBeheerders(db: Db): Promise<number> {
  const [rij] = await db.query<{ aantal: number }[]>(
    `SELECT count(*) AS aantal FROM account WHERE status = 'actief' AND 'beheerder' = ANY (rollen_van(id))`,
  );
  return rij?.aantal ?? 0;
}
