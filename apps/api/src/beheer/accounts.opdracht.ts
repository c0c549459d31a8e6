import type { Keyring } from '@maatwerktraject/crypto';
import { z } from 'zod';
import { accountBij, geefRol } from '../account/account.query.js';
import type { Db } from '../database/scoped.database.js';

/** Somebody who may log in, and as what. */
export const NieuwePersoon = z.strictObject({
  email: z.email('Vul een volledig e-mailadres in, zoals naam@organisatie.nl.').max(254),
  naam: z.string().trim().min(1, 'Vul een naam in.').max(120),
  rol: z.enum(['adviseur', 'onderzoeker', 'beheerder'], 'Kies adviseur, onderzoeker of beheerder.'),
});
export type NieuwePersoon = z.infer<typeof NieuwePersoon>;

const REDEN = 'met een opdracht op de server';

/** Gives somebody a role; makes the account when there is none for this address. Does nothing when it is so already. */
export async function laatToe(
  db: Db,
  keyring: Keyring,
  { email, naam, rol }: NieuwePersoon,
): Promise<boolean> {
  const accountId = await accountBij(db, keyring, naam, email);
  if (!(await geefRol(db, accountId, rol, REDEN))) return false;
  await db.query(`SELECT schrijf_audit('rol-verlenen', $1, $2, $3, NULL)`, [
    `account/${accountId}`,
    REDEN,
    JSON.stringify({ rol }),
  ]);
  return true;
}
