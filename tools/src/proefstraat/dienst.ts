import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as rust } from 'node:timers/promises';
import type { ChildSpec } from '../supervised-child.js';

/** How long a supervisor waits before it starts again what ended by itself, in ms. */
const OPNIEUW_MS = 250;
const KLAAR_MS = 60_000;

/**
 * One process that can be killed and started again at a moment of one's own choosing. What ends by itself comes back, as
 * under a supervisor; what `dood` ended stays away until `start`.
 */
export class Dienst {
  private kind: ChildProcess | undefined;
  private gewenst = false;
  /** How often it ended without anybody asking. */
  vanzelfGestopt = 0;

  /** @param bijPid told at each start and end, with the process that is there now */
  constructor(
    readonly spec: ChildSpec,
    private readonly bijPid: (pid: number | undefined) => void = () => undefined,
  ) {}

  get pid(): number | undefined {
    return this.kind?.pid;
  }

  /** Starts it and waits until it answers. @throws Error when it does not within a minute. */
  async start(): Promise<void> {
    this.gewenst = true;
    await this.begin();
    for (const tot = Date.now() + KLAAR_MS; Date.now() < tot; await rust(50))
      if (this.kind !== undefined && (await this.spec.ready())) return;
    throw new Error(`${this.spec.name} antwoordt niet; kijk in ${this.spec.log}`);
  }

  /** kill -9; resolves when the process is gone. */
  async dood(): Promise<void> {
    this.gewenst = false;
    await this.eindig('SIGKILL');
  }

  /** Ends it in order, and by force when that takes too long. */
  async stop(): Promise<void> {
    this.gewenst = false;
    const { kind } = this;
    const dwing = setTimeout(() => kind?.kill('SIGKILL'), this.spec.stopMs);
    await this.eindig(this.spec.stopSignal);
    clearTimeout(dwing);
  }

  private async eindig(signaal: NodeJS.Signals): Promise<void> {
    const { kind } = this;
    if (!kind) return;
    const weg = once(kind, 'exit');
    kind.kill(signaal);
    await weg;
  }

  private async begin(): Promise<void> {
    const { beforeStart, command, args, env, cwd, uid, gid, ipc } = this.spec;
    await beforeStart?.();
    mkdirSync(dirname(this.spec.log), { recursive: true });
    const log = openSync(this.spec.log, 'a', 0o600);
    const kind = spawn(command, args, {
      env,
      detached: true,
      stdio: ipc ? ['ignore', log, log, 'ipc'] : ['ignore', log, log],
      ...(cwd === undefined ? {} : { cwd }),
      ...(uid === undefined ? {} : { uid }),
      ...(gid === undefined ? {} : { gid }),
    });
    closeSync(log);
    this.kind = kind;
    this.bijPid(kind.pid);
    kind.once('error', () => {
      this.bijEinde(kind);
    });
    kind.once('exit', () => {
      this.bijEinde(kind);
    });
  }

  private bijEinde(kind: ChildProcess): void {
    if (this.kind !== kind) return;
    this.kind = undefined;
    this.bijPid(undefined);
    if (!this.gewenst) return;
    this.vanzelfGestopt += 1;
    setTimeout(() => {
      if (this.gewenst && this.kind === undefined) void this.begin();
    }, OPNIEUW_MS);
  }
}
