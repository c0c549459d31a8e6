import { Inject, Injectable } from '@nestjs/common';
import type {
  Contactpersoon,
  Deelnemer,
  DeelnemerLijst,
  Fout,
  NieuweDeelnemer,
} from '@maatwerktraject/contracts';
import { lokaleTijd, type CohortStatus, type Datum } from '@maatwerktraject/domain';
import type { EntityManager } from 'typeorm';
import { ScopedDatabase } from '../database/scoped.database.js';
import { CohortOpdrachtService } from '../cohort/cohort.opdracht.service.js';
import { leesCohort } from '../cohort/cohort.query.js';
import { nuVan } from '../cohort/klok.js';
import { derivedId } from '../http/derived-id.js';
import { invalid, notFound, ProblemException, refused } from '../http/problem.js';
import { SETTINGS, type Settings } from '../settings.js';
import { leesDeelnemersCsv, plek } from './deelnemer.csv.js';
import { groepeer, type Groep } from './deelnemer.groepen.js';
import {
  bekendeGemeenten,
  heeftAndereStart,
  houdCohortVast,
  houdInConcept,
  leesDeelnemers,
  voegToe,
} from './deelnemer.query.js';

const GEEN_GEMEENTE = 'Deze gemeente bestaat niet. Zoek de code op in de lijst met gemeenten.';
const DOET_AL_MEE = 'Deze gemeente doet al mee. Haal haar eerst weg als u de contactpersonen wilt wijzigen.';

const trajectIdVan = (cohortId: string, gemeentecode: string): string =>
  derivedId(`traject:${cohortId}:${gemeentecode}`);

const wie = (personen: readonly Contactpersoon[]): string =>
  JSON.stringify(
    personen.map(({ naam, email, niveau, hoofdcontact }) => [email, niveau, naam, hoofdcontact]).sort(),
  );

/** Whether a gemeente may join now, on this day. @throws ProblemException (409) */
function controleerStartdatum(status: CohortStatus, startdatum: Datum | null, vandaag: Datum): void {
  if (status === 'afgesloten')
    throw refused('cohort-afgesloten', 'Dit cohort is afgesloten. Er kan geen gemeente meer bij.');
  if (status === 'concept' && startdatum !== null)
    throw refused(
      'startdatum-te-vroeg',
      'Dit cohort is nog niet gestart. Alle gemeenten beginnen dan tegelijk.',
    );
  if (status === 'lopend' && startdatum === null)
    throw refused(
      'cohort-al-gestart',
      'Dit cohort is al gestart. Geef een startdatum mee voor deze gemeente.',
    );
  if (startdatum !== null && startdatum < vandaag)
    throw refused('startdatum-voorbij', 'Deze startdatum is voorbij. Kies vandaag of een latere dag.');
}

/** The gemeenten that take part in a cohort. Once it has started one can join, and none can go. */
@Injectable()
export class DeelnemerService {
  constructor(
    private readonly database: ScopedDatabase,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly opdrachten: CohortOpdrachtService,
  ) {}

  lijst(cohortId: string): Promise<DeelnemerLijst> {
    return this.database.read(async (db) => {
      await leesCohort(db, cohortId);
      return { items: await leesDeelnemers(db, cohortId, this.settings.keyring) };
    });
  }

  /**
   * Adding the same again gives what is there already. In a cohort that runs the gemeente begins on a day of its own, and
   * its traject is started; when that fails half-way, the same request does the rest.
   */
  async voegToe(cohortId: string, invoer: NieuweDeelnemer): Promise<Deelnemer> {
    const [deelnemer, loopt] = await this.neemEenOp(cohortId, invoer);
    const { startdatum } = invoer;
    if (loopt && startdatum !== null) {
      const { trajectId } = deelnemer;
      const commando = { soort: 'laat-toe', trajectId, startdatum } as const;
      await this.opdrachten.vraag(cohortId, { commando, door: 'adviseur', kenmerk: trajectId });
    }
    return deelnemer;
  }

