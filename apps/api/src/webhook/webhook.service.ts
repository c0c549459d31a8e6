import { Inject, Injectable } from '@nestjs/common';
import type {
  GegevenWebhook,
  NieuweWebhook,
  NieuwGeheim,
  Webhook,
  WebhookPagina,
  WebhookVraag,
  WebhookWijziging,
} from '@maatwerktraject/contracts';
import { ontzegel, verzegel } from '@maatwerktraject/database';
import { Adresweigering, beoordeelAdres, nieuwGeheim } from '@maatwerktraject/webhook';
import type { Request } from 'express';
import { leesAccountRij } from '../account/account.query.js';
import { weigerNietActief } from '../account/account.service.js';
import { schrijfAudit } from '../audit/audit.query.js';
import { ScopedDatabase, type Db } from '../database/scoped.database.js';
import { otherVersion } from '../http/if-match.decorator.js';
import { pagina } from '../http/pagina.js';
import { invalid, notFound, refused } from '../http/problem.js';
import { SETTINGS, type Settings } from '../settings.js';
import type { Aangemelde } from '../toegang/aangemelde.js';
import {
  alsWebhook,
  hervat,
  leesWebhook,
  leesWebhooks,
  plaatsVanWebhook,
  soortenVan,
  tokenVan,
  weigerZonderRecht,
} from './webhook.query.js';

const MAX_PER_DIENST = 20;
/** The old secret still signs for so long. */
const OVERLAP = '24 hours';

const gastheer = (url: string): string => new URL(url).host;

