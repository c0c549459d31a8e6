import { Inject, Injectable } from '@nestjs/common';
import type { LinkVraag } from '@maatwerktraject/contracts';
import { emailIndex } from '@maatwerktraject/crypto';
import { AANMELDLINK_KANAAL, hashVan, isSleutel } from '@maatwerktraject/database';
import { AANMELDING, ScopedDatabase } from '../database/scoped.database.js';
import { ProblemException } from '../http/problem.js';
import { SETTINGS, type Settings } from '../settings.js';

export const GELDIG_MINUTEN = 20;

/** Links by mail for contactpersonen: for one person, one page, one use, and a short time. */
@Injectable()
export class AanmeldlinkService {
  constructor(
    private readonly database: ScopedDatabase,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Asks the worker to mail a link, if this address is of a contactpersoon. Does the same work, and says nothing, when it
   * is not. The secret does not exist yet: the worker makes it when the mail leaves, and only its hash is kept.
   */
  async vraag({ email, naar }: LinkVraag): Promise<void> {
    const index = emailIndex(this.settings.keyring, email);
    await this.database.as(AANMELDING, async (db) => {
      await db.query(
        `INSERT INTO aanmeldlink (account_id, naar, vervalt_op)
         SELECT id, $2, now() + make_interval(mins => $3) FROM account
          WHERE email_index = $1 AND status = 'actief' AND 'gemeente' = ANY (rollen_van(id))`,
        [index, naar, GELDIG_MINUTEN],
      );
      await db.query(`SELECT pg_notify($1, '')`, [AANMELDLINK_KANAAL]);
    });
  }

  /** @throws ProblemException (410) when this link was used, replaced or left too long, or never was one */
  async gebruik(sleutel: string): Promise<{ accountId: string; naar: string }> {
    const gebruikt = isSleutel(sleutel)
      ? await this.database.as(AANMELDING, async (db) => {
          const [rijen] = await db.query<[{ account_id: string; naar: string }[], number]>(
            `UPDATE aanmeldlink l SET gebruikt_op = now() FROM account a
              WHERE l.sleutel_hash = $1 AND l.gebruikt_op IS NULL AND l.vervalt_op > now()
                AND a.id = l.account_id AND a.status = 'actief'
            RETURNING l.account_id, l.naar`,
            [hashVan(sleutel)],
          );
          // One proof is enough: the other links that were mailed open nothing any more.
          if (rijen[0])
            await db.query(
              'UPDATE aanmeldlink SET gebruikt_op = now() WHERE account_id = $1 AND gebruikt_op IS NULL',
              [rijen[0].account_id],
            );
          return rijen[0];
        })
      : undefined;
    if (!gebruikt)
      throw new ProblemException(
        410,
        'Deze link werkt niet meer. Een link werkt één keer, en niet langer dan 20 minuten. Vraag een nieuwe link.',
        { code: 'link-verlopen' },
      );
    return { accountId: gebruikt.account_id, naar: gebruikt.naar };
  }
}
