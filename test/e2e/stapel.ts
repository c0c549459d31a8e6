import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rust } from 'node:timers/promises';
import { readRunFile, type RunFile } from '../../tools/src/run-file.js';
import { encryptionKeys } from '../../tools/src/encryption-keys.js';
import { Aanmeldingen, type Wie } from '../../tools/src/voorbeeld/aanmeldingen.js';
import { createApiClient, type ApiClient } from '../../tools/src/voorbeeld/api.client.js';

const WORTEL = join(import.meta.dirname, '../..');
const START_MS = 180_000;

/** A port with room above it: the launcher takes the seven after it, or others where those are taken. */
export function vrijePoort(): Promise<number> {
  return new Promise((klaar, mis) => {
    const server = createServer();
    server.once('error', mis);
    server.listen(0, '127.0.0.1', () => {
      const adres = server.address();
      server.close(() => {
        klaar(typeof adres === 'object' && adres !== null ? adres.port : 0);
      });
    });
  });
}

/** One `npm start` (its Node program) with a data folder and a port of its own. */
export class Stapel {
  private kind: ChildProcess | undefined;
  readonly map = mkdtempSync(join(tmpdir(), 'maatwerktraject-e2e-'));
  readonly dataDir = join(this.map, 'gegevens van de test');
  readonly logboek = join(this.map, 'start.log');

  private constructor(
    readonly poort: number,
    private readonly omgeving: Readonly<Record<string, string>>,
  ) {}

  static async maak(omgeving: Readonly<Record<string, string>> = {}): Promise<Stapel> {
    return new Stapel(await vrijePoort(), omgeving);
  }

  /** Starts, and waits until all is ready. */
  async start(): Promise<RunFile> {
    const eerder = this.uitvoer().length;
    const log = openSync(this.logboek, 'a');
    const kind = spawn(process.execPath, [join(WORTEL, 'tools/start.mjs')], {
      stdio: ['ignore', log, log],
      env: {
        ...process.env,
        PORT: String(this.poort),
        DATA_DIR: this.dataDir,
        NODE_ENV: 'production',
        ...this.omgeving,
      },
    });
    closeSync(log);
    this.kind = kind;
    for (const tot = Date.now() + START_MS; Date.now() < tot; await rust(300)) {
      if (kind.exitCode !== null)
        throw new Error(`npm start is gestopt met ${String(kind.exitCode)}:\n${this.uitvoer()}`);
      if (this.uitvoer().slice(eerder).includes('Het Maatwerktraject draait.')) return this.run();
    }
    throw new Error(`npm start is niet op tijd klaar:\n${this.uitvoer()}`);
  }

  /** All that `npm start` has printed, over all starts. */
  uitvoer(): string {
    return existsSync(this.logboek) ? readFileSync(this.logboek, 'utf8') : '';
  }

  run(): RunFile {
    const run = readRunFile(this.dataDir);
    if (!run) throw new Error('er draait niets');
    return run;
  }

  api(): ApiClient {
    const { urls, databaseUrl } = this.run();
    return createApiClient(urls.web, new Aanmeldingen(databaseUrl, encryptionKeys(this.dataDir).keys));
  }

  /** The Cookie header of one of the people to practise with. */
  aanmelding(wie: Wie): Promise<string> {
    return new Aanmeldingen(this.run().databaseUrl, encryptionKeys(this.dataDir).keys).cookie(wie);
  }

  mailboxUrl(): string {
    const { mailbox } = this.run().urls;
    if (!mailbox) throw new Error('er is geen postvak');
    return mailbox;
  }

  /** Ctrl-C; gives the exit code. */
  async stop(signaal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    const { kind } = this;
    if (!kind) return null;
    kind.kill(signaal);
    for (
      const tot = Date.now() + 40_000;
      kind.exitCode === null && kind.signalCode === null && Date.now() < tot;
    )
      await rust(100);
    return kind.exitCode;
  }

  /** kill -9 of one part, by the name that `run.json` gives it. */
  dood(naam: string): void {
    const pid = this.run().children[naam];
    if (pid === undefined) throw new Error(`${naam} draait niet`);
    process.kill(pid, 'SIGKILL');
  }

  /** kill -9 of the launcher and of all that it started, at once. */
  doodAlles(): void {
    const { pid, children } = this.run();
    for (const nummer of [pid, ...Object.values(children)]) {
      try {
        process.kill(nummer, 'SIGKILL');
      } catch {
        // It was ending already.
      }
    }
  }

  async ruimOp(): Promise<void> {
    await this.stop();
    rmSync(this.map, { recursive: true, force: true });
  }
}
