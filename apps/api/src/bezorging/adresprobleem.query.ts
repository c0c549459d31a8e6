import type { Adresprobleem } from '@maatwerktraject/contracts';
import type { Keyring } from '@maatwerktraject/crypto';
import { ontzegel } from '@maatwerktraject/database';
import type { Niveau } from '@maatwerktraject/domain';
import { adviseurVan } from '../cohort/adviseur.js';
import type { Db } from '../database/scoped.database.js';
import { woordenVan } from './bericht.detail.query.js';

export interface ProbleemRij {
  readonly id: string;
  readonly cohort_id: string | null;
  readonly sinds: Date;
  readonly bron: Adresprobleem['bron'];
  readonly code: string;
  /** Sealed, as are names and addresses. */
  readonly woorden: string;
  readonly opgelost_op: Date | null;
  readonly oplossing: Adresprobleem['oplossing'];
  readonly aangehouden: number;
  readonly naam: string | null;
  readonly email: string | null;
  readonly niveau: Niveau | null;
  readonly adviseur_naam: string;
  readonly adviseur_email: string;
}

/** What is wrong, and was, with addresses of people of a traject; what is open first, then the newest. */
export const leesAdresproblemen = (db: Db, trajectId: string): Promise<ProbleemRij[]> =>
  db.query<ProbleemRij[]>(
    `SELECT a.id, a.cohort_id, a.sinds, a.bron, a.code, a.woorden, a.opgelost_op, a.oplossing, p.naam, p.email, p.niveau,
            c.adviseur_naam, c.adviseur_email,
            (SELECT count(*) FROM bericht b WHERE b.adresprobleem_id = a.id AND b.traject_id = t.id
                AND b.status = 'aangehouden') AS aangehouden
       FROM traject t JOIN cohort c ON c.id = t.cohort_id
       JOIN adresprobleem a ON a.oefen = (c.oefen_dagen_per_seconde IS NOT NULL)
       LEFT JOIN LATERAL (
         SELECT p.* FROM contactpersoon p
          WHERE p.traject_id = t.id AND (p.id = a.contactpersoon_id OR p.account_id = a.account_id)
          ORDER BY p.hoofdcontact DESC, p.id LIMIT 1) p ON true
      WHERE t.id = $1 AND (a.cohort_id = t.cohort_id OR p.id IS NOT NULL)
      ORDER BY a.opgelost_op DESC NULLS FIRST, a.sinds DESC, a.id LIMIT 100`,
    [trajectId],
  );

function wieVan(rij: ProbleemRij, keyring: Keyring): Adresprobleem['wie'] {
  if (rij.cohort_id !== null) return { ...adviseurVan(keyring, rij), niveau: null };
  if (rij.naam === null || rij.email === null) return null;
  return {
    naam: ontzegel(keyring, 'contactpersoon.naam', rij.naam),
    email: ontzegel(keyring, 'contactpersoon.email', rij.email),
    niveau: rij.niveau,
  };
}

export const alsAdresprobleem = (rij: ProbleemRij, keyring: Keyring): Adresprobleem => ({
  id: rij.id,
  wie: wieVan(rij, keyring),
  sinds: rij.sinds.toISOString(),
  bron: rij.bron,
  code: rij.code,
  woorden: woordenVan(keyring, 'adresprobleem.woorden', rij.woorden),
  aangehouden: rij.aangehouden,
  opgelostOp: rij.opgelost_op?.toISOString() ?? null,
  oplossing: rij.oplossing,
});
