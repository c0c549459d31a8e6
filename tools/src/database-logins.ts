import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { alsLogin, foutcode, zorgVoorLogin, type Bevraagbaar, type Login } from '@maatwerktraject/database';
import pg from 'pg';
import { UserError } from '../long-step.mjs';
import { readJson, writeSecret } from './files.js';

/** The users of the database under which API and worker of one data folder log in. */
export interface DatabaseLogins {
  readonly api: Login;
  readonly worker: Login;
}

const isLogin = (value: unknown): value is Login =>
  typeof value === 'object' && value !== null && 'naam' in value && 'wachtwoord' in value;

const isLogins = (value: unknown): value is DatabaseLogins =>
  typeof value === 'object' &&
  value !== null &&
  'api' in value &&
  'worker' in value &&
  isLogin(value.api) &&
  isLogin(value.worker);

/** The logins of this folder, made at the first start. Two folders on one server do not take each other's. */
export const databaseLogins = (dataDir: string): DatabaseLogins => {
  const path = join(dataDir, 'database-logins.json');
  const known = readJson(path);
  if (isLogins(known)) return known;
  const ending = randomBytes(4).toString('hex');
  const login = (program: string): Login => ({
    naam: `maatwerktraject_${program}_${ending}`,
    wachtwoord: randomBytes(24).toString('hex'),
  });
  const made = { api: login('api'), worker: login('worker') };
  writeSecret(path, made);
  return made;
};

/** Runs `work` on one connection. */
export const onDatabase = async <T>(url: string, work: (database: Bevraagbaar) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work({
      query: async <R>(sql: string, parameters?: unknown[]) =>
        (await client.query(sql, parameters)).rows as R,
    });
  } finally {
    await client.end();
  }
};

/** Makes the logins in a database whose roles are there already. */
export const ensureLogins = async (database: Bevraagbaar, logins: DatabaseLogins): Promise<void> => {
  await zorgVoorLogin(database, 'api', logins.api);
  await zorgVoorLogin(database, 'worker', logins.worker);
};

/** The addresses of API and worker on a database of the user's own, whose owner makes the logins when it may. */
export const ownDatabaseUrls = async (
  databaseUrl: string,
  logins: DatabaseLogins,
): Promise<{ api: string; worker: string }> => {
  try {
    await onDatabase(databaseUrl, (database) => ensureLogins(database, logins));
  } catch (error) {
    if (foutcode(error) !== '42501') throw error;
    throw new UserError(
      'De gebruiker in DATABASE_URL mag geen gebruikers maken. Maak zelf een gebruiker voor de API en een voor de worker, en zet hun adressen in API_DATABASE_URL en WORKER_DATABASE_URL. Hoe dat gaat, staat in docs/beheer.md bij "Gebruikers van de database".',
    );
  }
  return { api: alsLogin(databaseUrl, logins.api), worker: alsLogin(databaseUrl, logins.worker) };
};
