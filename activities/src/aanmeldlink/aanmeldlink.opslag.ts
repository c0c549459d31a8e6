import type { Keyring } from '@maatwerktraject/crypto';
import { hashVan, nieuweSleutel, ontzegel } from '@maatwerktraject/database';
import type { DataSource } from 'typeorm';
import { oefentAlleen } from '../bericht/oefen.sql.js';

/** Somebody who waits for a link to log in, with the secret that is in it: known here and in the mail alone. */
export interface TeSturenLink {
  readonly id: string;
  readonly sleutel: string;
  readonly naam: string;
  readonly email: string;
  /** Only part of oefencohorten: then the mail stays in the practice mailbox. */
  readonly oefen: boolean;
  readonly geldigTot: Date;
  /** How long it works in all, counted from when it was asked for. */
  readonly minuten: number;
}

interface Rij {
  readonly id: string;
  readonly naam: string;
  readonly email: string;
  readonly oefen: boolean;
  readonly vervalt_op: Date;
  readonly minuten: number;
}

/** After this a mail whose sender died is sent again, with another secret; the one in the first mail then opens nothing. */
const ACHTERGEBLEVEN = '2 minutes';

const CLAIM = `
  WITH gekozen AS (
    -- Who was blocked since he asked is passed over here: one that is taken and not given would look like the last one.
    SELECT l.id FROM aanmeldlink l JOIN account a ON a.id = l.account_id AND a.status = 'actief' AND a.email IS NOT NULL
     WHERE l.status IN ('wacht', 'bezig') AND l.volgende_poging_op <= now() AND l.vervalt_op > now()
     ORDER BY l.gevraagd_op LIMIT 1 FOR UPDATE OF l SKIP LOCKED
  ), geclaimd AS (
    UPDATE aanmeldlink SET status = 'bezig', pogingen = pogingen + 1, sleutel_hash = $1,
           volgende_poging_op = now() + interval '${ACHTERGEBLEVEN}'
     WHERE id IN (SELECT id FROM gekozen) RETURNING id, account_id, vervalt_op, gevraagd_op
  )
  SELECT g.id, a.naam, a.email, g.vervalt_op,
         round(extract(epoch FROM g.vervalt_op - g.gevraagd_op) / 60)::integer AS minuten, ${oefentAlleen('a.id')} AS oefen
    FROM geclaimd g JOIN account a ON a.id = g.account_id`;

/** The links that people asked for, as the one who mails them sees them. */
export const createAanmeldlinkOpslag = (database: DataSource, keyring: Keyring) => ({
  /** Takes the next one, and makes its secret; only the hash is stored. Undefined when nobody waits. */
  async claim(): Promise<TeSturenLink | undefined> {
    const sleutel = nieuweSleutel();
    const [rij] = await database.query<Rij[]>(CLAIM, [hashVan(sleutel)]);
    return (
      rij && {
        id: rij.id,
        sleutel,
        naam: ontzegel(keyring, 'account.naam', rij.naam),
        email: ontzegel(keyring, 'account.email', rij.email),
        oefen: rij.oefen,
        geldigTot: rij.vervalt_op,
        minuten: rij.minuten,
      }
    );
  },

  /** What became of it. One that may pass is tried again soon: somebody is waiting. */
  async verwerk(id: string, hoe: 'verzonden' | 'mislukt' | 'later'): Promise<void> {
    await database.query(
      hoe === 'later'
        ? `UPDATE aanmeldlink SET status = 'wacht', volgende_poging_op = now() + interval '5 seconds' WHERE id = $1`
        : 'UPDATE aanmeldlink SET status = $2 WHERE id = $1',
      hoe === 'later' ? [id] : [id, hoe],
    );
  },
});
