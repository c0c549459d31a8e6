import { Uuid, type Levering, type LeveringVraag } from '@maatwerktraject/contracts';
import { gebeurtenisId, TESTTYPE, typeVan, type Gebeurtenissoort } from '@maatwerktraject/domain';
import { z } from 'zod';
import type { Db } from '../database/scoped.database.js';
import { leesCursor, Moment, momentSql, type Gelezen } from '../http/pagina.js';
import { notFound } from '../http/problem.js';

export interface LeveringRij {
  readonly id: string;
  readonly gebeurtenis_id: number | null;
  readonly workflow_id: string | null;
  readonly seq: number | null;
  readonly soort: Gebeurtenissoort | null;
  readonly aanleiding: Levering['aanleiding'];
  readonly status: Levering['status'];
  readonly verloop: Levering['pogingen'];
  readonly volgende_poging_op: Date;
  readonly gemaakt_op: Date;
  readonly gemaakt: string;
  readonly afgerond_op: Date | null;
}

// A beheerder sees what was delivered, and reads no facts: those come from a function that gives their names alone.
const SELECT = `
  SELECT l.id, l.gebeurtenis_id, f.workflow_id, f.seq, f.soort, l.aanleiding, l.status, l.verloop, l.volgende_poging_op,
         l.gemaakt_op, ${momentSql('l.gemaakt_op')} AS gemaakt, l.afgerond_op
    FROM webhook_levering l LEFT JOIN LATERAL naam_van_geleverde(l.id) f ON true`;

const FILTER = 'l.webhook_id = $1 AND ($2::text IS NULL OR l.status = $2)';

const Plaats = z.tuple([Moment, Uuid]);

export const plaatsVanLevering = ({ gemaakt, id }: LeveringRij): z.infer<typeof Plaats> => [gemaakt, id];

/** The deliveries of a webhook, the newest first. */
export async function leesLeveringen(
  db: Db,
  webhookId: string,
  { status, limiet, na }: LeveringVraag,
): Promise<Gelezen<LeveringRij>> {
  const filter = [webhookId, status ?? null];
  const [gemaakt = null, id = null] = leesCursor(na, Plaats) ?? [];
  const rijen = await db.query<LeveringRij[]>(
    `${SELECT} WHERE ${FILTER} AND ($4::uuid IS NULL OR (l.gemaakt_op, l.id) < ($3::timestamptz, $4::uuid))
      ORDER BY l.gemaakt_op DESC, l.id DESC LIMIT $5`,
    [...filter, gemaakt, id, limiet + 1],
  );
  const [geteld] = await db.query<{ aantal: number }[]>(
    `SELECT count(*) AS aantal FROM webhook_levering l WHERE ${FILTER}`,
    filter,
  );
  return { rijen, totaal: geteld?.aantal ?? 0 };
}

/** @throws ProblemException (404) when this webhook has no such delivery (any more) */
export async function leesLevering(db: Db, webhookId: string, id: string): Promise<LeveringRij> {
  const [rij] = await db.query<LeveringRij[]>(`${SELECT} WHERE l.webhook_id = $1 AND l.id = $2`, [
    webhookId,
    id,
  ]);
  if (!rij) throw notFound('Deze levering is er niet (meer). Kijk in de lijst met leveringen.');
  return rij;
}

export const alsLevering = (rij: LeveringRij): Levering => {
  const { workflow_id: workflowId, seq, soort } = rij;
  const test = workflowId === null || seq === null || soort === null;
  return {
    id: rij.id,
    gebeurtenisId: test ? `test-${rij.id}` : gebeurtenisId({ workflowId, seq }),
    type: test ? TESTTYPE : typeVan(soort),
    aanleiding: rij.aanleiding,
    status: rij.status,
    pogingen: rij.verloop,
    volgendePogingOp: rij.status === 'wacht' ? rij.volgende_poging_op.toISOString() : null,
    gemaaktOp: rij.gemaakt_op.toISOString(),
    afgerondOp: rij.afgerond_op?.toISOString() ?? null,
  };
};
