import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { buildLog, root } from '../paths.js';
import { databaseLogins, ownDatabaseUrls } from '../database-logins.js';
import { choosePort } from '../ports.js';
import { temporaryFolder } from '../postgres-files.js';
import { prepareCluster } from '../postgres.js';
import { appSpec, postgresSpec } from '../services.js';
import { SupervisedChild, type ChildSpec } from '../supervised-child.js';
import { databaseUser } from '../system-user.js';

const run = promisify(execFile);

/** Programs of the bench, built apart from the product. */
const program = (name: string): string => join(root, '.build', 'bench', 'testing', 'bench', `${name}.js`);

/** Good for a bench alone: nothing is kept. */
const keys = ['proef', 'index'].map(
  (id, n) => `${id}:${Buffer.alloc(32, n === 0 ? 1 : 9).toString('base64url')}`,
);

/** A PostgreSQL and servers on it, for as long as it is measured. */
export class Opstelling {
  private readonly children: SupervisedChild[] = [];
  private readonly given = new Set([0]);
  private folder = '';
  /** Connects as superuser. */
  databaseUrl = '';

  /** A real PostgreSQL with an empty database, that waits for the disk as a real installation does. */
  async startDatabase(): Promise<void> {
    const user = databaseUser();
    this.folder = temporaryFolder(user);
    const password = (): string => randomBytes(16).toString('hex');
    const record = {
      location: join(this.folder, 'postgres'),
      superuserPassword: password(),
      password: password(),
    };
    const cluster = await prepareCluster(record, await choosePort(0, this.given), user);
    await this.start(postgresSpec(cluster, buildLog('bench-postgres')));
    const client = new pg.Client({ connectionString: cluster.superuserUrl });
    await client.connect();
    await client.query('CREATE DATABASE bench');
    await client.end();
    this.databaseUrl = Object.assign(new URL(cluster.superuserUrl), { pathname: '/bench' }).href;
  }

  /** Runs a program that fills the database; gives the JSON that it prints. */
  async fill(name: string): Promise<unknown> {
    const env = { ...process.env, DATABASE_URL: this.databaseUrl };
    const { stdout } = await run(process.execPath, [program(name)], { env, maxBuffer: 16 * 1024 * 1024 });
    return JSON.parse(stdout) as unknown;
  }

  /** The API as it is built, under a user of its own in a database that is filled. Gives its address. */
  async startApi(): Promise<string> {
    const logins = databaseLogins(this.folder);
    const { api } = await ownDatabaseUrls(this.databaseUrl, logins);
    return this.startServer('api', api, '/health/live', (spec) => spec);
  }

  /** A server of the bench itself. Gives its address. */
  startProgram(name: string, readyPath: string): Promise<string> {
    return this.startServer(name, this.databaseUrl, readyPath, (spec) => ({
      ...spec,
      args: ['--enable-source-maps', program(name)],
    }));
  }

  async stop(): Promise<void> {
    for (const child of [...this.children].reverse()) await child.stop();
    if (this.folder !== '') rmSync(this.folder, { recursive: true, force: true });
  }

  private async startServer(
    name: string,
    databaseUrl: string,
    readyPath: string,
    change: (spec: ChildSpec) => ChildSpec,
  ): Promise<string> {
    const port = await choosePort(0, this.given);
    const url = `http://127.0.0.1:${String(port)}`;
    const env = {
      PORT: String(port),
      HOST: '127.0.0.1',
      DATABASE_URL: databaseUrl,
      TEMPORAL_ADDRESS: '127.0.0.1:1',
      ENCRYPTION_KEYS: keys.join(','),
      RATE_LIMIT_PER_MINUTE: '999999',
      LOG_LEVEL: 'error',
      NODE_ENV: 'production',
    };
    await this.start(change(appSpec('api', env, `${url}${readyPath}`, buildLog(`bench-${name}`))));
    return url;
  }

  private async start(spec: ChildSpec): Promise<void> {
    const child = new SupervisedChild(
      spec,
      () => undefined,
      () => undefined,
    );
    this.children.push(child);
    await child.start();
  }
}
