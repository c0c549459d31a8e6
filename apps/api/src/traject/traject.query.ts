import { Uuid, type TrajectRegel, type TrajectVraag } from '@maatwerktraject/contracts';
import type { CheckInStatus, StapStatus, TrajectStatus, Uitkomstklasse } from '@maatwerktraject/domain';
import { z } from 'zod';
import type { Db } from '../database/scoped.database.js';
import type { BegeleiderRij } from '../begeleiding/begeleider.js';
import { vandaagSql, type KalenderRij, type KlokRij } from '../cohort/klok.js';
import { leesCursor, OP_NAAM, type Gelezen } from '../http/pagina.js';
import { notFound } from '../http/problem.js';
import type { SjabloonVanTraject } from '../sjabloon/sjabloon.service.js';

/** A traject with what it takes from its cohort and its gemeente. */
export interface TrajectRij extends KlokRij, KalenderRij, SjabloonVanTraject {
  readonly id: string;
  readonly cohort_id: string;
  readonly cohort_naam: string;
  readonly oefen: boolean;
  readonly code: string;
  readonly gemeente: string;
  readonly status: TrajectStatus;
  readonly stap: string | null;
  readonly startdatum: string;
  readonly adviseur_naam: string;
  readonly adviseur_email: string;
  /** Who was chosen for this traject; null: the adviseur of the cohort. */
  readonly begeleider: BegeleiderRij | null;
  readonly uitkomst: Uitkomstklasse | null;
  readonly uitkomst_op: Date | null;
  readonly uitkomst_invoer_id: string | null;
  readonly uitkomst_toelichting: string | null;
  /** While it stands still: since when, until when, and why. */
  readonly onderbroken_op: string | null;
  readonly hervat_op: string | null;
  readonly onderbreking_toelichting: string | null;
}

export interface StapRij {
  readonly sleutel: string;
  readonly status: StapStatus;
  readonly gepland_op: string;
  readonly gepland_eindigt_op: string;
  readonly opent_op: string | null;
  readonly eindigt_op: string | null;
  readonly geopend_op: Date | null;
  readonly ingeleverd_op: Date | null;
  readonly goedgekeurd_op: Date | null;
}

export interface CheckInRij {
  readonly sleutel: string;
  readonly stap: string;
  readonly status: CheckInStatus;
  readonly gepland_week_van: string;
  readonly week_van: string | null;
  readonly datum: string | null;
  readonly invoer_id: string | null;
  readonly verslag: string | null;
}

/** @throws ProblemException (404) when there is no such traject. */
export async function leesTraject(db: Db, id: string): Promise<TrajectRij> {
  const [rij] = await db.query<TrajectRij[]>(
    `SELECT t.id, t.cohort_id, c.naam AS cohort_naam, c.oefen_dagen_per_seconde IS NOT NULL AS oefen, g.code,
            g.naam AS gemeente, t.status, t.stap, coalesce(t.startdatum, c.startdatum) AS startdatum, c.sjabloon_sleutel,
            coalesce(t.sjabloon_versie, c.sjabloon_versie) AS sjabloon_versie,
            CASE WHEN t.sjabloon_versie IS NOT NULL THEN (SELECT json_object_agg(s.sleutel, s.sjabloon_versie ORDER BY s.volgnummer)
              FROM stap s WHERE s.traject_id = t.id AND s.sjabloon_versie IS NOT NULL) END AS stap_versies,
            c.adviseur_naam,
            c.adviseur_email,
            (SELECT to_jsonb(b) FROM adviseur_bij(t.id) b WHERE t.adviseur_account_id IS NOT NULL) AS begeleider, c.klok_echt, c.klok_domein, c.klok_factor, c.afgesloten_op, t.uitkomst, t.uitkomst_op,
            t.uitkomst_invoer_id, i.inhoud ->> 'toelichting' AS uitkomst_toelichting,
            c.rustperiodes, c.kalender_versie, t.onderbroken_op, t.hervat_op, reden.toelichting AS onderbreking_toelichting
       FROM traject t JOIN cohort c ON c.id = t.cohort_id JOIN gemeente g ON g.code = t.gemeente_code
       LEFT JOIN invoer i ON i.id = t.uitkomst_invoer_id
       LEFT JOIN LATERAL (
         SELECT r.inhoud ->> 'toelichting' AS toelichting FROM invoer r
          WHERE r.traject_id = t.id AND r.soort = 'toelichting' AND r.onderwerp IN ('pauze', 'terugtrekking')
          ORDER BY r.created_at DESC LIMIT 1) AS reden ON t.onderbroken_op IS NOT NULL
      WHERE t.id = $1`,
    [id],
  );
  if (!rij) throw notFound('Dit traject bestaat niet. Kijk in de lijst met trajecten.');
  return rij;
}

