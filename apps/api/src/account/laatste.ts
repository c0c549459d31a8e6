import type { Db } from '../database/scoped.database.js';
import { refused } from '../http/problem.js';

/** From here to the end of the transaction nobody else changes who works here (migrations/toegang/laatste.ts). */
export const eenVoorEen = (db: Db): Promise<unknown> => db.query('SELECT een_voor_een()');

/** Whether somebody besides this account can act as beheerder now; without an account: whether anybody can. */
export async function isAndereBeheerder(db: Db, accountId: string | null): Promise<boolean> {
  const [rij] = await db.query<{ blijft: boolean }[]>('SELECT andere_beheerder($1) AS blijft', [accountId]);
  return rij?.blijft === true;
}

/**
 * Lets a beheerder go only when another one stays.
 * @throws ProblemException (409) when this is the last beheerder who can log in
 */
export async function bewaakLaatsteBeheerder(db: Db, accountId: string): Promise<void> {
  if (!(await isAndereBeheerder(db, accountId)))
    throw refused(
      'laatste-beheerder',
      'Er is altijd een beheerder. Maak eerst iemand anders beheerder, en laat die het doen.',
    );
}

interface Cohort {
  readonly cohort_id: string;
  readonly naam: string;
  readonly status: string;
}

/** Cohorten that would have no adviseur who can log in without this account, by name. */
const laatsteAdviseurIn = (db: Db, accountId: string): Promise<Cohort[]> =>
  db.query<Cohort[]>('SELECT cohort_id, naam, status FROM laatste_adviseur_in($1)', [accountId]);

/** @throws ProblemException (409) when this cohort would be left without an adviseur */
export async function bewaakAdviseurVan(db: Db, accountId: string, cohortId: string): Promise<void> {
  const alleen = await laatsteAdviseurIn(db, accountId);
  if (alleen.some(({ cohort_id }) => cohort_id === cohortId))
    throw refused(
      'laatste-adviseur',
      'Een cohort heeft altijd een adviseur die zich kan aanmelden. Geef eerst iemand anders toegang als adviseur.',
    );
}

/** @throws ProblemException (409) when a cohort that is not closed would be left without an adviseur */
export async function bewaakAdviseurs(db: Db, accountId: string): Promise<void> {
  const alleen = (await laatsteAdviseurIn(db, accountId)).filter(({ status }) => status !== 'afgesloten');
  if (alleen.length > 0)
    throw refused(
      'laatste-adviseur',
      `Deze persoon is de enige adviseur van ${alleen.map(({ naam }) => naam).join(', ')}. Geef daar eerst iemand anders toegang als adviseur.`,
    );
}
