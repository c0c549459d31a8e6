import type { Gebeurtenis } from '@maatwerktraject/domain';
import type { Schrijfbaar } from '../database/schrijver.js';

/** Channel on which the postbode is told that there is mail. */
export const BERICHT_KANAAL = 'bericht_klaar';

type Berichtfeit = Extract<Gebeurtenis, { soort: 'bericht-klaargezet' | 'bericht-overgeslagen' }>;

/**
 * Who gets it: the adviseur (no contactpersoon); the hoofdcontact; or everyone on the niveau, and the hoofdcontact where
 * there is nobody on it (any more: who was erased has no account).
 */
const ONTVANGERS = `
  WITH op_niveau AS (SELECT id FROM contactpersoon WHERE traject_id = $1 AND niveau = $2 AND account_id IS NOT NULL)
  SELECT id FROM op_niveau
  UNION ALL
  SELECT id FROM contactpersoon WHERE traject_id = $1 AND hoofdcontact AND $2 <> 'adviseur' AND NOT EXISTS (SELECT FROM op_niveau)
  UNION ALL
  SELECT NULL::uuid WHERE $2 = 'adviseur'`;

/** Adds one row per recipient to the outbox. Its key is unique, so that the same mail is never there twice. */
export async function zetBerichtKlaar(
  db: Schrijfbaar,
  { trajectId, cohortId, oefen }: { trajectId: string; cohortId: string; oefen: boolean },
  feit: Berichtfeit,
): Promise<void> {
  const overgeslagen = feit.soort === 'bericht-overgeslagen';
  await db.query(
    `INSERT INTO bericht (id, sleutel, cohort_id, traject_id, contactpersoon_id, soort, stap, onderwerp, aan, status, op, oefen, toelichting)
     SELECT gen_random_uuid(), concat_ws('/', $1::text, $4::text, $5::text, $6::text, coalesce(ontvanger.id::text, 'adviseur')),
            $3, $1, ontvanger.id, $4, $5, $6, $2, $7, $8, $9, $10
       FROM (${ONTVANGERS}) AS ontvanger (id)
     ON CONFLICT (sleutel) DO NOTHING`,
    [
      trajectId,
      feit.aan,
      cohortId,
      feit.bericht,
      feit.stap,
      feit.onderwerp,
      overgeslagen ? 'overgeslagen' : 'wacht',
      new Date(feit.op),
      oefen,
      overgeslagen ? 'Het moment was al voorbij: het systeem draaide toen niet.' : null,
    ],
  );
}
