import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type {
  Bord,
  Cohort,
  CohortPagina,
  CohortPlan,
  NieuwCohort,
  Resultaten,
} from '@maatwerktraject/contracts';
import type { Sjabloon } from '@maatwerktraject/domain';
import { DataSource } from 'typeorm';
import { derivedId } from '../http/derived-id.js';
import { pagina, type Paginavraag } from '../http/pagina.js';
import { invalid, refused } from '../http/problem.js';
import { SETTINGS, type Settings } from '../settings.js';
import { SjabloonService } from '../sjabloon/sjabloon.service.js';
import { leesBord } from './bord.query.js';
import { cohortPlan } from './cohort.plan.js';
import {
  alsCohort,
  cohortRegel,
  leesCohort,
  leesCohorten,
  plaatsVanCohort,
  type CohortRij,
} from './cohort.query.js';
import { leesResultaten } from './resultaten.query.js';

@Injectable()
export class CohortService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly sjablonen: SjabloonService,
  ) {}

  async lijst(vraag: Paginavraag): Promise<CohortPagina> {
    const gelezen = await leesCohorten(this.database, vraag);
    const nu = Date.now();
    return pagina(gelezen, vraag, plaatsVanCohort, (rij) => cohortRegel(rij, nu));
  }

  async lees(id: string): Promise<Cohort> {
    return alsCohort(await leesCohort(this.database, id), Date.now());
  }

  async plan(id: string): Promise<CohortPlan> {
    const cohort = await leesCohort(this.database, id);
    return cohortPlan(await this.sjabloonVan(cohort), cohort.startdatum);
  }

  async bord(id: string): Promise<Bord> {
    const cohort = await leesCohort(this.database, id);
    return leesBord(this.database, cohort, await this.sjabloonVan(cohort), Date.now());
  }

  async resultaten(id: string): Promise<Resultaten> {
    const cohort = await leesCohort(this.database, id);
    return leesResultaten(this.database, id, await this.sjabloonVan(cohort));
  }

  /** The same key gives the same cohort. */
  async maak(invoer: NieuwCohort, kenmerk: string): Promise<Cohort> {
    if (invoer.oefenklok && !this.settings.oefenen)
      throw refused(
        'oefenen-kan-niet',
        'Oefenen kan hier niet: er is geen postvak voor oefenmail. Maak een gewoon cohort.',
      );
    await this.controleerSjabloon(invoer);
    const id = derivedId(`cohort:${kenmerk}`);
    await this.database.query(
      `INSERT INTO cohort (id, naam, sjabloon_sleutel, sjabloon_versie, startdatum, adviseur_naam, adviseur_email, status,
                           oefen_dagen_per_seconde)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'concept', $8) ON CONFLICT (id) DO NOTHING`,
      [
        id,
        invoer.naam,
        invoer.sjabloon.sleutel,
        invoer.sjabloon.versie,
        invoer.startdatum,
        invoer.adviseur.naam,
        invoer.adviseur.email,
        invoer.oefenklok?.dagenPerSeconde ?? null,
      ],
    );
    const cohort = await this.lees(id);
    if (cohort.naam !== invoer.naam || cohort.startdatum !== invoer.startdatum)
      throw refused(
        'kenmerk-al-gebruikt',
        'Met dit kenmerk is al een ander cohort gemaakt. Stuur een nieuw kenmerk mee.',
      );
    return cohort;
  }

  private sjabloonVan(cohort: CohortRij): Promise<Sjabloon> {
    return this.sjablonen.lees(cohort.sjabloon_sleutel, cohort.sjabloon_versie);
  }

  private async controleerSjabloon({ sjabloon }: NieuwCohort): Promise<void> {
    const bekend = await this.sjablonen.lijst();
    if (!bekend.some(({ sleutel, versie }) => sleutel === sjabloon.sleutel && versie === sjabloon.versie))
      throw invalid([{ pad: 'sjabloon', zin: 'Dit sjabloon bestaat niet. Kies een sjabloon uit de lijst.' }]);
  }
}
