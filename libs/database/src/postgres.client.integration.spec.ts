import {
  eenCohort,
  inNaamVan,
  maakAccount,
  maakTestDatabase,
  verleen,
  type TestDatabase,
} from '@maatwerktraject/testing/services';
import { DataSource } from 'typeorm';
import { databaseOptions } from './data-source.js';

describe('a connection of which the database keeps the plans', () => {
  let proef: TestDatabase;
  let database: DataSource;

  beforeAll(async () => {
    proef = await maakTestDatabase();
    // One connection: each query finds the plans of the ones before it.
    database = await new DataSource(databaseOptions(proef.url, 1, { prepare: true })).initialize();
  });
  afterAll(async () => {
    await database.destroy();
    await proef.verwijder();
  });

  it('has one plan for a statement with parameters, and none for the rest', async () => {
    for (const code of ['GM0153', 'GM0141'])
      await database.query('SELECT naam FROM gemeente WHERE code = $1', [code]);
    await database.query('SELECT naam FROM gemeente');
    expect(await database.query('SELECT statement FROM pg_prepared_statements')).toEqual([
      { statement: 'SELECT naam FROM gemeente WHERE code = $1' },
    ]);
  });

  it('shows everyone their own rows by the same plan', async () => {
    const wie = [];
    for (const zaad of [1, 2]) {
      const { id } = await eenCohort(zaad).bewaar(database);
      const account = await maakAccount(database, `adviseur-${String(zaad)}@les.example`);
      await verleen(database, account, { rol: 'adviseur', cohortId: id });
      wie.push({ id, account });
    }
    const gezien = (account: string | undefined, databaseRol: 'api' | 'onderzoek') =>
      inNaamVan(
        database,
        { databaseRol, rol: 'adviseur', ...(account === undefined ? {} : { account }) },
        (db) => db.query<{ id: string }[]>('SELECT id FROM cohort WHERE status <> $1', ['afgesloten']),
      );
    // More than five times: from then on the database may keep one plan for all values.
    for (let ronde = 0; ronde < 4; ronde += 1)
      for (const { id, account } of wie) {
        expect(await gezien(account, 'api')).toEqual([{ id }]);
        expect(await gezien(account, 'onderzoek')).toEqual([{ id }]);
        expect(await gezien(undefined, 'api')).toEqual([]);
      }
    // And past the rules, as superuser, all of them.
    const alle = await database.query<unknown[]>('SELECT id FROM cohort WHERE status <> $1', ['afgesloten']);
    expect(alle).toHaveLength(2);
  });

  it('fails once on a plan that a migration has made old', async () => {
    await database.query('CREATE TABLE oud (a integer)');
    const lees = () => database.query<unknown[]>('SELECT * FROM oud WHERE a = $1', [1]);
    expect(await lees()).toEqual([]);
    await database.query('ALTER TABLE oud ADD b integer');
    await expect(lees()).rejects.toMatchObject({ code: '0A000' });
    expect(await lees()).toEqual([]);
  });
});
