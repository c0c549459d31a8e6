import type { Toekenning } from '@maatwerktraject/contracts';
import type { Keyring } from '@maatwerktraject/crypto';
import { ontzegel, verzegel } from '@maatwerktraject/database';
import type { Rol } from '@maatwerktraject/domain';
import { emailVan, naamVan } from '../account/naam.js';
import type { Db } from '../database/scoped.database.js';

interface Rij {
  readonly id: string;
  readonly account_id: string;
  /** As whoever gave it called him, and as the account has it; sealed. */
  readonly gegeven_naam: string | null;
  readonly naam: string;
  readonly email: string | null;
  readonly status: string;
  readonly rol: Toekenning['rol'];
  readonly cohort_id: string | null;
  readonly identiteiten: boolean;
  readonly reden: string | null;
  readonly door_gegeven_naam: string | null;
  /** Null for somebody whom the caller may not see. */
  readonly door_naam: string | null;
  readonly door_status: string | null;
  readonly verleend_op: Date;
  readonly vervalt_op: Date | null;
  readonly uitnodiging: Toekenning['uitnodiging'];
}

const SELECT = `
  SELECT k.id, k.account_id, k.naam AS gegeven_naam, a.naam, a.email, a.status, k.rol, k.cohort_id, k.identiteiten, k.reden,
         (SELECT g.naam FROM toekenning g WHERE g.account_id = k.verleend_door AND g.cohort_id = k.cohort_id
             AND g.naam IS NOT NULL ORDER BY g.verleend_op DESC LIMIT 1) AS door_gegeven_naam,
         d.naam AS door_naam, d.status AS door_status, k.verleend_op, k.vervalt_op,
         CASE u.status WHEN 'bezig' THEN 'wacht' ELSE u.status END AS uitnodiging
    FROM toekenning k JOIN account a ON a.id = k.account_id LEFT JOIN account d ON d.id = k.verleend_door
    LEFT JOIN uitnodiging u ON u.toekenning_id = k.id
   WHERE k.ingetrokken_op IS NULL AND (k.vervalt_op IS NULL OR k.vervalt_op > now())`;

/**
 * The name of somebody as this role may know him: a beheerder the one of his account, an adviseur the one under which he was
 * let in. Else a name could be had of anyone, by letting in his address.
 */
const naamVoor = (
  keyring: Keyring,
  rol: Rol,
  gegeven: string | null,
  account: { readonly naam: string; readonly status: string },
): string =>
  rol === 'beheerder' || gegeven === null || account.status === 'gewist'
    ? naamVan(keyring, account)
    : ontzegel(keyring, 'toekenning.naam', gegeven);

/**
 * What became of the mail. One that was dropped, of a grant that still holds, is of a blocked account, or of somebody who had
 * the same mail just before: who is no beheerder sees it as sent, or he could ask of any address whether it is blocked here.
 */
const uitnodigingVoor = (rol: Rol, stand: Toekenning['uitnodiging']): Toekenning['uitnodiging'] =>
  rol !== 'beheerder' && stand === 'vervallen' ? 'verzonden' : stand;

const alsToekenning = (rij: Rij, keyring: Keyring, rol: Rol): Toekenning => ({
  id: rij.id,
  accountId: rij.account_id,
  naam: naamVoor(keyring, rol, rij.gegeven_naam, rij),
  email: emailVan(keyring, rij),
  rol: rij.rol,
  cohortId: rij.cohort_id,
  identiteiten: rij.identiteiten,
  reden: rij.reden,
  verleendDoor:
    rij.door_naam === null || rij.door_status === null
      ? null
      : naamVoor(keyring, rol, rij.door_gegeven_naam, { naam: rij.door_naam, status: rij.door_status }),
  verleendOp: rij.verleend_op.toISOString(),
  vervaltOp: rij.vervalt_op?.toISOString() ?? null,
  uitnodiging: uitnodigingVoor(rol, rij.uitnodiging),
});

/** Who has a part in a cohort now, in the order in which it was given, with names as this role may know them. */
export async function leesToekenningen(
  db: Db,
  cohortId: string,
  keyring: Keyring,
  rol: Rol,
): Promise<Toekenning[]> {
  const rijen = await db.query<Rij[]>(`${SELECT} AND k.cohort_id = $1 ORDER BY k.verleend_op, k.id`, [
    cohortId,
  ]);
  return rijen.map((rij) => alsToekenning(rij, keyring, rol));
}

/** What an account was given and still has, with and without a cohort; for a beheerder. */
export async function leesToekenningenVan(
  db: Db,
  accountId: string,
  keyring: Keyring,
): Promise<Toekenning[]> {
  const rijen = await db.query<Rij[]>(`${SELECT} AND k.account_id = $1 ORDER BY k.verleend_op, k.id`, [
    accountId,
  ]);
  return rijen.map((rij) => alsToekenning(rij, keyring, 'beheerder'));
}

export interface NieuwDeel {
  readonly accountId: string;
  /** As whoever gives it calls him; absent for an account that was named by its ID. */
  readonly naam?: string | undefined;
  readonly rol: Toekenning['rol'];
  readonly cohortId: string;
  readonly identiteiten: boolean;
  readonly reden: string | null;
  readonly geldigDagen: number | null;
}

/** Gives an account a part in a cohort; does nothing when it has it already. What has ended makes room for it. */
export async function geefDeel(db: Db, keyring: Keyring, deel: NieuwDeel): Promise<void> {
  const { accountId, naam, rol, cohortId, identiteiten, reden, geldigDagen } = deel;
  await db.query(
    `UPDATE toekenning SET ingetrokken_op = now()
      WHERE account_id = $1 AND rol = $2 AND cohort_id = $3 AND identiteiten = $4 AND ingetrokken_op IS NULL
        AND vervalt_op <= now()`,
    [accountId, rol, cohortId, identiteiten],
  );
  await db.query(
    `INSERT INTO toekenning (account_id, rol, cohort_id, identiteiten, reden, naam, vervalt_op, verleend_door)
     VALUES ($1, $2, $3, $4, $5, $6, now() + make_interval(days => $7), huidig_account()) ON CONFLICT DO NOTHING`,
    [
      accountId,
      rol,
      cohortId,
      identiteiten,
      reden,
      naam === undefined ? null : verzegel(keyring, 'toekenning.naam', naam),
      geldigDagen,
    ],
  );
}

export const trekIn = (db: Db, id: string): Promise<unknown> =>
  db.query('UPDATE toekenning SET ingetrokken_op = now() WHERE id = $1 AND ingetrokken_op IS NULL', [id]);
