import type { Schrijfbaar } from '../../database/schrijver.js';
import { taakId, tijd, type Feit, type Projecties, type TrajectContext } from './projectie.js';

/** A stap that opens has its final days; a sjabloon that took over may have brought other taken. */
async function openStap(db: Schrijfbaar, context: TrajectContext, feit: Feit<'stap-geopend'>): Promise<void> {
  const { trajectId: id } = context;
  const { plan } = feit;
  await db.query(
    `UPDATE stap SET status = 'open', opent_op = $3, eindigt_op = $4, geopend_op = $5 WHERE traject_id = $1 AND sleutel = $2`,
    [id, feit.stap, plan.opentOp, plan.eindigtOp, tijd(feit)],
  );
  await db.query(
    `UPDATE taak SET opent_op = r."opentOp", vervalt_op = r."vervaltOp", akkoord_door = r."akkoordDoor"
       FROM jsonb_to_recordset($2::jsonb) AS r("sleutel" text, "opentOp" date, "vervaltOp" date, "akkoordDoor" text)
      WHERE taak.id = $1 || '.' || r."sleutel"`,
    [taakId(context, feit.stap, '').slice(0, -1), JSON.stringify(plan.taken)],
  );
  await db.query(
    `UPDATE check_in SET week_van = r."weekVan"
       FROM jsonb_to_recordset($2::jsonb) AS r("sleutel" text, "weekVan" date)
      WHERE traject_id = $1 AND check_in.sleutel = r."sleutel"`,
    [id, JSON.stringify(plan.checkIns)],
  );
}

export const STAP_PROJECTIES: Projecties<
  'stap-gepland' | 'stap-geopend' | 'stap-ingeleverd' | 'stap-akkoord' | 'stap-goedgekeurd' | 'stap-heropend'
> = {
  'stap-gepland': (db, { trajectId }, feit) =>
    db.query(
      `WITH traject_stap AS (UPDATE traject SET stap = $2 WHERE id = $1)
       UPDATE stap SET opent_op = $3 WHERE traject_id = $1 AND sleutel = $2`,
      [trajectId, feit.stap, feit.opentOp],
    ),
  'stap-geopend': openStap,
  'stap-ingeleverd': (db, { trajectId }, feit) =>
    db.query(
      `UPDATE stap SET status = 'wacht-op-akkoord', ingeleverd_op = $3 WHERE traject_id = $1 AND sleutel = $2`,
      [trajectId, feit.stap, tijd(feit)],
    ),
  // The facts say who agreed; the stap itself goes on waiting.
  'stap-akkoord': () => Promise.resolve(),
  'stap-goedgekeurd': (db, { trajectId }, feit) =>
    db.query(
      `UPDATE stap SET status = 'afgerond', goedgekeurd_op = $3 WHERE traject_id = $1 AND sleutel = $2`,
      [trajectId, feit.stap, tijd(feit)],
    ),
  'stap-heropend': (db, { trajectId }, feit) =>
    db.query(
      `WITH traject_stap AS (UPDATE traject SET stap = $2 WHERE id = $1)
       UPDATE stap SET status = 'wacht-op-akkoord', goedgekeurd_op = NULL WHERE traject_id = $1 AND sleutel = $2`,
      [trajectId, feit.stap],
    ),
};
