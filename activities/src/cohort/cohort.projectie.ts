import { cohortWorkflowId, type CohortFeit, type CohortProjectie } from '@maatwerktraject/messages';
import type { EntityManager } from 'typeorm';
import {
  zetAgendaberichtenKlaar,
  zetVoorwaardeberichtKlaar,
} from '../agendabericht/agendabericht.wachtrij.js';

const EVALUATIE = `
  SELECT jsonb_build_object(
    'trajecten', count(*),
    'uitkomsten', coalesce((SELECT jsonb_object_agg(uitkomst, aantal) FROM
      (SELECT uitkomst, count(*) AS aantal FROM traject WHERE cohort_id = $1 AND uitkomst IS NOT NULL GROUP BY uitkomst) AS u), '{}'))
  FROM traject WHERE cohort_id = $1`;

type Gepland = Extract<CohortFeit, { soort: 'groepssessie-gepland' | 'groepssessie-gewijzigd' }>;

/** What is planned now, and who is invited to it. */
async function schrijfSessie(
  db: EntityManager,
  { sessie, versie, volgnummer, plan }: Gepland,
): Promise<void> {
  await db.query(
    `UPDATE bijeenkomst SET status = 'gepland', begint_op = $2, eindigt_op = $3, inhoud_id = $4, herinnering_werkdagen = $5,
            versie = $6, volgnummer = $7 WHERE id = $1`,
    [
      sessie,
      new Date(plan.beginOp),
      new Date(plan.eindOp),
      plan.inhoudId,
      plan.herinneringWerkdagen,
      versie,
      volgnummer,
    ],
  );
  await db.query(
    `UPDATE genodigde SET uitgenodigd = id = ANY ($2) WHERE bijeenkomst_id = $1 AND uitgenodigd <> (id = ANY ($2))`,
    [sessie, plan.genodigden],
  );
}

async function verwerk(db: EntityManager, projectie: CohortProjectie, feit: CohortFeit): Promise<void> {
  const { cohortId, klok } = projectie;
  switch (feit.soort) {
    case 'cohort-gestart':
      await db.query(
        `UPDATE cohort SET status = 'lopend', gestart_op = now(), klok_echt = $2, klok_domein = $3, klok_factor = $4, klok_versie = $5
          WHERE id = $1`,
        [cohortId, klok.echt, klok.domein, klok.factor, klok.versie],
      );
      return;
    case 'klok-verzet':
      await db.query(
        `UPDATE cohort SET klok_echt = $2, klok_domein = $3, klok_factor = $4, klok_versie = $5 WHERE id = $1`,
        [cohortId, klok.echt, klok.domein, klok.factor, klok.versie],
      );
      return;
    case 'cohort-geevalueerd':
      await db.query(`UPDATE cohort SET evaluatie = (${EVALUATIE}) WHERE id = $1`, [cohortId]);
      return;
    case 'cohort-afgesloten':
      await db.query(`UPDATE cohort SET status = 'afgesloten', afgesloten_op = $2 WHERE id = $1`, [
        cohortId,
        new Date(feit.op),
      ]);
      return;
    case 'groepssessie-gepland':
      await schrijfSessie(db, feit);
      return zetAgendaberichtenKlaar(db, feit, 'uitnodiging', feit.plan.genodigden);
    case 'groepssessie-gewijzigd':
      await schrijfSessie(db, feit);
      await zetAgendaberichtenKlaar(db, feit, 'wijziging', feit.opnieuw);
      await zetAgendaberichtenKlaar(db, feit, 'uitnodiging', feit.erbij);
      return zetAgendaberichtenKlaar(db, feit, 'afzegging', feit.eraf);
    case 'groepssessie-afgezegd':
      await db.query(
        `UPDATE bijeenkomst SET status = 'afgezegd', versie = $2, volgnummer = $3 WHERE id = $1`,
        [feit.sessie, feit.versie, feit.volgnummer],
      );
      return zetAgendaberichtenKlaar(db, feit, 'afzegging', feit.genodigden);
    case 'groepssessie-herinnerd':
      return zetAgendaberichtenKlaar(db, feit, 'herinnering', feit.genodigden);
    case 'voorwaarden-gezet':
      await db.query('UPDATE voorwaarde SET volgorde = NULL WHERE cohort_id = $1', [cohortId]);
      await db.query(
        `INSERT INTO voorwaarde (cohort_id, sleutel, volgorde, inhoud)
         SELECT $1, v.inhoud ->> 'sleutel', v.volgorde, v.inhoud FROM jsonb_array_elements($2::jsonb) WITH ORDINALITY AS v (inhoud, volgorde)
         ON CONFLICT (cohort_id, sleutel) DO UPDATE SET volgorde = excluded.volgorde, inhoud = excluded.inhoud`,
        [cohortId, JSON.stringify(feit.voorwaarden)],
      );
      return;
    case 'voorwaarde-getoetst':
      if (feit.geraakt) await zetVoorwaardeberichtKlaar(db, cohortId, feit);
      return;
    // Its row is there already; from here on its own workflow writes it.
    case 'traject-toegelaten':
      return;
  }
}

/** Writes facts of a cohort, with what they change, in the transaction of `db`. Those that are there already stay. */
export async function projecteerCohort(db: EntityManager, projectie: CohortProjectie): Promise<void> {
  const { cohortId, vanaf, feiten, volgendMomentOp } = projectie;
  let nieuw = false;
  for (const [index, feit] of feiten.entries()) {
    const { soort, op, door, ...inhoud } = feit;
    const rijen = await db.query<{ seq: number }[]>(
      `INSERT INTO gebeurtenis (workflow_id, seq, cohort_id, soort, op, door, inhoud) VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (workflow_id, seq) DO NOTHING RETURNING seq`,
      [
        cohortWorkflowId(cohortId),
        vanaf + index,
        cohortId,
        soort,
        new Date(op),
        door,
        JSON.stringify(inhoud),
      ],
    );
    if (rijen.length === 0) continue;
    nieuw = true;
    await verwerk(db, projectie, feit);
  }
  // Not by an attempt that comes in late: what it knew has passed.
  if (nieuw && volgendMomentOp !== undefined)
    await db.query('UPDATE cohort SET volgend_moment_op = $2 WHERE id = $1', [
      cohortId,
      volgendMomentOp === null ? null : new Date(volgendMomentOp),
    ]);
}
