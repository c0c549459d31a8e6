import { Inject, Injectable } from '@nestjs/common';
import {
  MAX_PASSKEYS,
  type NieuwePasskey,
  type Passkey,
  type PasskeyLijst,
  type PasskeyVraag,
} from '@maatwerktraject/contracts';
import { ontzegel } from '@maatwerktraject/database';
import type { Handeling } from '@maatwerktraject/domain';
import { generateRegistrationOptions } from '@simplewebauthn/server';
import type { Request, Response } from 'express';
import { schrijfAudit } from '../audit/audit.query.js';
import { ScopedDatabase, type Db } from '../database/scoped.database.js';
import { refused } from '../http/problem.js';
import { SETTINGS, type Settings } from '../settings.js';
import type { Aangemelde } from '../toegang/aangemelde.js';
import { SessieService } from '../toegang/sessie.service.js';
import {
  bewaarPasskey,
  leesBeveiliging,
  leesPasskeys,
  vraagBericht,
  wachtOpToevoegen,
} from './passkey.query.js';
import { bewaarVraagVanSessie, neemVraagVanSessie } from './vraag.query.js';
import { leesGemaakt, websiteVan, type Website } from './webauthn.js';
import { ALLEEN_MET_LINK, ALLEEN_OP_NAAM, alleenMetLink, alleenOpNaam } from './weigeringen.js';
import { geenPasskey, nietAangenomen, nietVers, VERS_MINUTEN, vraagVerlopen } from './weigeringen.js';

/** The passkeys of who logs in with a link: optional, and asked at each login from the first one on. */
@Injectable()
export class PasskeyService {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly sessies: SessieService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async lijst(wie: Aangemelde): Promise<PasskeyLijst> {
    const { passkeys: items } = await this.database.read((db) => leesBeveiliging(db));
    if (wie.via !== 'link') return { items, belemmering: ALLEEN_MET_LINK };
    return { items, belemmering: websiteVan(this.settings.publicUrl) ? null : ALLEEN_OP_NAAM };
  }

  /** The question for the browser that makes a passkey. */
  async begin(wie: Aangemelde): Promise<PasskeyVraag> {
    const website = this.website(wie);
    return this.database.transaction(async (db) => {
      await eisVers(db, wie);
      const eerder = await leesPasskeys(db, wie.accountId);
      if (eerder.length >= MAX_PASSKEYS) throw vol();
      const opties = await generateRegistrationOptions({
        rpName: 'Maatwerktraject',
        rpID: website.id,
        userID: new Uint8Array(Buffer.from(wie.accountId.replaceAll('-', ''), 'hex')),
        ...(await this.noem(db, wie.accountId)),
        attestationType: 'none',
        timeout: 120_000,
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
        excludeCredentials: eerder.map(({ kenmerk, transport }) => ({ id: kenmerk, transports: transport })),
      });
      await bewaarVraagVanSessie(db, wie.accountId, wie.sleutelId, opties.challenge);
      return { opties: { ...opties } };
    });
  }

  /** Adds what the browser made. From here on this session has shown a second factor, and those that have not have ended. */
  async voegToe(
    { naam, antwoord }: NieuwePasskey,
    wie: Aangemelde,
    request: Request,
    response: Response,
  ): Promise<Passkey> {
    const website = this.website(wie);
    const uitdaging = await this.database.transaction(async (db) => {
      await eisVers(db, wie);
      return neemVraagVanSessie(db, wie.sleutelId);
    });
    if (uitdaging === undefined) throw vraagVerlopen();
    const gemaakt = await leesGemaakt(antwoord, uitdaging, website);
    if ('afwijzing' in gemaakt) throw nietAangenomen();
    const { passkey, sleutel } = await this.database.transaction(async (db) => {
      // One after the other, so that two at the same moment do not go past the limit.
      await wachtOpToevoegen(db, wie.accountId);
      if ((await leesPasskeys(db, wie.accountId)).length >= MAX_PASSKEYS) throw vol();
      const nieuw = await bewaarPasskey(db, wie.accountId, naam, gemaakt);
      if (!nieuw) throw refused('passkey-bestaat', 'Deze passkey is al toegevoegd.');
      await vraagBericht(db, wie.accountId, 'passkey-toegevoegd');
      const nieuweSleutel = await this.sessies.metTweedeFactor(db, wie);
      await this.legVast(db, wie, 'passkey-toevoegen', nieuw.id, request);
      return { passkey: nieuw, sleutel: nieuweSleutel };
    });
    this.sessies.geef(sleutel, response);
    return passkey;
  }

