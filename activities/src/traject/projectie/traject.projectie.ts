import { lokaleTijd, maakPlan, type Gebeurtenis } from '@maatwerktraject/domain';
import { maakGeplandeRijen, neemSjabloonOver, schrijfDagen } from './plan.projectie.js';
import { tijd, type Projecties } from './projectie.js';

const dagVan = (feit: Gebeurtenis): string => lokaleTijd(feit.op).datum;

export const TRAJECT_PROJECTIES: Projecties<
  | 'traject-gestart'
  | 'traject-gepauzeerd'
  | 'traject-hervat'
  | 'traject-teruggetrokken'
  | 'traject-heropend'
  | 'traject-afgerond'
  | 'uitkomst-vastgelegd'
  | 'dagen-gewijzigd'
  | 'kalender-overgenomen'
  | 'sjabloon-gekozen'
  | 'sjabloon-overgezet'
  | 'signaal-gegeven'
> = {
  async 'traject-gestart'(db, { trajectId, sjabloon, kalender }, feit) {
    await db.query(`UPDATE traject SET status = 'lopend' WHERE id = $1`, [trajectId]);
    await maakGeplandeRijen(db, trajectId, maakPlan(sjabloon, feit.startdatum, kalender));
  },
  'traject-gepauzeerd': (db, { trajectId }, feit) =>
    db.query(`UPDATE traject SET status = 'gepauzeerd', onderbroken_op = $2, hervat_op = $3 WHERE id = $1`, [
      trajectId,
      dagVan(feit),
      feit.tot,
    ]),
  'traject-hervat': (db, { trajectId }) =>
    db.query(`UPDATE traject SET status = 'lopend', onderbroken_op = NULL, hervat_op = NULL WHERE id = $1`, [
      trajectId,
    ]),
  'traject-teruggetrokken': (db, { trajectId }, feit) =>
    db.query(
      `UPDATE traject SET status = 'teruggetrokken', onderbroken_op = coalesce(onderbroken_op, $2), hervat_op = NULL WHERE id = $1`,
      [trajectId, dagVan(feit)],
    ),
  'traject-heropend': (db, { trajectId }) =>
    db.query(
      `WITH laatste AS (
         UPDATE stap SET status = 'wacht-op-akkoord', goedgekeurd_op = NULL FROM traject t
          WHERE t.id = $1 AND t.status = 'afgerond' AND stap.traject_id = t.id AND stap.sleutel = t.stap)
       UPDATE traject SET status = 'lopend', afgerond_op = NULL, onderbroken_op = NULL, hervat_op = NULL WHERE id = $1`,
      [trajectId],
    ),
  'traject-afgerond': (db, { trajectId }, feit) =>
    db.query(`UPDATE traject SET status = 'afgerond', afgerond_op = $2 WHERE id = $1`, [
      trajectId,
      tijd(feit),
    ]),
  'uitkomst-vastgelegd': (db, { trajectId }, feit) =>
    db.query(`UPDATE traject SET uitkomst = $2, uitkomst_invoer_id = $3, uitkomst_op = $4 WHERE id = $1`, [
      trajectId,
      feit.klasse,
      feit.invoerId,
      tijd(feit),
    ]),
  'dagen-gewijzigd': (db, { trajectId }, feit) => schrijfDagen(db, trajectId, feit.wijzigingen),
  // The calendar itself stands with the cohort.
  'kalender-overgenomen': () => Promise.resolve(),
  'sjabloon-gekozen': () => Promise.resolve(),
  'sjabloon-overgezet': neemSjabloonOver,
  'signaal-gegeven': (db, { trajectId }, feit) =>
    db.query(
      `INSERT INTO signaal (traject_id, sleutel, soort, stap, onderwerp, aantal, oorzaken, op)
       VALUES ($1, concat_ws('/', $2::text, $3::text, $4::text, $5::int), $2, $3, $4, $5, $6, $7)
       ON CONFLICT DO NOTHING`,
      [trajectId, feit.signaal, feit.stap, feit.onderwerp, feit.aantal, feit.oorzaken, tijd(feit)],
    ),
};
