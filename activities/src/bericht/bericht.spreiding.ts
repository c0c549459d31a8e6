import { gespreidMoment } from '@maatwerktraject/domain';
import type { DataSource } from 'typeorm';

const IN_EEN_KEER = 500;

interface Rij {
  readonly id: string;
  readonly op: Date;
  readonly sleutel: string;
}

/**
 * Gives real mail that is due the moment at which it may leave. By who gets it and not by the mail: what somebody gets at
 * one moment comes together, in the order of the plan. Once a mail: after that it has its moment, also for who sends later.
 */
export async function spreidMail(database: DataSource, breedteMinuten: number): Promise<void> {
  for (;;) {
    const rijen = await database.query<Rij[]>(
      `SELECT id, op, concat_ws('/', traject_id, coalesce(contactpersoon_id::text, 'adviseur')) AS sleutel FROM bericht
        WHERE status = 'wacht' AND volgende_poging_op <= now() AND gespreid_tot IS NULL AND pogingen = 0 AND NOT oefen
        ORDER BY volgende_poging_op LIMIT ${String(IN_EEN_KEER)}`,
    );
    if (rijen.length === 0) return;
    await database.query(
      `UPDATE bericht SET gespreid_tot = m.op, volgende_poging_op = greatest(volgende_poging_op, m.op)
         FROM unnest($1::uuid[], $2::timestamptz[]) AS m (id, op)
        WHERE bericht.id = m.id AND status = 'wacht' AND gespreid_tot IS NULL`,
      [
        rijen.map(({ id }) => id),
        rijen.map(({ op, sleutel }) => new Date(gespreidMoment(op.getTime(), sleutel, breedteMinuten))),
      ],
    );
    if (rijen.length < IN_EEN_KEER) return;
  }
}
