import { mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { buildLog } from '../paths.js';

/** Opens a new log file of this name; gives its file descriptor. */
export function openLog(naam: string): number {
  const pad = buildLog(naam);
  mkdirSync(dirname(pad), { recursive: true });
  return openSync(pad, 'w');
}
