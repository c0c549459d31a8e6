import { execFile } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { UserError } from '../long-step.mjs';
import { binariesFor, giveTo, type ClusterRecord } from './postgres-files.js';
import { commandOf, endProcess, isAlive } from './process-info.js';
import type { SystemUser } from './system-user.js';

const run = promisify(execFile);

/** Database of the product in an embedded cluster, and the role that owns it. */
export const productName = 'maatwerktraject';

// Sorting and upper/lower case must not depend on the locale of the machine; time zone neither.
const initFlags = [
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--no-locale',
  '--auth=scram-sha-256',
  '--username=postgres',
];

/** A cluster that can be started: the command and how to connect. */
export interface Cluster {
  readonly command: string;
  readonly args: readonly string[];
  readonly location: string;
  readonly user: SystemUser | undefined;
  readonly port: number;
  /** Connects as superuser to the database `postgres`. */
  readonly superuserUrl: string;
  /** Connects as the owner of the product's database, a plain role: a superuser would bypass row level security. */
  readonly productUrl: string;
}

const environment = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };

const initialise = async (
  record: ClusterRecord,
  binaries: string,
  user: SystemUser | undefined,
): Promise<void> => {
  const parent = dirname(record.location);
  const fresh = `${record.location}.nieuw`;
  const passwordFile = `${record.location}.wachtwoord`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(parent, { recursive: true, mode: 0o711 });
  giveTo(fresh, user);
  writeFileSync(passwordFile, record.superuserPassword, { mode: 0o600 });
  if (user !== undefined) chownSync(passwordFile, user.uid, user.gid);
  try {
    await run(
      join(binaries, 'bin', 'initdb'),
      [...initFlags, `--pgdata=${fresh}`, `--pwfile=${passwordFile}`],
      { env: environment, cwd: fresh, ...user },
    );
    // Renamed at the end: a start that is broken off halfway leaves no half cluster.
    renameSync(fresh, record.location);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    const details =
      error instanceof Error && 'stderr' in error
        ? String(error.stderr).trim().split('\n').at(-1)
        : String(error);
    throw new UserError(`De database kon niet worden gemaakt in ${parent} (${details ?? ''}).`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
};

const checkVersion = async (location: string, binaries: string): Promise<void> => {
  const ours = /(\d+)/.exec((await run(join(binaries, 'bin', 'postgres'), ['--version'])).stdout)?.[1];
  const theirs = readFileSync(join(location, 'PG_VERSION'), 'utf8').trim();
  if (ours !== theirs)
    throw new UserError(
      `De gegevens in ${location} zijn van PostgreSQL ${theirs}, maar dit programma brengt versie ${ours ?? '?'} mee. Zet ze over, of kies een andere DATA_DIR.`,
    );
};

/**
 * After a crash: ends a PostgreSQL that still runs on these data, and removes a lock file that names another process
 * (numbers are used again, certainly in containers).
 */
export const releaseCluster = async (location: string): Promise<void> => {
  const lock = join(location, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0]);
  if (!Number.isInteger(pid) || !isAlive(pid)) return;
  if (commandOf(pid).includes(location)) await endProcess(pid, 'SIGINT', 10_000);
  else rmSync(lock, { force: true });
};

/** Makes the cluster when it is not there yet and says how to start it. `flags`: extra settings, as `['-c', 'fsync=off']`. */
export const prepareCluster = async (
  record: ClusterRecord,
  port: number,
  user: SystemUser | undefined,
  flags: readonly string[] = [],
): Promise<Cluster> => {
  const binaries = binariesFor(user);
  if (!existsSync(join(record.location, 'PG_VERSION'))) await initialise(record, binaries, user);
  await checkVersion(record.location, binaries);
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
    'max_connections=200',
  ];
  return {
    command: join(binaries, 'bin', 'postgres'),
    args: [
      '-D',
      record.location,
      '-p',
      String(port),
      ...settings.flatMap((setting) => ['-c', setting]),
      ...flags,
    ],
    location: record.location,
    user,
    port,
    superuserUrl: `postgres://postgres:${record.superuserPassword}@127.0.0.1:${port}/postgres`,
    productUrl: `postgres://${productName}:${record.password}@127.0.0.1:${port}/${productName}`,
  };
};

/** Whether the server takes connections. */
export const answers = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
};
