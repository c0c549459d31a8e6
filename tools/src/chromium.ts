import { existsSync } from 'node:fs';
import { UserError, progress, runToLog } from '../long-step.mjs';
import { findOnPath } from './cache.js';
import { buildLog } from './paths.js';

const names = ['chromium', 'chromium-browser', 'google-chrome'];
const installMs = 10 * 60_000;

const aptInstall = async (): Promise<void> => {
  const log = buildLog('chromium');
  const apt = (args: readonly string[]): Promise<number> =>
    runToLog('apt-get', args, {
      log,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeoutMs: installMs,
    });
  await progress('Chromium wordt geïnstalleerd met apt-get.', async () => {
    await apt(['update']);
    await apt(['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation']);
  });
};

/** Path of a Chromium for the tests: `CHROMIUM_PATH`, the PATH, or installed with apt-get when that is possible. */
export const findChromium = async (): Promise<string> => {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen) {
    if (!existsSync(chosen))
      throw new UserError(`CHROMIUM_PATH wijst naar ${chosen}, maar dat bestand is er niet.`);
    return chosen;
  }
  const present = findOnPath(names);
  if (present !== undefined) return present;
  if (process.getuid?.() === 0 && findOnPath(['apt-get']) !== undefined) await aptInstall();
  const installed = findOnPath(names);
  if (installed !== undefined) return installed;
  throw new UserError(
    'Er is geen Chromium voor de browsertests. Installeer Chromium, of zet CHROMIUM_PATH op het programma.',
  );
};