  private neemEenOp(cohortId: string, invoer: NieuweDeelnemer): Promise<[Deelnemer, boolean]> {
    return this.database.transaction(async (db) => {
      const cohort = await houdCohortVast(db, cohortId);
      controleerStartdatum(cohort.status, invoer.startdatum, lokaleTijd(nuVan(cohort, Date.now())).datum);
      const { items, botsingen } = await this.neemOp(
        db,
        cohortId,
        [{ ...invoer, regel: 0 }],
        invoer.startdatum,
        () => 'gemeentecode',
      );
      const andereDag = await heeftAndereStart(db, cohortId, invoer);
      if (botsingen.length > 0 || andereDag) throw refused('doet-al-mee', DOET_AL_MEE);
      const deelnemer = items.find(({ gemeente }) => gemeente.code === invoer.gemeentecode);
      if (!deelnemer) throw new Error('added deelnemer is missing');
      return [deelnemer, cohort.status === 'lopend'];
    });
  }

  /** Takes a file whole or not at all. */
  async laadCsv(cohortId: string, bestand: unknown): Promise<DeelnemerLijst> {
    if (!(bestand instanceof Uint8Array))
      throw new ProblemException(415, 'Stuur een CSV-bestand, met Content-Type text/csv.', {
        code: 'geen-csv',
      });
    const { rijen, fouten } = leesDeelnemersCsv(bestand);
    const { groepen, fouten: inGroepen } = groepeer(rijen);
    return this.database.transaction(async (db) => {
      await houdInConcept(db, cohortId);
      const bekend = await bekendeGemeenten(
        db,
        groepen.map(({ gemeentecode }) => gemeentecode),
      );
      const onbekend = rijen
        .filter(({ gemeentecode }) => !bekend.has(gemeentecode))
        .map(({ regel }): Fout => ({ pad: plek(regel, 'gemeentecode'), zin: GEEN_GEMEENTE }));
      // Whether a gemeente has a hoofdcontact can only be told when all lines could be read.
      const alle = [...fouten, ...onbekend, ...(fouten.length > 0 ? [] : inGroepen)];
      if (alle.length > 0) throw invalid(opRegel(alle));
      const { items, botsingen } = await this.neemOp(db, cohortId, groepen, null, ({ regel }) =>
        plek(regel, 'gemeentecode'),
      );
      if (botsingen.length > 0) throw invalid(botsingen);
      return { items };
    });
  }

  async haalWeg(cohortId: string, trajectId: string): Promise<void> {
    await this.database.transaction(async (db) => {
      await houdInConcept(db, cohortId);
      const [, weg] = await db.query<[unknown, number]>(
        'DELETE FROM traject WHERE id = $1 AND cohort_id = $2',
        [trajectId, cohortId],
      );
      if (weg === 0) throw notFound('Deze gemeente doet niet mee aan dit cohort.');
    });
  }

  private async neemOp(
    db: EntityManager,
    cohortId: string,
    groepen: readonly Groep[],
    startdatum: string | null,
    pad: (groep: Groep) => string,
  ): Promise<{ items: Deelnemer[]; botsingen: Fout[] }> {
    const bekend = await bekendeGemeenten(
      db,
      groepen.map(({ gemeentecode }) => gemeentecode),
    );
    const vreemd = groepen.filter(({ gemeentecode }) => !bekend.has(gemeentecode));
    if (vreemd.length > 0) throw invalid(vreemd.map((groep) => ({ pad: pad(groep), zin: GEEN_GEMEENTE })));
    const nieuw = groepen.map((groep) => ({
      ...groep,
      startdatum,
      trajectId: trajectIdVan(cohortId, groep.gemeentecode),
    }));
    await voegToe(db, cohortId, nieuw, this.settings.keyring);
    const items = await leesDeelnemers(db, cohortId, this.settings.keyring);
    const perId = new Map(items.map((item) => [item.trajectId, item]));
    const botsingen = nieuw.filter(
      (groep) => wie(perId.get(groep.trajectId)?.contactpersonen ?? []) !== wie(groep.contactpersonen),
    );
    return { items, botsingen: botsingen.map((groep) => ({ pad: pad(groep), zin: DOET_AL_MEE })) };
  }
}

/** In the order of the lines of the file. */
function opRegel(fouten: readonly Fout[]): Fout[] {
  const regel = ({ pad }: Fout): number => Number(/\d+/.exec(pad)?.[0] ?? 0);
  return [...fouten].sort((a, b) => regel(a) - regel(b));
}
