import { DATABASE_ROLLEN } from '@maatwerktraject/database';
import pg from 'pg';

/** Asks the database of a folder one thing, past all row rules; for tests that look behind the API. */
export async function ownerQuery<T extends object>(
  databaseUrl: string,
  sql: string,
  waarden: readonly unknown[] = [],
): Promise<T[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    // Its owner writes what has no rows of people; these are for the system role alone.
    if (/^\s*SELECT/i.test(sql)) await client.query(`SET ROLE ${DATABASE_ROLLEN.systeem}`);
    return (await client.query<T>(sql, [...waarden])).rows;
  } finally {
    await client.end();
  }
}
