import type { GebeurtenisRegel } from '@maatwerktraject/contracts';
import type { Sjabloon } from '@maatwerktraject/domain';
import type { Db } from '../database/scoped.database.js';
import { limietVan, type Paginavraag } from '../http/pagina.js';
import { zinVan, type VastgelegdFeit } from './gebeurtenis.zin.js';
import { Titels } from './onderwerp.js';
import type { TrajectRij } from './traject.query.js';

interface Rij {
  readonly volgnummer: number;
  readonly op: Date;
  readonly vastgelegd_op: Date;
  readonly soort: string;
  readonly door: string;
  readonly inhoud: Record<string, unknown>;
}

// The facts of the cohort (its start, its clock) are part of the story of each of its trajecten.
const WAAR = 'WHERE traject_id = $1 OR (cohort_id = $2 AND traject_id IS NULL)';

/** The audit trail of a traject, oldest first; numbered from 1 as it was written down. */
export async function leesGebeurtenissen(
  db: Db,
  traject: TrajectRij,
  sjabloon: Sjabloon,
  vraag: Paginavraag,
): Promise<[GebeurtenisRegel[], number]> {
  const wie = [traject.id, traject.cohort_id];
  const rijen = await db.query<Rij[]>(
    `SELECT row_number() OVER (ORDER BY id) AS volgnummer, op, vastgelegd_op, soort, door, inhoud
       FROM gebeurtenis ${WAAR} ORDER BY id LIMIT $3 OFFSET $4`,
    [...wie, ...limietVan(vraag)],
  );
  const [geteld] = await db.query<{ aantal: number }[]>(
    `SELECT count(*) AS aantal FROM gebeurtenis ${WAAR}`,
    wie,
  );
  const titels = new Titels(sjabloon);
  const items = rijen.map((rij) => ({
    volgnummer: rij.volgnummer,
    op: rij.op.toISOString(),
    vastgelegdOp: rij.vastgelegd_op.toISOString(),
    soort: rij.soort,
    door: rij.door,
    // Written by the projection from the same types.
    zin: zinVan({ soort: rij.soort, ...rij.inhoud } as VastgelegdFeit, titels),
  }));
  return [items, geteld?.aantal ?? 0];
}
