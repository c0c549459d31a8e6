import { Inject, Injectable } from '@nestjs/common';
import type {
  MijnGegevens,
  Wissing,
  Wissingsverzoek,
  WissingsverzoekPagina,
} from '@maatwerktraject/contracts';
import { verzegel } from '@maatwerktraject/database';
import type { Request } from 'express';
import { schrijfAudit } from '../audit/audit.query.js';
import { ScopedDatabase } from '../database/scoped.database.js';
import { pagina, type Paginavraag } from '../http/pagina.js';
import { notFound, ProblemException, refused } from '../http/problem.js';
import { SETTINGS, type Settings } from '../settings.js';
import type { Aangemelde } from '../toegang/aangemelde.js';
import { leesMijnGegevens } from './gegevens.query.js';
import { ONTVANGERS, UITLEG } from './uitleg.js';
import {
  alsRegel,
  alsVerzoek,
  bewaarVerzoek,
  leesVerzoeken,
  plaatsVan,
  wisAccount,
} from './wissing.query.js';
import type { Weigering } from './wissing.query.js';

const WEIGERINGEN: Readonly<Record<Weigering, () => ProblemException>> = {
  'geen-recht': () =>
    new ProblemException(403, 'Alleen een beheerder kan een account wissen.', { code: 'geen-recht' }),
  onbekend: () => notFound('Deze persoon is er niet. Kijk in de lijst met accounts.'),
  hoofdcontact: () =>
    refused(
      'hoofdcontact',
      'Deze persoon is hoofdcontact van een traject dat nog niet klaar is. Laat de adviseur of deze persoon eerst een collega hoofdcontact maken. Is er geen collega? Voeg er een toe, of wacht tot het traject is afgerond.',
    ),
  'laatste-adviseur': () =>
    refused(
      'laatste-adviseur',
      'Deze persoon is de adviseur van een cohort dat nog niet is afgesloten, en staat daar in de mail. Geef eerst een andere adviseur toegang en zet die in de mail, of wacht tot het cohort is afgesloten.',
    ),
  'laatste-beheerder': () =>
    refused('laatste-beheerder', 'Dit is de laatste beheerder. Maak eerst iemand anders beheerder.'),
};

/** What a person may ask about his own data, and what a beheerder does with it. */
@Injectable()
export class PrivacyService {
  constructor(
    private readonly database: ScopedDatabase,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Everything about the caller, whatever role he acts in. That he looked is part of it from the next time on. */
  gegevens(request: Request): Promise<MijnGegevens> {
    return this.database.transaction(async (db) => {
      const gegevens = await leesMijnGegevens(db, this.settings.keyring);
      await schrijfAudit(db, { handeling: 'eigen-gegevens-lezen', request });
      return {
        gemaaktOp: new Date().toISOString(),
        uitleg: UITLEG,
        ontvangers: [...ONTVANGERS],
        ...gegevens,
      };
    });
  }

  async wijzigNaam(wie: Aangemelde, naam: string, request: Request): Promise<void> {
    const { keyring } = this.settings;
    await this.database.transaction(async (db) => {
      const [rij] = await db.query<{ gelukt: boolean }[]>('SELECT wijzig_eigen_naam($1, $2) AS gelukt', [
        verzegel(keyring, 'account.naam', naam),
        verzegel(keyring, 'contactpersoon.naam', naam),
      ]);
      if (rij?.gelukt !== true) throw new Error('no such person');
      await schrijfAudit(db, {
        handeling: 'eigen-naam-wijzigen',
        onderwerp: `account/${wie.accountId}`,
        request,
      });
    });
  }

  /** Asking twice is asking once. */
  vraagWissing(wie: Aangemelde, reden: string, request: Request): Promise<Wissingsverzoek> {
    return this.database.transaction(async (db) => {
      const rij = await bewaarVerzoek(db, reden);
      // Not the reason: what somebody says of himself must be erasable, and the log is not.
      if (rij.nieuw)
        await schrijfAudit(db, {
          handeling: 'wissing-vragen',
          onderwerp: `account/${wie.accountId}`,
          request,
        });
      return alsVerzoek(rij);
    });
  }

  verzoeken(vraag: Paginavraag): Promise<WissingsverzoekPagina> {
    return this.database.read(async (db) =>
      pagina(await leesVerzoeken(db, vraag), vraag, plaatsVan, alsRegel(this.settings.keyring)),
    );
  }

  /** Erases an account for good. Again gives the same, with nothing left to erase. */
  wis(accountId: string, reden: string, request: Request): Promise<Wissing> {
    return this.database.transaction(async (db) => {
      const uitslag = await wisAccount(db, this.settings.keyring, accountId);
      if ('weigering' in uitslag) throw WEIGERINGEN[uitslag.weigering]();
      await schrijfAudit(db, {
        handeling: 'account-wissen',
        onderwerp: `account/${accountId}`,
        reden,
        inhoud: { ...uitslag },
        request,
      });
      return { accountId, ...uitslag };
    });
  }
}
