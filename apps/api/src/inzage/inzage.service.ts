import { Inject, Injectable } from '@nestjs/common';
import type {
  GemeenteLijst,
  Inzage,
  InzagePagina,
  NieuweInzage,
  Paginering,
} from '@maatwerktraject/contracts';
import type { Request } from 'express';
import { schrijfAudit } from '../audit/audit.query.js';
import { leesCohort } from '../cohort/cohort.query.js';
import { ScopedDatabase } from '../database/scoped.database.js';
import { pagina } from '../http/pagina.js';
import { notFound } from '../http/problem.js';
import { SETTINGS, type Settings } from '../settings.js';
import {
  alsInzage,
  beeindigInzage,
  beginInzage,
  leesGemeentenVoorInzage,
  leesInzage,
  leesInzagen,
  plaatsVanInzage,
  zoekTraject,
} from './inzage.query.js';

/**
 * A beheerder reads no traject, unless he writes down why: then that one, for some hours, and nothing can be changed. Each
 * read is a line in the audit log (AuditInterceptor).
 */
@Injectable()
export class InzageService {
  constructor(
    private readonly database: ScopedDatabase,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  lijst(vraag: Paginering): Promise<InzagePagina> {
    return this.database.read(async (db) =>
      pagina(await leesInzagen(db, vraag), vraag, plaatsVanInzage, alsInzage(this.settings.keyring)),
    );
  }

  /** The gemeenten of a cohort, to choose one of. */
  gemeenten(cohortId: string): Promise<GemeenteLijst> {
    return this.database.read(async (db) => {
      await leesCohort(db, cohortId);
      return { items: await leesGemeentenVoorInzage(db, cohortId) };
    });
  }

  /** Begins an inzage under an ID that follows from the key: a command that is sent twice begins one. */
  vraag(invoer: NieuweInzage, kenmerk: string, request: Request): Promise<Inzage> {
    return this.database.transaction(async (db) => {
      const trajectId = await zoekTraject(db, invoer);
      if (trajectId === undefined)
        throw notFound('Dit traject bestaat niet. Kijk of het cohort en de gemeente bij elkaar horen.');
      if (await beginInzage(db, kenmerk, trajectId, invoer))
        await schrijfAudit(db, {
          handeling: 'inzage-vragen',
          onderwerp: `traject/${trajectId}`,
          reden: invoer.reden,
          inhoud: { inzageId: kenmerk, uren: invoer.uren },
          request,
        });
      const rij = await leesInzage(db, kenmerk);
      if (!rij) throw new Error('the inzage is missing');
      return alsInzage(this.settings.keyring)(rij);
    });
  }

  async beeindig(id: string, request: Request): Promise<void> {
    await this.database.transaction(async (db) => {
      const trajectId = await beeindigInzage(db, id);
      if (trajectId === undefined)
        throw notFound(
          'Deze inzage is er niet (meer), of zij is van iemand anders. Kijk in de lijst met inzagen.',
        );
      await schrijfAudit(db, {
        handeling: 'inzage-beeindigen',
        onderwerp: `traject/${trajectId}`,
        inhoud: { inzageId: id },
        request,
      });
    });
  }
}
