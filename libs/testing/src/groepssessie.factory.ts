import { randomUUID } from 'node:crypto';
import { verzegel } from '@maatwerktraject/database';
import type { DataSource } from 'typeorm';
import { TEST_KEYRING } from './sleutels.js';

export interface SessieOpties {
  readonly cohortId: string;
  /** Hours from now until it begins; it lasts two. */
  readonly overUren?: number;
  readonly onderwerp?: string;
  /** Account of who leads it. */
  readonly facilitator?: string;
  /** Address of somebody from outside who leads it. */
  readonly vanBuiten?: string;
  /** What was written down of it. */
  readonly verslag?: string;
  /** Left as the API writes it: asked for, and not decided on. */
  readonly voorstel?: boolean;
}

export interface BewaardeSessie {
  readonly id: string;
  readonly inhoudId: string;
  /** IDs of the guests: of each contactpersoon of the cohort, and then of who leads it; sorted. */
  readonly genodigden: readonly string[];
}

/** A groepssessie to which everybody of the gemeenten is invited, as rows. */
export async function maakGroepssessie(database: DataSource, opties: SessieOpties): Promise<BewaardeSessie> {
  const {
    cohortId,
    overUren = 24 * 30,
    onderwerp = 'Proefsessie',
    facilitator,
    vanBuiten,
    verslag = '',
    voorstel,
  } = opties;
  const [id, inhoudId] = [randomUUID(), randomUUID()];
  await database.query(`INSERT INTO bijeenkomst (id, cohort_id, soort) VALUES ($1, $2, 'groepssessie')`, [
    id,
    cohortId,
  ]);
  await database.query(
    `INSERT INTO bijeenkomst_inhoud (id, bijeenkomst_id, cohort_id, onderwerp, plaats, link)
     VALUES ($1, $2, $3, $4, 'Stadhuis, zaal 3', 'https://vergader.example/sessie')`,
    [inhoudId, id, cohortId, onderwerp],
  );
  await database.query(
    `INSERT INTO genodigde (id, bijeenkomst_id, cohort_id, traject_id, rol, contactpersoon_id, account_id, naam, email)
     SELECT gen_random_uuid(), $1::uuid, $2::uuid, p.traject_id, 'contactpersoon', p.id, NULL::uuid, NULL::text, NULL::text
       FROM contactpersoon p JOIN traject t ON t.id = p.traject_id WHERE t.cohort_id = $2
     UNION ALL SELECT gen_random_uuid(), $1, $2, NULL, 'facilitator', NULL, $3::uuid, NULL, NULL WHERE $3 IS NOT NULL
     UNION ALL SELECT gen_random_uuid(), $1, $2, NULL, 'facilitator', NULL, NULL, $4::text, $5::text WHERE $5 IS NOT NULL`,
    [
      id,
      cohortId,
      facilitator ?? null,
      verzegel(TEST_KEYRING, 'genodigde.naam', 'Fien Facilitator'),
      vanBuiten === undefined ? null : verzegel(TEST_KEYRING, 'genodigde.email', vanBuiten),
    ],
  );
  if (!voorstel) {
    await database.query(
      `UPDATE bijeenkomst SET status = 'gepland', inhoud_id = $2, versie = 1, verslag = $4, begint_op = now() + make_interval(hours => $3),
              eindigt_op = now() + make_interval(hours => $3 + 2) WHERE id = $1`,
      [id, inhoudId, overUren, verslag],
    );
    await database.query('UPDATE genodigde SET uitgenodigd = true WHERE bijeenkomst_id = $1', [id]);
  }
  const rijen = await database.query<{ id: string }[]>(
    'SELECT id FROM genodigde WHERE bijeenkomst_id = $1 ORDER BY id',
    [id],
  );
  return { id, inhoudId, genodigden: rijen.map((rij) => rij.id) };
}
