import type { CloudEventVraag } from '@maatwerktraject/contracts';
import {
  GEBEURTENISSOORTEN,
  soortVan,
  type Gebeurtenissoort,
  type VastgelegdeGebeurtenis,
} from '@maatwerktraject/domain';
import { z } from 'zod';
import type { Db } from '../database/scoped.database.js';
import { leesCursor } from '../http/pagina.js';

export interface FeitRij {
  readonly volgnummer: number;
  readonly soort: Gebeurtenissoort;
  readonly workflow_id: string;
  readonly seq: number;
  readonly cohort_id: string;
  readonly traject_id: string | null;
  readonly gemeentecode: string | null;
  readonly oefen: boolean;
  readonly op: Date;
  readonly vastgelegd_op: Date;
  readonly inhoud: Record<string, unknown>;
}

const Plaats = z.tuple([z.int()]);

export const plaatsInVolgorde = ({ volgnummer }: FeitRij): z.infer<typeof Plaats> => [volgnummer];

/**
 * The facts that others may hear of, in the order in which they became visible. How many there are is not counted: who
 * follows reads on until there is no more, and each part would cost all of them.
 */
export async function leesInVolgorde(
  db: Db,
  { type, cohortId, vanafSequence, limiet, na }: CloudEventVraag,
): Promise<readonly FeitRij[]> {
  const soort = type === undefined ? undefined : soortVan(type);
  const vanaf = Number(vanafSequence ?? 0);
  const [plaats = vanaf] = leesCursor(na, Plaats) ?? [];
  return db.query<FeitRij[]>(
    `SELECT v.volgnummer, g.soort, g.workflow_id, g.seq, g.cohort_id, g.traject_id, t.gemeente_code AS gemeentecode,
            c.oefen_dagen_per_seconde IS NOT NULL AS oefen, g.op, g.vastgelegd_op, g.inhoud
       FROM gebeurtenis_volgorde v JOIN gebeurtenis g ON g.id = v.gebeurtenis_id
       JOIN cohort c ON c.id = g.cohort_id LEFT JOIN traject t ON t.id = g.traject_id
      WHERE v.volgnummer > $1 AND g.soort = ANY ($2) AND ($3::uuid IS NULL OR g.cohort_id = $3)
      ORDER BY v.volgnummer LIMIT $4`,
    [
      Math.max(plaats, vanaf),
      soort === undefined ? GEBEURTENISSOORTEN : [soort],
      cohortId ?? null,
      limiet + 1,
    ],
  );
}

export const alsGebeurtenis = (rij: FeitRij): VastgelegdeGebeurtenis => ({
  soort: rij.soort,
  workflowId: rij.workflow_id,
  seq: rij.seq,
  volgnummer: rij.volgnummer,
  cohortId: rij.cohort_id,
  trajectId: rij.traject_id,
  gemeentecode: rij.gemeentecode,
  oefen: rij.oefen,
  op: rij.op.toISOString(),
  vastgelegdOp: rij.vastgelegd_op.toISOString(),
  inhoud: rij.inhoud,
});
