import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { startedAt } from './process-info.js';

/** Hands processes that cannot see their parent to a helper that ends them when this launcher is killed. */
export class Guard {
  private helper: ChildProcess | undefined;
  private readonly wards = new Map<number, NodeJS.Signals>();
  private stopped = false;

  get pid(): number | undefined {
    return this.helper?.pid;
  }

  start(): void {
    if (this.stopped) return;
    const script = fileURLToPath(new URL('./orphan-guard.js', import.meta.url));
    const helper = spawn(process.execPath, [script], {
      detached: true,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.helper = helper;
    helper.on('error', () => undefined);
    helper.once('exit', () => setTimeout(() => this.start(), 1000).unref());
    this.tell();
  }

  /** The processes to end, each with the signal that makes it stop in order. */
  watch(wards: ReadonlyMap<number, NodeJS.Signals>): void {
    this.wards.clear();
    for (const [pid, signal] of wards) this.wards.set(pid, signal);
    this.tell();
  }

  /** Call last: from here nothing is watched. */
  stop(): void {
    this.stopped = true;
    this.helper?.kill('SIGKILL');
  }

  private tell(): void {
    const message = [...this.wards].map(([pid, signal]) => ({ pid, signal, started: startedAt(pid) }));
    if (this.helper?.connected === true) this.helper.send(message, () => undefined);
  }
}
