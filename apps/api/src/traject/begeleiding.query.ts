import type { Keyring } from '@maatwerktraject/crypto';
import { adviseurVanTraject, begeleiderVan, type BegeleiderRij } from '../begeleiding/begeleider.js';
import type { Db } from '../database/scoped.database.js';
import type { Begeleiding } from './bericht.query.js';
import type { TrajectRij } from './traject.query.js';

/** Who gets the mail of a traject that is for no contactpersoon; without a leider the adviseur gets that as well. */
export async function leesBegeleiding(db: Db, keyring: Keyring, traject: TrajectRij): Promise<Begeleiding> {
  const adviseur = adviseurVanTraject(keyring, traject);
  const [leider] = await db.query<BegeleiderRij[]>('SELECT * FROM leider_bij($1)', [traject.cohort_id]);
  return { adviseur, leider: leider ? begeleiderVan(keyring, leider) : adviseur };
}
