import type { Resultaten, ResultaatStap } from '@maatwerktraject/contracts';
import { HERINNERINGSOORTEN, UITKOMSTKLASSEN, type Sjabloon } from '@maatwerktraject/domain';
import type { Db } from '../database/scoped.database.js';
import { dagSql } from './klok.js';

interface StapCijfers {
  readonly sleutel: string;
  readonly afgerond: number;
  readonly mediane_dagen: number | null;
  readonly ingediend: number;
  readonly te_laat: number;
  readonly berichten: number;
  readonly herinneringen: number;
  readonly gesprekken: number;
}

const STAPPEN = `
  WITH t AS (SELECT id FROM traject WHERE cohort_id = $1),
  s AS (
    SELECT sleutel, count(*) FILTER (WHERE status = 'afgerond') AS afgerond,
           percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM goedgekeurd_op - geopend_op)::double precision / 86400)
             AS mediane_dagen
      FROM stap WHERE traject_id IN (SELECT id FROM t) GROUP BY sleutel
  ), ta AS (
    SELECT stap, count(*) AS ingediend, count(*) FILTER (WHERE ${dagSql('ingediend_op')} > vervalt_op) AS te_laat
      FROM taak WHERE traject_id IN (SELECT id FROM t) AND status = 'ingediend' GROUP BY stap
  ), b AS (
    SELECT stap, count(*) AS berichten, count(*) FILTER (WHERE soort = ANY($2)) AS herinneringen
      FROM bericht WHERE cohort_id = $1 AND status = 'verzonden' GROUP BY stap
  ), ci AS (
    SELECT stap, count(*) AS gesprekken FROM check_in
     WHERE traject_id IN (SELECT id FROM t) AND status = 'gehouden' GROUP BY stap
  )
  SELECT s.sleutel, s.afgerond, s.mediane_dagen, coalesce(ta.ingediend, 0) AS ingediend, coalesce(ta.te_laat, 0) AS te_laat,
         coalesce(b.berichten, 0) AS berichten, coalesce(b.herinneringen, 0) AS herinneringen,
         coalesce(ci.gesprekken, 0) AS gesprekken
    FROM s LEFT JOIN ta ON ta.stap = s.sleutel LEFT JOIN b ON b.stap = s.sleutel LEFT JOIN ci ON ci.stap = s.sleutel`;

const TRAJECTEN = `
  SELECT uitkomst, count(*) AS aantal, count(*) FILTER (WHERE status = 'afgerond') AS afgerond,
         count(*) FILTER (WHERE status = 'teruggetrokken') AS teruggetrokken
    FROM traject WHERE cohort_id = $1 GROUP BY uitkomst`;

const eenDecimaal = (getal: number | null): number | null =>
  getal === null ? null : Math.round(getal * 10) / 10;

/** Each stap once, by the title of the first version that has it. */
function stappenVan(sjablonen: readonly Sjabloon[]): Map<string, string> {
  const titels = new Map<string, string>();
  for (const { sleutel, titel } of sjablonen.flatMap(({ stappen }) => stappen))
    if (!titels.has(sleutel)) titels.set(sleutel, titel);
  return titels;
}

/** The numbers of a cohort; `sjablonen`: the version it began with, and those that its trajecten went over to. `berichten` counts mails that left. */
export async function leesResultaten(
  db: Db,
  cohortId: string,
  sjablonen: readonly Sjabloon[],
): Promise<Resultaten> {
  const trajecten = await db.query<
    { uitkomst: string | null; aantal: number; afgerond: number; teruggetrokken: number }[]
  >(TRAJECTEN, [cohortId]);
  const cijfers = await db.query<StapCijfers[]>(STAPPEN, [cohortId, HERINNERINGSOORTEN]);
  const metUitkomst = (klasse: string | null): number =>
    trajecten.find(({ uitkomst }) => uitkomst === klasse)?.aantal ?? 0;
  const [structureel, getraind, aandacht, geen] = UITKOMSTKLASSEN.map(metUitkomst);
  return {
    cohortId,
    trajecten: trajecten.reduce((som, { aantal }) => som + aantal, 0),
    afgerond: trajecten.reduce((som, { afgerond }) => som + afgerond, 0),
    teruggetrokken: trajecten.reduce((som, { teruggetrokken }) => som + teruggetrokken, 0),
    uitkomsten: {
      structureel: structureel ?? 0,
      getraind: getraind ?? 0,
      aandacht: aandacht ?? 0,
      geen: geen ?? 0,
      nogNietBekend: metUitkomst(null),
    },
    stappen: [...stappenVan(sjablonen)].map(([sleutel, titel]): ResultaatStap => {
      const rij = cijfers.find((een) => een.sleutel === sleutel);
      return {
        sleutel,
        titel,
        afgerond: rij?.afgerond ?? 0,
        medianeDagen: eenDecimaal(rij?.mediane_dagen ?? null),
        takenIngediend: rij?.ingediend ?? 0,
        takenTeLaatIngediend: rij?.te_laat ?? 0,
        berichten: rij?.berichten ?? 0,
        herinneringen: rij?.herinneringen ?? 0,
        checkInsGehouden: rij?.gesprekken ?? 0,
      };
    }),
  };
}
