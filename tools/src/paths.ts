import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top folder of the project; the same from `src` and from `dist`. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** Logs of what is fetched, built and tested; logs of running services lie in `DATA_DIR`. */
export const buildLog = (name: string): string => join(root, '.build', 'logs', `${name}.log`);

/** Fetched and built programs, outside the repository so that clones share them. */
export const cacheDir = (): string =>
  join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'maatwerktraject');
