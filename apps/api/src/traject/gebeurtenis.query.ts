import type { GebeurtenisRegel } from '@maatwerktraject/contracts';
import { z } from 'zod';
import type { Db } from '../database/scoped.database.js';
import { leesCursor, type Gelezen, type Paginavraag } from '../http/pagina.js';
import { zinVan, type VastgelegdFeit } from './gebeurtenis.zin.js';
import type { Titels } from './onderwerp.js';
import type { TrajectRij } from './traject.query.js';

export interface GebeurtenisRij {
  readonly id: number;
  readonly volgnummer: number;
  readonly op: Date;
  readonly vastgelegd_op: Date;
  readonly soort: string;
  readonly door: string;
  readonly inhoud: Record<string, unknown>;
}

// The facts of the cohort (its start, its clock) are part of the story of each of its trajecten.
const WAAR = 'WHERE traject_id = $1 OR (cohort_id = $2 AND traject_id IS NULL)';

const Plaats = z.tuple([z.int()]);

export const plaatsVanGebeurtenis = ({ id }: GebeurtenisRij): z.infer<typeof Plaats> => [id];

/** The audit trail of a traject, oldest first; numbered from 1 as it was written down. */
export async function leesGebeurtenissen(
  db: Db,
  traject: TrajectRij,
  { limiet, na }: Paginavraag,
): Promise<Gelezen<GebeurtenisRij>> {
  const wie = [traject.id, traject.cohort_id];
  const [id = 0] = leesCursor(na, Plaats) ?? [];
  const rijen = await db.query<GebeurtenisRij[]>(
    `SELECT * FROM (
       SELECT id, row_number() OVER (ORDER BY id) AS volgnummer, op, vastgelegd_op, soort, door, inhoud
         FROM gebeurtenis ${WAAR}
     ) genummerd WHERE id > $3 ORDER BY id LIMIT $4`,
    [...wie, id, limiet + 1],
  );
  const [geteld] = await db.query<{ aantal: number }[]>(
    `SELECT count(*) AS aantal FROM gebeurtenis ${WAAR}`,
    wie,
  );
  return { rijen, totaal: geteld?.aantal ?? 0 };
}

export const gebeurtenisRegel =
  (titels: Titels) =>
  (rij: GebeurtenisRij): GebeurtenisRegel => ({
    volgnummer: rij.volgnummer,
    op: rij.op.toISOString(),
    vastgelegdOp: rij.vastgelegd_op.toISOString(),
    soort: rij.soort,
    door: rij.door,
    // Written by the projection from the same types.
    zin: zinVan({ soort: rij.soort, ...rij.inhoud } as VastgelegdFeit, titels),
  });