/** Where systems get events by themselves. */
@Injectable()
export class WebhookService {
  constructor(
    private readonly database: ScopedDatabase,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  lijst(vraag: WebhookVraag): Promise<WebhookPagina> {
    return this.database.read(async (db) =>
      pagina(await leesWebhooks(db, vraag), vraag, plaatsVanWebhook, alsWebhook),
    );
  }

  lees(id: string): Promise<Webhook> {
    return this.database.read(async (db) => alsWebhook(await leesWebhook(db, id)));
  }

  /** Makes a webhook and gives its secret, this once. */
  async maak(invoer: NieuweWebhook, wie: Aangemelde, request: Request): Promise<GegevenWebhook> {
    const { naam, url, typen } = invoer;
    const accountId = this.dienstVoor(invoer, wie);
    await this.database.read((db) => this.weigerZonderDienst(db, accountId, wie));
    await this.weigerAdres(url);
    const geheim = nieuwGeheim();
    return this.database.transaction(async (db) => {
      await this.weigerTeVeel(db, accountId);
      const [rij] = await db.query<{ id: string }[]>(
        `INSERT INTO webhook (account_id, naam, url, soorten, geheim, token_id, gemaakt_door)
         VALUES ($1, $2, $3, $4, $5, $6, huidig_account()) RETURNING id`,
        [
          accountId,
          naam,
          url,
          soortenVan(typen),
          verzegel(this.settings.keyring, 'webhook.geheim', geheim),
          tokenVan(wie),
        ],
      );
      const id = rij?.id ?? '';
      await weigerZonderRecht(db, id);
      await schrijfAudit(db, {
        handeling: 'webhook-maken',
        onderwerp: `webhook/${id}`,
        inhoud: { accountId, naar: gastheer(url) },
        request,
      });
      return { ...alsWebhook(await leesWebhook(db, id)), geheim };
    });
  }

  /**
   * Changes a webhook, when nobody else did so since version `versie`. Who sets it going, or changes what goes where, stands
   * for it from then on: with the token of before it no longer ends.
   */
  async wijzig(
    id: string,
    invoer: WebhookWijziging,
    versie: number,
    wie: Aangemelde,
    request: Request,
  ): Promise<Webhook> {
    const { naam = null, url = null, typen, status = null } = invoer;
    const oud = await this.lees(id);
    if (oud.status === 'beeindigd')
      throw refused('webhook-beeindigd', 'Deze webhook is beëindigd. Maak een nieuwe.');
    if (url !== null) await this.weigerAdres(url);
    return this.database.transaction(async (db) => {
      const [, geraakt] = await db.query<[unknown, number]>(
        `UPDATE webhook SET naam = coalesce($3, naam), url = coalesce($4, url), soorten = coalesce($5, soorten),
                status = coalesce($6, status),
                token_id = CASE WHEN $6 = 'actief' OR $4 <> url THEN $7 ELSE token_id END,
                reden = CASE $6 WHEN 'actief' THEN NULL WHEN 'gepauzeerd' THEN coalesce(reden, 'op-verzoek') ELSE reden END
          WHERE id = $1 AND versie = $2`,
        [id, versie, naam, url, typen ? soortenVan(typen) : null, status, tokenVan(wie)],
      );
      if (geraakt === 0) throw otherVersion();
      if (status === 'actief') await weigerZonderRecht(db, id);
      if (status === 'actief' || url !== null) await hervat(db, id);
      await schrijfAudit(db, {
        handeling: 'webhook-wijzigen',
        onderwerp: `webhook/${id}`,
        // The name is text of a person: only that it is another one.
        inhoud: {
          ...(naam === null ? {} : { naam: true }),
          ...(url === null ? {} : { naar: gastheer(url) }),
          ...(typen ? { typen } : {}),
          ...(status === null ? {} : { status }),
        },
        request,
      });
      return alsWebhook(await leesWebhook(db, id));
    });
  }

  /** Removes a webhook with its log. Nothing more is sent, but what is under way this moment. */
  async verwijder(id: string): Promise<void> {
    await this.database.transaction(async (db) => {
      await leesWebhook(db, id);
      await db.query('DELETE FROM webhook WHERE id = $1', [id]);
    });
  }

  /** Gives a new secret; for a day both sign. */
  vernieuwGeheim(id: string): Promise<NieuwGeheim> {
    const { keyring } = this.settings;
    const geheim = nieuwGeheim();
    return this.database.transaction(async (db) => {
      // Of two at the same moment the second finds the secret of the first: both secrets that were given sign for a day.
      await db.query('SELECT FROM webhook WHERE id = $1 FOR UPDATE', [id]);
      const oud = await leesWebhook(db, id);
      // Sealed for its own column: ciphertext does not move.
      const vorig = ontzegel(keyring, 'webhook.geheim', oud.geheim);
      const [[rij]] = await db.query<[{ tot: Date }[], number]>(
        `UPDATE webhook SET geheim = $2, vorig_geheim = $3, vorig_geheim_tot = now() + $4::interval WHERE id = $1
         RETURNING vorig_geheim_tot AS tot`,
        [
          id,
          verzegel(keyring, 'webhook.geheim', geheim),
          verzegel(keyring, 'webhook.vorig_geheim', vorig),
          OVERLAP,
        ],
      );
      if (!rij) throw new Error('no secret came of it');
      return { geheim, overlapTotOp: rij.tot.toISOString() };
    });
  }

  private dienstVoor({ accountId }: NieuweWebhook, wie: Aangemelde): string {
    if (accountId !== undefined) return accountId;
    if (wie.soort === 'dienst') return wie.accountId;
    throw invalid([{ pad: 'accountId', zin: 'Kies de dienst waarvoor deze webhook is.' }]);
  }

  private async weigerZonderDienst(db: Db, accountId: string, wie: Aangemelde): Promise<void> {
    // A service does not learn which other accounts there are.
    if (wie.soort === 'dienst' && accountId !== wie.accountId)
      throw notFound('Dit account bestaat niet. Kijk in de lijst met accounts.');
    const account = await leesAccountRij(db, accountId);
    if (account.soort !== 'dienst')
      throw refused(
        'geen-dienst',
        'Alleen een dienst krijgt een webhook. Maak eerst een account voor een dienst.',
      );
    weigerNietActief(account);
  }

  /** In the transaction that makes one more, one at a time for a service: two at once would both find room for one. */
  private async weigerTeVeel(db: Db, accountId: string): Promise<void> {
    await db.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`webhooks/${accountId}`]);
    const [geteld] = await db.query<{ aantal: number }[]>(
      'SELECT count(*) AS aantal FROM webhook WHERE account_id = $1',
      [accountId],
    );
    if ((geteld?.aantal ?? 0) >= MAX_PER_DIENST)
      throw refused(
        'te-veel-webhooks',
        `Een dienst mag ${String(MAX_PER_DIENST)} webhooks hebben. Verwijder er eerst een die u niet gebruikt.`,
      );
  }

  /** Also judged again at each attempt: a name may lead elsewhere by then. */
  private async weigerAdres(url: string): Promise<void> {
    try {
      await beoordeelAdres(url, { loopback: this.settings.webhookLoopback });
    } catch (error) {
      if (error instanceof Adresweigering) throw invalid([{ pad: 'url', zin: error.message }]);
      throw error;
    }
  }
}
