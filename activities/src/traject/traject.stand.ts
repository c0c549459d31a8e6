import {
  inHuidigeVorm,
  nieuwTraject,
  pasToe,
  procesDeel,
  type Gebeurtenis,
  type Sjabloon,
  type TrajectToestand,
} from '@maatwerktraject/domain';
import { trajectWorkflowId } from '@maatwerktraject/messages';
import type { EntityManager } from 'typeorm';
import type { Schrijfbaar } from '../database/schrijver.js';
import type { TrajectContext } from './projectie/projectie.js';

export interface Stand {
  readonly seq: number;
  readonly toestand: TrajectToestand;
}

/** What a traject is before its first fact: the sjabloon of its cohort, from the day on which it was said to start. */
function leeg(sjabloon: Sjabloon, [eerste]: readonly Gebeurtenis[]): TrajectToestand {
  if (eerste?.soort !== 'traject-gestart')
    throw new Error('het eerste feit van een traject is niet dat het is gestart');
  return nieuwTraject(procesDeel(sjabloon), eerste.startdatum, eerste.kalender);
}

interface FeitRij {
  readonly soort: string;
  readonly op: Date;
  readonly door: string;
  readonly inhoud: object;
}

/** The facts that are on record up to `seq`, oldest first. */
async function leesFeiten(db: EntityManager, trajectId: string, seq: number): Promise<Gebeurtenis[]> {
  const rijen = await db.query<FeitRij[]>(
    `SELECT soort, op, door, inhoud FROM gebeurtenis WHERE workflow_id = $1 AND seq <= $2 ORDER BY seq`,
    [trajectWorkflowId(trajectId), seq],
  );
  return rijen.map(
    ({ soort, op, door, inhoud }) => ({ ...inhoud, soort, op: op.getTime(), door }) as Gebeurtenis,
  );
}

/** Adds up all facts from the first one on, on the sjabloon that the cohort started with. */
export async function telOp(db: EntityManager, trajectId: string, seq: number): Promise<TrajectToestand> {
  const [rij] = await db.query<{ definitie: Sjabloon }[]>(
    `SELECT s.definitie FROM traject t JOIN cohort c ON c.id = t.cohort_id
       JOIN sjabloon s ON s.sleutel = c.sjabloon_sleutel AND s.versie = c.sjabloon_versie WHERE t.id = $1`,
    [trajectId],
  );
  if (!rij) throw new Error(`geen traject ${trajectId}`);
  const feiten = await leesFeiten(db, trajectId, seq);
  return feiten.reduce(pasToe, leeg(inHuidigeVorm(rij.definitie), feiten));
}

/** What is kept of a traject, for who is about to add to it. */
export async function leesStand(db: EntityManager, trajectId: string): Promise<Stand | undefined> {
  const [bewaard] = await db.query<Stand[]>(
    'SELECT seq, toestand FROM traject_stand WHERE traject_id = $1 FOR UPDATE',
    [trajectId],
  );
  return bewaard;
}

/** How a traject stands after fact `seq`: as it was kept, or added up once, for one from before it was kept. */
export async function standVoor(
  db: EntityManager,
  { trajectId, sjabloon, seq }: Pick<TrajectContext, 'trajectId' | 'sjabloon'> & { readonly seq: number },
  bewaard: Stand | undefined,
  nieuw: readonly Gebeurtenis[],
): Promise<TrajectToestand> {
  if (bewaard?.seq === seq) return bewaard.toestand;
  return seq === 0 ? leeg(sjabloon, nieuw) : telOp(db, trajectId, seq);
}

export async function schrijfStand(
  db: Schrijfbaar,
  { trajectId, seq, toestand }: Stand & { readonly trajectId: string },
): Promise<void> {
  await db.query(
    `INSERT INTO traject_stand (traject_id, seq, toestand) VALUES ($1, $2, $3)
     ON CONFLICT (traject_id) DO UPDATE SET seq = excluded.seq, toestand = excluded.toestand`,
    [trajectId, seq, JSON.stringify(toestand)],
  );
}
