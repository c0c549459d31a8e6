import type { Bord, BordRij, BordStap } from '@maatwerktraject/contracts';
import {
  maakPlan,
  type Rol,
  type Sjabloon,
  type StapStatus,
  type TrajectStatus,
  type Uitkomstklasse,
} from '@maatwerktraject/domain';
import type { Db } from '../database/scoped.database.js';
import { OP_NAAM } from '../http/pagina.js';
import type { CohortRij } from './cohort.query.js';
import { GEEN_POST, telPostVanCohort } from './post.query.js';
import { kalenderVan, nuVan, teLaatSql } from './klok.js';

interface TrajectDeel {
  readonly id: string;
  readonly kenmerk: string;
  readonly code: string | null;
  readonly gemeente: string | null;
  readonly status: TrajectStatus;
  readonly stap: string | null;
  readonly uitkomst: Uitkomstklasse | null;
  /** Of a gemeente that joined later. */
  readonly startdatum: string | null;
}

interface StapDeel {
  readonly traject_id: string;
  readonly sleutel: string;
  readonly status: StapStatus;
  readonly gepland_op: string;
  readonly eindigt_op: string;
  readonly totaal: number;
  readonly klaar: number;
  readonly open: number;
  readonly te_laat: number;
}

const TRAJECTEN = `
  SELECT t.id, t.id AS kenmerk, g.code, g.naam AS gemeente, t.status, t.stap, t.uitkomst, t.startdatum
    FROM traject t JOIN gemeente g ON g.code = t.gemeente_code
   WHERE t.cohort_id = $1 ORDER BY g.naam ${OP_NAAM}, t.id`;

// For an onderzoeker: under a pseudonym, unless his grant says that he may know who they are.
const ONDER_PSEUDONIEM = `
  SELECT t.id, t.pseudoniem AS kenmerk, g.code, g.naam AS gemeente, t.status, t.stap, t.uitkomst, t.startdatum
    FROM traject t CROSS JOIN LATERAL gemeente_bij(t.id) AS g
   WHERE t.cohort_id = $1 ORDER BY g.naam ${OP_NAAM}, t.pseudoniem`;

const STAPPEN = `
  SELECT s.traject_id, s.sleutel, s.status, coalesce(s.opent_op, s.gepland_op) AS gepland_op,
         coalesce(s.eindigt_op, s.gepland_eindigt_op) AS eindigt_op, count(*) FILTER (WHERE ta.status <> 'vervallen') AS totaal,
         count(*) FILTER (WHERE ta.status = 'ingediend') AS klaar,
         count(*) FILTER (WHERE ta.status = 'open') AS open,
         count(*) FILTER (WHERE t.status = 'lopend' AND ta.status = 'open' AND ${teLaatSql('$2')}) AS te_laat
    FROM cohort c JOIN traject t ON t.cohort_id = c.id JOIN stap s ON s.traject_id = t.id
    JOIN taak ta ON ta.traject_id = s.traject_id AND ta.stap = s.sleutel
   WHERE c.id = $1 GROUP BY s.traject_id, s.sleutel ORDER BY s.traject_id, s.volgnummer`;

const alsBordStap = (stap: StapDeel): BordStap => ({
  sleutel: stap.sleutel,
  status: stap.status,
  geplandOp: stap.gepland_op,
  eindigtOp: stap.eindigt_op,
  takenTotaal: stap.totaal,
  takenKlaar: stap.klaar,
  takenTeLaat: stap.te_laat,
});

/** The stappen of a traject that has not started, as they are planned. */
const gepland = (sjabloon: Sjabloon, cohort: CohortRij): BordStap[] =>
  maakPlan(sjabloon, cohort.startdatum, kalenderVan(cohort)).stappen.map((stap) => ({
    sleutel: stap.sleutel,
    status: 'gepland',
    geplandOp: stap.opentOp,
    eindigtOp: stap.eindigtOp,
    takenTotaal: stap.taken.length,
    takenKlaar: 0,
    takenTeLaat: 0,
  }));

/** The board of a cohort: a row per gemeente, in the order of their names. A few queries, however many there are. */
export async function leesBord(
  db: Db,
  cohort: CohortRij,
  sjabloon: Sjabloon,
  echtNu: number,
  rol: Rol,
): Promise<Bord> {
  const trajecten = await db.query<TrajectDeel[]>(rol === 'onderzoeker' ? ONDER_PSEUDONIEM : TRAJECTEN, [
    cohort.id,
  ]);
  const stappen = await db.query<StapDeel[]>(STAPPEN, [cohort.id, echtNu]);
  const post = rol === 'adviseur' ? await telPostVanCohort(db, cohort.id) : null;
  const perTraject = new Map<string, StapDeel[]>(trajecten.map(({ id }) => [id, []]));
  for (const stap of stappen) perTraject.get(stap.traject_id)?.push(stap);
  const som = (delen: readonly StapDeel[], wat: 'open' | 'te_laat'): number =>
    delen.reduce((totaal, deel) => totaal + deel[wat], 0);
  const items = trajecten.map((traject): BordRij => {
    const delen = perTraject.get(traject.id) ?? [];
    return {
      trajectId: traject.kenmerk,
      gemeente: { code: traject.code, naam: traject.gemeente ?? `Gemeente ${traject.kenmerk.slice(0, 8)}` },
      status: traject.status,
      huidigeStap: traject.stap,
      openTaken: som(delen, 'open'),
      takenTeLaat: som(delen, 'te_laat'),
      uitkomst: traject.uitkomst,
      post: post ? (post.perTraject.get(traject.id) ?? GEEN_POST) : null,
      stappen:
        delen.length === 0
          ? gepland(sjabloon, { ...cohort, startdatum: traject.startdatum ?? cohort.startdatum })
          : delen.map(alsBordStap),
    };
  });
  return {
    cohortId: cohort.id,
    nu: new Date(nuVan(cohort, echtNu)).toISOString(),
    post: post?.cohort ?? null,
    items,
  };
}
