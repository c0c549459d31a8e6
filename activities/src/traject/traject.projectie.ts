import { maakPlan, type Gebeurtenis, type Plan, type Sjabloon } from '@maatwerktraject/domain';
import { trajectWorkflowId, type TrajectProjectie } from '@maatwerktraject/messages';
import type { EntityManager } from 'typeorm';
import { zetBerichtKlaar } from '../bericht/bericht.wachtrij.js';
import { Schrijver, type Schrijfbaar } from '../database/schrijver.js';

/** What the projection of a traject's facts needs to know besides the facts. */
export interface TrajectContext {
  readonly trajectId: string;
  readonly cohortId: string;
  readonly oefen: boolean;
  /** Only there for the fact that needs it: it is large. */
  readonly sjabloon: Sjabloon | null;
}

const tijd = (feit: Gebeurtenis): Date => new Date(feit.op);

async function leesContext(
  db: EntityManager,
  trajectId: string,
  metSjabloon: boolean,
): Promise<TrajectContext> {
  const rijen = await db.query<{ cohort_id: string; oefen: boolean; definitie: Sjabloon | null }[]>(
    `SELECT t.cohort_id, c.oefen_dagen_per_seconde IS NOT NULL AS oefen, CASE WHEN $2 THEN s.definitie END AS definitie
       FROM traject t JOIN cohort c ON c.id = t.cohort_id
       JOIN sjabloon s ON s.sleutel = c.sjabloon_sleutel AND s.versie = c.sjabloon_versie
      WHERE t.id = $1`,
    [trajectId, metSjabloon],
  );
  const [rij] = rijen;
  if (!rij) throw new Error(`geen traject ${trajectId}`);
  return { trajectId, cohortId: rij.cohort_id, oefen: rij.oefen, sjabloon: rij.definitie };
}

/** The rows of a whole traject as it is planned at its start. */
async function maakGeplandeRijen(db: Schrijfbaar, trajectId: string, plan: Plan): Promise<void> {
  const stappen = plan.stappen.map(({ sleutel, volgnummer, opentOp, eindigtOp }) => ({
    sleutel,
    volgnummer,
    opentOp,
    eindigtOp,
  }));
  await db.query(
    `INSERT INTO stap (traject_id, sleutel, volgnummer, status, gepland_op, gepland_eindigt_op)
     SELECT $1, r."sleutel", r."volgnummer", 'gepland', r."opentOp", r."eindigtOp"
       FROM jsonb_to_recordset($2::jsonb) AS r("sleutel" text, "volgnummer" int, "opentOp" date, "eindigtOp" date)`,
    [trajectId, JSON.stringify(stappen)],
  );
  const taken = plan.stappen.flatMap((stap) => stap.taken.map((taak) => ({ ...taak, stap: stap.sleutel })));
  await db.query(
    `INSERT INTO taak (id, traject_id, stap, taak, uitvoerder, status, gepland_open_op, gepland_vervalt_op)
     SELECT $1 || '.' || r."stap" || '.' || r."sleutel", $1::uuid, r."stap", r."taak", r."uitvoerder", 'gepland',
            r."opentOp", r."vervaltOp"
       FROM jsonb_to_recordset($2::jsonb)
         AS r("stap" text, "sleutel" text, "taak" text, "uitvoerder" text, "opentOp" date, "vervaltOp" date)`,
    [trajectId, JSON.stringify(taken)],
  );
  const checkIns = plan.stappen.flatMap((stap) =>
    stap.checkIns.map((checkIn) => ({ ...checkIn, stap: stap.sleutel })),
  );
  await db.query(
    `INSERT INTO check_in (traject_id, sleutel, stap, status, gepland_week_van)
     SELECT $1, r."sleutel", r."stap", 'gepland', r."weekVan"
       FROM jsonb_to_recordset($2::jsonb) AS r("sleutel" text, "stap" text, "weekVan" date)`,
    [trajectId, JSON.stringify(checkIns)],
  );
}

async function openStap(
  db: Schrijfbaar,
  id: string,
  feit: Extract<Gebeurtenis, { soort: 'stap-geopend' }>,
): Promise<void> {
  const { plan } = feit;
  await db.query(
    `UPDATE stap SET status = 'open', opent_op = $3, eindigt_op = $4, geopend_op = $5 WHERE traject_id = $1 AND sleutel = $2`,
    [id, feit.stap, plan.opentOp, plan.eindigtOp, tijd(feit)],
  );
  await db.query(
    `UPDATE taak SET opent_op = r."opentOp", vervalt_op = r."vervaltOp"
       FROM jsonb_to_recordset($2::jsonb) AS r("sleutel" text, "opentOp" date, "vervaltOp" date)
      WHERE taak.id = $1 || '.' || r."sleutel"`,
    [`${id}.${feit.stap}`, JSON.stringify(plan.taken)],
  );
  await db.query(
    `UPDATE check_in SET week_van = r."weekVan"
       FROM jsonb_to_recordset($2::jsonb) AS r("sleutel" text, "weekVan" date)
      WHERE traject_id = $1 AND check_in.sleutel = r."sleutel"`,
    [id, JSON.stringify(plan.checkIns)],
  );
}

