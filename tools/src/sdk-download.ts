import { chmodSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { progress, runToLog } from '../long-step.mjs';
import { installInCache } from './cache.js';
import { buildLog } from './paths.js';

/** Which of Temporal's servers; the words of the SDK. */
export type ServerKind = 'dev-server' | 'time-skipping';

const downloadHost = 'https://temporal.download/';

/** Whether the place that the SDK downloads from answers: without internet the SDK itself would try for a long time. */
const isReachable = async (): Promise<boolean> => {
  try {
    await fetch(downloadHost, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(4000) });
    return true;
  } catch {
    return false;
  }
};

/** Has the SDK download a server into the cache; undefined when that does not work here. */
export const sdkDownload = async (
  kind: ServerKind,
  version: string,
  cacheName: string,
  program: string,
  timeoutMs: number,
): Promise<string | undefined> => {
  if (!(await isReachable())) return undefined;
  const script = fileURLToPath(new URL('./sdk-download-main.js', import.meta.url));
  const fill = async (folder: string): Promise<boolean> => {
    // A process of its own: a download that hangs can be ended, and the SDK's runtime stays out of the launcher.
    const code = await runToLog(process.execPath, [script, kind, version, folder], {
      log: buildLog(`download-${kind}`),
      timeoutMs,
    });
    const [file] = readdirSync(folder).filter((name) => !name.endsWith('.downloading'));
    if (code !== 0 || file === undefined) return false;
    renameSync(join(folder, file), join(folder, program));
    chmodSync(join(folder, program), 0o755);
    return true;
  };
  return progress(`Temporal (${kind}) wordt opgehaald.`, () => installInCache(cacheName, program, fill));
};
