import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '../long-step.mjs';

/** How to start one service, how to see that it is ready, and how to stop it. */
export interface ChildSpec {
  readonly name: string;
  /** For the user, with its article: "de database". */
  readonly label: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: string;
  readonly cwd?: string;
  readonly uid?: number;
  readonly gid?: number;
  /** With a channel the child sees that its parent is gone; only our own Node programs have one. */
  readonly ipc: boolean;
  readonly stopSignal: NodeJS.Signals;
  /** Milliseconds between the signal and the end by force. */
  readonly stopMs: number;
  /** Tries once whether the service answers. */
  readonly ready: () => Promise<boolean>;
  /** Runs before every start, as after a crash. */
  readonly beforeStart?: () => Promise<void>;
}

const maxLogBytes = 10 * 1024 * 1024;
const deathsWithinMs = 60_000;
const maxDeaths = 5;
const readyWithinMs = 120_000;

const openLog = (path: string): number => {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > maxLogBytes) renameSync(path, `${path}.1`);
  return openSync(path, 'a', 0o600);
};

const withCapital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A child process that is started again when it dies, until it died five times within a minute. */
export class SupervisedChild {
  private child: ChildProcess | undefined;
  private deaths: number[] = [];
  private stopping = false;
  private failure: UserError | undefined;

  /**
   * @param onPid told at every (re)start
   * @param onGiveUp told once, when starting again makes no sense any more
   */
  constructor(
    readonly spec: ChildSpec,
    private readonly onPid: () => void,
    private readonly onGiveUp: (error: UserError) => void,
  ) {}

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** Starts it and waits until it answers. Throws a `UserError` when it does not. */
  async start(): Promise<void> {
    await this.launch();
    for (const until = Date.now() + readyWithinMs; Date.now() < until; await sleep(150)) {
      if (this.failure !== undefined) throw this.failure;
      if (this.stopping) return;
      if (this.child !== undefined && (await this.spec.ready())) return;
    }
    throw new UserError(`${withCapital(this.spec.label)} geeft geen antwoord. Kijk in ${this.spec.log}.`);
  }

  /** Stops it: signal, wait, force. */
  async stop(): Promise<void> {
    this.stopping = true;
    const child = this.child;
    if (child === undefined) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill(this.spec.stopSignal);
    const force = setTimeout(() => child.kill('SIGKILL'), this.spec.stopMs);
    await ended;
    clearTimeout(force);
  }

  private async launch(): Promise<void> {
    await this.spec.beforeStart?.();
    if (this.stopping) return;
    const { command, args, env, cwd, uid, gid, ipc } = this.spec;
    const log = openLog(this.spec.log);
    const child = spawn(command, args, {
      env,
      // A group of its own: Ctrl-C in the terminal reaches the launcher only, which stops all in the right order.
      detached: true,
      stdio: ipc ? ['ignore', log, log, 'ipc'] : ['ignore', log, log],
      ...(cwd === undefined ? {} : { cwd }),
      ...(uid === undefined ? {} : { uid }),
      ...(gid === undefined ? {} : { gid }),
    });
    closeSync(log);
    let ended = false;
    const end = (how: string): void => {
      if (ended) return;
      ended = true;
      this.child = undefined;
      if (!this.stopping) this.revive(how);
    };
    child.once('error', (error) => end(error.message));
    child.once('exit', (code, signal) => end(signal ?? `code ${code ?? '?'}`));
    if (child.pid !== undefined) {
      this.child = child;
      this.onPid();
    }
  }

  private revive(how: string): void {
    const now = Date.now();
    this.deaths = [...this.deaths.filter((moment) => now - moment < deathsWithinMs), now];
    const { label, log } = this.spec;
    if (this.deaths.length >= maxDeaths) {
      this.failure = new UserError(
        `${withCapital(label)} stopt steeds weer (${how}). Kijk in ${log} wat er misgaat.`,
      );
      this.onGiveUp(this.failure);
      return;
    }
    console.log(`${withCapital(label)} is gestopt (${how}) en wordt opnieuw gestart.`);
    const wait = 250 * 2 ** (this.deaths.length - 1);
    setTimeout(() => {
      if (!this.stopping)
        this.launch().catch((error: unknown) =>
          this.revive(error instanceof Error ? error.message : String(error)),
        );
    }, wait);
  }
}
