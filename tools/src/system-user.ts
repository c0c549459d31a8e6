import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '../long-step.mjs';

/** A user without rights of its own, for PostgreSQL, which refuses to run as root. */
export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

const idOf = (flag: '-u' | '-g', name: string): number => {
  const id = Number(
    execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  );
  if (!Number.isInteger(id) || id === 0) throw new Error(`no usable id for ${name}`);
  return id;
};

const attempt = <Result>(work: () => Result): Result | undefined => {
  try {
    return work();
  } catch {
    return undefined;
  }
};

const find = (name: string): SystemUser | undefined =>
  attempt(() => ({ uid: idOf('-u', name), gid: idOf('-g', name) }));

/** Undefined when this process is not root: PostgreSQL then runs as the same user. Makes the user `postgres` when absent. */
export const databaseUser = (): SystemUser | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  const create = (): SystemUser | undefined =>
    attempt(() => {
      execFileSync(
        'useradd',
        ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', 'postgres'],
        { stdio: 'ignore' },
      );
      return find('postgres');
    });
  const user = find('postgres') ?? create() ?? find('nobody');
  if (user === undefined)
    throw new UserError(
      'De database mag niet als root draaien, en er is geen andere gebruiker. Maak de gebruiker postgres, of zet DATABASE_URL.',
    );
  return user;
};

/** Whether the user may pass through every folder above `path` (the path itself need not exist). */
export const canReach = (path: string, user: SystemUser): boolean => {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const stat = statSync(folder, { throwIfNoEntry: false });
    if (stat !== undefined) {
      const bit = stat.uid === user.uid ? 0o100 : stat.gid === user.gid ? 0o010 : 0o001;
      if ((stat.mode & bit) === 0) return false;
    }
    if (folder === dirname(folder)) return true;
  }
};
