import { randomUUID } from 'node:crypto';
import type { Contactpersoon, Deelnemer } from '@maatwerktraject/contracts';
import { emailIndex, type Keyring } from '@maatwerktraject/crypto';
import { ontzegel, verzegel } from '@maatwerktraject/database';
import type { CohortStatus } from '@maatwerktraject/domain';
import type { KlokRij } from '../cohort/klok.js';
import type { Db } from '../database/scoped.database.js';
import { OP_NAAM } from '../http/pagina.js';
import { notFound, refused } from '../http/problem.js';

interface Rij {
  readonly traject_id: string;
  readonly code: string;
  readonly gemeente: string;
  /** Names and addresses sealed. */
  readonly contactpersonen: Contactpersoon[];
}

const OP_LETTER = new Intl.Collator('nl');

/** People as one reads them: the hoofdcontact first, then by name. */
export const leesbaar = <T extends Pick<Contactpersoon, 'naam' | 'email' | 'hoofdcontact'>>(
  keyring: Keyring,
  personen: readonly T[],
): T[] =>
  personen
    .map((persoon) => ({
      ...persoon,
      naam: ontzegel(keyring, 'contactpersoon.naam', persoon.naam),
      email: ontzegel(keyring, 'contactpersoon.email', persoon.email),
    }))
    .sort((a, b) => Number(b.hoofdcontact) - Number(a.hoofdcontact) || OP_LETTER.compare(a.naam, b.naam));

/** Deelnemers of a cohort in the order of the names of their gemeenten. */
export async function leesDeelnemers(db: Db, cohortId: string, keyring: Keyring): Promise<Deelnemer[]> {
  const rijen = await db.query<Rij[]>(
    `SELECT t.id AS traject_id, g.code, g.naam AS gemeente,
            coalesce((SELECT jsonb_agg(jsonb_build_object('naam', p.naam, 'email', p.email, 'niveau', p.niveau,
                                                          'hoofdcontact', p.hoofdcontact) ORDER BY p.id)
                        FROM contactpersoon p WHERE p.traject_id = t.id), '[]') AS contactpersonen
       FROM traject t JOIN gemeente g ON g.code = t.gemeente_code
      WHERE t.cohort_id = $1 ORDER BY g.naam ${OP_NAAM}, t.id`,
    [cohortId],
  );
  return rijen.map((rij) => ({
    trajectId: rij.traject_id,
    gemeente: { code: rij.code, naam: rij.gemeente },
    contactpersonen: leesbaar(keyring, rij.contactpersonen),
  }));
}

interface CohortStand extends KlokRij {
  readonly status: CohortStatus;
}

/**
 * Keeps the cohort from starting or closing until this transaction ends.
 * @throws ProblemException (404)
 */
export async function houdCohortVast(db: Db, cohortId: string): Promise<CohortStand> {
  const [cohort] = await db.query<CohortStand[]>(
    'SELECT status, klok_echt, klok_domein, klok_factor, afgesloten_op FROM cohort WHERE id = $1 FOR SHARE',
    [cohortId],
  );
  if (!cohort) throw notFound('Dit cohort bestaat niet. Kijk in de lijst met cohorten.');
  return cohort;
}

/** The same, for what can only be done before the start. @throws ProblemException (404, or 409 when it has started) */
export async function houdInConcept(db: Db, cohortId: string): Promise<void> {
  const { status } = await houdCohortVast(db, cohortId);
  if (status !== 'concept')
    throw refused('cohort-al-gestart', 'Dit cohort is al gestart. U kunt de gemeenten niet meer wijzigen.');
}

export interface NieuweRij {
  readonly trajectId: string;
  readonly gemeentecode: string;
  readonly contactpersonen: readonly Contactpersoon[];
  /** Its own first day; null: that of the cohort. */
  readonly startdatum: string | null;
}

/** Adds those that are not there yet; returns the IDs of the ones it added. */
export async function voegToe(
  db: Db,
  cohortId: string,
  nieuw: readonly NieuweRij[],
  keyring: Keyring,
): Promise<ReadonlySet<string>> {
  const toegevoegd = await db.query<{ id: string }[]>(
    `INSERT INTO traject (id, cohort_id, gemeente_code, status, startdatum)
     SELECT r.id, $1, r.code, 'gepland', r.startdatum
       FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, code text, startdatum date)
     ON CONFLICT DO NOTHING RETURNING id`,
    [
      cohortId,
      JSON.stringify(
        nieuw.map(({ trajectId, gemeentecode, startdatum }) => ({
          id: trajectId,
          code: gemeentecode,
          startdatum,
        })),
      ),
    ],
  );
  const ids = new Set(toegevoegd.map(({ id }) => id));
  const personen = nieuw
    .filter(({ trajectId }) => ids.has(trajectId))
    .flatMap(({ trajectId, contactpersonen }) =>
      contactpersonen.map(({ naam, email, niveau, hoofdcontact }) => ({
        id: randomUUID(),
        traject_id: trajectId,
        naam: verzegel(keyring, 'contactpersoon.naam', naam),
        email: verzegel(keyring, 'contactpersoon.email', email),
        niveau,
        hoofdcontact,
        account: {
          index: emailIndex(keyring, email).toString('hex'),
          naam: verzegel(keyring, 'account.naam', naam),
          email: verzegel(keyring, 'account.email', email),
        },
      })),
    );
  await db.query(
    `INSERT INTO contactpersoon (id, traject_id, naam, email, niveau, hoofdcontact, account_id)
     SELECT r.id, r.traject_id, r.naam, r.email, r.niveau, r.hoofdcontact,
            account_bij(decode(r.account ->> 'index', 'hex'), r.account ->> 'naam', r.account ->> 'email')
       FROM jsonb_to_recordset($1::jsonb)
         AS r(id uuid, traject_id uuid, naam text, email text, niveau text, hoofdcontact boolean, account jsonb)`,
    [JSON.stringify(personen)],
  );
  return ids;
}

/** Whether a gemeente takes part from another day on: since the start of the cohort, or as it was asked for before. */
export async function heeftAndereStart(
  db: Db,
  cohortId: string,
  { gemeentecode, startdatum }: { readonly gemeentecode: string; readonly startdatum: string | null },
): Promise<boolean> {
  const rijen = await db.query<unknown[]>(
    `SELECT 1 FROM traject WHERE cohort_id = $1 AND gemeente_code = $2 AND startdatum IS DISTINCT FROM $3::date`,
    [cohortId, gemeentecode, startdatum],
  );
  return rijen.length > 0;
}

/** Those of these codes that are gemeenten, with their names. */
export async function bekendeGemeenten(
  db: Db,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rijen = await db.query<{ code: string; naam: string }[]>(
    'SELECT code, naam FROM gemeente WHERE code = ANY($1)',
    [codes],
  );
  return new Map(rijen.map(({ code, naam }) => [code, naam]));
}
