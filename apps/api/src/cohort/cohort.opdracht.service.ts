import { Injectable } from '@nestjs/common';
import type { Actor, CohortCommando } from '@maatwerktraject/domain';
import { ScopedDatabase } from '../database/scoped.database.js';
import { derivedId } from '../http/derived-id.js';
import { otherVersion } from '../http/if-match.decorator.js';
import { ProblemException, refused, unavailable } from '../http/problem.js';
import { ProcesService } from '../temporal/proces.service.js';
import { leesCohort } from './cohort.query.js';

export interface CohortOpdracht {
  readonly commando: CohortCommando;
  readonly door: Actor;
  /** The same one with the same command is one request. */
  readonly kenmerk: string;
}

const NIET_GESTART = 'Dit cohort is nog niet gestart. Start het eerst.';
const AFGESLOTEN = 'Dit cohort is afgesloten. Er kan niets meer worden gewijzigd.';

/** What people ask of a cohort that runs. */
@Injectable()
export class CohortOpdrachtService {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly proces: ProcesService,
  ) {}

  /** @throws ProblemException (404, or 409 when its process does not run) */
  async weigerBuitenProces(cohortId: string): Promise<void> {
    const { status } = await this.database.read((db) => leesCohort(db, cohortId));
    if (status === 'concept') throw refused('nog-niet-gestart', NIET_GESTART);
    if (status === 'afgesloten') throw refused('cohort-afgesloten', AFGESLOTEN);
  }

  /** Returns once what the process decided can be read. */
  async vraag(cohortId: string, { commando, door, kenmerk }: CohortOpdracht): Promise<void> {
    const verzoekId = derivedId(`verzoek:${kenmerk}:${JSON.stringify(commando)}`);
    try {
      const antwoord = await this.proces.vraagCohort(cohortId, { verzoekId, door, commando });
      if (antwoord) return;
    } catch (error) {
      if (error instanceof ProblemException && error.extras.code === 'andere-versie') throw otherVersion();
      throw error;
    }
    // It was closed while we asked, or it is about to start.
    await this.weigerBuitenProces(cohortId);
    throw unavailable('Het proces');
  }
}
