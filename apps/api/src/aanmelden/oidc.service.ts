import { Inject, Injectable, Logger } from '@nestjs/common';
import type { OidcConfig } from '@maatwerktraject/config';
import { hashVan, nieuweSleutel } from '@maatwerktraject/database';
import type { Request } from 'express';
import * as client from 'openid-client';
import { AANMELDING, ScopedDatabase } from '../database/scoped.database.js';
import { unavailable } from '../http/problem.js';
import { SETTINGS, type Settings } from '../settings.js';
import { AanmeldenMislukt } from './aanmeldfout.js';
import { KoppelingService } from './koppeling.service.js';

/** Where the provider sends people back to. */
export const TERUG_PAD = '/api/v1/aanmelding/oidc/terug';

/** What the values of `amr` (RFC 8176) prove: something one knows, has or is. Two of these are more than one factor. */
const SOORT_FACTOR: Readonly<Record<string, 'weet' | 'heeft' | 'is'>> = {
  pwd: 'weet',
  pin: 'weet',
  kba: 'weet',
  otp: 'heeft',
  sms: 'heeft',
  tel: 'heeft',
  hwk: 'heeft',
  swk: 'heeft',
  pop: 'heeft',
  sc: 'heeft',
  fpt: 'is',
  face: 'is',
  iris: 'is',
  vbm: 'is',
  retina: 'is',
};

/** Whether these methods prove more than one factor: the provider says so, or two kinds of proof are among them. */
export function zijnMeerdereFactoren(amr: unknown): boolean {
  if (!Array.isArray(amr)) return false;
  const soorten = amr.map((een) => (typeof een === 'string' ? SOORT_FACTOR[een] : undefined));
  return amr.includes('mfa') || new Set(soorten.filter((soort) => soort !== undefined)).size > 1;
}

interface Poging {
  readonly staat: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly naar: string;
}

export interface Bewezen {
  readonly accountId: string;
  readonly meerdereFactoren: boolean;
  readonly naar: string;
}

