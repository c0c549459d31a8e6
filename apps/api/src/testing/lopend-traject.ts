import { maakPlan, MAATWERKTRAJECT_1 } from '@maatwerktraject/domain';
import type { Db } from '../database/scoped.database.js';

/** Writes a started traject as its process would: everything planned, and the first stap with its first taken open. */
export async function zetLopend(database: Db, cohortId: string, trajectId: string): Promise<void> {
  const { stappen } = maakPlan(MAATWERKTRAJECT_1, '2027-02-01');
  await database.query(
    `UPDATE cohort SET status = 'lopend', gestart_op = now(), klok_echt = 0, klok_domein = 0, klok_factor = 1, klok_versie = 0 WHERE id = $1`,
    [cohortId],
  );
  await database.query(`UPDATE traject SET status = 'lopend', stap = 'inventariseren' WHERE id = $1`, [
    trajectId,
  ]);
  for (const stap of stappen) {
    const open = stap.volgnummer === 1;
    await database.query(
      `INSERT INTO stap (traject_id, sleutel, volgnummer, status, gepland_op, gepland_eindigt_op, opent_op, eindigt_op, geopend_op)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        trajectId,
        stap.sleutel,
        stap.volgnummer,
        open ? 'open' : 'gepland',
        stap.opentOp,
        stap.eindigtOp,
        open ? stap.opentOp : null,
        open ? stap.eindigtOp : null,
        open ? `${stap.opentOp}T08:00:00Z` : null,
      ],
    );
    for (const taak of stap.taken)
      await database.query(
        `INSERT INTO taak (id, traject_id, stap, taak, uitvoerder, status, gepland_open_op, gepland_vervalt_op, opent_op, vervalt_op, geopend_op)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          `${trajectId}.${stap.sleutel}.${taak.sleutel}`,
          trajectId,
          stap.sleutel,
          taak.taak,
          taak.uitvoerder,
          open ? 'open' : 'gepland',
          taak.opentOp,
          taak.vervaltOp,
          ...(open ? [taak.opentOp, taak.vervaltOp, `${taak.opentOp}T08:00:00Z`] : [null, null, null]),
        ],
      );
    for (const { sleutel, weekVan } of stap.checkIns)
      await database.query(
        `INSERT INTO check_in (traject_id, sleutel, stap, status, gepland_week_van) VALUES ($1, $2, $3, 'gepland', $4)`,
        [trajectId, sleutel, stap.sleutel, weekVan],
      );
  }
}
