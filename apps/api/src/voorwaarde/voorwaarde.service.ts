import { Injectable } from '@nestjs/common';
import type { Voorwaarde, Voorwaarden } from '@maatwerktraject/contracts';
import { CohortOpdrachtService } from '../cohort/cohort.opdracht.service.js';
import { leesCohort } from '../cohort/cohort.query.js';
import { ScopedDatabase } from '../database/scoped.database.js';

/** Conditions of a cohort, as data; its process tests them at their moment (ADR 0021). */
@Injectable()
export class VoorwaardeService {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly opdrachten: CohortOpdrachtService,
  ) {}

  lees(cohortId: string): Promise<Voorwaarden> {
    return this.database.read(async (db) => {
      await leesCohort(db, cohortId);
      const rijen = await db.query<{ inhoud: Voorwaarde }[]>(
        'SELECT inhoud FROM voorwaarde WHERE cohort_id = $1 AND volgorde IS NOT NULL ORDER BY volgorde',
        [cohortId],
      );
      return { items: rijen.map(({ inhoud }) => inhoud) };
    });
  }

  async zet(cohortId: string, { items }: Voorwaarden, kenmerk: string): Promise<Voorwaarden> {
    await this.opdrachten.weigerBuitenProces(cohortId);
    const commando = { soort: 'zet-voorwaarden', voorwaarden: items } as const;
    await this.opdrachten.vraag(cohortId, { commando, door: 'adviseur', kenmerk });
    return this.lees(cohortId);
  }
}
