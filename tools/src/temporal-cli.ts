import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UserError, progress, runToLog } from '../long-step.mjs';
import { findOnPath, installInCache, runs } from './cache.js';
import { buildLog, cacheDir } from './paths.js';
import { sdkDownload } from './sdk-download.js';

/** The last version that `go install` accepts; later ones hold a `replace`. */
const version = 'v1.5.1';
const binary = process.platform === 'win32' ? 'temporal.exe' : 'temporal';
const downloadMs = 5 * 60_000;
const buildMs = 25 * 60_000;

const goInstall = async (): Promise<string | undefined> => {
  if (!(await runs('go', ['version']))) return undefined;
  const build = (folder: string): Promise<number> =>
    runToLog('go', ['install', '-ldflags', '-s -w', `github.com/temporalio/cli/cmd/temporal@${version}`], {
      log: buildLog('temporal-cli'),
      env: { ...process.env, GOBIN: folder, CGO_ENABLED: '0', GOFLAGS: '' },
      cwd: folder,
      timeoutMs: buildMs,
    });
  return progress('Temporal wordt gebouwd met Go. Dit duurt 4 tot 6 minuten.', () =>
    installInCache(join('temporal-cli', version), binary, async (folder) => (await build(folder)) === 0),
  );
};

/**
 * Path of the `temporal` program: on the PATH, built or fetched before, fetched by the SDK, or built with Go, in this
 * order. Throws a `UserError` that says what to install.
 */
export const findTemporal = async (): Promise<string> => {
  const onPath = findOnPath(['temporal']);
  if (onPath !== undefined && (await runs(onPath, ['--version']))) return onPath;
  const cached = join(cacheDir(), 'temporal-cli', version, binary);
  if (existsSync(cached)) return cached;
  const fetched = await sdkDownload('dev-server', version, join('temporal-cli', version), binary, downloadMs);
  const found = fetched ?? (await goInstall());
  if (found !== undefined) return found;
  throw new UserError(
    `Temporal ontbreekt. Installeer de Temporal CLI (https://docs.temporal.io/cli) of Go (https://go.dev/dl), of zet TEMPORAL_ADDRESS. Kijk ook in ${buildLog('temporal-cli')}.`,
  );
};
