import type { Rol, TrajectContact } from '@maatwerktraject/contracts';
import { emailIndex, type Keyring } from '@maatwerktraject/crypto';
import { verzegel } from '@maatwerktraject/database';
import type { Niveau } from '@maatwerktraject/domain';
import type { Db } from '../database/scoped.database.js';
import { leesbaar } from '../deelnemer/deelnemer.query.js';

interface Rij {
  readonly id: string;
  /** Sealed, as is the address. */
  readonly naam: string;
  readonly email: string;
  readonly niveau: Niveau;
  readonly hoofdcontact: boolean;
  readonly uzelf: boolean;
  readonly weekoverzicht: boolean;
  readonly vertrekt_op: string | null;
  readonly vervanger_id: string | null;
  readonly vervanger_van: string | null;
  readonly vervanger_tot: string | null;
  readonly uitnodiging: TrajectContact['uitnodiging'];
}

function alsContact({ vervanger_id, vervanger_van, vervanger_tot, ...rij }: Rij, rol: Rol): TrajectContact {
  const { vertrekt_op: vertrektOp, uitnodiging, ...rest } = rij;
  return {
    ...rest,
    vertrektOp,
    vervanging:
      vervanger_id === null || vervanger_van === null || vervanger_tot === null
        ? null
        : { vervangerId: vervanger_id, van: vervanger_van, tot: vervanger_tot },
    // One that was dropped is seen as sent, or it could be asked of any address whether it is blocked here.
    uitnodiging: rol !== 'adviseur' ? null : uitnodiging === 'vervallen' ? 'verzonden' : uitnodiging,
  };
}

/** The people of a traject, the hoofdcontact first, then by name; also those who have left. */
export async function leesContacten(
  db: Db,
  trajectId: string,
  keyring: Keyring,
  rol: Rol,
): Promise<TrajectContact[]> {
  const rijen = await db.query<Rij[]>(
    `SELECT p.id, p.naam, p.email, p.niveau, p.hoofdcontact, p.account_id IS NOT DISTINCT FROM huidig_account() AS uzelf,
            p.weekoverzicht, p.vertrekt_op, p.vervanger_id, p.vervanger_van, p.vervanger_tot,
            CASE u.status WHEN 'bezig' THEN 'wacht' ELSE u.status END AS uitnodiging
       FROM contactpersoon p LEFT JOIN uitnodiging u ON u.contactpersoon_id = p.id
      WHERE p.traject_id = $1 ORDER BY p.id`,
    [trajectId],
  );
  return leesbaar(keyring, rijen).map((rij) => alsContact(rij, rol));
}

/** Why the database refused a change; null when it is done. */
export type Uitslag = string | null;

export async function vraagWijziging(db: Db, sql: string, waarden: readonly unknown[]): Promise<Uitslag> {
  const [rij] = await db.query<{ weigering: Uitslag }[]>(`SELECT ${sql} AS weigering`, [...waarden]);
  if (!rij) throw new Error(`no answer of ${sql}`);
  return rij.weigering;
}

/** The account with this address as SQL with three parameters from `$n` on, and their values. */
export const accountMet = (keyring: Keyring, naam: string, email: string): [Buffer, string, string] => [
  emailIndex(keyring, email),
  verzegel(keyring, 'account.naam', naam),
  verzegel(keyring, 'account.email', email),
];
