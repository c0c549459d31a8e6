import type { Toekenning } from '@maatwerktraject/contracts';
import type { Keyring } from '@maatwerktraject/crypto';
import { emailVan, naamVan } from '../account/naam.js';
import type { Db } from '../database/scoped.database.js';

interface Rij {
  readonly id: string;
  readonly account_id: string;
  readonly naam: string;
  readonly email: string | null;
  readonly status: string;
  readonly rol: Toekenning['rol'];
  readonly cohort_id: string | null;
  readonly identiteiten: boolean;
  readonly reden: string | null;
  readonly verleend_op: Date;
  readonly vervalt_op: Date | null;
  readonly uitnodiging: Toekenning['uitnodiging'];
}

const SELECT = `
  SELECT k.id, k.account_id, a.naam, a.email, a.status, k.rol, k.cohort_id, k.identiteiten, k.reden, k.verleend_op, k.vervalt_op,
         CASE u.status WHEN 'bezig' THEN 'wacht' ELSE u.status END AS uitnodiging
    FROM toekenning k JOIN account a ON a.id = k.account_id LEFT JOIN uitnodiging u ON u.toekenning_id = k.id
   WHERE k.ingetrokken_op IS NULL AND (k.vervalt_op IS NULL OR k.vervalt_op > now())`;

const alsToekenning = (rij: Rij, keyring: Keyring): Toekenning => ({
  id: rij.id,
  accountId: rij.account_id,
  naam: naamVan(keyring, rij),
  email: emailVan(keyring, rij),
  rol: rij.rol,
  cohortId: rij.cohort_id,
  identiteiten: rij.identiteiten,
  reden: rij.reden,
  verleendOp: rij.verleend_op.toISOString(),
  vervaltOp: rij.vervalt_op?.toISOString() ?? null,
  uitnodiging: rij.uitnodiging,
});

/** Who has a part in a cohort now, in the order in which it was given. */
export async function leesToekenningen(db: Db, cohortId: string, keyring: Keyring): Promise<Toekenning[]> {
  const rijen = await db.query<Rij[]>(`${SELECT} AND k.cohort_id = $1 ORDER BY k.verleend_op, k.id`, [
    cohortId,
  ]);
  return rijen.map((rij) => alsToekenning(rij, keyring));
}

/** What an account was given and still has, with and without a cohort. */
export async function leesToekenningenVan(
  db: Db,
  accountId: string,
  keyring: Keyring,
): Promise<Toekenning[]> {
  const rijen = await db.query<Rij[]>(`${SELECT} AND k.account_id = $1 ORDER BY k.verleend_op, k.id`, [
    accountId,
  ]);
  return rijen.map((rij) => alsToekenning(rij, keyring));
}

/** Gives an account a part in a cohort; does nothing when it has it already. */
export const geefDeel = (
  db: Db,
  deel: {
    readonly accountId: string;
    readonly rol: Toekenning['rol'];
    readonly cohortId: string;
    readonly identiteiten: boolean;
    readonly reden: string | null;
  },
): Promise<unknown> =>
  db.query(
    `INSERT INTO toekenning (account_id, rol, cohort_id, identiteiten, reden, verleend_door)
     VALUES ($1, $2, $3, $4, $5, huidig_account()) ON CONFLICT DO NOTHING`,
    [deel.accountId, deel.rol, deel.cohortId, deel.identiteiten, deel.reden],
  );

export const trekIn = (db: Db, id: string): Promise<unknown> =>
  db.query('UPDATE toekenning SET ingetrokken_op = now() WHERE id = $1 AND ingetrokken_op IS NULL', [id]);
