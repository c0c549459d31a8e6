import { Injectable } from '@nestjs/common';
import type { Sjabloonovergang, Uitgevoerd } from '@maatwerktraject/contracts';
import { bepaalOvergang, nieuwTraject, procesDeel, type TrajectToestand } from '@maatwerktraject/domain';
import { leesCohort } from '../cohort/cohort.query.js';
import { ScopedDatabase, type Db } from '../database/scoped.database.js';
import { OP_NAAM } from '../http/pagina.js';
import { refused } from '../http/problem.js';
import { SjabloonService } from '../sjabloon/sjabloon.service.js';
import { Titels } from '../traject/onderwerp.js';
import { TrajectOpdrachtService } from '../traject/traject.opdracht.service.js';
import { leesTraject } from '../traject/traject.query.js';

interface StandRij {
  readonly id: string;
  readonly toestand: TrajectToestand | null;
}

/** How trajecten stand in their process; nothing for one that has not begun. */
const leesStanden = (db: Db, cohortId: string, trajectId: string | null): Promise<StandRij[]> =>
  db.query<StandRij[]>(
    `SELECT t.id, s.toestand FROM traject t JOIN gemeente g ON g.code = t.gemeente_code
       LEFT JOIN traject_stand s ON s.traject_id = t.id
      WHERE t.cohort_id = $1 AND ($2::uuid IS NULL OR t.id = $2) ORDER BY g.naam ${OP_NAAM}, t.id`,
    [cohortId, trajectId],
  );

/** What another version of its sjabloon does to a traject, before and when it is asked for. */
@Injectable()
export class OvergangService {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly sjablonen: SjabloonService,
    private readonly opdrachten: TrajectOpdrachtService,
  ) {}

  vanTraject(trajectId: string, versie?: number): Promise<Sjabloonovergang> {
    return this.database.read(async (db) => {
      const { cohort_id } = await leesTraject(db, trajectId);
      const [stand] = await leesStanden(db, cohort_id, trajectId);
      return this.verslag(db, stand ?? { id: trajectId, toestand: null }, versie);
    });
  }

  vanCohort(cohortId: string, versie?: number): Promise<Sjabloonovergang[]> {
    return this.database.read(async (db) => {
      await leesCohort(db, cohortId);
      const verslagen: Sjabloonovergang[] = [];
      for (const stand of await leesStanden(db, cohortId, null))
        verslagen.push(await this.verslag(db, stand, versie));
      return verslagen;
    });
  }

  /** Asks the process itself, which judges it again. */
  async kies(trajectId: string, versie: number, kenmerk: string): Promise<Uitgevoerd> {
    const { bezwaar } = await this.vanTraject(trajectId, versie);
    if (bezwaar && bezwaar.code !== 'zelfde-versie') throw refused(bezwaar.code, bezwaar.zin);
    const [traject, sjabloon] = await this.database.read(async (db) => {
      const rij = await leesTraject(db, trajectId);
      return [rij, await this.sjablonen.lees(rij.sjabloon_sleutel, versie, db)] as const;
    });
    const commando = { soort: 'kies-sjabloon', sjabloon: procesDeel(sjabloon) } as const;
    return this.opdrachten.vraag({ traject, commando, door: 'adviseur', kenmerk });
  }

  private async nieuwste(db: Db, sleutel: string): Promise<number> {
    const versies = (await this.sjablonen.lijst(db)).filter((een) => een.sleutel === sleutel);
    return Math.max(...versies.map(({ versie }) => versie));
  }

  /** For the newest version when none is named. */
  private async verslag(db: Db, { id, toestand }: StandRij, versie?: number): Promise<Sjabloonovergang> {
    const traject = await leesTraject(db, id);
    const huidig = await this.sjablonen.vanTraject(traject, db);
    const nieuw = await this.sjablonen.lees(
      traject.sjabloon_sleutel,
      versie ?? (await this.nieuwste(db, traject.sjabloon_sleutel)),
      db,
    );
    const stand = toestand ?? nieuwTraject(procesDeel(huidig), traject.startdatum);
    const [nu, straks] = [new Titels(huidig), new Titels(nieuw)];
    const { stappen, ...overgang } = bepaalOvergang(stand, procesDeel(nieuw));
    return {
      trajectId: id,
      gemeente: traject.gemeente,
      ...overgang,
      stappen: stappen.map((stap) => {
        const titels = stap.wat === 'blijft' || stap.wat === 'vervalt' ? nu : straks;
        const namen = (van: Titels, sleutels: readonly string[]): string[] =>
          sleutels.map((sleutel) => van.taak(stap.sleutel, sleutel));
        return {
          ...stap,
          titel: titels.stap(stap.sleutel),
          takenNieuw: namen(straks, stap.takenNieuw),
          takenVervallen: namen(nu, stap.takenVervallen),
          takenGewijzigd: namen(straks, stap.takenGewijzigd),
        };
      }),
    };
  }
}
