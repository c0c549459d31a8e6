import { Uuid, type Cohort, type CohortRegel } from '@maatwerktraject/contracts';
import type { CohortStatus } from '@maatwerktraject/domain';
import type { DataSource, EntityManager } from 'typeorm';
import { z } from 'zod';
import { leesCursor, Moment, momentSql, type Gelezen, type Paginavraag } from '../http/pagina.js';
import { notFound } from '../http/problem.js';
import { nuVan, type KlokRij } from './klok.js';

export interface CohortRij extends KlokRij {
  readonly id: string;
  readonly gemaakt: string;
  readonly naam: string;
  readonly status: CohortStatus;
  readonly startdatum: string;
  readonly sjabloon_sleutel: string;
  readonly sjabloon_versie: number;
  readonly sjabloon_titel: string;
  readonly adviseur_naam: string;
  readonly adviseur_email: string;
  readonly oefen_dagen_per_seconde: number | null;
  readonly gestart_op: Date | null;
  readonly gemeenten: number;
  readonly afgerond: number;
  readonly volgend_moment_op: Date | null;
  readonly berichten_onbekend: number;
}

const SELECT = `
  SELECT c.*, ${momentSql('c.created_at')} AS gemaakt, s.titel AS sjabloon_titel, t.gemeenten, t.afgerond, t.volgend_moment_op,
         (SELECT count(*) FROM bericht b WHERE b.cohort_id = c.id AND b.status = 'onbekend') AS berichten_onbekend
    FROM cohort c
    JOIN sjabloon s ON s.sleutel = c.sjabloon_sleutel AND s.versie = c.sjabloon_versie
    CROSS JOIN LATERAL (
      SELECT count(*) AS gemeenten, count(*) FILTER (WHERE status = 'afgerond') AS afgerond,
             min(volgend_moment_op) FILTER (WHERE status <> 'afgerond') AS volgend_moment_op
        FROM traject WHERE cohort_id = c.id
    ) t`;

/** @throws ProblemException (404) when there is no such cohort. */
export async function leesCohort(db: DataSource | EntityManager, id: string): Promise<CohortRij> {
  const [rij] = await db.query<CohortRij[]>(`${SELECT} WHERE c.id = $1`, [id]);
  if (!rij) throw notFound('Dit cohort bestaat niet. Kijk in de lijst met cohorten.');
  return rij;
}

const Plaats = z.tuple([Moment, Uuid]);

export const plaatsVanCohort = (rij: CohortRij): z.infer<typeof Plaats> => [rij.gemaakt, rij.id];

/** The newest first. */
export async function leesCohorten(db: DataSource, { limiet, na }: Paginavraag): Promise<Gelezen<CohortRij>> {
  const [gemaakt = null, id = null] = leesCursor(na, Plaats) ?? [];
  const rijen = await db.query<CohortRij[]>(
    `${SELECT} WHERE $2::uuid IS NULL OR (c.created_at, c.id) < ($1::timestamptz, $2::uuid)
      ORDER BY c.created_at DESC, c.id DESC LIMIT $3`,
    [gemaakt, id, limiet + 1],
  );
  const [geteld] = await db.query<{ aantal: number }[]>('SELECT count(*) AS aantal FROM cohort');
  return { rijen, totaal: geteld?.aantal ?? 0 };
}

export function cohortRegel(rij: CohortRij, echtNu: number): CohortRegel {
  return {
    id: rij.id,
    naam: rij.naam,
    status: rij.status,
    startdatum: rij.startdatum,
    sjabloon: { sleutel: rij.sjabloon_sleutel, versie: rij.sjabloon_versie, titel: rij.sjabloon_titel },
    adviseur: { naam: rij.adviseur_naam, email: rij.adviseur_email },
    aantalGemeenten: rij.gemeenten,
    aantalAfgerond: rij.afgerond,
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

export function alsCohort(rij: CohortRij, echtNu: number): Cohort {
  return {
    ...cohortRegel(rij, echtNu),
    gestartOp: rij.gestart_op?.toISOString() ?? null,
    afgeslotenOp: rij.afgesloten_op?.toISOString() ?? null,
    berichtenOnbekend: rij.berichten_onbekend,
  };
}
