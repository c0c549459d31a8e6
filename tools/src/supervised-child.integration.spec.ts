import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './process-info.js';
import { endOrphans, readRunFile, runningLauncher, writeRunFile } from './run-file.js';
import { SupervisedChild, type ChildSpec } from './supervised-child.js';

const until = async (what: () => boolean, ms = 8000): Promise<void> => {
  for (const end = Date.now() + ms; Date.now() < end; await sleep(25)) if (what()) return;
  throw new Error('it did not happen');
};

// Real processes, beside other tests on a busy machine.
jest.setTimeout(60_000);

describe('a supervised child', () => {
  let folder: string;
  let children: SupervisedChild[];
  let gaveUp: Error | undefined;

  /** A real Node process that runs `code` and stays; ready when its file is there. */
  const child = (code: string, over: Partial<ChildSpec> = {}): SupervisedChild => {
    const sign = join(folder, 'klaar');
    const spec: ChildSpec = {
      name: 'proef',
      label: 'de proef',
      command: process.execPath,
      args: ['-e', `require('fs').writeFileSync(${JSON.stringify(sign)}, '');${code}`],
      env: process.env,
      log: join(folder, 'proef.log'),
      ipc: false,
      stopSignal: 'SIGTERM',
      stopMs: 500,
      ready: async () => existsSync(sign),
      ...over,
    };
    const made = new SupervisedChild(
      spec,
      () => undefined,
      (error) => {
        gaveUp = error;
      },
    );
    children.push(made);
    return made;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kind-'));
    children = [];
    gaveUp = undefined;
    jest.spyOn(console, 'log').mockImplementation(() => undefined);
  });

  afterEach(async () => {
    for (const one of children) await one.stop();
    rmSync(folder, { recursive: true, force: true });
    jest.restoreAllMocks();
  });

  it('is started again when it is killed', async () => {
    const one = child('setInterval(() => 0, 1000)');
    await one.start();
    const first = one.pid!;
    process.kill(first, 'SIGKILL');
    await until(() => one.pid !== undefined && one.pid !== first);
    expect(isAlive(one.pid!)).toBe(true);
    expect(console.log).toHaveBeenCalledWith(expect.stringMatching(/^De proef is gestopt \(SIGKILL\)/));
  });

  it('is given up after five deaths, with one sentence that names the log', async () => {
    const one = child('process.exit(3)', { ready: async () => false });
    await expect(one.start()).rejects.toThrow(/^De proef stopt steeds weer \(code 3\).*proef\.log/);
    expect(gaveUp).toBeDefined();
  });

  it('says so when the program does not exist', async () => {
    const one = child('', { command: join(folder, 'bestaat-niet'), ready: async () => false });
    await expect(one.start()).rejects.toThrow(/stopt steeds weer/);
  });

  it('is ended by force when it does not listen, and not started again', async () => {
    const one = child("process.on('SIGTERM', () => 0); setInterval(() => 0, 1000)");
    await one.start();
    const pid = one.pid!;
    await sleep(200);
    await one.stop();
    expect(isAlive(pid)).toBe(false);
    await sleep(400);
    expect(one.pid).toBeUndefined();
  });

  it('is ended by the next start when its launcher was killed, by number and start moment', async () => {
    const one = child('setInterval(() => 0, 1000)', { ready: async () => true });
    await one.start();
    const run = {
      urls: { web: 'x', mailbox: null, temporalUi: null, apiDocs: 'x' },
      ports: {},
      practice: false,
      databaseUrl: '',
    };
    writeRunFile(folder, { ...run, pid: one.pid!, children: { proef: one.pid! } });
    expect(runningLauncher(folder)?.pid).toBe(one.pid);

    // The same number, but of a process that started at another moment: not ours, so left alone.
    const file = readRunFile(folder)!;
    const pid = one.pid!;
    const other = join(folder, 'ander');
    writeRunFile(other, { ...run, pid: 1, children: { proef: pid } });
    const path = join(other, 'run.json');
    const text = readFileSync(path, 'utf8').replace(file.started[String(pid)]!, '1');
    writeFileSync(path, text);
    expect(await endOrphans(other)).toEqual([]);
    expect(isAlive(pid)).toBe(true);

    // Looked for while it is there; and its end is asked for, so that nobody takes it for a crash.
    const ended = endOrphans(folder);
    await one.stop();
    expect(await ended).toEqual(['proef']);
    expect(existsSync(join(folder, 'run.json'))).toBe(false);
  });
});
