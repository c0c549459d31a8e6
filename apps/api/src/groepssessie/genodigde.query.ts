import type { NieuweGroepssessie } from '@maatwerktraject/contracts';
import { emailIndex, type Keyring } from '@maatwerktraject/crypto';
import { verzegel } from '@maatwerktraject/database';
import type { Db } from '../database/scoped.database.js';
import { derivedId } from '../http/derived-id.js';
import { invalid } from '../http/problem.js';
import { leesToekenningen } from '../toekenning/toekenning.query.js';

interface NieuweGenodigde {
  readonly id: string;
  readonly rol: 'contactpersoon' | 'adviseur' | 'facilitator';
  readonly traject_id?: string;
  readonly contactpersoon_id?: string;
  readonly account_id?: string;
  readonly naam?: string;
  readonly email?: string;
}

type Facilitator = NieuweGroepssessie['facilitator'];

export interface Gasten {
  readonly bijeenkomstId: string;
  readonly cohortId: string;
  /** Null: the hoofdcontact of each traject that has not ended. */
  readonly contactpersonen: readonly string[] | null;
  readonly facilitator: Facilitator;
}

const idVan = (bijeenkomstId: string, rol: NieuweGenodigde['rol'], wie: string): string =>
  derivedId(`genodigde:${bijeenkomstId}:${rol}:${wie}`);

async function vanGemeenten(db: Db, gasten: Gasten): Promise<NieuweGenodigde[]> {
  const { bijeenkomstId, cohortId, contactpersonen } = gasten;
  const rijen = await db.query<{ id: string; traject_id: string }[]>(
    `SELECT p.id, p.traject_id FROM contactpersoon p JOIN traject t ON t.id = p.traject_id
      WHERE t.cohort_id = $1 AND p.email <> '' AND t.status NOT IN ('afgerond', 'teruggetrokken')
        AND CASE WHEN $2::uuid[] IS NULL THEN p.hoofdcontact ELSE p.id = ANY ($2) END`,
    [cohortId, contactpersonen],
  );
  const gevonden = new Set(rijen.map(({ id }) => id));
  if (contactpersonen?.some((id) => !gevonden.has(id)))
    throw invalid([
      { pad: 'contactpersonen', zin: 'Kies mensen van gemeenten waarvan het traject nog loopt.' },
    ]);
  return rijen.map(({ id, traject_id }) => ({
    id: idVan(bijeenkomstId, 'contactpersoon', id),
    rol: 'contactpersoon',
    traject_id,
    contactpersoon_id: id,
  }));
}

/** Those who work in the cohort: the adviseurs, and who leads the session. */
async function collegas(
  db: Db,
  { bijeenkomstId, cohortId, facilitator }: Gasten,
  keyring: Keyring,
): Promise<NieuweGenodigde[]> {
  const hier = (await leesToekenningen(db, cohortId, keyring, 'adviseur')).filter(
    ({ email }) => email !== null,
  );
  const leider = facilitator && 'accountId' in facilitator ? facilitator.accountId : null;
  if (leider !== null && !hier.some(({ accountId }) => accountId === leider))
    throw invalid([
      { pad: 'facilitator', zin: 'Deze persoon werkt niet in dit cohort. Geef eerst toegang.' },
    ]);
  const adviseurs = hier.flatMap(({ accountId, rol }) =>
    rol === 'adviseur' && accountId !== leider ? [accountId] : [],
  );
  const alsGast = (rol: 'adviseur' | 'facilitator', account_id: string): NieuweGenodigde => ({
    id: idVan(bijeenkomstId, rol, account_id),
    rol,
    account_id,
  });
  return [
    ...[...new Set(adviseurs)].map((account) => alsGast('adviseur', account)),
    ...(leider === null ? [] : [alsGast('facilitator', leider)]),
  ];
}

function vanBuiten({ bijeenkomstId, facilitator }: Gasten, keyring: Keyring): NieuweGenodigde[] {
  if (!facilitator || 'accountId' in facilitator) return [];
  const wie = `${emailIndex(keyring, facilitator.email).toString('hex')}:${facilitator.naam}`;
  return [
    {
      id: idVan(bijeenkomstId, 'facilitator', wie),
      rol: 'facilitator',
      naam: verzegel(keyring, 'genodigde.naam', facilitator.naam),
      email: verzegel(keyring, 'genodigde.email', facilitator.email),
    },
  ];
}

/**
 * Writes down who can be invited, and gives their IDs, sorted. Whether they are is up to the process; the same person keeps
 * the same ID in this session.
 * @throws ProblemException (400) for somebody who is not in this cohort
 */
export async function schrijfGasten(db: Db, gasten: Gasten, keyring: Keyring): Promise<string[]> {
  const rijen = [
    ...(await vanGemeenten(db, gasten)),
    ...(await collegas(db, gasten, keyring)),
    ...vanBuiten(gasten, keyring),
  ];
  await db.query(
    `INSERT INTO genodigde (id, bijeenkomst_id, cohort_id, rol, traject_id, contactpersoon_id, account_id, naam, email)
     SELECT r.id, $1, $2, r.rol, r.traject_id, r.contactpersoon_id, r.account_id, r.naam, r.email
       FROM jsonb_to_recordset($3::jsonb)
         AS r(id uuid, rol text, traject_id uuid, contactpersoon_id uuid, account_id uuid, naam text, email text)
     ON CONFLICT DO NOTHING`,
    [gasten.bijeenkomstId, gasten.cohortId, JSON.stringify(rijen)],
  );
  return rijen.map(({ id }) => id).sort();
}

interface Nu {
  readonly id: string;
  readonly rol: NieuweGenodigde['rol'];
  readonly contactpersoon_id: string | null;
}

/** Who is invited now, of what kind; a change that says nothing of a kind keeps it. */
export const leesGasten = (db: Db, bijeenkomstId: string): Promise<Nu[]> =>
  db.query<Nu[]>(
    `SELECT id, rol, contactpersoon_id FROM genodigde WHERE bijeenkomst_id = $1 AND uitgenodigd ORDER BY id`,
    [bijeenkomstId],
  );
