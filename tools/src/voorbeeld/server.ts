import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as rust } from 'node:timers/promises';
import { encryptionKeys } from '../encryption-keys.js';
import { buildLog, root } from '../paths.js';
import { Aanmeldingen } from './aanmeldingen.js';
import { openLog } from './log.js';
import { runningLauncher, type RunFile } from '../run-file.js';
import { readConfig, readEnvironment } from '../start-checks.js';

export interface Server {
  readonly webUrl: string;
  readonly mailboxUrl: string;
  readonly aanmeldingen: Aanmeldingen;
  /** Stops what was started for this example; leaves alone what ran already. */
  stop(): Promise<void>;
}

const START_MS = 9 * 60_000;

async function isKlaar(run: RunFile): Promise<boolean> {
  try {
    const antwoord = await fetch(new URL('/health/ready', run.urls.web), {
      signal: AbortSignal.timeout(3_000),
    });
    return antwoord.status === 200;
  } catch {
    return false;
  }
}

function alsServer(run: RunFile, dataDir: string, stop: () => Promise<void>): Server {
  const { practice, urls, databaseUrl } = run;
  if (!practice || !urls.mailbox)
    throw new Error(
      'Het voorbeeld werkt alleen op ingebouwde diensten. Start "npm start" zonder DATABASE_URL, TEMPORAL_ADDRESS en SMTP_URL.',
    );
  const aanmeldingen = new Aanmeldingen(databaseUrl, encryptionKeys(dataDir).keys);
  return { webUrl: urls.web, mailboxUrl: urls.mailbox, aanmeldingen, stop };
}

async function wachtTotKlaar(dataDir: string, kind: ChildProcess): Promise<RunFile> {
  for (const tot = Date.now() + START_MS; Date.now() < tot; await rust(500)) {
    if (kind.exitCode !== null) break;
    const run = runningLauncher(dataDir);
    if (run && (await isKlaar(run))) return run;
  }
  throw new Error(
    `Het starten van de diensten is niet gelukt. Wat er misging staat in ${buildLog('voorbeeld-start')}.`,
  );
}

/** The services of a running `npm start`, or of one that is started here and stopped again by `stop`. */
export async function vindOfStart(zeg: (zin: string) => void): Promise<Server> {
  const { dataDir } = readConfig(readEnvironment());
  const lopend = runningLauncher(dataDir);
  if (lopend) {
    if (!(await isKlaar(lopend)))
      throw new Error('"npm start" draait, maar is nog niet klaar. Probeer het zo weer.');
    return alsServer(lopend, dataDir, () => Promise.resolve());
  }
  zeg('De diensten worden gestart. Dit duurt de eerste keer een paar minuten.');
  const log = openLog('voorbeeld-start');
  const kind = spawn(process.execPath, [join(root, 'tools', 'start.mjs')], {
    stdio: ['ignore', log, log],
    env: process.env,
  });
  const stop = async (): Promise<void> => {
    if (kind.exitCode !== null) return;
    kind.kill('SIGTERM');
    await once(kind, 'exit');
  };
  // Ctrl-C in a terminal reaches the child by itself; a plain SIGTERM does not.
  process.once('SIGTERM', () => {
    void stop().then(() => process.exit(1));
  });
  try {
    return alsServer(await wachtTotKlaar(dataDir, kind), dataDir, stop);
  } catch (fout) {
    await stop();
    throw fout;
  }
}
