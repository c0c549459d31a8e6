import { AGENDABERICHT_KANAAL } from '@maatwerktraject/database';
import type { Agendabericht } from '@maatwerktraject/domain';
import type { CohortFeit } from '@maatwerktraject/messages';
import type { EntityManager } from 'typeorm';

const wek = (db: EntityManager): Promise<unknown> =>
  db.query(`SELECT pg_notify($1, '')`, [AGENDABERICHT_KANAAL]);

/** Adds a mail about this version of a meeting for each of these guests. Its key is unique: the same one is never there twice. */
export async function zetAgendaberichtenKlaar(
  db: EntityManager,
  { sessie, volgnummer }: { readonly sessie: string; readonly volgnummer: number },
  soort: Exclude<Agendabericht, 'voorwaarde'>,
  genodigden: readonly string[],
): Promise<void> {
  if (genodigden.length === 0) return;
  await db.query(
    `INSERT INTO agendabericht (sleutel, cohort_id, bijeenkomst_id, genodigde_id, soort, volgnummer)
     SELECT concat_ws('/', g.id, $2::integer, $3::text), g.cohort_id, g.bijeenkomst_id, g.id, $3, $2
       FROM genodigde g WHERE g.bijeenkomst_id = $1 AND g.id = ANY ($4)
     ON CONFLICT (sleutel) DO NOTHING`,
    [sessie, volgnummer, soort, genodigden],
  );
  await wek(db);
}

/** Adds the mail to the adviseur about a condition that was hit: one for each moment at which it was tested. */
export async function zetVoorwaardeberichtKlaar(
  db: EntityManager,
  cohortId: string,
  { sleutel, op, deel, onder, achter }: Extract<CohortFeit, { soort: 'voorwaarde-getoetst' }>,
): Promise<void> {
  // What was asked goes along: the condition may be another one when the mail leaves.
  await db.query(
    `INSERT INTO agendabericht (sleutel, cohort_id, soort, volgnummer, inhoud)
     SELECT concat_ws('/', $1::text, 'voorwaarde', $2::text, $3::text), $1::uuid, 'voorwaarde', 0,
            jsonb_build_object('toets', v.inhoud -> 'toets', 'deel', $4::double precision, 'onder', $5::double precision, 'achter', $6::jsonb)
       FROM voorwaarde v WHERE v.cohort_id = $1::uuid AND v.sleutel = $2
     ON CONFLICT (sleutel) DO NOTHING`,
    [cohortId, sleutel, String(op), deel, onder, JSON.stringify(achter)],
  );
  await wek(db);
}
