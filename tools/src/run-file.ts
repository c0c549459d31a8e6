import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, writeSecret } from './files.js';
import { endProcess, isAlive, startedAt } from './process-info.js';

/** What runs now, for other commands (`npm run voorbeeld`, tests) and for the next start; kept in `DATA_DIR/run.json`. */
export interface RunFile {
  /** The launcher. */
  pid: number;
  /** What the launcher started, by name. */
  children: Record<string, number>;
  /** Start moment per process number (`startedAt`): shows that a number still is the same process. */
  started: Record<string, string>;
  urls: { web: string; mailbox: string | null; temporalUi: string | null; apiDocs: string };
  ports: Record<string, number>;
  /** Whether everything is embedded, with people to practise as. */
  practice: boolean;
  /** Connects as the owner of the tables, who sees no rows of people; commands take on a role of their own. */
  databaseUrl: string;
}

const pathIn = (dataDir: string): string => join(dataDir, 'run.json');

const isRunFile = (value: unknown): value is RunFile =>
  typeof value === 'object' &&
  value !== null &&
  'pid' in value &&
  typeof value.pid === 'number' &&
  'children' in value &&
  'started' in value;

export const readRunFile = (dataDir: string): RunFile | undefined => {
  const value = readJson(pathIn(dataDir));
  return isRunFile(value) ? value : undefined;
};

export const writeRunFile = (dataDir: string, run: Omit<RunFile, 'started'>): void => {
  const pids = [run.pid, ...Object.values(run.children)];
  writeSecret(pathIn(dataDir), {
    ...run,
    started: Object.fromEntries(pids.map((pid) => [String(pid), startedAt(pid)])),
  });
};

export const removeRunFile = (dataDir: string): void => rmSync(pathIn(dataDir), { force: true });

/** Whether the process that the file names still runs: the same number, started at the same moment. */
const isSame = (run: RunFile, pid: number): boolean => {
  const started = run.started[String(pid)];
  return started !== undefined && started !== '' && isAlive(pid) && startedAt(pid) === started;
};

/** The launcher that uses this folder now, if any. */
export const runningLauncher = (dataDir: string): RunFile | undefined => {
  const run = readRunFile(dataDir);
  return run !== undefined && run.pid !== process.pid && isSame(run, run.pid) ? run : undefined;
};

/** Ends what an earlier launcher left behind; gives the names. Call only when no launcher runs. */
export const endOrphans = async (dataDir: string): Promise<string[]> => {
  const run = readRunFile(dataDir);
  if (run === undefined) return [];
  const orphans = Object.entries(run.children).filter(([, pid]) => isSame(run, pid));
  // PostgreSQL waits for its clients at SIGTERM; SIGINT makes it stop now, in order.
  await Promise.all(
    orphans.map(([name, pid]) => endProcess(pid, name === 'postgres' ? 'SIGINT' : 'SIGTERM', 10_000)),
  );
  removeRunFile(dataDir);
  return orphans.map(([name]) => name);
};