export const leesStappen = (db: Db, trajectId: string): Promise<StapRij[]> =>
  db.query<StapRij[]>('SELECT * FROM stap WHERE traject_id = $1 ORDER BY volgnummer', [trajectId]);

export const leesCheckIns = (db: Db, trajectId: string): Promise<CheckInRij[]> =>
  db.query<CheckInRij[]>(
    `SELECT ci.*, i.inhoud ->> 'verslag' AS verslag
       FROM check_in ci LEFT JOIN invoer i ON i.id = ci.invoer_id WHERE ci.traject_id = $1`,
    [trajectId],
  );

interface RegelRij {
  readonly id: string;
  readonly cohort_id: string;
  readonly cohort_naam: string;
  readonly oefen: boolean;
  readonly code: string;
  readonly gemeente: string;
  readonly status: TrajectStatus;
  readonly stap: string | null;
  readonly stap_status: StapStatus | null;
  readonly open_taken: number;
  readonly te_laat: number;
}

const REGELS = `
  WITH regel AS (
    SELECT t.id, t.cohort_id, c.naam AS cohort_naam, c.oefen_dagen_per_seconde IS NOT NULL AS oefen, g.code,
           g.naam AS gemeente, t.status, t.stap, st.status AS stap_status, k.open_taken, k.te_laat
      FROM traject t JOIN cohort c ON c.id = t.cohort_id JOIN gemeente g ON g.code = t.gemeente_code
      LEFT JOIN stap st ON st.traject_id = t.id AND st.sleutel = t.stap
      CROSS JOIN LATERAL (
        SELECT count(*) AS open_taken, count(*) FILTER (WHERE t.status = 'lopend' AND ${vandaagSql('$1')} > ta.vervalt_op) AS te_laat
          FROM taak ta WHERE ta.traject_id = t.id AND ta.status = 'open'
      ) k
     WHERE ($2::uuid IS NULL OR t.cohort_id = $2) AND ($3::text IS NULL OR t.stap = $3)
       AND ($4::text IS NULL OR t.status = $4) AND ($5::boolean IS NULL OR (k.te_laat > 0) = $5)
  )`;

const Plaats = z.tuple([z.string(), z.string(), Uuid]);

export const plaatsVanTraject = ({ gemeente, cohortNaam, id }: TrajectRegel): z.infer<typeof Plaats> => [
  gemeente.naam,
  cohortNaam,
  id,
];

/** Trajecten in the order of the names of their gemeenten. */
export async function zoekTrajecten(
  db: Db,
  vraag: TrajectVraag,
  echtNu: number,
): Promise<Gelezen<TrajectRegel>> {
  const filter = [
    echtNu,
    vraag.cohortId ?? null,
    vraag.stap ?? null,
    vraag.status ?? null,
    vraag.teLaat ?? null,
  ];
  const [gemeente = null, cohortNaam = null, id = null] = leesCursor(vraag.na, Plaats) ?? [];
  const lezen = db.query<RegelRij[]>(
    `${REGELS} SELECT * FROM regel
      WHERE $8::uuid IS NULL OR (gemeente ${OP_NAAM}, cohort_naam ${OP_NAAM}, id) > ($6::text, $7::text, $8::uuid)
      ORDER BY gemeente ${OP_NAAM}, cohort_naam ${OP_NAAM}, id LIMIT $9`,
    [...filter, gemeente, cohortNaam, id, vraag.limiet + 1],
  );
  const tellen = db.query<{ aantal: number }[]>(`${REGELS} SELECT count(*) AS aantal FROM regel`, filter);
  const [rijen, [geteld]] = await Promise.all([lezen, tellen]);
  const regels = rijen.map((rij) => ({
    id: rij.id,
    cohortId: rij.cohort_id,
    cohortNaam: rij.cohort_naam,
    oefen: rij.oefen,
    gemeente: { code: rij.code, naam: rij.gemeente },
    status: rij.status,
    stap: rij.stap,
    stapStatus: rij.stap_status,
    openTaken: rij.open_taken,
    takenTeLaat: rij.te_laat,
  }));
  return { rijen: regels, totaal: geteld?.aantal ?? 0 };
}
