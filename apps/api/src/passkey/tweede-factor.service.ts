import { Inject, Injectable } from '@nestjs/common';
import type { PasskeyBewijs, PasskeyVraag } from '@maatwerktraject/contracts';
import { isSleutel, nieuweSleutel } from '@maatwerktraject/database';
import { generateAuthenticationOptions } from '@simplewebauthn/server';
import type { Request } from 'express';
import { schrijfAudit } from '../audit/audit.query.js';
import { AANMELDING, ScopedDatabase, type DatabaseIdentity } from '../database/scoped.database.js';
import { SETTINGS, type Settings } from '../settings.js';
import { alsCredential, leesPasskeys, telGebruik } from './passkey.query.js';
import { bewaarBewijs, neemVraag, stelVraag, verbruikBewijs, type Bewijs } from './vraag.query.js';
import { leesGetoond, websiteVan, type Afwijzing, type Website } from './webauthn.js';
import { alleenOpNaam, bewijsVerlopen, nietAangenomen } from './weigeringen.js';

const aanmeldingVan = (accountId: string): DatabaseIdentity => ({ accountId, rol: 'aanmelding' });

/** Between the link and the session: who has a passkey shows it. */
@Injectable()
export class TweedeFactorService {
  constructor(
    private readonly database: ScopedDatabase,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * For who has just shown a link: null when that is enough, or else the secret with which he may go on to show a passkey.
   * Where passkeys do not work it is asked as well: an account that has one is not opened by a link alone.
   */
  vraagNa(accountId: string, naar: string, request: Request): Promise<string | null> {
    return this.database.as(aanmeldingVan(accountId), async (db) => {
      if ((await leesPasskeys(db, accountId)).length === 0) return null;
      const sleutel = nieuweSleutel();
      await bewaarBewijs(db, accountId, sleutel, naar);
      await schrijfAudit(db, { handeling: 'passkey-vragen', onderwerp: `account/${accountId}`, request });
      return sleutel;
    });
  }

  /** The question for the browser. @throws ProblemException (409, 410) */
  async stelVraag(sleutel: string | undefined): Promise<PasskeyVraag> {
    const website = this.website();
    if (sleutel === undefined || !isSleutel(sleutel)) throw bewijsVerlopen();
    const opties = await generateAuthenticationOptions({
      rpID: website.id,
      userVerification: 'required',
      timeout: 120_000,
    });
    const accountId = await this.database.as(AANMELDING, (db) => stelVraag(db, sleutel, opties.challenge));
    if (accountId === undefined) throw bewijsVerlopen();
    const rijen = await this.database.as(aanmeldingVan(accountId), (db) => leesPasskeys(db, accountId));
    const allowCredentials = rijen.map(({ kenmerk, transport }) => ({
      id: kenmerk,
      type: 'public-key',
      transports: transport,
    }));
    return { opties: { ...opties, allowCredentials } };
  }

  /** Whose passkey was shown, and where he wanted to go. @throws ProblemException (403, 409, 410) */
  async voltooi(
    sleutel: string | undefined,
    antwoord: PasskeyBewijs['antwoord'],
    request: Request,
  ): Promise<{ accountId: string; naar: string }> {
    const website = this.website();
    if (sleutel === undefined || !isSleutel(sleutel)) throw bewijsVerlopen();
    // Kept before the answer is looked at: a question is answered once, and a try counts, whatever happens next.
    const bewijs = await this.database.as(AANMELDING, (db) => neemVraag(db, sleutel));
    if (!bewijs) throw bewijsVerlopen();
    const waarom = await this.beoordeel(bewijs, antwoord, website);
    if (waarom !== null) {
      await this.schrijfWeigering(bewijs, waarom, request);
      throw nietAangenomen();
    }
    return { accountId: bewijs.account_id, naar: bewijs.naar };
  }

  /** Null when it is right; then it is counted as a use, and the proof is used up. */
  private beoordeel(
    { id, account_id: accountId, uitdaging }: Bewijs,
    antwoord: PasskeyBewijs['antwoord'],
    website: Website,
  ): Promise<Afwijzing | 'niets-gevraagd' | 'onbekende-passkey' | 'intussen-gebruikt' | null> {
    return this.database.as(aanmeldingVan(accountId), async (db) => {
      if (uitdaging === null) return 'niets-gevraagd';
      const passkey = (await leesPasskeys(db, accountId)).find(({ kenmerk }) => kenmerk === antwoord.id);
      if (!passkey) return 'onbekende-passkey';
      const uitslag = await leesGetoond(antwoord, uitdaging, alsCredential(passkey), website);
      if ('afwijzing' in uitslag) return uitslag.afwijzing;
      if (!(await telGebruik(db, passkey, uitslag.teller))) return 'intussen-gebruikt';
      return (await verbruikBewijs(db, id)) ? null : 'intussen-gebruikt';
    });
  }

  private async schrijfWeigering(
    { account_id: accountId }: Bewijs,
    waarom: string,
    request: Request,
  ): Promise<void> {
    await this.database.as(aanmeldingVan(accountId), (db) =>
      schrijfAudit(db, {
        handeling: 'passkey-weigeren',
        onderwerp: `account/${accountId}`,
        inhoud: { waarom },
        request,
      }),
    );
  }

  private website(): Website {
    const website = websiteVan(this.settings.publicUrl);
    if (!website) throw alleenOpNaam();
    return website;
  }
}
