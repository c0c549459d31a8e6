import { Inject, Injectable } from '@nestjs/common';
import type { CohortAdviseur, Toekenning } from '@maatwerktraject/contracts';
import { emailIndex } from '@maatwerktraject/crypto';
import { verzegel } from '@maatwerktraject/database';
import type { Request } from 'express';
import { leesAccountRij } from '../account/account.query.js';
import { weigerNietActief } from '../account/account.service.js';
import { eenVoorEen } from '../account/laatste.js';
import { schrijfAudit } from '../audit/audit.query.js';
import { adviseurVan } from '../cohort/adviseur.js';
import { leesCohort } from '../cohort/cohort.query.js';
import { nuVan } from '../cohort/klok.js';
import { ScopedDatabase, type Db } from '../database/scoped.database.js';
import { otherVersion } from '../http/if-match.decorator.js';
import { refused } from '../http/problem.js';
import { SETTINGS, type Settings } from '../settings.js';
import type { Aangemelde } from '../toegang/aangemelde.js';
import { leesToekenningen } from '../toekenning/toekenning.query.js';

interface Rij {
  /** Sealed, as is the address. */
  readonly adviseur_naam: string;
  readonly adviseur_email: string;
  readonly adviseur_versie: number;
}

/** Whom the mails of a cohort, and so of its trajecten, name as adviseur and go to. */
@Injectable()
export class AdviseurService {
  constructor(
    private readonly database: ScopedDatabase,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  lees(cohortId: string): Promise<CohortAdviseur> {
    return this.database.read((db) => this.leesVan(db, cohortId));
  }

  /**
   * Puts somebody else in the mails, who works in this cohort as adviseur; the one of before keeps his access. Mails that
   * wait go to the new one: who it is, is looked up when they leave.
   */
  wissel(
    cohortId: string,
    accountId: string,
    versie: number,
    wie: Aangemelde,
    request: Request,
  ): Promise<CohortAdviseur> {
    const { keyring } = this.settings;
    return this.database.transaction(async (db) => {
      // Nobody is blocked or erased meanwhile.
      await eenVoorEen(db);
      const cohort = await leesCohort(db, cohortId);
      if (cohort.status === 'afgesloten')
        throw refused('cohort-afgesloten', 'Dit cohort is afgesloten. Er gaat geen mail meer weg.');
      const { naam, email } = await this.kandidaat(db, cohortId, accountId, wie);
      const [rij] = await db.query<{ gelukt: boolean }[]>(
        'SELECT wissel_adviseur($1, $2, $3, $4, $5) AS gelukt',
        [
          cohortId,
          versie,
          verzegel(keyring, 'cohort.adviseur_naam', naam),
          verzegel(keyring, 'cohort.adviseur_email', email),
          new Date(nuVan(cohort, Date.now())),
        ],
      );
      if (rij?.gelukt !== true) throw otherVersion();
      await schrijfAudit(db, {
        handeling: 'adviseur-wisselen',
        onderwerp: `cohort/${cohortId}`,
        inhoud: { accountId },
        request,
      });
      return this.leesVan(db, cohortId);
    });
  }

  private async leesVan(db: Db, cohortId: string): Promise<CohortAdviseur> {
    await leesCohort(db, cohortId);
    const [rij] = await db.query<Rij[]>(
      'SELECT adviseur_naam, adviseur_email, adviseur_versie FROM cohort WHERE id = $1',
      [cohortId],
    );
    if (!rij) throw new Error('the cohort is missing');
    const adviseur = adviseurVan(this.settings.keyring, rij);
    const vanAdres = emailIndex(this.settings.keyring, adviseur.email);
    const account = (await this.adviseursIn(db, cohortId)).find(
      ({ email }) => email !== null && emailIndex(this.settings.keyring, email).equals(vanAdres),
    );
    return { ...adviseur, accountId: account?.accountId ?? null, versie: rij.adviseur_versie };
  }

  /**
   * Somebody with an address, who works here as adviseur. Whether he is blocked counts for a beheerder alone: an adviseur,
   * who let him in by his address, gets the answer of an address that nobody knew, or he could ask of any who is blocked here.
   */
  private async kandidaat(
    db: Db,
    cohortId: string,
    accountId: string,
    { rol }: Aangemelde,
  ): Promise<{ readonly naam: string; readonly email: string }> {
    const een = (await this.adviseursIn(db, cohortId)).find((wie) => wie.accountId === accountId);
    if (typeof een?.email !== 'string')
      throw refused(
        'geen-adviseur',
        'Deze persoon werkt niet als adviseur in dit cohort. Geef eerst toegang als adviseur.',
      );
    if (rol === 'beheerder') weigerNietActief(await leesAccountRij(db, accountId));
    return { naam: een.naam, email: een.email };
  }

  // Under the name by which the cohort knows him, whoever asks: all who work in it see this one.
  private async adviseursIn(db: Db, cohortId: string): Promise<Toekenning[]> {
    const alle = await leesToekenningen(db, cohortId, this.settings.keyring, 'adviseur');
    return alle.filter(({ rol }) => rol === 'adviseur');
  }
}
