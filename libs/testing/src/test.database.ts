import { randomBytes } from 'node:crypto';
import { databaseOptions, laadEersteGegevens, zorgVoorDatabaseRollen } from '@maatwerktraject/database';
import { DataSource } from 'typeorm';

export interface TestDatabase {
  readonly url: string;
  readonly database: DataSource;
  /** Closes all connections to it and removes it. */
  verwijder(): Promise<void>;
}

async function alsBeheerder(url: string, opdracht: string): Promise<void> {
  const beheer = await new DataSource({ type: 'postgres', url, poolSize: 1 }).initialize();
  try {
    await beheer.query(opdracht);
  } finally {
    await beheer.destroy();
  }
}

/**
 * A database of its own on the PostgreSQL of the tests, migrated and with the first data in it.
 * @throws Error when there is no PostgreSQL: these tests never pass without one.
 */
export async function maakTestDatabase({ leeg = false }: { leeg?: boolean } = {}): Promise<TestDatabase> {
  const server = process.env['TEST_DATABASE_URL'];
  if (!server)
    throw new Error(
      'TEST_DATABASE_URL is not set: run these tests through npm test or jest with its globalSetup',
    );
  const naam = `proef_${randomBytes(6).toString('hex')}`;
  await alsBeheerder(server, `CREATE DATABASE ${naam}`);
  const adres = new URL(server);
  adres.pathname = `/${naam}`;
  const url = adres.toString();
  const database = await new DataSource(databaseOptions(url)).initialize();
  await zorgVoorDatabaseRollen(database);
  if (!leeg) {
    await database.runMigrations();
    await laadEersteGegevens(database);
  }
  return {
    url,
    database,
    async verwijder() {
      if (database.isInitialized) await database.destroy();
      await alsBeheerder(server, `DROP DATABASE IF EXISTS ${naam} WITH (FORCE)`);
    },
  };
}
