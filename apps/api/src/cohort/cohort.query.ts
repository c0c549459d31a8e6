import { Uuid, type Cohort, type CohortRegel } from '@maatwerktraject/contracts';
import type { CohortStatus } from '@maatwerktraject/domain';
import { z } from 'zod';
import type { Db } from '../database/scoped.database.js';
import { leesCursor, Moment, momentSql, OP_NAAM, type Gelezen, type Paginavraag } from '../http/pagina.js';
import { notFound } from '../http/problem.js';
import { nuVan, type KalenderRij, type KlokRij } from './klok.js';

export interface CohortRij extends KlokRij, KalenderRij {
  readonly id: string;
  readonly gemaakt: string;
  readonly naam: string;
  readonly status: CohortStatus;
  readonly startdatum: string;
  readonly sjabloon_sleutel: string;
  readonly sjabloon_versie: number;
  readonly sjabloon_titel: string;
  readonly oefen_dagen_per_seconde: number | null;
  readonly gestart_op: Date | null;
  readonly gemeenten: number;
  readonly afgerond: number;
  readonly gepauzeerd: number;
  readonly teruggetrokken: number;
  readonly volgend_moment_op: Date | null;
  readonly berichten_onbekend: number;
  readonly berichten_mislukt: number;
}

/** Who guides a cohort, as stored: sealed. An onderzoeker does not get to see it. */
export interface AdviseurRij {
  readonly id: string;
  readonly adviseur_naam: string;
  readonly adviseur_email: string;
}

const SELECT = `
  SELECT c.id, c.naam, c.status, c.startdatum, c.sjabloon_sleutel, c.sjabloon_versie, c.oefen_dagen_per_seconde,
         c.klok_echt, c.klok_domein, c.klok_factor, c.gestart_op, c.afgesloten_op, ${momentSql('c.created_at')} AS gemaakt,
         s.titel AS sjabloon_titel, t.gemeenten, t.afgerond, t.gepauzeerd, t.teruggetrokken, c.rustperiodes, c.kalender_versie,
         -- Of its trajecten, or of its own agenda; one that has passed there is waited for no more.
         least(t.volgend_moment_op, CASE WHEN c.status = 'lopend' AND c.volgend_moment_op > domein_nu(c.klok_echt, c.klok_domein, c.klok_factor) THEN c.volgend_moment_op END) AS volgend_moment_op,
         b.berichten_onbekend, b.berichten_mislukt
    FROM cohort c
    JOIN sjabloon s ON s.sleutel = c.sjabloon_sleutel AND s.versie = c.sjabloon_versie
    CROSS JOIN LATERAL (
      SELECT count(*) AS gemeenten, count(*) FILTER (WHERE status = 'afgerond') AS afgerond,
             count(*) FILTER (WHERE status = 'gepauzeerd') AS gepauzeerd,
             count(*) FILTER (WHERE status = 'teruggetrokken') AS teruggetrokken,
             min(volgend_moment_op) FILTER (WHERE status <> 'afgerond') AS volgend_moment_op
        FROM traject WHERE cohort_id = c.id
    ) t
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE status = 'onbekend') AS berichten_onbekend,
             count(*) FILTER (WHERE status = 'mislukt') AS berichten_mislukt
        FROM bericht WHERE cohort_id = c.id AND status IN ('onbekend', 'mislukt')
    ) b`;

/** @throws ProblemException (404) when there is no such cohort. */
export async function leesCohort(db: Db, id: string): Promise<CohortRij> {
  const [rij] = await db.query<CohortRij[]>(`${SELECT} WHERE c.id = $1`, [id]);
  if (!rij) throw notFound('Dit cohort bestaat niet. Kijk in de lijst met cohorten.');
  return rij;
}

/** Names of the gemeenten in a cohort that have no hoofdcontact (any more: who was erased has no address). */
export async function zonderHoofdcontact(db: Db, id: string): Promise<string[]> {
  const rijen = await db.query<{ naam: string }[]>(
    `SELECT g.naam FROM traject t JOIN gemeente g ON g.code = t.gemeente_code
      WHERE t.cohort_id = $1 AND NOT EXISTS (
        SELECT FROM contactpersoon p WHERE p.traject_id = t.id AND p.hoofdcontact AND p.email <> '')
      ORDER BY g.naam ${OP_NAAM}, t.id`,
    [id],
  );
  return rijen.map(({ naam }) => naam);
}

const Plaats = z.tuple([Moment, Uuid]);

export const plaatsVanCohort = (rij: CohortRij): z.infer<typeof Plaats> => [rij.gemaakt, rij.id];

/** The newest first. */
export async function leesCohorten(db: Db, { limiet, na }: Paginavraag): Promise<Gelezen<CohortRij>> {
  const [gemaakt = null, id = null] = leesCursor(na, Plaats) ?? [];
  const rijen = await db.query<CohortRij[]>(
    `${SELECT} WHERE $2::uuid IS NULL OR (c.created_at, c.id) < ($1::timestamptz, $2::uuid)
      ORDER BY c.created_at DESC, c.id DESC LIMIT $3`,
    [gemaakt, id, limiet + 1],
  );
  const [geteld] = await db.query<{ aantal: number }[]>('SELECT count(*) AS aantal FROM cohort');
  return { rijen, totaal: geteld?.aantal ?? 0 };
}

export const leesAdviseurs = (db: Db, ids: readonly string[]): Promise<AdviseurRij[]> =>
  db.query<AdviseurRij[]>('SELECT id, adviseur_naam, adviseur_email FROM cohort WHERE id = ANY ($1)', [ids]);

export function cohortRegel(rij: CohortRij, echtNu: number, adviseur: CohortRegel['adviseur']): CohortRegel {
  return {
    id: rij.id,
    naam: rij.naam,
    status: rij.status,
    startdatum: rij.startdatum,
    sjabloon: { sleutel: rij.sjabloon_sleutel, versie: rij.sjabloon_versie, titel: rij.sjabloon_titel },
    adviseur,
    aantalGemeenten: rij.gemeenten,
    aantalAfgerond: rij.afgerond,
    aantalGepauzeerd: rij.gepauzeerd,
    aantalTeruggetrokken: rij.teruggetrokken,
    oefenklok:
      rij.oefen_dagen_per_seconde === null
        ? null
        : {
            dagenPerSeconde: rij.oefen_dagen_per_seconde,
            nu: rij.status === 'concept' ? null : new Date(nuVan(rij, echtNu)).toISOString(),
            volgendMoment: rij.volgend_moment_op?.toISOString() ?? null,
          },
  };
}

export function alsCohort(rij: CohortRij, echtNu: number, adviseur: CohortRegel['adviseur']): Cohort {
  return {
    ...cohortRegel(rij, echtNu, adviseur),
    gestartOp: rij.gestart_op?.toISOString() ?? null,
    afgeslotenOp: rij.afgesloten_op?.toISOString() ?? null,
    berichtenOnbekend: rij.berichten_onbekend,
    berichtenMislukt: rij.berichten_mislukt,
  };
}
