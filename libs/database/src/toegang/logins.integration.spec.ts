import { randomBytes } from 'node:crypto';
import {
  eenCohort,
  maakAccount,
  maakTestDatabase,
  type TestDatabase,
} from '@maatwerktraject/testing/services';
import { DataSource } from 'typeorm';
import { databaseOptions, systeemOptions, verbind } from '../data-source.js';
import { DatabaseGebruikerFout, foutcode } from './database.fout.js';
import { alsLogin, zorgVoorLogin, type Programma } from './database.login.js';
import { DATABASE_ROLLEN, ontbrekendeRollen, zorgVoorDatabaseRollen } from './database.rollen.js';

const GEWEIGERD = '42501';

/** What whoever finds a hole in a program would try, under whichever user it has. */
const UITBRAAK = [
  ...['SET ROLE maatwerktraject_systeem', 'SET ROLE postgres', 'SET SESSION AUTHORIZATION postgres'],
  'SET session_replication_role = replica',
  ...['CREATE ROLE mijn', 'CREATE ROLE mijn SUPERUSER', 'CREATE DATABASE mijn'],
  ...['ALTER ROLE CURRENT_USER BYPASSRLS', 'ALTER ROLE maatwerktraject_systeem LOGIN'],
  'GRANT maatwerktraject_systeem TO CURRENT_USER',
  'GRANT pg_read_all_data TO CURRENT_USER',
  ...['ALTER TABLE invoer DISABLE ROW LEVEL SECURITY', 'ALTER TABLE invoer NO FORCE ROW LEVEL SECURITY'],
  ...['ALTER TABLE invoer OWNER TO CURRENT_USER', 'ALTER TABLE invoer ADD COLUMN mijn text'],
  ...['DROP POLICY invoer_select_api ON invoer', 'CREATE POLICY alles ON invoer USING (true)'],
  'ALTER FUNCTION huidige_rol() RENAME TO vorige_rol',
  `CREATE OR REPLACE FUNCTION huidige_rol() RETURNS text LANGUAGE sql AS $$ SELECT 'beheerder' $$`,
  ...['CREATE TABLE public.mijn (id int)', 'CREATE VIEW public.mijn AS SELECT 1', 'CREATE SCHEMA mijn'],
  ...['CREATE EXTENSION dblink', 'DROP TABLE sessie', 'DROP TABLE gemeente', 'DROP SCHEMA public CASCADE'],
  ...['TRUNCATE audit', 'DELETE FROM audit', 'ALTER TABLE audit DISABLE TRIGGER ALL'],
  `CREATE TRIGGER mijn BEFORE INSERT ON invoer FOR EACH ROW EXECUTE FUNCTION weiger_wijziging()`,
  ...[`COPY gemeente TO PROGRAM 'id'`, `COPY gemeente FROM PROGRAM 'id'`, `COPY gemeente TO '/tmp/uit'`],
  ...[`SELECT pg_read_file('/etc/passwd')`, `SELECT pg_ls_dir('.')`, `SELECT lo_import('/etc/passwd')`],
  ...['SELECT rolpassword FROM pg_authid', 'SELECT * FROM pg_shadow', 'SELECT * FROM migratie'],
  ...['SELECT pg_reload_conf()', `ALTER SYSTEM SET log_statement = 'all'`],
];

const codeVan = (database: DataSource, sql: string): Promise<unknown> =>
  database.query(sql).then(
    () => 'gelukt',
    (error: unknown) => foutcode(error),
  );

