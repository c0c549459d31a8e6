import { Inject, Injectable } from '@nestjs/common';
import type {
  Bord,
  Cohort,
  CohortPagina,
  CohortPlan,
  NieuwCohort,
  Resultaten,
} from '@maatwerktraject/contracts';
import type { Sjabloon } from '@maatwerktraject/domain';
import { verzegel } from '@maatwerktraject/database';
import { ScopedDatabase, type Db } from '../database/scoped.database.js';
import { derivedId } from '../http/derived-id.js';
import { pagina, type Paginavraag } from '../http/pagina.js';
import { invalid, refused } from '../http/problem.js';
import { SETTINGS, type Settings } from '../settings.js';
import { SjabloonService } from '../sjabloon/sjabloon.service.js';
import { leesBord } from './bord.query.js';
import { cohortPlan } from './cohort.plan.js';
import { adviseurVan } from './adviseur.js';
import { kalenderVan } from './klok.js';
import {
  alsCohort,
  cohortRegel,
  leesAdviseurs,
  leesCohort,
  leesCohorten,
  plaatsVanCohort,
  type CohortRij,
} from './cohort.query.js';
import { leesResultaten } from './resultaten.query.js';
import type { Aangemelde } from '../toegang/aangemelde.js';

/** What of the caller matters here. */
type Wie = Pick<Aangemelde, 'rol'>;

@Injectable()
export class CohortService {
  constructor(
    private readonly database: ScopedDatabase,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly sjablonen: SjabloonService,
  ) {}

  lijst(vraag: Paginavraag, { rol }: Wie): Promise<CohortPagina> {
    return this.database.read(async (db) => {
      const gelezen = await leesCohorten(db, vraag);
      const adviseur = await this.adviseurs(db, gelezen.rijen, rol);
      const nu = Date.now();
      return pagina(gelezen, vraag, plaatsVanCohort, (rij) => cohortRegel(rij, nu, adviseur(rij.id)));
    });
  }

  lees(id: string, { rol }: Wie): Promise<Cohort> {
    return this.database.read(async (db) => {
      const rij = await leesCohort(db, id);
      const adviseur = await this.adviseurs(db, [rij], rol);
      return alsCohort(rij, Date.now(), adviseur(id));
    });
  }

  async plan(id: string): Promise<CohortPlan> {
    const cohort = await this.database.read((db) => leesCohort(db, id));
    return cohortPlan(await this.sjabloonVan(cohort), cohort.startdatum, kalenderVan(cohort));
  }

  bord(id: string, { rol }: Wie): Promise<Bord> {
    return this.database.read(async (db) => {
      const cohort = await leesCohort(db, id);
      return leesBord(db, cohort, await this.sjabloonVan(cohort, db), Date.now(), rol);
    });
  }

  resultaten(id: string): Promise<Resultaten> {
    return this.database.read(async (db) => {
      const cohort = await leesCohort(db, id);
      return leesResultaten(db, id, await this.sjablonenIn(cohort, db));
    });
  }

  /** The same key gives the same cohort. */
  async maak(invoer: NieuwCohort, kenmerk: string, wie: Wie): Promise<Cohort> {
    if (invoer.oefenklok && !this.settings.oefenen)
      throw refused(
        'oefenen-kan-niet',
        'Oefenen kan hier niet: er is geen postvak voor oefenmail. Maak een gewoon cohort.',
      );
    await this.controleerSjabloon(invoer);
    const id = derivedId(`cohort:${kenmerk}`);
    const { keyring } = this.settings;
    // Without a target: naming one would ask for the row to be visible, and it is only once its maker has been noted.
    await this.database.query(
      `INSERT INTO cohort (id, naam, sjabloon_sleutel, sjabloon_versie, startdatum, adviseur_naam, adviseur_email, status,
                           oefen_dagen_per_seconde)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'concept', $8) ON CONFLICT DO NOTHING`,
      [
        id,
        invoer.naam,
        invoer.sjabloon.sleutel,
        invoer.sjabloon.versie,
        invoer.startdatum,
        verzegel(keyring, 'cohort.adviseur_naam', invoer.adviseur.naam),
        verzegel(keyring, 'cohort.adviseur_email', invoer.adviseur.email),
        invoer.oefenklok?.dagenPerSeconde ?? null,
      ],
    );
    const cohort = await this.lees(id, wie);
    if (cohort.naam !== invoer.naam || cohort.startdatum !== invoer.startdatum)
      throw refused(
        'kenmerk-al-gebruikt',
        'Met dit kenmerk is al een ander cohort gemaakt. Stuur een nieuw kenmerk mee.',
      );
    return cohort;
  }

  /** Who guides each of these cohorten, for those who may know. */
  private async adviseurs(
    db: Db,
    rijen: readonly CohortRij[],
    rol: Wie['rol'],
  ): Promise<(id: string) => Cohort['adviseur']> {
    if (rol === 'onderzoeker') return () => null;
    const adviseurs = await leesAdviseurs(
      db,
      rijen.map(({ id }) => id),
    );
    const perCohort = new Map(adviseurs.map((rij) => [rij.id, adviseurVan(this.settings.keyring, rij)]));
    return (id) => perCohort.get(id) ?? null;
  }

  private sjabloonVan(cohort: CohortRij, db?: Db): Promise<Sjabloon> {
    return this.sjablonen.lees(cohort.sjabloon_sleutel, cohort.sjabloon_versie, db);
  }

  /** The version that the cohort began with, and those that trajecten went over to. */
  private async sjablonenIn(cohort: CohortRij, db: Db): Promise<Sjabloon[]> {
    const anders = await db.query<{ versie: number }[]>(
      `SELECT DISTINCT sjabloon_versie AS versie FROM traject
        WHERE cohort_id = $1 AND sjabloon_versie <> $2 ORDER BY 1`,
      [cohort.id, cohort.sjabloon_versie],
    );
    const sjablonen = [await this.sjabloonVan(cohort, db)];
    for (const { versie } of anders)
      sjablonen.push(await this.sjablonen.lees(cohort.sjabloon_sleutel, versie, db));
    return sjablonen;
  }

  private async controleerSjabloon({ sjabloon }: NieuwCohort): Promise<void> {
    const bekend = await this.sjablonen.lijst();
    if (!bekend.some(({ sleutel, versie }) => sleutel === sjabloon.sleutel && versie === sjabloon.versie))
      throw invalid([{ pad: 'sjabloon', zin: 'Dit sjabloon bestaat niet. Kies een sjabloon uit de lijst.' }]);
  }
}
