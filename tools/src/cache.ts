import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { cacheDir } from './paths.js';

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The first of the programs that is on the PATH, as a full path. */
export const findOnPath = (names: readonly string[]): string | undefined => {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name + suffix))).find(isExecutable);
};

/** Whether a program can be run (10 seconds at most). */
export const runs = (command: string, args: readonly string[]): Promise<boolean> =>
  new Promise((resolve) => {
    execFile(command, args, { timeout: 10_000 }, (error) => resolve(error === null));
  });

/**
 * Fills a folder of the cache, whole or not at all: `fill` gets a temporary folder beside it, which takes the final name
 * when it returns true and holds `program`. Gives the path of that program, or undefined when it did not work.
 */
export const installInCache = async (
  name: string,
  program: string,
  fill: (folder: string) => Promise<boolean>,
): Promise<string | undefined> => {
  const target = join(cacheDir(), name);
  const temporary = `${target}.${randomUUID()}.tmp`;
  mkdirSync(temporary, { recursive: true });
  try {
    if (!(await fill(temporary)) || !existsSync(join(temporary, program))) return undefined;
    mkdirSync(dirname(target), { recursive: true });
    try {
      renameSync(temporary, target);
    } catch {
      // Another start was first, or an unfinished folder of another kind is in the way.
      if (!existsSync(join(target, program))) {
        rmSync(target, { recursive: true, force: true });
        renameSync(temporary, target);
      }
    }
    return join(target, program);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
};