/** Logging in with OpenID Connect: authorisation code with PKCE, at whatever provider is configured. */
@Injectable()
export class OidcService {
  private readonly logger = new Logger('oidc');
  private provider: Promise<client.Configuration> | undefined;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly database: ScopedDatabase,
    private readonly koppeling: KoppelingService,
  ) {}

  get config(): OidcConfig | undefined {
    return this.settings.oidc;
  }

  /** Begins a login: where the browser must go, and the secret that ties it to this browser. */
  async begin(naar: string): Promise<{ url: URL; sleutel: string }> {
    const configuration = await this.discover();
    const sleutel = nieuweSleutel();
    const [staat, nonce, verifier] = [
      client.randomState(),
      client.randomNonce(),
      client.randomPKCECodeVerifier(),
    ];
    await this.database.as(AANMELDING, async (db) => {
      await db.query('DELETE FROM aanmeldpoging WHERE vervalt_op < now()');
      await db.query(
        `INSERT INTO aanmeldpoging (sleutel_hash, staat, nonce, verifier, naar, vervalt_op)
         VALUES ($1, $2, $3, $4, $5, now() + interval '10 minutes')`,
        [hashVan(sleutel), staat, nonce, verifier, naar],
      );
    });
    const { mfa, mfaAcr } = this.settings.oidc ?? {};
    const url = client.buildAuthorizationUrl(configuration, {
      redirect_uri: this.redirectUri(),
      scope: 'openid profile email',
      state: staat,
      nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...(mfa && mfaAcr !== undefined ? { acr_values: mfaAcr } : {}),
    });
    return { url, sleutel };
  }

  /**
   * Ends a login with what the provider sent back, once.
   * @throws AanmeldenMislukt when it proves nothing, or nobody we know
   */
  async voltooi(query: string, sleutel: string | undefined, request: Request): Promise<Bewezen> {
    const poging = sleutel === undefined ? undefined : await this.neemPoging(sleutel);
    if (!poging) throw new AanmeldenMislukt('verlopen');
    try {
      const claims = await this.claimsVan(query, poging);
      const meerdereFactoren = this.isMeerdereFactoren(claims);
      if (this.settings.oidc?.mfa && !meerdereFactoren) throw new AanmeldenMislukt('tweede-factor');
      const accountId = await this.koppeling.accountVan(claims, request);
      return { accountId, meerdereFactoren, naar: poging.naar };
    } catch (error) {
      throw error instanceof AanmeldenMislukt ? new AanmeldenMislukt(error.fout, poging.naar) : error;
    }
  }

  /**
   * Where somebody can log out of the provider as well; null when it has no such place, or does not answer. Without a hint
   * of who it is, for that would mean keeping his token: the provider asks him.
   */
  async afmeldUrl(): Promise<string | null> {
    const { oidc } = this.settings;
    if (!oidc) return null;
    try {
      const configuration = await this.discover();
      const { end_session_endpoint: plek } = configuration.serverMetadata();
      if (plek === undefined || new URL(plek).protocol !== new URL(oidc.issuer).protocol) return null;
      const terug = `${this.settings.publicUrl}/`;
      return client.buildEndSessionUrl(configuration, { post_logout_redirect_uri: terug }).href;
    } catch (error) {
      if (error instanceof AanmeldenMislukt) return null;
      throw error;
    }
  }

  private async claimsVan(query: string, poging: Poging): Promise<client.IDToken> {
    const configuration = await this.discover();
    const tokens = await client
      .authorizationCodeGrant(configuration, new URL(`${this.redirectUri()}?${query}`), {
        pkceCodeVerifier: poging.verifier,
        expectedState: poging.staat,
        expectedNonce: poging.nonce,
        idTokenExpected: true,
      })
      .catch((error: unknown) => {
        throw this.mislukt(error);
      });
    const claims = tokens.claims();
    if (!claims) throw new AanmeldenMislukt('storing');
    return claims;
  }

  private redirectUri(): string {
    return `${this.settings.publicUrl}${TERUG_PAD}`;
  }

  /** Asked once; asked again after it failed. */
  private discover(): Promise<client.Configuration> {
    const { oidc } = this.settings;
    if (!oidc) throw unavailable('Aanmelden met een account');
    this.provider ??= client
      .discovery(
        new URL(oidc.issuer),
        oidc.clientId,
        undefined,
        client.ClientSecretBasic(oidc.clientSecret),
        {
          // The signature too: that a token came over TLS from the provider is not enough (OWASP ASVS V6.8.2).
          execute: [
            client.enableNonRepudiationChecks,
            // The configuration lets plain http through on this computer alone.
            // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so to stand out; the practice provider has no certificate
            ...(oidc.issuer.startsWith('http:') ? [client.allowInsecureRequests] : []),
          ],
          timeout: 10,
        },
      )
      .catch((error: unknown) => {
        this.provider = undefined;
        this.logger.warn(`discovery failed: ${error instanceof Error ? error.message : String(error)}`);
        throw new AanmeldenMislukt('storing');
      });
    return this.provider;
  }

  /** Taken out when it is used: what comes back a second time finds nothing. */
  private async neemPoging(sleutel: string): Promise<Poging | undefined> {
    const [rijen] = await this.database.as(AANMELDING, (db) =>
      db.query<[Poging[], number]>(
        'DELETE FROM aanmeldpoging WHERE sleutel_hash = $1 AND vervalt_op > now() RETURNING staat, nonce, verifier, naar',
        [hashVan(sleutel)],
      ),
    );
    return rijen[0];
  }

  private isMeerdereFactoren(claims: client.IDToken): boolean {
    const acr = this.settings.oidc?.mfaAcr;
    if (acr !== undefined) return claims.acr === acr;
    return zijnMeerdereFactoren(claims.amr);
  }

  private mislukt(error: unknown): AanmeldenMislukt {
    if (error instanceof client.AuthorizationResponseError) return new AanmeldenMislukt('afgebroken');
    this.logger.warn(`login refused: ${error instanceof Error ? error.message : String(error)}`);
    return new AanmeldenMislukt(error instanceof client.ResponseBodyError ? 'verlopen' : 'storing');
  }
}