/** Writes what one fact changes into the tables that people read. */
async function verwerk(db: Schrijfbaar, context: TrajectContext, feit: Gebeurtenis): Promise<void> {
  const { trajectId: id } = context;
  switch (feit.soort) {
    case 'traject-gestart':
      await db.query(`UPDATE traject SET status = 'lopend' WHERE id = $1`, [id]);
      if (!context.sjabloon) throw new Error('het begin van een traject zonder sjabloon');
      return maakGeplandeRijen(db, id, maakPlan(context.sjabloon, feit.startdatum));
    case 'stap-gepland':
      await db.query(`UPDATE traject SET stap = $2 WHERE id = $1`, [id, feit.stap]);
      await db.query(`UPDATE stap SET opent_op = $3 WHERE traject_id = $1 AND sleutel = $2`, [
        id,
        feit.stap,
        feit.opentOp,
      ]);
      return;
    case 'stap-geopend':
      return openStap(db, id, feit);
    case 'taak-geopend':
      await db.query(`UPDATE taak SET status = 'open', geopend_op = $2 WHERE id = $1`, [
        `${id}.${feit.stap}.${feit.taak}`,
        tijd(feit),
      ]);
      return;
    case 'taak-ingediend':
      await db.query(
        `UPDATE taak SET status = 'ingediend', ingediend_op = $2, invoer_id = $3 WHERE id = $1`,
        [`${id}.${feit.stap}.${feit.taak}`, tijd(feit), feit.invoerId],
      );
      return;
    case 'bericht-klaargezet':
    case 'bericht-overgeslagen':
      return zetBerichtKlaar(db, context, feit);
    case 'stap-ingeleverd':
      await db.query(
        `UPDATE stap SET status = 'wacht-op-akkoord', ingeleverd_op = $3 WHERE traject_id = $1 AND sleutel = $2`,
        [id, feit.stap, tijd(feit)],
      );
      return;
    case 'stap-goedgekeurd':
      await db.query(
        `UPDATE stap SET status = 'afgerond', goedgekeurd_op = $3 WHERE traject_id = $1 AND sleutel = $2`,
        [id, feit.stap, tijd(feit)],
      );
      return;
    case 'check-in-vastgelegd':
      await db.query(
        `UPDATE check_in SET status = $3, datum = $4, invoer_id = $5 WHERE traject_id = $1 AND sleutel = $2`,
        [id, feit.checkIn, feit.gehouden ? 'gehouden' : 'niet-gehouden', feit.datum, feit.invoerId],
      );
      return;
    case 'check-in-vervallen':
      await db.query(`UPDATE check_in SET status = 'niet-gehouden' WHERE traject_id = $1 AND sleutel = $2`, [
        id,
        feit.checkIn,
      ]);
      return;
    case 'uitkomst-vastgelegd':
      await db.query(
        `UPDATE traject SET uitkomst = $2, uitkomst_invoer_id = $3, uitkomst_op = $4 WHERE id = $1`,
        [id, feit.klasse, feit.invoerId, tijd(feit)],
      );
      return;
    case 'traject-afgerond':
      await db.query(`UPDATE traject SET status = 'afgerond', afgerond_op = $2 WHERE id = $1`, [
        id,
        tijd(feit),
      ]);
      return;
  }
}

/**
 * Writes facts, what they change, and the mail they ask for, in one transaction. Facts that are there already are left
 * as they are: a task that was tried twice decides the same facts again (ADR 0008).
 * @throws Error when the database cannot take them; nothing is written then, and the caller tries again.
 */
export async function projecteerTraject(db: EntityManager, projectie: TrajectProjectie): Promise<void> {
  const { trajectId, vanaf, feiten } = projectie;
  const workflowId = trajectWorkflowId(trajectId);
  // Asked together: both go out before the first answer is there.
  const [[bekend], context] = await Promise.all([
    db.query<{ laatste: number | null }[]>(
      `SELECT max(seq) AS laatste FROM gebeurtenis WHERE workflow_id = $1`,
      [workflowId],
    ),
    leesContext(
      db,
      trajectId,
      feiten.some(({ soort }) => soort === 'traject-gestart'),
    ),
  ]);
  const geschreven = bekend?.laatste ?? 0;
  if (geschreven < vanaf - 1)
    throw new Error(`projectie van ${workflowId} mist feiten: ${String(geschreven)} voor ${String(vanaf)}`);
  const nieuw = feiten
    .map((feit, index) => ({ feit, seq: vanaf + index }))
    .filter(({ seq }) => seq > geschreven);
  const schrijver = new Schrijver(db);
  if (nieuw.length > 0) {
    const rijen = nieuw.map(({ feit: { soort, op, door, ...inhoud }, seq }) => ({
      seq,
      soort,
      op: new Date(op).toISOString(),
      door,
      inhoud,
    }));
    await schrijver.query(
      `INSERT INTO gebeurtenis (workflow_id, cohort_id, traject_id, seq, soort, op, door, inhoud)
       SELECT $1, $2, $3, r.seq, r.soort, r.op, r.door, r.inhoud
         FROM jsonb_to_recordset($4::jsonb) AS r(seq int, soort text, op timestamptz, door text, inhoud jsonb)`,
      [workflowId, context.cohortId, trajectId, JSON.stringify(rijen)],
    );
    for (const { feit } of nieuw) await verwerk(schrijver, context, feit);
  }
  const volgende = projectie.volgendMomentOp === null ? null : new Date(projectie.volgendMomentOp);
  await schrijver.query(`UPDATE traject SET volgend_moment_op = $2 WHERE id = $1`, [trajectId, volgende]);
  await schrijver.klaar();
}
