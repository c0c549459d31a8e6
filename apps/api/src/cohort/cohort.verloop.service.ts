import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Uitgevoerd } from '@maatwerktraject/contracts';
import {
  eersteWerkdagVanaf,
  GEWONE_KLOK,
  lokaleTijd,
  ochtendVan,
  oefenklok,
  procesDeel,
  volgendeControle,
  type Klok,
  type Sjabloon,
} from '@maatwerktraject/domain';
import { ScopedDatabase } from '../database/scoped.database.js';
import { refused, unavailable } from '../http/problem.js';
import { SjabloonService } from '../sjabloon/sjabloon.service.js';
import { ProcesService } from '../temporal/proces.service.js';
import { leesCohort, zonderHoofdcontact, type CohortRij } from './cohort.query.js';
import { kalenderVan, nuVan } from './klok.js';

const SECONDE = 1_000;
const UUR = 3_600 * SECONDE;
const WACHT_OP_PROJECTIE_MS = 15_000;

/** The clock that a cohort starts with: a practice clock begins at 08:00 on the first day, an hour before the first mail. */
export function beginKlok(
  cohort: Pick<CohortRij, 'startdatum' | 'oefen_dagen_per_seconde'>,
  echtNu: number,
): Klok {
  if (cohort.oefen_dagen_per_seconde === null) return GEWONE_KLOK;
  return oefenklok(
    echtNu,
    ochtendVan(eersteWerkdagVanaf(cohort.startdatum)) - UUR,
    cohort.oefen_dagen_per_seconde,
  );
}

/**
 * The domain instant just before the process looks whether all trajecten have ended: on a werkdag at 17:00, from the day
 * on which the last stap was planned to open.
 */
export function vlakVoorSluiting(sjabloon: Sjabloon, startdatum: string, nu: number): number {
  return volgendeControle(sjabloon, startdatum, nu + SECONDE) - SECONDE;
}

const MAX_GENOEMD = 10;

/** Says which gemeenten lack a hoofdcontact, and what to do. */
export function zinZonderHoofdcontact(gemeenten: readonly string[]): string {
  const rest = gemeenten.length - MAX_GENOEMD;
  const namen = [
    ...gemeenten.slice(0, MAX_GENOEMD),
    ...(rest > 0 ? [`nog ${String(rest)} ${rest === 1 ? 'gemeente' : 'gemeenten'}`] : []),
  ];
  const genoemd = [namen.slice(0, -1).join(', '), namen.at(-1)].filter(Boolean).join(' en ');
  return namen.length === 1
    ? `${genoemd} heeft geen hoofdcontact: de gegevens zijn gewist. Haal deze gemeente weg en voeg haar opnieuw toe, met contactpersonen.`
    : `Deze gemeenten hebben geen hoofdcontact, want de gegevens zijn gewist: ${genoemd}. Haal ze weg en voeg ze opnieuw toe, met contactpersonen.`;
}

/** What a cohort does in time: it starts, and a practice clock can be moved. */
@Injectable()
export class CohortVerloopService {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly sjablonen: SjabloonService,
    private readonly proces: ProcesService,
  ) {}

  /** Returns once the cohort runs, so that the caller reads what it did. */
  async start(cohortId: string): Promise<Uitgevoerd> {
    const [cohort, zonder] = await this.database.read(
      async (db) => [await leesCohort(db, cohortId), await zonderHoofdcontact(db, cohortId)] as const,
    );
    if (cohort.status !== 'concept') return { nieuw: false };
    if (cohort.gemeenten === 0)
      throw refused('geen-gemeenten', 'Er doet nog geen gemeente mee. Voeg eerst een gemeente toe.');
    if (zonder.length > 0) throw refused('geen-hoofdcontact', zinZonderHoofdcontact(zonder));
    if (cohort.oefen_dagen_per_seconde === null && cohort.startdatum < lokaleTijd(Date.now()).datum)
      throw refused(
        'startdatum-voorbij',
        'De startdatum is voorbij. Maak een nieuw cohort met een startdatum vanaf vandaag.',
      );
    const sjabloon = await this.sjablonen.lees(cohort.sjabloon_sleutel, cohort.sjabloon_versie);
    await this.proces.startCohort({
      cohortId,
      klok: beginKlok(cohort, Date.now()),
      sjabloon: procesDeel(sjabloon),
      startdatum: cohort.startdatum,
      kalender: kalenderVan(cohort),
    });
    await this.wachtTotGestart(cohortId);
    return { nieuw: true };
  }

  async naarVolgendMoment(cohortId: string, kenmerk: string): Promise<Uitgevoerd> {
    const cohort = await this.database.read((db) => leesCohort(db, cohortId));
    if (cohort.oefen_dagen_per_seconde === null)
      throw refused('geen-oefencohort', 'De klok kunt u alleen verzetten bij een oefencohort.');
    if (cohort.status === 'concept')
      throw refused('nog-niet-gestart', 'Dit cohort is nog niet gestart. Start het eerst.');
    if (cohort.status === 'afgesloten')
      throw refused('cohort-afgesloten', 'Dit cohort is afgesloten. De klok staat stil.');
    return this.proces.verzetKlok(cohortId, { verzoekId: kenmerk, naar: await this.volgendMoment(cohort) });
  }

  private async volgendMoment(cohort: CohortRij): Promise<number> {
    if (cohort.volgend_moment_op) return cohort.volgend_moment_op.getTime();
    if (cohort.afgerond + cohort.teruggetrokken < cohort.gemeenten)
      throw refused(
        'niets-op-de-agenda',
        'Er staat niets op de agenda; er wordt op mensen gewacht. Kijk welke taken open staan.',
      );
    const sjabloon = await this.sjablonen.lees(cohort.sjabloon_sleutel, cohort.sjabloon_versie);
    return vlakVoorSluiting(sjabloon, cohort.startdatum, nuVan(cohort, Date.now()));
  }

  private async wachtTotGestart(cohortId: string): Promise<void> {
    for (const tot = Date.now() + WACHT_OP_PROJECTIE_MS; Date.now() < tot; await wait(100)) {
      const [rij] = await this.database.query<{ status: string }[]>(
        'SELECT status FROM cohort WHERE id = $1',
        [cohortId],
      );
      if (rij?.status !== 'concept') return;
    }
    throw unavailable('Het proces');
  }
}
