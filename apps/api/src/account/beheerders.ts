import type { Db } from '../database/scoped.database.js';
import { refused } from '../http/problem.js';

/**
 * Lets a beheerder go only when another one stays. One at a time, to the end of the transaction: two who block each other
 * at the same moment would otherwise both see that the other is still there.
 * @throws ProblemException (409) when this is the last beheerder who can log in
 */
export async function bewaakLaatsteBeheerder(db: Db, accountId: string): Promise<void> {
  await db.query(`SELECT pg_advisory_xact_lock(hashtextextended('maatwerktraject/beheerders', 0))`);
  const [rij] = await db.query<{ anderen: number }[]>(
    `SELECT count(*) AS anderen FROM account
      WHERE id <> $1 AND status = 'actief' AND 'beheerder' = ANY (rollen_van(id))`,
    [accountId],
  );
  if (!rij || rij.anderen === 0)
    throw refused(
      'laatste-beheerder',
      'Er is altijd een beheerder. Maak eerst iemand anders beheerder, en laat die het doen.',
    );
}
