import { Inject, Injectable } from '@nestjs/common';
import { blindIndex, emailIndex } from '@maatwerktraject/crypto';
import type { Request } from 'express';
import type { IDToken } from 'openid-client';
import { schrijfAudit } from '../audit/audit.query.js';
import { AANMELDING, ScopedDatabase } from '../database/scoped.database.js';
import { SETTINGS, type Settings } from '../settings.js';
import { AanmeldenMislukt } from './aanmeldfout.js';

/** What the provider says, of which only the first two are sure to be there. */
interface Identiteit extends Pick<IDToken, 'iss' | 'sub'> {
  readonly email?: unknown;
  readonly email_verified?: unknown;
}

interface Kandidaat {
  readonly id: string;
  readonly gekoppeld: boolean;
  readonly uitgenodigd: boolean;
}

const UITGENODIGD = `status = 'actief' AND soort = 'mens'
  AND rollen_van(id) && ARRAY['adviseur', 'onderzoeker', 'beheerder']`;

/** Which account belongs to who logged in with the provider. */
@Injectable()
export class KoppelingService {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly database: ScopedDatabase,
  ) {}

  /**
   * The account of this identity. The first time it is found by the address under which somebody was invited, if the
   * provider vouches for that address; from then on by the provider's own number for the person, and by nothing else. That
   * first time is a line in the audit log, and so is one that was refused.
   * @throws AanmeldenMislukt
   */
  async accountVan(identiteit: Identiteit, request: Request): Promise<string> {
    const bekend = await this.zoek(identiteit);
    if (bekend !== undefined) return bekend;
    const kandidaat = await this.kandidaat(identiteit);
    const reden = this.weigering(identiteit, kandidaat);
    if (reden === undefined && kandidaat && (await this.koppel(kandidaat.id, identiteit, request)))
      return kandidaat.id;
    // Somebody who logs in twice at once the first time: the other one was just before.
    const alsnog = reden === undefined ? await this.zoek(identiteit) : undefined;
    if (alsnog !== undefined) return alsnog;
    await this.noteerWeigering(identiteit, kandidaat?.id, reden ?? 'niet-uitgenodigd', request);
    throw new AanmeldenMislukt('onbekend');
  }

  private async zoek({ iss, sub }: Identiteit): Promise<string | undefined> {
    const [bekend] = await this.database.as(AANMELDING, (db) =>
      db.query<{ id: string; status: string }[]>(
        'SELECT id, status FROM account WHERE oidc_issuer = $1 AND oidc_subject = $2',
        [iss, sub],
      ),
    );
    if (bekend && bekend.status !== 'actief') throw new AanmeldenMislukt('geblokkeerd');
    return bekend?.id;
  }

  /** The account with the address that the provider gave, whether or not it is proven. */
  private async kandidaat({ email }: Identiteit): Promise<Kandidaat | undefined> {
    if (typeof email !== 'string') return undefined;
    const [rij] = await this.database.as(AANMELDING, (db) =>
      db.query<Kandidaat[]>(
        `SELECT id, oidc_subject IS NOT NULL AS gekoppeld, ${UITGENODIGD} AS uitgenodigd FROM account WHERE email_index = $1`,
        [emailIndex(this.settings.keyring, email)],
      ),
    );
    return rij;
  }

  private weigering(
    { email, email_verified }: Identiteit,
    kandidaat: Kandidaat | undefined,
  ): 'adres-niet-bevestigd' | 'niet-uitgenodigd' | 'al-gekoppeld' | undefined {
    // Trust fills in what the provider does not say; a "no" stays one.
    const zegt = email_verified ?? this.settings.oidc?.emailVertrouwd === 'ja';
    if (typeof email !== 'string' || zegt !== true) return 'adres-niet-bevestigd';
    if (!kandidaat?.uitgenodigd) return 'niet-uitgenodigd';
    return kandidaat.gekoppeld ? 'al-gekoppeld' : undefined;
  }

  /** False when it was bound, or not to be bound any more, meanwhile. */
  private koppel(
    accountId: string,
    { iss, sub, email_verified }: Identiteit,
    request: Request,
  ): Promise<boolean> {
    return this.database.as({ accountId, rol: 'aanmelding' }, async (db) => {
      const [, geraakt] = await db.query<[unknown, number]>(
        `UPDATE account SET oidc_issuer = $2, oidc_subject = $3
          WHERE id = $1 AND oidc_subject IS NULL AND ${UITGENODIGD}`,
        [accountId, iss, sub],
      );
      if (geraakt === 0) return false;
      await schrijfAudit(db, {
        handeling: 'account-koppelen',
        onderwerp: `account/${accountId}`,
        inhoud: { aanbieder: iss, adresBevestigd: email_verified === true },
        request,
      });
      return true;
    });
  }

  /** Nobody is known here: whoever comes again is known by a stand-in for his number at the provider. */
  private async noteerWeigering(
    { iss, sub }: Identiteit,
    accountId: string | undefined,
    reden: string,
    request: Request,
  ): Promise<void> {
    const kenmerk = blindIndex(this.settings.keyring, `${iss} ${sub}`, 'audit.kenmerk').toString('hex');
    await this.database.as(AANMELDING, (db) =>
      schrijfAudit(db, {
        handeling: 'koppelen-weigeren',
        onderwerp: accountId === undefined ? undefined : `account/${accountId}`,
        inhoud: { aanbieder: iss, kenmerk, oorzaak: reden },
        request,
      }),
    );
  }
}
