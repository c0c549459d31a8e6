import { Inject, Injectable } from '@nestjs/common';
import type { PasskeyBewijs, PasskeyVraag } from '@maatwerktraject/contracts';
import { isSleutel, nieuweSleutel } from '@maatwerktraject/database';
import { generateAuthenticationOptions } from '@simplewebauthn/server';
import type { Request } from 'express';
import { schrijfAudit } from '../audit/audit.query.js';
import { AANMELDING, ScopedDatabase, type DatabaseIdentity, type Db } from '../database/scoped.database.js';
import { SETTINGS, type Settings } from '../settings.js';
import { alsCredential, leesPasskeys, telGebruik } from './passkey.query.js';
import { bewaarBewijs, neemVraag, stelVraag, verbruikBewijs, type Bewijs } from './vraag.query.js';
import { leesGetoond, websiteVan, type Afwijzing, type Website } from './webauthn.js';
import { alleenOpNaam, bewijsVerlopen, nietAangenomen } from './weigeringen.js';

type Weigering = Afwijzing | 'niets-gevraagd' | 'onbekende-passkey' | 'intussen-gebruikt';

/** Undoes the transaction in which a session would have begun; the reason is for the audit log alone. */
class Afgewezen extends Error {
  constructor(readonly waarom: Weigering) {
    super(waarom);
  }
}

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

  /**
   * Begins a session for whose passkey was shown; gives where he wanted to go. The proof is used up with the session, or not
   * at all: `begin` does `mits` in the transaction of the session.
   * @throws ProblemException (403, 409, 410)
   */
  async voltooi(
    sleutel: string | undefined,
    antwoord: PasskeyBewijs['antwoord'],
    request: Request,
    begin: (accountId: string, mits: (db: Db) => Promise<void>) => Promise<unknown>,
  ): Promise<string> {
    const website = this.website();
    if (sleutel === undefined || !isSleutel(sleutel)) throw bewijsVerlopen();
    // Kept before the answer is looked at: a question is answered once, and a try counts, whatever happens next.
    const bewijs = await this.database.as(AANMELDING, (db) => neemVraag(db, sleutel));
    if (!bewijs) throw bewijsVerlopen();
    try {
      await begin(bewijs.account_id, async (db) => {
        const waarom = await this.beoordeel(db, bewijs, antwoord, website);
        if (waarom !== null) throw new Afgewezen(waarom);
      });
    } catch (error) {
      if (!(error instanceof Afgewezen)) throw error;
      await this.schrijfWeigering(bewijs, error.waarom, request);
      throw nietAangenomen();
    }
    return bewijs.naar;
  }

  /** Null when it is right; then it is counted as a use, and the proof is used up. */
  private async beoordeel(
    db: Db,
    { id, account_id: accountId, uitdaging }: Bewijs,
    antwoord: PasskeyBewijs['antwoord'],
    website: Website,
  ): Promise<Weigering | null> {
    if (uitdaging === null) return 'niets-gevraagd';
    const passkey = (await leesPasskeys(db, accountId)).find(({ kenmerk }) => kenmerk === antwoord.id);
    if (!passkey) return 'onbekende-passkey';
    const uitslag = await leesGetoond(antwoord, uitdaging, alsCredential(passkey), website);
    if ('afwijzing' in uitslag) return uitslag.afwijzing;
    if (!(await telGebruik(db, passkey, uitslag.teller))) return 'intussen-gebruikt';
    return (await verbruikBewijs(db, id)) ? null : 'intussen-gebruikt';
  }

  private async schrijfWeigering(
    { account_id: accountId }: Bewijs,
    waarom: Weigering,
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
