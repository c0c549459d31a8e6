import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseEnv } from 'node:util';
import { parseConfig, type LauncherConfig } from '@maatwerktraject/config';
import { UserError } from '../long-step.mjs';
import { root } from './paths.js';
import { probePort } from './ports.js';
import { runningLauncher } from './run-file.js';

/** The environment with the lines of `.env` below it: what is set in the environment itself wins. */
export const readEnvironment = (): Record<string, string | undefined> => {
  const path = join(root, '.env');
  return existsSync(path) ? { ...parseEnv(readFileSync(path, 'utf8')), ...process.env } : { ...process.env };
};

/** The configuration; throws a `UserError` that lists every fault. */
export const readConfig = (env: Readonly<Record<string, string | undefined>>): LauncherConfig => {
  const result = parseConfig(env);
  if (result.ok) return result.config;
  throw new UserError(
    `De instellingen kloppen niet:\n${result.faults.map((fault) => `- ${fault}`).join('\n')}`,
  );
};

/** Level by level: Node's own recursive mkdir never ends in a folder that cannot have any (as /proc). */
const makeFolder = (folder: string, mode: number): void => {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder), mode);
  mkdirSync(folder, { mode });
};

/** Makes `DATA_DIR` when needed; throws a `UserError` when nothing can be written there. */
export const openDataDir = (dataDir: string): void => {
  try {
    // PostgreSQL runs as another user when we are root, and must be able to pass; files with secrets have modes of their own.
    makeFolder(dataDir, process.getuid?.() === 0 ? 0o711 : 0o700);
    accessSync(dataDir, constants.W_OK | constants.X_OK);
    const probe = join(dataDir, `.schrijfproef-${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'onbekend';
    throw new UserError(
      `In de map ${dataDir} kan niet worden geschreven (${code}). Kies een andere map met DATA_DIR, of geef jezelf schrijfrecht.`,
    );
  }
};

/** Throws a `UserError` when a launcher already uses this folder, or another program the port. */
export const checkAlone = (config: LauncherConfig): void => {
  const other = runningLauncher(config.dataDir);
  if (other !== undefined)
    throw new UserError(
      `Het Maatwerktraject draait al met deze gegevens, op poort ${other.ports['web'] ?? '?'} (${other.urls.web}). Stop het daar, of start een tweede met een andere poort: PORT=${config.port + 100} npm start`,
    );
};

/** Throws a `UserError` when the port of the web app cannot be used. */
export const checkPort = async ({ port, host }: LauncherConfig): Promise<void> => {
  const probe = await probePort(port, host);
  if (probe === 'taken')
    throw new UserError(
      `Poort ${port} is al in gebruik. Stop het andere programma, of kies een andere poort: PORT=${port + 100 > 65_535 ? 3100 : port + 100} npm start`,
    );
  if (probe === 'forbidden')
    throw new UserError(
      `Poort ${port} mag je niet gebruiken. Kies een poort boven 1023: PORT=3000 npm start`,
    );
  if (probe === 'unknown-host')
    throw new UserError(`HOST ${host} is geen adres van deze computer. Gebruik 127.0.0.1 of 0.0.0.0.`);
};
