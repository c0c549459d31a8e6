import { randomBytes } from 'node:crypto';
import {
  alsLogin,
  databaseOptions,
  laadEersteGegevens,
  verbind,
  zorgVoorDatabaseRollen,
  zorgVoorLogin,
  type Programma,
} from '@maatwerktraject/database';
import { DataSource } from 'typeorm';

export interface TestDatabase {
  /** As superuser: past all row rules. */
  readonly url: string;
  readonly database: DataSource;
  /** The users of this database as in production, each with a password of its own. */
  readonly logins: { readonly eigenaar: string; readonly api: string; readonly worker: string };
  /** Connected as API or worker, as those programs do it; closed by `verwijder`. */
  als(programma: Programma): Promise<DataSource>;
  /** Closes the connections of `database`, and removes the database and its users. */
  verwijder(): Promise<void>;
}

async function alsBeheerder<T>(url: string, werk: (database: DataSource) => Promise<T>): Promise<T> {
  const beheer = await new DataSource({ type: 'postgres', url, poolSize: 1 }).initialize();
  try {
    return await werk(beheer);
  } finally {
    await beheer.destroy();
  }
}

/** What an administrator does for a new installation (docs/beheer.md); gives the addresses per user. */
async function maakLogins(beheer: DataSource, url: string, naam: string): Promise<TestDatabase['logins']> {
  const login = (wie: string) => ({ naam: `${naam}_${wie}`, wachtwoord: randomBytes(12).toString('hex') });
  const [eigenaar, api, worker] = [login('eigenaar'), login('api'), login('worker')];
  await beheer.query(`CREATE ROLE ${eigenaar.naam} LOGIN PASSWORD '${eigenaar.wachtwoord}'`);
  await zorgVoorDatabaseRollen(beheer, eigenaar.naam);
  await zorgVoorLogin(beheer, 'api', api);
  await zorgVoorLogin(beheer, 'worker', worker);
  await beheer.query(`CREATE DATABASE ${naam} OWNER ${eigenaar.naam}`);
  return { eigenaar: alsLogin(url, eigenaar), api: alsLogin(url, api), worker: alsLogin(url, worker) };
}

async function migreer(url: string): Promise<void> {
  const database = await new DataSource(databaseOptions(url, 1)).initialize();
  try {
    await zorgVoorDatabaseRollen(database);
    await database.runMigrations();
    await laadEersteGegevens(database);
  } finally {
    await database.destroy();
  }
}

/**
 * A database of its own on the PostgreSQL of the tests, migrated by its owner and with the first data in it.
 * @throws Error when there is no PostgreSQL: these tests never pass without one.
 */
export async function maakTestDatabase({ leeg = false }: { leeg?: boolean } = {}): Promise<TestDatabase> {
  const server = process.env['TEST_DATABASE_URL'];
  if (!server)
    throw new Error(
      'TEST_DATABASE_URL is not set: run these tests through npm test or jest with its globalSetup',
    );
  const naam = `proef_${randomBytes(6).toString('hex')}`;
  const { href: url } = Object.assign(new URL(server), { pathname: `/${naam}` });
  const logins = await alsBeheerder(server, (beheer) => maakLogins(beheer, url, naam));
  if (!leeg) await migreer(logins.eigenaar);
  const database = await new DataSource(databaseOptions(url)).initialize();
  const open = [database];
  return {
    url,
    database,
    logins,
    async als(programma) {
      const verbonden = await verbind(databaseOptions(logins[programma]), programma);
      open.push(verbonden);
      return verbonden;
    },
    async verwijder() {
      for (const verbonden of open) if (verbonden.isInitialized) await verbonden.destroy();
      await alsBeheerder(server, async (beheer) => {
        await beheer.query(`DROP DATABASE IF EXISTS ${naam} WITH (FORCE)`);
        await beheer.query(`DROP ROLE IF EXISTS ${naam}_eigenaar, ${naam}_api, ${naam}_worker`);
      });
    },
  };
}
