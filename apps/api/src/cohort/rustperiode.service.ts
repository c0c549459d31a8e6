import { Injectable } from '@nestjs/common';
import type { Rol, Rustperiodes, RustperiodesInvoer } from '@maatwerktraject/contracts';
import type { Kalender } from '@maatwerktraject/domain';
import { ScopedDatabase, type Db } from '../database/scoped.database.js';
import { derivedId } from '../http/derived-id.js';
import { otherVersion } from '../http/if-match.decorator.js';
import { ProblemException, refused } from '../http/problem.js';
import { ProcesService } from '../temporal/proces.service.js';
import { leesCohort } from './cohort.query.js';
import { bewaarRustperiodes, leesAchter } from './rustperiode.query.js';

/** How many trajecten are asked at once. */
const GELIJKTIJDIG = 10;

/** The days on which a cohort leaves its gemeenten alone. While it runs, each traject takes them over by itself. */
@Injectable()
export class RustperiodeService {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly proces: ProcesService,
  ) {}

  lees(cohortId: string, rol: Rol): Promise<Rustperiodes> {
    return this.database.read(async (db) => {
      const { rustperiodes, kalender_versie: versie } = await leesCohort(db, cohortId);
      // What a process knows is for who guides it.
      const achter = rol === 'adviseur' ? await leesAchter(db, cohortId, versie) : [];
      return { rustperiodes: [...rustperiodes], versie, nogTeVerwerken: achter.length };
    });
  }

  /**
   * Replaces all of them. Asked again with the same content, because the answer got lost or not all trajecten could be
   * reached, it goes on with those that are behind.
   */
  async wijzig(
    cohortId: string,
    invoer: RustperiodesInvoer,
    versie: number,
    rol: Rol,
  ): Promise<Rustperiodes> {
    const rustperiodes = invoer.rustperiodes.toSorted((een, ander) => (een.van < ander.van ? -1 : 1));
    const nieuw = await this.database.transaction((db) => this.bewaar(db, cohortId, rustperiodes, versie));
    await this.verspreid(cohortId, { versie: nieuw, rustperiodes });
    return this.lees(cohortId, rol);
  }

  private async bewaar(
    db: Db,
    cohortId: string,
    rustperiodes: RustperiodesInvoer['rustperiodes'],
    versie: number,
  ): Promise<number> {
    const cohort = await leesCohort(db, cohortId);
    if (cohort.status === 'afgesloten')
      throw refused('cohort-afgesloten', 'Dit cohort is afgesloten. De planning kan niet meer veranderen.');
    const nieuw = await bewaarRustperiodes(db, cohortId, rustperiodes, versie);
    if (nieuw === undefined) throw otherVersion();
    return nieuw;
  }

  private async verspreid(cohortId: string, kalender: Kalender): Promise<void> {
    const ids = await this.database.read((db) => leesAchter(db, cohortId, kalender.versie));
    for (let begin = 0; begin < ids.length; begin += GELIJKTIJDIG)
      await Promise.all(ids.slice(begin, begin + GELIJKTIJDIG).map((id) => this.meld(id, kalender)));
  }

  private async meld(trajectId: string, kalender: Kalender): Promise<void> {
    const commando = { soort: 'neem-kalender-over', kalender } as const;
    const verzoekId = derivedId(`kalender:${trajectId}:${String(kalender.versie)}`);
    try {
      // Undefined when it ended meanwhile.
      await this.proces.vraagTraject(trajectId, { verzoekId, door: 'adviseur', commando });
    } catch (error) {
      // It has a newer one, or it ended meanwhile: nothing is left to do.
      if (!(error instanceof ProblemException) || error.status !== 409) throw error;
    }
  }
}
