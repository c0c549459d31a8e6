import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { alsLogin, DATABASE_ROLLEN, keurLogin, type Bevraagbaar } from '@maatwerktraject/database';
import { databaseLogins, onDatabase, ownDatabaseUrls } from './database-logins.js';
import { choosePort } from './ports.js';
import { clusterRecord, temporaryFolder } from './postgres-files.js';
import { prepareCluster, type Cluster } from './postgres.js';
import { ensureProductDatabase } from './product-database.js';
import { postgresSpec } from './services.js';
import { SupervisedChild } from './supervised-child.js';
import { databaseUser } from './system-user.js';

// Real processes, beside other tests on a busy machine.
jest.setTimeout(60_000);

/** What the owner of the product's database is a member of, and how. */
const memberships = `select r.rolname as role, m.admin_option as admin, m.inherit_option as inherit, m.set_option as set
  from pg_auth_members m join pg_roles r on r.oid = m.roleid where m.member = 'maatwerktraject'::regrole order by 1`;

describe('the users of the embedded database', () => {
  const user = databaseUser();
  const folder = temporaryFolder(user);
  const record = clusterRecord(folder, user);
  const logins = databaseLogins(folder);
  let cluster: Cluster;
  let child: SupervisedChild;

  const rows = (url: string, sql: string): Promise<unknown[]> =>
    onDatabase(url, (database) => database.query<unknown[]>(sql));

  beforeAll(async () => {
    cluster = await prepareCluster(record, await choosePort(0, new Set([0])), user);
    child = new SupervisedChild(
      postgresSpec(cluster, join(folder, 'postgres.log')),
      () => undefined,
      () => undefined,
    );
    await child.start();
    // As versions before the logins left it: an owner that made the roles itself, and could become each of them.
    await rows(cluster.superuserUrl, `create role maatwerktraject login password '${record.password}'`);
    await rows(cluster.superuserUrl, 'alter role maatwerktraject createrole noinherit');
    await rows(cluster.superuserUrl, 'create database maatwerktraject owner maatwerktraject');
    await onDatabase(cluster.productUrl, async (database) => {
      for (const rol of Object.values(DATABASE_ROLLEN)) {
        await database.query(`create role ${rol} nologin`);
        await database.query(`grant ${rol} to maatwerktraject with set true, inherit false`);
      }
      await database.query('grant maatwerktraject_onderzoek to maatwerktraject_api');
    });
    expect(await rows(cluster.superuserUrl, memberships)).toHaveLength(8);
  });
  afterAll(async () => {
    await child.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are put in order in a data folder of before, and stay so', async () => {
    for (const _start of ['first', 'second']) {
      await ensureProductDatabase(cluster, record.password, logins);
      expect(await rows(cluster.superuserUrl, memberships)).toEqual([
        { role: DATABASE_ROLLEN.systeem, admin: false, inherit: false, set: true },
      ]);
    }
    expect(
      await rows(
        cluster.superuserUrl,
        `select rolcreaterole, pg_has_role('maatwerktraject_api', 'maatwerktraject_onderzoek', 'SET') as kent
           from pg_roles where rolname = 'maatwerktraject'`,
      ),
    ).toEqual([{ rolcreaterole: false, kent: true }]);
  });

  it('are one for each program, with a password that only this user can read', async () => {
    const { api, worker } = databaseLogins(folder);
    expect({ api, worker }).toEqual(logins);
    expect(statSync(join(folder, 'database-logins.json')).mode & 0o777).toBe(0o600);
    for (const [program, login] of [['api', api] as const, ['worker', worker] as const])
      await onDatabase(alsLogin(cluster.productUrl, login), (database) => keurLogin(database, program));
    const wrong = alsLogin(cluster.productUrl, { ...api, wachtwoord: worker.wachtwoord });
    await expect(rows(wrong, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('keep others out of the database of the product, and make no tables of their own in it', async () => {
    await rows(cluster.superuserUrl, `create role vreemd login password 'vreemd'`);
    const vreemd = alsLogin(cluster.productUrl, { naam: 'vreemd', wachtwoord: 'vreemd' });
    await expect(rows(vreemd, 'select 1')).rejects.toMatchObject({ code: '42501' });
    const temp = alsLogin(cluster.productUrl, logins.api);
    await expect(rows(temp, 'create temp table mijn (id int)')).rejects.toMatchObject({ code: '42501' });
  });

  describe('on a database of one’s own', () => {
    const other = {
      api: { ...logins.api, naam: 'eigen_api' },
      worker: { ...logins.worker, naam: 'eigen_worker' },
    };

    it('are made by whoever may', async () => {
      const urls = await ownDatabaseUrls(cluster.superuserUrl, other);
      const asOther = (url: string) => Object.assign(new URL(url), { pathname: '/maatwerktraject' }).href;
      const look = (program: 'api' | 'worker') => (database: Bevraagbaar) => keurLogin(database, program);
      await onDatabase(asOther(urls.api), look('api'));
      await onDatabase(asOther(urls.worker), look('worker'));
    });

    it('are asked for, when the owner may not make them', async () => {
      const third = { ...other, api: { ...other.api, naam: 'derde_api' } };
      await expect(ownDatabaseUrls(cluster.productUrl, third)).rejects.toThrow(
        /API_DATABASE_URL en WORKER_DATABASE_URL/,
      );
    });
  });
});
