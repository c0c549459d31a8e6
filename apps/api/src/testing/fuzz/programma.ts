import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export const ROOT = join(import.meta.dirname, '../../../../..');
const START_MS = 60_000;

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** One of our programs as it is built, in a process of its own. */
export class Programma {
  private constructor(
    private readonly child: ChildProcess,
    readonly log: string,
  ) {}

  /** Starts `apps/<name>` and waits until `healthUrl` answers 200. @throws Error when it does not */
  static async start(
    name: 'api' | 'worker',
    env: Readonly<Record<string, string>>,
    healthUrl: string,
  ): Promise<Programma> {
    const log = join(ROOT, '.build', 'logs', `fuzz-${name}.log`);
    mkdirSync(dirname(log), { recursive: true });
    const file = openSync(log, 'w');
    // With a channel it ends by itself when this process is gone.
    const child = spawn(process.execPath, [join(ROOT, 'apps', name, 'dist', 'main.js')], {
      env: { ...process.env, NODE_ENV: 'production', ...env },
      stdio: ['ignore', file, file, 'ipc'],
    });
    closeSync(file);
    const programma = new Programma(child, log);
    for (const until = Date.now() + START_MS; Date.now() < until; await wait(150)) {
      if (child.exitCode !== null) break;
      const answer = await fetch(healthUrl).catch(() => undefined);
      if (answer?.status === 200) return programma;
    }
    await programma.stop();
    throw new Error(`${name} does not start: see ${log}`);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    const force = setTimeout(() => this.child.kill('SIGKILL'), 8_000);
    await ended;
    clearTimeout(force);
  }
}
