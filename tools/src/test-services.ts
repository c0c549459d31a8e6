// Runs as its own process beside Jest: a real PostgreSQL and a real Temporal for the tests, with data that need not
// stay. It tells where they are, and stops and removes everything when Jest is gone, however Jest went.
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../long-step.mjs';
import { buildLog } from './paths.js';
import { choosePort } from './ports.js';
import { temporaryFolder } from './postgres-files.js';
import { prepareCluster } from './postgres.js';
import { checkDatabase, checkTemporal } from './reachable.js';
import { postgresSpec, temporalSpec } from './services.js';
import { SupervisedChild, type ChildSpec } from './supervised-child.js';
import { databaseUser } from './system-user.js';
import { findTemporal } from './temporal-cli.js';
import { findTestServer } from './test-server.js';
import type { TestServices } from './jest-services.js';

const namespace = 'default';
// Tests need no data after a power cut.
const fast = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'].flatMap((setting) => [
  '-c',
  setting,
]);
const user = databaseUser();
const children: SupervisedChild[] = [];
let folder: string | undefined;

const stop = async (code: number): Promise<never> => {
  for (const child of children) await child.stop();
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  process.exit(code);
};

const startChild = async (spec: ChildSpec): Promise<void> => {
  const child = new SupervisedChild(
    spec,
    () => undefined,
    () => undefined,
  );
  children.push(child);
  await child.start();
};

const database = async (given: Set<number>): Promise<string> => {
  const configured = process.env['DATABASE_URL'];
  if (configured) {
    await checkDatabase('DATABASE_URL', configured);
    return configured;
  }
  folder = temporaryFolder(user);
  const password = (): string => randomBytes(16).toString('hex');
  const record = { location: join(folder, 'postgres'), superuserPassword: password(), password: password() };
  const cluster = await prepareCluster(record, await choosePort(0, given), user, fast);
  await startChild(postgresSpec(cluster, buildLog('test-postgres')));
  return cluster.superuserUrl;
};

const temporal = async (given: Set<number>): Promise<string> => {
  const configured = process.env['TEMPORAL_ADDRESS'];
  if (configured) {
    await checkTemporal(configured, namespace);
    return configured;
  }
  const binary = await findTemporal();
  const port = await choosePort(0, given);
  await startChild(
    temporalSpec({
      binary,
      directory: undefined,
      namespace,
      port,
      uiPort: undefined,
      log: buildLog('test-temporal'),
    }),
  );
  return `127.0.0.1:${port}`;
};

process.on('disconnect', () => void stop(0));
// Ctrl-C is for Jest, which closes our channel.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);

try {
  const given = new Set([0]);
  const services: TestServices = {
    databaseUrl: await database(given),
    temporalAddress: await temporal(given),
    namespace,
    testServer: await findTestServer(),
  };
  if (process.connected) process.send?.({ services });
} catch (error) {
  process.send?.({ fault: error instanceof UserError ? error.message : String(error) });
  await stop(1);
}
