import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { choosePort } from './ports.js';
import { clusterRecord, temporaryFolder } from './postgres-files.js';
import { databaseLogins } from './database-logins.js';
import { prepareCluster, type Cluster } from './postgres.js';
import { ensureProductDatabase } from './product-database.js';
import { postgresSpec } from './services.js';
import { SupervisedChild } from './supervised-child.js';
import { databaseUser } from './system-user.js';

const query = async (url: string, text: string): Promise<Record<string, unknown>[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
};

// Real processes, beside other tests on a busy machine.
jest.setTimeout(60_000);

describe('the embedded PostgreSQL', () => {
  const user = databaseUser();
  const folder = temporaryFolder(user);
  const running: SupervisedChild[] = [];

  const start = async (): Promise<Cluster> => {
    const record = clusterRecord(folder, user);
    const cluster = await prepareCluster(record, await choosePort(0, new Set([0])), user);
    const child = new SupervisedChild(
      postgresSpec(cluster, join(folder, 'postgres.log')),
      () => undefined,
      () => undefined,
    );
    running.push(child);
    await child.start();
    await ensureProductDatabase(cluster, record.password, databaseLogins(folder));
    return cluster;
  };

  afterAll(async () => {
    for (const child of running) await child.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('keeps its data over a stop, and over a lock file of a process that is not PostgreSQL', async () => {
    const first = await start();
    const [row] = await query(
      first.productUrl,
      `select current_setting('server_encoding') as encoding, current_setting('TimeZone') as zone,
              (select rolsuper from pg_roles where rolname = current_user) as super, chr(233) < 'z' collate "nl-NL-x-icu" as sorted`,
    );
    expect(row).toEqual({ encoding: 'UTF8', zone: 'UTC', super: false, sorted: true });
    await query(first.productUrl, 'create table proef as select 42 as antwoord');
    await running.pop()!.stop();
    expect(existsSync(join(first.location, 'postmaster.pid'))).toBe(false);

    writeFileSync(join(first.location, 'postmaster.pid'), `${process.pid}\n`);
    const second = await start();
    expect(await query(second.productUrl, 'select antwoord from proef')).toEqual([{ antwoord: 42 }]);
  });

  it('refuses data whose password is gone', () => {
    const broken = temporaryFolder(user);
    try {
      const record = clusterRecord(broken, undefined);
      expect(record.location).toBe(join(broken, 'postgres'));
      rmSync(join(broken, 'postgres.json'));
      mkdirSync(record.location);
      writeFileSync(join(record.location, 'PG_VERSION'), '18\n');
      expect(() => clusterRecord(broken, undefined)).toThrow(/wachtwoord weg is/);
    } finally {
      rmSync(broken, { recursive: true, force: true });
    }
  });
});
