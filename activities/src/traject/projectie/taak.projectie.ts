import { taakId, tijd, type Projecties } from './projectie.js';

export const TAAK_PROJECTIES: Projecties<
  | 'taak-geopend'
  | 'taak-ingediend'
  | 'taak-akkoord'
  | 'taak-teruggestuurd'
  | 'taak-toegevoegd'
  | 'taak-vervallen'
> = {
  'taak-geopend': (db, context, feit) =>
    db.query(`UPDATE taak SET status = 'open', geopend_op = $2 WHERE id = $1`, [
      taakId(context, feit.stap, feit.taak),
      tijd(feit),
    ]),
  'taak-ingediend': (db, context, feit) =>
    db.query(
      `UPDATE taak SET status = CASE WHEN akkoord_door IS NULL THEN 'ingediend' ELSE 'wacht-op-akkoord' END,
              ingediend_op = $2, invoer_id = $3, keer = keer + 1 WHERE id = $1`,
      [taakId(context, feit.stap, feit.taak), tijd(feit), feit.invoerId],
    ),
  'taak-akkoord': (db, context, feit) =>
    db.query(`UPDATE taak SET status = 'ingediend', akkoord_op = $2 WHERE id = $1`, [
      taakId(context, feit.stap, feit.taak),
      tijd(feit),
    ]),
  async 'taak-teruggestuurd'(db, context, feit) {
    const id = taakId(context, feit.stap, feit.taak);
    await db.query(
      `UPDATE taak SET status = 'open', vervalt_op = $2, teruggestuurd_op = $3, teruggestuurd_invoer_id = $4,
              ingediend_op = NULL, akkoord_op = NULL WHERE id = $1`,
      [id, feit.vervaltOp, tijd(feit), feit.invoerId],
    );
    await db.query(
      `UPDATE stap SET status = 'open', ingeleverd_op = NULL
        WHERE traject_id = $1 AND sleutel = $2 AND status = 'wacht-op-akkoord'`,
      [context.trajectId, feit.stap],
    );
  },
  async 'taak-toegevoegd'(db, context, feit) {
    const { plan, stap, invoerId } = feit;
    await db.query(
      `INSERT INTO taak (id, traject_id, stap, taak, uitvoerder, status, gepland_open_op, gepland_vervalt_op, opent_op,
                         vervalt_op, opdracht_id)
       VALUES ($1, $2, $3, $4, $5, 'gepland', $6, $7, $6, $7, $8)`,
      [
        taakId(context, stap, plan.sleutel),
        context.trajectId,
        stap,
        plan.taak,
        plan.uitvoerder,
        plan.opentOp,
        plan.vervaltOp,
        invoerId,
      ],
    );
    await db.query(
      `UPDATE stap SET status = 'open', ingeleverd_op = NULL
        WHERE traject_id = $1 AND sleutel = $2 AND status = 'wacht-op-akkoord'`,
      [context.trajectId, stap],
    );
  },
  'taak-vervallen': (db, context, feit) =>
    db.query(`UPDATE taak SET status = 'vervallen' WHERE id = $1`, [taakId(context, feit.stap, feit.taak)]),
};