  async hernoem(id: string, naam: string, wie: Aangemelde, request: Request): Promise<void> {
    if (wie.via !== 'link') throw alleenMetLink();
    await this.database.transaction(async (db) => {
      const [, geraakt] = await db.query<[unknown, number]>(
        'UPDATE passkey SET naam = $3 WHERE id = $1 AND account_id = $2',
        [id, wie.accountId, naam],
      );
      if (geraakt === 0) throw geenPasskey();
      await this.legVast(db, wie, 'passkey-hernoemen', id, request);
    });
  }

  async verwijder(id: string, wie: Aangemelde, request: Request): Promise<void> {
    if (wie.via !== 'link') throw alleenMetLink();
    await this.database.transaction(async (db) => {
      await eisVers(db, wie);
      // Locks the account, and so comes first: see ScopedDatabase for the order.
      await vraagBericht(db, wie.accountId, 'passkey-verwijderd');
      const [, geraakt] = await db.query<[unknown, number]>(
        'DELETE FROM passkey WHERE id = $1 AND account_id = $2',
        [id, wie.accountId],
      );
      if (geraakt === 0) throw geenPasskey();
      // One that began with a link alone while the first passkey was added would come back to life with the last one gone.
      await db.query(
        `UPDATE sessie SET beeindigd_op = now()
          WHERE account_id = $1 AND via = 'link' AND NOT meerdere_factoren AND beeindigd_op IS NULL`,
        [wie.accountId],
      );
      await this.legVast(db, wie, 'passkey-verwijderen', id, request);
    });
  }

  private website(wie: Aangemelde): Website {
    if (wie.via !== 'link') throw alleenMetLink();
    const website = websiteVan(this.settings.publicUrl);
    if (!website) throw alleenOpNaam();
    return website;
  }

  /** How the device lists the passkey to its owner. */
  private async noem(db: Db, accountId: string): Promise<{ userName: string; userDisplayName: string }> {
    const [rij] = await db.query<{ naam: string; email: string }[]>(
      'SELECT naam, email FROM account WHERE id = $1',
      [accountId],
    );
    if (!rij) throw new Error('no account of the caller');
    return {
      userName: ontzegel(this.settings.keyring, 'account.email', rij.email),
      userDisplayName: ontzegel(this.settings.keyring, 'account.naam', rij.naam),
    };
  }

  private legVast(
    db: Db,
    wie: Aangemelde,
    handeling: Handeling,
    id: string,
    request: Request,
  ): Promise<void> {
    const inhoud = { accountId: wie.accountId };
    return schrijfAudit(db, { handeling, onderwerp: `passkey/${id}`, inhoud, request });
  }
}

const vol = () =>
  refused('te-veel-passkeys', `U hebt al ${String(MAX_PASSKEYS)} passkeys. Verwijder er eerst een.`);

/** What protects the account changes only in the hands of who has just proved who he is. @throws ProblemException (403) */
async function eisVers(db: Db, wie: Aangemelde): Promise<void> {
  const vers = await db.query<unknown[]>(
    'SELECT FROM sessie WHERE id = $1 AND begonnen_op > now() - make_interval(mins => $2)',
    [wie.sleutelId, VERS_MINUTEN],
  );
  if (vers.length === 0) throw nietVers();
}
