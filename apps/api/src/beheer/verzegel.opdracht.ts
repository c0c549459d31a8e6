import { isSealed, isSealedWithCurrent, type Keyring } from '@maatwerktraject/crypto';
import { ontzegel, VERZEGELDE_KOLOMMEN, verzegel, type VerzegeldeKolom } from '@maatwerktraject/database';
import { accountBij } from '../account/account.query.js';
import type { Db } from '../database/scoped.database.js';

const IN_EEN_KEER = 500;

/** Seals a text with the key of now; a text of before there was sealing comes in readable. */
const opnieuw = (keyring: Keyring, kolom: VerzegeldeKolom, tekst: string): string =>
  verzegel(keyring, kolom, isSealed(tekst) ? ontzegel(keyring, kolom, tekst) : tekst);

async function herverzegelKolom(db: Db, keyring: Keyring, kolom: VerzegeldeKolom): Promise<number> {
  const [tabel = '', veld = ''] = kolom.split('.');
  let na = '00000000-0000-0000-0000-000000000000';
  let aantal = 0;
  for (;;) {
    const rijen = await db.query<{ id: string; tekst: string }[]>(
      `SELECT id, ${veld} AS tekst FROM ${tabel} WHERE id > $1 AND ${veld} <> '' ORDER BY id LIMIT ${String(IN_EEN_KEER)}`,
      [na],
    );
    for (const { id, tekst } of rijen) {
      na = id;
      if (isSealedWithCurrent(keyring, tekst)) continue;
      await db.query(`UPDATE ${tabel} SET ${veld} = $3 WHERE id = $1 AND ${veld} = $2`, [
        id,
        tekst,
        opnieuw(keyring, kolom, tekst),
      ]);
      aantal += 1;
    }
    if (rijen.length < IN_EEN_KEER) return aantal;
  }
}

/** Gives contactpersonen of before there were accounts an account each. */
async function koppelAccounts(db: Db, keyring: Keyring): Promise<void> {
  const rijen = await db.query<{ id: string; naam: string; email: string }[]>(
    `SELECT id, naam, email FROM contactpersoon WHERE account_id IS NULL AND email <> ''`,
  );
  for (const { id, naam, email } of rijen) {
    const accountId = await accountBij(
      db,
      keyring,
      ontzegel(keyring, 'contactpersoon.naam', naam),
      ontzegel(keyring, 'contactpersoon.email', email),
    );
    await db.query('UPDATE contactpersoon SET account_id = $2 WHERE id = $1', [id, accountId]);
  }
}

/**
 * Brings names and addresses under the key of now: after a rotation, and once in a database of before there was sealing.
 * Can be broken off and run again; the programs may go on meanwhile. Gives how many texts were sealed.
 */
export async function herverzegel(db: Db, keyring: Keyring): Promise<number> {
  let aantal = 0;
  for (const kolom of VERZEGELDE_KOLOMMEN) aantal += await herverzegelKolom(db, keyring, kolom);
  await koppelAccounts(db, keyring);
  return aantal;
}