describe('the users of the database, as in production', () => {
  let proef: TestDatabase;
  const open: DataSource[] = [];
  const verbonden = async (url: string): Promise<DataSource> => {
    const database = await new DataSource(databaseOptions(url, 1)).initialize();
    open.push(database);
    return database;
  };

  beforeAll(async () => {
    proef = await maakTestDatabase();
    await eenCohort(1).bewaar(proef.database);
    await maakAccount(proef.database, 'iemand@les.example');
  });
  afterAll(async () => {
    for (const database of open) await database.destroy();
    await proef.verwijder();
  });

  describe.each([
    {
      programma: 'api' as const,
      ander: 'SET ROLE maatwerktraject_worker',
      // Rights that the API has not: what it knows of people comes from functions and from rows of the person who asks.
      geweigerd: [
        ...[
          'UPDATE audit SET handeling = handeling',
          'DELETE FROM sessie',
          'UPDATE account SET email_index = email_index',
        ],
        'UPDATE sessie SET account_id = account_id',
      ],
    },
    {
      programma: 'worker' as const,
      ander: 'SET ROLE maatwerktraject_api',
      geweigerd: [
        ...['SET ROLE maatwerktraject_onderzoek', 'SELECT FROM sessie', 'SELECT FROM toekenning'],
        ...[
          'SELECT FROM diensttoken',
          'SELECT FROM aanmeldpoging',
          'SELECT FROM audit',
          'SELECT FROM invoer',
        ],
        ...['SELECT email_index FROM account', 'SELECT oidc_subject FROM account'],
      ],
    },
  ])('$programma', ({ programma, ander, geweigerd }) => {
    let login: DataSource;
    beforeAll(async () => {
      login = await verbonden(proef.logins[programma]);
    });

    it('is a plain user, and is taken by its program', async () => {
      expect(
        await login.query(`SELECT session_user = current_user AS zichzelf, rolsuper, rolbypassrls, rolcreaterole
                             FROM pg_roles WHERE rolname = current_user`),
      ).toEqual([{ zichzelf: true, rolsuper: false, rolbypassrls: false, rolcreaterole: false }]);
      await (await verbind(databaseOptions(proef.logins[programma], 1), programma)).destroy();
    });

    it.each([ander, ...UITBRAAK, ...geweigerd])('cannot: %s', async (sql) => {
      expect(await codeVan(login, sql)).toBe(GEWEIGERD);
    });

    it('cannot become the owner', async () => {
      const eigenaar = decodeURIComponent(new URL(proef.logins.eigenaar).username);
      for (const sql of [`SET ROLE ${eigenaar}`, `SET SESSION AUTHORIZATION ${eigenaar}`])
        expect(await codeVan(login, sql)).toBe(GEWEIGERD);
    });
  });

  it('show the API nobody, before it is said who asks', async () => {
    const api = await verbonden(proef.logins.api);
    for (const tabel of ['cohort', 'traject', 'contactpersoon', 'account', 'sessie', 'toekenning', 'audit'])
      expect([tabel, await api.query(`SELECT FROM ${tabel}`)]).toEqual([tabel, []]);
    const uitbraak = `x'; SET app.rol = 'beheerder'; --`;
    expect(await api.query('SELECT id FROM cohort WHERE naam = $1', [uitbraak])).toEqual([]);
    expect(await api.query(`SELECT huidige_rol() AS rol, huidig_account() AS account`)).toEqual([
      { rol: null, account: null },
    ]);
  });

  it('show the owner of the tables no row of people, until it acts as the system role', async () => {
    const eigenaar = await verbonden(proef.logins.eigenaar);
    const gezien: [string, number][] = [];
    await eigenaar.query(`SET app.rol = 'beheerder'`);
    for (const tabel of ['cohort', 'traject', 'contactpersoon', 'account', 'audit', 'gemeente'])
      gezien.push([tabel, (await eigenaar.query<unknown[]>(`SELECT FROM ${tabel} LIMIT 1`)).length]);
    expect(gezien).toEqual([
      ...[
        ['cohort', 0],
        ['traject', 0],
        ['contactpersoon', 0],
        ['account', 0],
        ['audit', 0],
      ],
      ['gemeente', 1],
    ]);
    for (const rol of ['maatwerktraject_api', 'maatwerktraject_worker', 'postgres'])
      expect(await codeVan(eigenaar, `SET ROLE ${rol}`)).toBe(GEWEIGERD);
    const systeem = await new DataSource(systeemOptions(proef.logins.eigenaar)).initialize();
    open.push(systeem);
    expect(await systeem.query('SELECT count(*) AS aantal FROM contactpersoon')).toEqual([{ aantal: 3 }]);
  });

  describe('refuse a user that may more than its program needs, or less', () => {
    const naam = `teveel_${randomBytes(6).toString('hex')}`;
    const login = { naam, wachtwoord: randomBytes(12).toString('hex') };
    const start = (programma: Programma, url = alsLogin(proef.url, login)): Promise<string> =>
      verbind(databaseOptions(url, 1), programma).then(
        async (database) => {
          await database.destroy();
          return 'gestart';
        },
        (error: unknown) =>
          error instanceof DatabaseGebruikerFout ? error.message : Promise.reject(error as Error),
      );

    beforeEach(() => zorgVoorLogin(proef.database, 'api', login));
    afterEach(async () => {
      await proef.database.query(`REASSIGN OWNED BY ${naam} TO CURRENT_USER; DROP OWNED BY ${naam}`);
      await proef.database.query(`DROP ROLE ${naam}`);
    });

    it.each([
      ['ALTER ROLE % SUPERUSER', 'is superuser'],
      ['ALTER ROLE % BYPASSRLS', 'mag voorbij de rijregels'],
      ['ALTER ROLE % CREATEROLE', 'mag rollen of databases maken'],
      [
        'CREATE TABLE mijn (id int); ALTER TABLE mijn OWNER TO %',
        'is eigenaar van de database of van tabellen',
      ],
      ['GRANT maatwerktraject_systeem TO %', 'kan de rol maatwerktraject_systeem aannemen'],
      [
        'GRANT maatwerktraject_systeem TO % WITH INHERIT FALSE',
        'kan de rol maatwerktraject_systeem aannemen',
      ],
      ['GRANT maatwerktraject_worker TO %', 'kan de rol maatwerktraject_worker aannemen'],
      ['GRANT pg_read_all_data TO %', 'kan de rol pg_read_all_data aannemen'],
      ['REVOKE maatwerktraject_api FROM %', 'mag te weinig'],
    ])('%s', async (sql, bezwaar) => {
      expect(await start('api')).toBe('gestart');
      await proef.database.query(sql.replaceAll('%', naam));
      expect(await start('api')).toContain(`De gebruiker ${naam} in DATABASE_URL ${bezwaar}`);
    });

    it('a role in between, a role that the session has put on, the user of another program, the owner', async () => {
      const tussen = `${naam}_tussen`;
      await proef.database.query(`CREATE ROLE ${tussen} BYPASSRLS; GRANT ${tussen} TO ${naam}`);
      expect(await start('api')).toContain('mag voorbij de rijregels');
      await proef.database.query(`DROP ROLE ${tussen}`);
      const verkleed = new URL(proef.url);
      verkleed.searchParams.set('options', `-c role=${DATABASE_ROLLEN.api}`);
      expect(await start('api', verkleed.href.replace(/\+/g, '%20'))).toContain('is superuser');
      expect(await start('worker')).toContain('kan de rol maatwerktraject_api aannemen');
      expect(await start('api', proef.logins.worker)).toContain('kan de rol maatwerktraject_worker aannemen');
      expect(await start('api', proef.logins.eigenaar)).toContain('is eigenaar');
    });
  });

  describe('whoever brings the database up to date', () => {
    it('needs no right to make roles where they are there, and changes nothing', async () => {
      const eigenaar = await verbonden(proef.logins.eigenaar);
      expect(await ontbrekendeRollen(eigenaar)).toEqual([]);
      const standen = `SELECT json_agg(r ORDER BY oid)::text || (SELECT json_agg(m ORDER BY oid)::text FROM pg_auth_members m
                         WHERE member = current_user::regrole) AS stand FROM pg_roles r WHERE rolname LIKE 'maatwerktraject_%'`;
      const voor = await eigenaar.query<unknown>(standen);
      await zorgVoorDatabaseRollen(eigenaar);
      expect(await eigenaar.query(standen)).toEqual(voor);
    });

    it('hears which statements an administrator has to run, when it may not', async () => {
      const naam = `nieuw_${randomBytes(6).toString('hex')}`;
      const wachtwoord = randomBytes(12).toString('hex');
      await proef.database.query(`CREATE ROLE ${naam} LOGIN PASSWORD '${wachtwoord}'`);
      try {
        const nieuw = await verbonden(alsLogin(proef.url, { naam, wachtwoord }));
        const opdracht = `GRANT maatwerktraject_systeem TO ${naam} WITH SET TRUE, INHERIT FALSE`;
        await expect(zorgVoorDatabaseRollen(nieuw)).rejects.toThrow(
          new DatabaseGebruikerFout(
            `De gebruiker in DATABASE_URL mag geen rollen maken. Laat een databasebeheerder dit uitvoeren, en probeer het dan opnieuw:\n  ${opdracht};`,
          ),
        );
        await proef.database.query(opdracht);
        await zorgVoorDatabaseRollen(nieuw);
      } finally {
        await proef.database.query(`DROP ROLE ${naam}`);
      }
    });
  });
});
