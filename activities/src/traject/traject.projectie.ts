import {
  inHuidigeVorm,
  pasToe,
  type Gebeurtenis,
  type Personen,
  type Rustperiode,
  type Sjabloon,
} from '@maatwerktraject/domain';
import { trajectWorkflowId, type TrajectProjectie } from '@maatwerktraject/messages';
import type { EntityManager } from 'typeorm';
import { leesPersonen } from '../bericht/personen.js';
import { Schrijver, type Schrijfbaar } from '../database/schrijver.js';
import { GESPREK_PROJECTIES } from './projectie/gesprek.projectie.js';
import type { Feitsoort, Projecties, TrajectContext } from './projectie/projectie.js';
import { STAP_PROJECTIES } from './projectie/stap.projectie.js';
import { TAAK_PROJECTIES } from './projectie/taak.projectie.js';
import { TRAJECT_PROJECTIES } from './projectie/traject.projectie.js';
import { leesStand, schrijfStand, standVoor } from './traject.stand.js';

const PROJECTIES: Projecties<Feitsoort> = {
  ...TRAJECT_PROJECTIES,
  ...STAP_PROJECTIES,
  ...TAAK_PROJECTIES,
  ...GESPREK_PROJECTIES,
};

type Projectie = (db: Schrijfbaar, context: TrajectContext, feit: Gebeurtenis) => Promise<unknown>;

/** Kinds of which the projection reads, too: it gets the database itself, after what was sent before it. */
const LEEST: ReadonlySet<Feitsoort> = new Set<Feitsoort>(['sjabloon-overgezet']);

const NIEMAND: Personen = { contactpersonen: [], heeftLeider: false };

type Vast = Omit<TrajectContext, 'personen' | 'toestand'>;

interface ContextRij {
  readonly cohort_id: string;
  readonly oefen: boolean;
  readonly definitie: Sjabloon;
  readonly rustperiodes: readonly Rustperiode[];
  readonly kalender_versie: number;
}

async function leesContext(db: EntityManager, trajectId: string): Promise<Vast> {
  const [rij] = await db.query<ContextRij[]>(
    `SELECT t.cohort_id, c.oefen_dagen_per_seconde IS NOT NULL AS oefen, s.definitie, c.rustperiodes, c.kalender_versie
       FROM traject t JOIN cohort c ON c.id = t.cohort_id
       JOIN sjabloon s ON s.sleutel = c.sjabloon_sleutel AND s.versie = coalesce(t.sjabloon_versie, c.sjabloon_versie)
      WHERE t.id = $1`,
    [trajectId],
  );
  if (!rij) throw new Error(`geen traject ${trajectId}`);
  const { cohort_id: cohortId, oefen, rustperiodes, kalender_versie: versie } = rij;
  const kalender = { versie, rustperiodes };
  return { trajectId, cohortId, oefen, sjabloon: inHuidigeVorm(rij.definitie), kalender };
}

/** Writes facts that are new, with numbers from `vanaf` on, into the record. */
async function schrijfFeiten(
  db: Schrijfbaar,
  { trajectId, cohortId }: Vast,
  vanaf: number,
  feiten: readonly Gebeurtenis[],
): Promise<void> {
  const rijen = feiten.map(({ soort, op, door, ...inhoud }, index) => ({
    seq: vanaf + index,
    soort,
    op: new Date(op).toISOString(),
    door,
    inhoud,
  }));
  await db.query(
    `INSERT INTO gebeurtenis (workflow_id, cohort_id, traject_id, seq, soort, op, door, inhoud)
     SELECT $1, $2, $3, r.seq, r.soort, r.op, r.door, r.inhoud
       FROM jsonb_to_recordset($4::jsonb) AS r(seq int, soort text, op timestamptz, door text, inhoud jsonb)`,
    [trajectWorkflowId(trajectId), cohortId, trajectId, JSON.stringify(rijen)],
  );
}

/**
 * Writes facts, what they change, what they add up to, and the mail they ask for, in one transaction. Facts that are there
 * already are left as they are: a task that was tried twice decides the same facts again (ADR 0008).
 * @throws Error when the database cannot take them; nothing is written then, and the caller tries again.
 */
export async function projecteerTraject(db: EntityManager, projectie: TrajectProjectie): Promise<void> {
  const { trajectId, vanaf, feiten } = projectie;
  const workflowId = trajectWorkflowId(trajectId);
  // Asked together: both go out before the first answer is there.
  const [[bekend], context, stand, personenVan] = await Promise.all([
    db.query<{ laatste: number | null }[]>(
      `SELECT max(seq) AS laatste FROM gebeurtenis WHERE workflow_id = $1`,
      [workflowId],
    ),
    leesContext(db, trajectId),
    leesStand(db, trajectId),
    feiten.some((feit) => 'bericht' in feit) ? leesPersonen(db, [trajectId]) : undefined,
  ]);
  const geschreven = bekend?.laatste ?? 0;
  if (geschreven < vanaf - 1)
    throw new Error(`projectie van ${workflowId} mist feiten: ${String(geschreven)} voor ${String(vanaf)}`);
  const nieuw = feiten.slice(geschreven + 1 - vanaf);
  const schrijver = new Schrijver(db);
  try {
    if (nieuw.length > 0) {
      await schrijfFeiten(schrijver, context, geschreven + 1, nieuw);
      const personen = personenVan?.(trajectId) ?? NIEMAND;
      let toestand = await standVoor(db, { ...context, seq: geschreven }, stand, nieuw);
      for (const feit of nieuw) {
        toestand = pasToe(toestand, feit);
        // The projection of a kind takes exactly the facts of that kind; the compiler cannot follow the look-up.
        const projecteer = PROJECTIES[feit.soort] as Projectie;
        await projecteer(LEEST.has(feit.soort) ? db : schrijver, { ...context, personen, toestand }, feit);
      }
      await schrijfStand(schrijver, { trajectId, seq: geschreven + nieuw.length, toestand });
    }
    const volgende = projectie.volgendMomentOp === null ? null : new Date(projectie.volgendMomentOp);
    await schrijver.query(`UPDATE traject SET volgend_moment_op = $2 WHERE id = $1`, [trajectId, volgende]);
  } finally {
    // Also after a fault: then the first statement that failed says what is wrong.
    await schrijver.klaar();
  }
}
