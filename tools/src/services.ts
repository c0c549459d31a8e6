import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { secretNames, type Environment } from '@maatwerktraject/config';
import { answers, releaseCluster, type Cluster } from './postgres.js';
import { root } from './paths.js';
import { temporalAnswers } from './reachable.js';
import type { ChildSpec } from './supervised-child.js';

const secretVariables = new Set(secretNames.flatMap((name) => [name, `${name}_FILE`]));

/** Our own environment without secrets: a program gets those that are for it, and no others. */
export const inheritedEnvironment = (): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !secretVariables.has(name)));

const httpAnswers = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2000) })).status === 200;
  } catch {
    return false;
  }
};

// The defaults poll a shard's tasks 20 times a second; the development server has one shard, and commands that follow
// fast would each wait for that.
const temporalSettings = [
  'history.transferProcessorMaxPollRPS=200',
  'history.timerProcessorMaxPollRPS=200',
  'history.visibilityProcessorMaxPollRPS=200',
  // One worker on one computer: tasks that are handed on between parts of a queue only cost time.
  'matching.numTaskqueueReadPartitions=1',
  'matching.numTaskqueueWritePartitions=1',
];

/**
 * One file, with a log beside it: what was answered survives the end of the process, however it ends. After a power cut
 * the last moments may be gone, which is why a real installation has Temporal on PostgreSQL. Waiting for the disk at
 * every step would make a command several times as slow.
 */
const storage = (file: string): string[] => [
  ...['--db-filename', file],
  ...['--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=NORMAL'],
];

/** The embedded PostgreSQL. */
export const postgresSpec = (cluster: Cluster, log: string): ChildSpec => ({
  name: 'postgres',
  label: 'de database',
  command: cluster.command,
  args: cluster.args,
  env: { ...inheritedEnvironment(), LC_ALL: 'C' },
  log,
  cwd: cluster.location,
  ...(cluster.user ?? {}),
  ipc: false,
  // "Fast": ends sessions and closes in order, where SIGTERM would wait for them.
  stopSignal: 'SIGINT',
  stopMs: 4000,
  ready: () => answers(cluster.superuserUrl),
  beforeStart: () => releaseCluster(cluster.location),
});

/** The embedded Temporal, with its workflows in a file of `directory`, or in memory without one. */
export const temporalSpec = (options: {
  binary: string;
  directory: string | undefined;
  namespace: string;
  port: number;
  uiPort: number | undefined;
  /** Where the web UI has payloads decoded. */
  codecUrl?: string;
  log: string;
}): ChildSpec => {
  const { binary, directory, namespace, port, uiPort, codecUrl, log } = options;
  const address = `127.0.0.1:${port}`;
  return {
    name: 'temporal',
    label: 'Temporal',
    command: binary,
    args: [
      ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--namespace', namespace],
      ...(uiPort === undefined ? ['--headless'] : ['--ui-port', String(uiPort)]),
      ...(codecUrl === undefined ? [] : ['--ui-codec-endpoint', codecUrl]),
      ...(directory === undefined ? [] : storage(join(directory, 'temporal.db'))),
      ...['--log-level', 'error', '--log-format', 'json', '--disable-config-file', '--disable-config-env'],
      ...temporalSettings.flatMap((setting) => ['--dynamic-config-value', setting]),
    ],
    env: inheritedEnvironment(),
    log,
    ipc: false,
    stopSignal: 'SIGTERM',
    stopMs: 3000,
    ready: () => temporalAnswers(address, namespace),
    beforeStart: async () => {
      if (directory !== undefined) mkdirSync(directory, { recursive: true, mode: 0o700 });
    },
  };
};

/** One of our own Node programs; ready when `healthUrl` answers 200. */
export const appSpec = (
  name: 'postvak' | 'codec' | 'identiteit' | 'api' | 'worker',
  env: Environment,
  healthUrl: string,
  log: string,
): ChildSpec => ({
  name,
  label: {
    postvak: 'het postvak',
    codec: 'de codecserver',
    identiteit: 'de oefenaanmelding',
    api: 'de API',
    worker: 'de worker',
  }[name],
  command: process.execPath,
  args: ['--enable-source-maps', join(root, 'apps', name, 'dist', 'main.js')],
  env: { ...inheritedEnvironment(), ...env },
  log,
  cwd: root,
  ipc: true,
  stopSignal: 'SIGTERM',
  stopMs: { postvak: 2000, codec: 2000, identiteit: 2000, api: 4000, worker: 7000 }[name],
  ready: () => httpAnswers(healthUrl),
});
