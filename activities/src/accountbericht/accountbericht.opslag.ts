import type { Keyring } from '@maatwerktraject/crypto';
import { ontzegel } from '@maatwerktraject/database';
import type { DataSource } from 'typeorm';
import type { AccountberichtSoort } from './accountbericht.tekst.js';

/** A mail to somebody about the security of his account. */
export interface TeSturenAccountbericht {
  readonly id: string;
  readonly soort: AccountberichtSoort;
  readonly naam: string;
  readonly email: string;
  /** When it happened. */
  readonly op: Date;
  /** Only part of oefencohorten: then the mail stays in the practice mailbox. */
  readonly oefen: boolean;
}

interface Rij {
  readonly id: string;
  readonly soort: AccountberichtSoort;
  readonly naam: string;
  readonly email: string;
  readonly gevraagd_op: Date;
  readonly oefen: boolean;
}

/** After this a mail whose sender died is sent again, under the same Message-ID. */
const ACHTERGEBLEVEN = '2 minutes';
/** A mail that could not leave for so long tells nobody anything new. */
const TE_LAAT = '3 days';

const CLAIM = `
  WITH gekozen AS (
    SELECT b.id FROM accountbericht b JOIN account a ON a.id = b.account_id
     WHERE b.status IN ('wacht', 'bezig') AND b.volgende_poging_op <= now()
       AND b.gevraagd_op > now() - interval '${TE_LAAT}' AND a.status = 'actief' AND a.email IS NOT NULL
     ORDER BY b.gevraagd_op LIMIT 1 FOR UPDATE OF b SKIP LOCKED
  ), geclaimd AS (
    UPDATE accountbericht SET status = 'bezig', pogingen = pogingen + 1,
           volgende_poging_op = now() + interval '${ACHTERGEBLEVEN}'
     WHERE id IN (SELECT id FROM gekozen) RETURNING id, account_id, soort, gevraagd_op
  )
  SELECT g.id, g.soort, g.gevraagd_op, a.naam, a.email, coalesce(t.oefen, false) AS oefen
    FROM geclaimd g JOIN account a ON a.id = g.account_id
    LEFT JOIN LATERAL (
      SELECT bool_and(c.oefen_dagen_per_seconde IS NOT NULL) AS oefen
        FROM contactpersoon p JOIN traject tr ON tr.id = p.traject_id JOIN cohort c ON c.id = tr.cohort_id
       WHERE p.account_id = a.id) t ON true`;

/** The mails about accounts, as the one who sends them sees them. */
export const createAccountberichtOpslag = (database: DataSource, keyring: Keyring) => ({
  /** Takes the next one. Undefined when none waits. */
  async claim(): Promise<TeSturenAccountbericht | undefined> {
    const [rij] = await database.query<Rij[]>(CLAIM);
    return (
      rij && {
        id: rij.id,
        soort: rij.soort,
        naam: ontzegel(keyring, 'account.naam', rij.naam),
        email: ontzegel(keyring, 'account.email', rij.email),
        op: rij.gevraagd_op,
        oefen: rij.oefen,
      }
    );
  },

  /** What became of it. One that may pass is tried again, less and less often: nobody waits for it. */
  async verwerk(id: string, hoe: 'verzonden' | 'mislukt' | 'later'): Promise<void> {
    await database.query(
      hoe === 'later'
        ? `UPDATE accountbericht SET status = 'wacht',
             volgende_poging_op = now() + least(pogingen * pogingen, 360) * interval '10 seconds' WHERE id = $1`
        : 'UPDATE accountbericht SET status = $2 WHERE id = $1',
      hoe === 'later' ? [id] : [id, hoe],
    );
  },
});
