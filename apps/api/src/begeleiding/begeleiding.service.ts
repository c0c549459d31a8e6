import { Inject, Injectable } from '@nestjs/common';
import type { CohortLeider, TrajectAdviseur } from '@maatwerktraject/contracts';
import type { Request } from 'express';
import { schrijfAudit } from '../audit/audit.query.js';
import { leesCohort } from '../cohort/cohort.query.js';
import { ScopedDatabase, type Db } from '../database/scoped.database.js';
import { notFound, refused } from '../http/problem.js';
import { SETTINGS, type Settings } from '../settings.js';
import { leesTraject } from '../traject/traject.query.js';
import { adviseurVanTraject, begeleiderVan, type BegeleiderRij } from './begeleider.js';

const WEIGERINGEN: Readonly<Record<string, string>> = {
  'cohort-afgesloten': 'Dit cohort is afgesloten. Er gaat geen mail meer weg.',
  'geen-adviseur':
    'Deze persoon werkt niet als adviseur in dit cohort. Geef eerst toegang als adviseur, en kies daarna opnieuw.',
  'geen-leider': 'Deze persoon kan hier geen leider zijn. Kies een adviseur van dit cohort.',
};

function weigerTenzijGedaan(weigering: string | null | undefined): void {
  if (weigering === null) return;
  const uitleg = WEIGERINGEN[weigering ?? ''];
  if (weigering === undefined || uitleg === undefined) throw notFound('Dit is er niet. Kijk in de lijst.');
  throw refused(weigering, uitleg);
}

/** Who guides a traject and who leads a cohort, besides the adviseur of the cohort. */
@Injectable()
export class BegeleidingService {
  constructor(
    private readonly database: ScopedDatabase,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Mails that wait go to the new one: who it is, is looked up when they leave. */
  kiesAdviseur(trajectId: string, accountId: string | null, request: Request): Promise<TrajectAdviseur> {
    return this.database.transaction(async (db) => {
      await leesTraject(db, trajectId);
      const [rij] = await db.query<{ weigering: string | null }[]>(
        'SELECT kies_adviseur($1, $2) AS weigering',
        [trajectId, accountId],
      );
      weigerTenzijGedaan(rij?.weigering);
      await schrijfAudit(db, {
        handeling: 'traject-adviseur-kiezen',
        onderwerp: `traject/${trajectId}`,
        inhoud: { accountId },
        request,
      });
      return adviseurVanTraject(this.settings.keyring, await leesTraject(db, trajectId));
    });
  }

  leesLeider(cohortId: string): Promise<CohortLeider> {
    return this.database.read(async (db) => {
      await leesCohort(db, cohortId);
      return this.leider(db, cohortId);
    });
  }

  kiesLeider(cohortId: string, accountId: string | null, request: Request): Promise<CohortLeider> {
    return this.database.transaction(async (db) => {
      await leesCohort(db, cohortId);
      const [rij] = await db.query<{ weigering: string | null }[]>(
        'SELECT kies_leider($1, $2) AS weigering',
        [cohortId, accountId],
      );
      weigerTenzijGedaan(rij?.weigering);
      await schrijfAudit(db, {
        handeling: 'leider-kiezen',
        onderwerp: `cohort/${cohortId}`,
        inhoud: { accountId },
        request,
      });
      return this.leider(db, cohortId);
    });
  }

  private async leider(db: Db, cohortId: string): Promise<CohortLeider> {
    const [rij] = await db.query<BegeleiderRij[]>('SELECT * FROM leider_bij($1)', [cohortId]);
    return rij ? begeleiderVan(this.settings.keyring, rij) : { accountId: null, naam: null, email: null };
  }
}
