import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { ontbrekendeRollen } from '@maatwerktraject/database';
import { onDatabase } from './database-logins.js';
import { root } from './paths.js';
import { choosePort } from './ports.js';
import { clusterRecord, temporaryFolder } from './postgres-files.js';
import { prepareCluster, type Cluster } from './postgres.js';
import { checkTemporal } from './reachable.js';
import { postgresSpec } from './services.js';
import { SupervisedChild } from './supervised-child.js';
import { databaseUser } from './system-user.js';
import { compose, environmentOf, filledEnv, initStatements } from './test-compose.js';

// Real programs, one after another, beside other tests on a busy machine.
jest.setTimeout(180_000);

/** What the programs of docker-compose.yml do on a new server, without containers. */
describe('the programs of docker-compose.yml on an empty PostgreSQL', () => {
  const user = databaseUser();
  const folder = temporaryFolder(user);
  const given = new Set([0]);
  const programs: ChildProcess[] = [];
  /** For these programs alone: their worker takes no work of another test, nor its schedule. */
  const namespace = `compose-${randomUUID()}`;
  let cluster: Cluster;
  let postgres: SupervisedChild;

  /** The environment of the file and nothing else, but for where the other containers are. */
  const environment = (service: string, over: Record<string, string> = {}): Record<string, string> => {
    const {
      DATABASE_URL: databaseUrl,
      TEMPORAL_ADDRESS: temporal,
      ...rest
    } = environmentOf(service, filledEnv);
    return {
      ...rest,
      ...(databaseUrl === undefined
        ? {}
        : { DATABASE_URL: databaseUrl.replace('@postgres:5432/', `@127.0.0.1:${cluster.port}/`) }),
      ...(temporal === undefined
        ? {}
        : {
            TEMPORAL_ADDRESS: process.env['TEST_TEMPORAL_ADDRESS']!,
            TEMPORAL_NAMESPACE: namespace,
          }),
      ...('HOST' in rest ? { HOST: '127.0.0.1' } : {}),
      ...over,
    };
  };

  const run = (service: string, env: Record<string, string>, args: readonly string[] = []) => {
    const { entrypoint = ['node', '--enable-source-maps'], command = [] } = compose.services[service]!;
    const [, ...words] = [...entrypoint, ...command, ...args];
    const child = spawn(process.execPath, words, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    programs.push(child);
    const output: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => output.push(text));
    return { child, said: () => output.join('') };
  };

  /** Runs a program that ends; gives its exit code and what it said. */
  const toTheEnd = async (
    service: string,
    args: readonly string[] = [],
    over: Record<string, string> = {},
  ): Promise<{ code: number | null; said: string }> => {
    const { child, said } = run(service, environment(service, over), args);
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, said: said() };
  };

  /** Starts a program that stays, and waits until it says that it is ready. */
  const untilReady = async (service: string, portName: string): Promise<number> => {
    const port = String(await choosePort(0, given));
    const { child, said } = run(service, environment(service, { [portName]: port }));
    for (const end = Date.now() + 60_000; Date.now() < end && child.exitCode === null; await rest(200)) {
      const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined);
      await answer?.arrayBuffer();
      if (answer?.status === 200) return Number(port);
    }
    throw new Error(`${service} is not ready: ${said()}`);
  };

  const inProduct = (url: string): string =>
    Object.assign(new URL(url), { pathname: '/maatwerktraject' }).href;
  const urlOf = (service: string): string => environment(service)['DATABASE_URL']!;

  beforeAll(async () => {
    await checkTemporal(process.env['TEST_TEMPORAL_ADDRESS']!, namespace);
    cluster = await prepareCluster(clusterRecord(folder, user), await choosePort(0, given), user);
    postgres = new SupervisedChild(
      postgresSpec(cluster, join(folder, 'postgres.log')),
      () => undefined,
      () => undefined,
    );
    await postgres.start();
    await onDatabase(cluster.superuserUrl, async (database) => {
      for (const statement of initStatements(filledEnv)) await database.query(statement);
    });
  });
  afterAll(async () => {
    for (const child of programs) child.kill('SIGKILL');
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('find the roles as they should be, under an owner that may make none', async () => {
    expect(await onDatabase(urlOf('migrations'), (database) => ontbrekendeRollen(database))).toEqual([]);
    expect(
      await onDatabase(cluster.superuserUrl, (database) =>
        database.query(`select rolname::text as name, rolcanlogin as login from pg_roles
                         where not rolname like 'pg\\_%' and (rolsuper or rolcreaterole or rolcreatedb or rolbypassrls
                            or rolname like 'maatwerktraject%') order by 1`),
      ),
    ).toEqual([
      { name: 'maatwerktraject', login: true },
      { name: 'maatwerktraject_api', login: false },
      { name: 'maatwerktraject_api_login', login: true },
      { name: 'maatwerktraject_onderzoek', login: false },
      { name: 'maatwerktraject_systeem', login: false },
      { name: 'maatwerktraject_worker', login: false },
      { name: 'maatwerktraject_worker_login', login: true },
      { name: 'postgres', login: true },
    ]);
  });

  it('keep the users of one database out of the others', async () => {
    const temporal = `postgres://temporal:${filledEnv['TEMPORAL_DB_PASSWORD']!}@127.0.0.1:${cluster.port}/temporal`;
    await onDatabase(temporal, (database) => database.query('create table proef (id int)'));
    const to = (url: string, database: string): Promise<unknown> =>
      onDatabase(Object.assign(new URL(url), { pathname: `/${database}` }).href, (db) =>
        db.query('select 1'),
      );
    for (const service of ['migrations', 'api', 'worker'])
      for (const database of ['temporal', 'temporal_visibility', 'postgres'])
        await expect(to(urlOf(service), database)).rejects.toMatchObject({ code: '42501' });
    await expect(to(temporal, 'maatwerktraject')).rejects.toMatchObject({ code: '42501' });
  });

  it('migrate, more than once, and take a command', async () => {
    expect(await toTheEnd('migrations')).toEqual({ code: 0, said: expect.stringContaining('is bijgewerkt') });
    expect(await toTheEnd('migrations')).toEqual({ code: 0, said: 'De database is al bij.\n' });
    expect(await toTheEnd('beheer', ['eerste-beheerder', 'ank@les.example', 'Ank de Vries'])).toEqual({
      code: 0,
      said: expect.stringContaining('is nu beheerder'),
    });
    expect(await toTheEnd('beheer', ['audit-controle'])).toMatchObject({ code: 0 });
  });

  it('come up and say that they are ready, each under its own user', async () => {
    const port = await untilReady('api', 'PORT');
    await untilReady('worker', 'WORKER_HEALTH_PORT');
    await untilReady('codec', 'CODEC_PORT');
    const omgeving = await fetch(`http://127.0.0.1:${port}/api/v1/omgeving`);
    expect(omgeving.status).toBe(200);
    // Asks the database again: a connection that rests is closed.
    expect((await fetch(`http://127.0.0.1:${port}/health/ready`)).status).toBe(200);
    const connected = await onDatabase(cluster.superuserUrl, (database) =>
      database.query<{ name: string }[]>(
        `select distinct usename::text as name from pg_stat_activity where datname = 'maatwerktraject' order by 1`,
      ),
    );
    expect(connected.map(({ name }) => name)).toEqual([
      'maatwerktraject_api_login',
      'maatwerktraject_worker_login',
    ]);
  });

  it('refuse to start under a user that may more', async () => {
    for (const [service, databaseUrl, objection] of [
      ['api', urlOf('migrations'), 'is eigenaar van de database of van tabellen'],
      ['api', inProduct(cluster.superuserUrl), 'is superuser'],
      ['worker', urlOf('migrations'), 'is eigenaar van de database of van tabellen'],
      ['worker', urlOf('api'), 'kan de rol maatwerktraject_api aannemen'],
    ] as const) {
      const port = String(await choosePort(0, given));
      const over = { DATABASE_URL: databaseUrl, PORT: port, WORKER_HEALTH_PORT: port };
      const { code, said } = await toTheEnd(service, [], over);
      expect([code, said]).toEqual([
        1,
        expect.stringContaining(`in DATABASE_URL ${objection}. Gebruik een eigen`),
      ]);
    }
  });

  it('are told what an administrator has to do, when the owner may not', async () => {
    await onDatabase(cluster.superuserUrl, (database) =>
      database.query('revoke maatwerktraject_systeem from maatwerktraject'),
    );
    const { code, said } = await toTheEnd('migrations');
    expect([code, said.split('\n')]).toEqual([
      1,
      [
        'De gebruiker in DATABASE_URL mag geen rollen maken. Laat een databasebeheerder dit uitvoeren, en probeer het dan opnieuw:',
        '  GRANT maatwerktraject_systeem TO maatwerktraject WITH SET TRUE, INHERIT FALSE;',
        '',
      ],
    ]);
  });
});
