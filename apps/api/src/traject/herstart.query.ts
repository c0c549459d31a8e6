import type { TrajectToestand } from '@maatwerktraject/domain';
import type { TrajectInvoer } from '@maatwerktraject/messages';
import type { Db } from '../database/scoped.database.js';

interface StandRij {
  readonly cohort_id: string;
  readonly seq: number;
  readonly toestand: TrajectToestand;
  readonly klok_echt: number;
  readonly klok_domein: number;
  readonly klok_factor: number;
  readonly klok_versie: number;
}

/**
 * With what the process of a traject goes on when its chain is over: what its facts add up to, and the number of the last.
 * Undefined for a traject that ended before this was kept.
 */
export async function leesHerstart(db: Db, trajectId: string): Promise<TrajectInvoer | undefined> {
  const [rij] = await db.query<StandRij[]>(
    `SELECT s.cohort_id, s.seq, s.toestand, c.klok_echt, c.klok_domein, c.klok_factor, c.klok_versie
       FROM traject_stand s JOIN cohort c ON c.id = s.cohort_id WHERE s.traject_id = $1`,
    [trajectId],
  );
  if (!rij) return undefined;
  const { sjabloon, startdatum, kalender } = rij.toestand;
  return {
    trajectId,
    cohortId: rij.cohort_id,
    klok: { echt: rij.klok_echt, domein: rij.klok_domein, factor: rij.klok_factor, versie: rij.klok_versie },
    sjabloon,
    startdatum,
    kalender,
    voortzetting: { toestand: rij.toestand, volgnummer: rij.seq, verzoeken: [] },
  };
}
