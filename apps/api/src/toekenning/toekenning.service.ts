import { Inject, Injectable } from '@nestjs/common';
import type { NieuweToekenning, Toekenning, ToekenningLijst } from '@maatwerktraject/contracts';
import { emailIndex } from '@maatwerktraject/crypto';
import { verzegel } from '@maatwerktraject/database';
import type { Request } from 'express';
import { schrijfAudit } from '../audit/audit.query.js';
import { leesCohort } from '../cohort/cohort.query.js';
import { ScopedDatabase, type Db } from '../database/scoped.database.js';
import { notFound, refused } from '../http/problem.js';
import { SETTINGS, type Settings } from '../settings.js';
import { geefDeel, leesToekenningen, trekIn } from './toekenning.query.js';

/** Who works in a cohort: adviseurs who guide it, onderzoekers who study it. */
@Injectable()
export class ToekenningService {
  constructor(
    private readonly database: ScopedDatabase,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  lijst(cohortId: string): Promise<ToekenningLijst> {
    return this.database.read(async (db) => {
      await leesCohort(db, cohortId);
      return { items: await this.lees(db, cohortId) };
    });
  }

  /** Gives somebody a part; again the same gives what is there. Who is new gets an account, to log in with that address. */
  geef(cohortId: string, invoer: NieuweToekenning, request: Request): Promise<Toekenning> {
    const { keyring } = this.settings;
    const { email, naam, rol, identiteiten, reden } = invoer;
    return this.database.transaction(async (db) => {
      await leesCohort(db, cohortId);
      const [account] = await db.query<{ id: string }[]>('SELECT account_bij($1, $2, $3) AS id', [
        emailIndex(keyring, email),
        verzegel(keyring, 'account.naam', naam),
        verzegel(keyring, 'account.email', email),
      ]);
      if (!account) throw new Error('no account came of it');
      await geefDeel(db, { accountId: account.id, rol, cohortId, identiteiten, reden });
      await schrijfAudit(db, {
        handeling: 'toegang-geven',
        onderwerp: `cohort/${cohortId}`,
        reden,
        inhoud: { accountId: account.id, rol, identiteiten },
        request,
      });
      const gegeven = (await this.lees(db, cohortId)).find(
        (een) => een.accountId === account.id && een.rol === rol && een.identiteiten === identiteiten,
      );
      if (!gegeven) throw new Error('the grant is missing');
      return gegeven;
    });
  }

  /** Takes a part away, from now on. A cohort keeps an adviseur. */
  async neem(cohortId: string, id: string, request: Request): Promise<void> {
    await this.database.transaction(async (db) => {
      const items = await this.lees(db, cohortId);
      const weg = items.find((een) => een.id === id);
      if (!weg) throw notFound('Deze toegang is er niet (meer). Kijk in de lijst wie toegang heeft.');
      if (weg.rol === 'adviseur' && items.filter(({ rol }) => rol === 'adviseur').length === 1)
        throw refused(
          'laatste-adviseur',
          'Een cohort heeft altijd een adviseur. Geef eerst iemand anders toegang als adviseur.',
        );
      await trekIn(db, id);
      await schrijfAudit(db, {
        handeling: 'toegang-intrekken',
        onderwerp: `cohort/${cohortId}`,
        inhoud: { accountId: weg.accountId, rol: weg.rol, identiteiten: weg.identiteiten },
        request,
      });
    });
  }

  private lees(db: Db, cohortId: string): Promise<Toekenning[]> {
    return leesToekenningen(db, cohortId, this.settings.keyring);
  }
}
