import { zetBerichtKlaar } from '../../bericht/bericht.wachtrij.js';
import type { Projecties } from './projectie.js';

export const GESPREK_PROJECTIES: Projecties<
  'check-in-vastgelegd' | 'check-in-vervallen' | 'bericht-klaargezet' | 'bericht-overgeslagen'
> = {
  'check-in-vastgelegd': (db, { trajectId }, feit) =>
    db.query(
      `UPDATE check_in SET status = $3, datum = $4, invoer_id = $5 WHERE traject_id = $1 AND sleutel = $2`,
      [trajectId, feit.checkIn, feit.gehouden ? 'gehouden' : 'niet-gehouden', feit.datum, feit.invoerId],
    ),
  'check-in-vervallen': (db, { trajectId }, feit) =>
    db.query(`UPDATE check_in SET status = 'niet-gehouden' WHERE traject_id = $1 AND sleutel = $2`, [
      trajectId,
      feit.checkIn,
    ]),
  'bericht-klaargezet': zetBerichtKlaar,
  'bericht-overgeslagen': zetBerichtKlaar,
};
