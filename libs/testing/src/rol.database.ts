import { DATABASE_ROLLEN } from '@maatwerktraject/database';
import type { DataSource, EntityManager } from 'typeorm';

/** In whose name the database is asked, as the API says it at the start of a transaction. */
export interface InNaamVan {
  readonly databaseRol: keyof typeof DATABASE_ROLLEN;
  readonly account?: string;
  readonly rol?: string;
}

/** Does `work` as the API or the worker would, and undoes what came of it. `database` connects as superuser. */
export async function inNaamVan<T>(
  database: DataSource,
  { databaseRol, account, rol }: InNaamVan,
  work: (db: EntityManager) => Promise<T>,
): Promise<T> {
  const runner = database.createQueryRunner();
  try {
    await runner.startTransaction();
    if (account !== undefined || rol !== undefined)
      await runner.query('SELECT begin_als($1, $2)', [account ?? null, rol ?? null]);
    await runner.query(`SET LOCAL ROLE ${DATABASE_ROLLEN[databaseRol]}`);
    return await work(runner.manager);
  } finally {
    await runner.rollbackTransaction().catch(() => undefined);
    await runner.release();
  }
}

/** How many rows a statement touched or gave, or the SQLSTATE with which it was refused. */
export async function gevolg(
  database: DataSource,
  wie: InNaamVan,
  sql: string,
  parameters: unknown[] = [],
): Promise<number | string> {
  try {
    return await inNaamVan(database, wie, async (db) => {
      const antwoord = await db.query<unknown[]>(sql, parameters);
      // Rows and their number after UPDATE and DELETE; rows alone after SELECT and INSERT.
      return typeof antwoord[1] === 'number' ? antwoord[1] : antwoord.length;
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
    throw error;
  }
}
