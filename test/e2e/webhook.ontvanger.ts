import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as rust } from 'node:timers/promises';
import ts from 'typescript';

const WORTEL = join(import.meta.dirname, '../..');
const DOCUMENT = join(WORTEL, 'docs/webhooks.md');

/** The program of docs/webhooks.md, as it stands there. */
function voorbeeld(): string {
  const [, code] = /```ts\n([\s\S]*?)```/.exec(readFileSync(DOCUMENT, 'utf8')) ?? [];
  if (code === undefined) throw new Error('in docs/webhooks.md staat geen programma');
  return ts.transpileModule(code, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 },
  }).outputText;
}

/** The receiver of the documentation as a program of its own, which can be killed. */
export class VoorbeeldOntvanger {
  /** What it verified and had not had before, as `type id`; over all its lives. */
  readonly regels: string[] = [];
  private readonly map: string;
  private kind: ChildProcess | undefined;

  constructor(
    private readonly poort: number,
    private readonly geheim: string,
  ) {
    // Within the project, so that it finds the library.
    this.map = join(WORTEL, '.build', `webhook-${String(process.pid)}`);
    mkdirSync(this.map, { recursive: true });
    writeFileSync(join(this.map, 'ontvanger.mjs'), voorbeeld());
  }

  /** Ready when this returns. */
  async start(): Promise<void> {
    const kind = spawn(process.execPath, [join(this.map, 'ontvanger.mjs')], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, PORT: String(this.poort), WEBHOOK_GEHEIM: this.geheim },
    });
    createInterface({ input: kind.stdout }).on('line', (regel) => this.regels.push(regel));
    this.kind = kind;
    const luistert = (): Promise<boolean> =>
      fetch(`http://127.0.0.1:${String(this.poort)}/`).then(
        () => true,
        () => false,
      );
    for (let poging = 0; !(await luistert()); poging++) {
      if (poging === 300 || kind.exitCode !== null) throw new Error('de ontvanger begint niet');
      await rust(100);
    }
  }

  /** kill -9 */
  async dood(): Promise<void> {
    const { kind } = this;
    // Of what was killed before, only the signal says that it ended.
    if (kind?.exitCode !== null || kind.signalCode !== null) return;
    kind.kill('SIGKILL');
    await once(kind, 'exit');
  }

  async ruimOp(): Promise<void> {
    await this.dood();
    rmSync(this.map, { recursive: true, force: true });
  }
}
