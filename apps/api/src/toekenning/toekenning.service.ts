import { Inject, Injectable } from '@nestjs/common';
import type { NieuweToekenning, Toekenning, ToekenningLijst } from '@maatwerktraject/contracts';
import type { Request } from 'express';
import { accountBij, leesAccountRij } from '../account/account.query.js';
import { weigerNietActief } from '../account/account.service.js';
import { bewaakAdviseurVan, eenVoorEen } from '../account/laatste.js';
import { schrijfAudit } from '../audit/audit.query.js';
import { leesCohort } from '../cohort/cohort.query.js';
import { ScopedDatabase, type Db } from '../database/scoped.database.js';
import { notFound, refused } from '../http/problem.js';
import { SETTINGS, type Settings } from '../settings.js';
import type { Aangemelde } from '../toegang/aangemelde.js';
import { geefDeel, leesToekenningen, trekIn } from './toekenning.query.js';

/** Whether somebody sees names, of whom that is a question: an adviseur sees them anyway. */
const ziet = (rol: string, identiteiten: boolean): { identiteiten?: boolean } =>
  rol === 'onderzoeker' ? { identiteiten } : {};

/** Who works in a cohort: adviseurs who guide it, onderzoekers who study it. */
@Injectable()
export class ToekenningService {
  constructor(
    private readonly database: ScopedDatabase,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  lijst(cohortId: string, wie: Aangemelde): Promise<ToekenningLijst> {
    return this.database.read(async (db) => {
      await leesCohort(db, cohortId);
      return { items: await this.lees(db, cohortId, wie) };
    });
  }

  /** Gives somebody a part; again the same gives what is there. Who is new gets an account, to log in with that address. */
  geef(cohortId: string, invoer: NieuweToekenning, wie: Aangemelde, request: Request): Promise<Toekenning> {
    const { naam, rol, identiteiten, reden, geldigDagen } = invoer;
    return this.database.transaction(async (db) => {
      await leesCohort(db, cohortId);
      const accountId = await this.accountVoor(db, invoer, wie);
      const deel = { accountId, naam, rol, cohortId, identiteiten, reden, geldigDagen };
      await geefDeel(db, this.settings.keyring, deel);
      await schrijfAudit(db, {
        handeling: 'toegang-geven',
        onderwerp: `cohort/${cohortId}`,
        reden,
        inhoud: { accountId, rol, ...ziet(rol, identiteiten), geldigDagen },
        request,
      });
      const gegeven = (await this.lees(db, cohortId, wie)).find(
        (een) => een.accountId === accountId && een.rol === rol && een.identiteiten === identiteiten,
      );
      if (!gegeven) throw new Error('the grant is missing');
      return gegeven;
    });
  }

  /** Takes a part away, from now on. A cohort keeps an adviseur. */
  async neem(cohortId: string, id: string, wie: Aangemelde, request: Request): Promise<void> {
    await this.database.transaction(async (db) => {
      await eenVoorEen(db);
      const items = await this.lees(db, cohortId, wie);
      const weg = items.find((een) => een.id === id);
      if (!weg) throw notFound('Deze toegang is er niet (meer). Kijk in de lijst wie toegang heeft.');
      if (weg.rol === 'adviseur') await bewaakAdviseurVan(db, weg.accountId, cohortId);
      await trekIn(db, id);
      await schrijfAudit(db, {
        handeling: 'toegang-intrekken',
        onderwerp: `cohort/${cohortId}`,
        inhoud: { accountId: weg.accountId, rol: weg.rol, ...ziet(weg.rol, weg.identiteiten) },
        request,
      });
    });
  }

  /**
   * The account that gets the part. A beheerder may name any by its ID, an adviseur only a service; who he may not name
   * is to him as one that is not there.
   */
  private async accountVoor(
    db: Db,
    { accountId, email, naam }: NieuweToekenning,
    wie: Aangemelde,
  ): Promise<string> {
    const id =
      email !== undefined && naam !== undefined
        ? await accountBij(db, this.settings.keyring, naam, email)
        : await this.bekendAccount(db, accountId ?? '', wie);
    // Somebody who manages reads no answers without a reason on record, and so does not let himself in (inzage).
    if (wie.rol === 'beheerder' && id === wie.accountId)
      throw refused(
        'eigen-account',
        'U kunt uzelf geen toegang tot een cohort geven. Vraag inzage, of vraag een adviseur of een andere beheerder.',
      );
    return id;
  }

  private async bekendAccount(db: Db, id: string, { rol }: Aangemelde): Promise<string> {
    if (rol === 'beheerder') {
      weigerNietActief(await leesAccountRij(db, id));
      return id;
    }
    const [rij] = await db.query<{ dienst: boolean }[]>('SELECT is_dienst($1) AS dienst', [id]);
    if (!rij?.dienst)
      throw notFound('Dit is geen account van een dienst. Geef een persoon toegang met naam en e-mailadres.');
    return id;
  }

  private lees(db: Db, cohortId: string, { rol }: Aangemelde): Promise<Toekenning[]> {
    return leesToekenningen(db, cohortId, this.settings.keyring, rol);
  }
}
