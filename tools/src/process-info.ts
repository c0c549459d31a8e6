import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const ps = (column: string, pid: number): string => {
  try {
    return execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return '';
  }
};

const proc = (pid: number, file: string): string | undefined => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
};

/** Whether a process with this number runs (a zombie does not). */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return !/^State:\s+Z/m.test(proc(pid, 'status') ?? '');
};

/** The command line of a process, or an empty string. Minimal systems lack `ps`, macOS lacks `/proc`: both are tried. */
export const commandOf = (pid: number): string =>
  proc(pid, 'cmdline')?.replaceAll('\0', ' ').trim() ?? ps('command', pid);

/**
 * When a process was started, in whatever notation the system has: equal for the same process, different for another
 * that got the same number later. Empty when there is no such process.
 */
export const startedAt = (pid: number): string => {
  const stat = proc(pid, 'stat');
  // The name between brackets may hold spaces; the start time is the 20th field after it.
  return stat === undefined
    ? ps('lstart', pid)
    : (stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '');
};

/** Waits until a process is gone; false when it is still there after `ms`. */
export const waitForEnd = async (pid: number, ms: number): Promise<boolean> => {
  for (const until = Date.now() + ms; Date.now() < until; await sleep(50)) if (!isAlive(pid)) return true;
  return !isAlive(pid);
};

/** Asks a process to stop and ends it hard when it does not within `ms`. */
export const endProcess = async (pid: number, signal: NodeJS.Signals, ms: number): Promise<void> => {
  const send = (name: NodeJS.Signals): void => {
    try {
      process.kill(pid, name);
    } catch {
      // Gone already.
    }
  };
  send(signal);
  if (await waitForEnd(pid, ms)) return;
  send('SIGKILL');
  await waitForEnd(pid, 2000);
};
