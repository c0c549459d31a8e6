import type { Keyring } from '@maatwerktraject/crypto';
import { ontzegel } from '@maatwerktraject/database';
import type { DataSource } from 'typeorm';
import { oefentAlleen } from '../bericht/oefen.sql.js';
import type { AccountberichtSoort, GestopteWebhook, Stopreden } from './accountbericht.tekst.js';

/** A mail to somebody about the security of his account, or about what he manages. */
export interface TeSturenAccountbericht {
  readonly id: string;
  readonly soort: AccountberichtSoort;
  readonly naam: string;
  readonly email: string;
  /** When it happened. */
  readonly op: Date;
  /** Only part of oefencohorten: then the mail stays in the practice mailbox. */
  readonly oefen: boolean;
  /** What it is about, of a beheerder. */
  readonly webhook: GestopteWebhook | null;
}

interface Rij {
  readonly id: string;
  readonly soort: AccountberichtSoort;
  readonly naam: string;
  readonly email: string;
  /** Where it goes instead; null for the address of now. */
  readonly aan: string | null;
  readonly gevraagd_op: Date;
  readonly oefen: boolean;
  readonly webhook_id: string | null;
  readonly webhook: string | null;
  readonly reden: Stopreden | null;
}

function webhookVan({ webhook_id: id, webhook: naam, reden }: Rij): GestopteWebhook | null {
  return id === null || naam === null || reden === null ? null : { id, naam, reden };
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
       AND (b.soort <> 'webhook-gestopt' OR b.webhook_id IS NOT NULL)
     ORDER BY b.gevraagd_op LIMIT 1 FOR UPDATE OF b SKIP LOCKED
  ), geclaimd AS (
    UPDATE accountbericht SET status = 'bezig', pogingen = pogingen + 1,
           volgende_poging_op = now() + interval '${ACHTERGEBLEVEN}'
     WHERE id IN (SELECT id FROM gekozen) RETURNING id, account_id, soort, gevraagd_op, webhook_id, reden, aan
  )
  SELECT g.id, g.soort, g.gevraagd_op, a.naam, a.email, g.aan, g.webhook_id, w.naam AS webhook, g.reden,
         -- A beheerder manages what is real, whatever he practises with.
         g.webhook_id IS NULL AND ${oefentAlleen('a.id')} AS oefen
    FROM geclaimd g JOIN account a ON a.id = g.account_id LEFT JOIN webhook w ON w.id = g.webhook_id`;

/** The mails to people about their accounts, as the one who sends them sees them. */
export const createAccountberichtOpslag = (database: DataSource, keyring: Keyring) => ({
  /** Takes the next one. Undefined when none waits. */
  async claim(): Promise<TeSturenAccountbericht | undefined> {
    const [rij] = await database.query<Rij[]>(CLAIM);
    return (
      rij && {
        id: rij.id,
        soort: rij.soort,
        naam: ontzegel(keyring, 'account.naam', rij.naam),
        email:
          rij.aan === null
            ? ontzegel(keyring, 'account.email', rij.email)
            : ontzegel(keyring, 'accountbericht.aan', rij.aan),
        op: rij.gevraagd_op,
        oefen: rij.oefen,
        webhook: webhookVan(rij),
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
