import { maakTestDatabase, type TestDatabase } from '@maatwerktraject/testing/services';
import { Schrijver } from './schrijver.js';

describe('de schrijver', () => {
  let proef: TestDatabase;
  beforeAll(async () => {
    proef = await maakTestDatabase();
    await proef.database.query('CREATE TABLE proefrij (nummer int PRIMARY KEY, volgorde serial)');
  });
  afterAll(() => proef.verwijder());
  const nummers = async (): Promise<number[]> =>
    (await proef.database.query<{ nummer: number }[]>('SELECT nummer FROM proefrij ORDER BY volgorde')).map(
      ({ nummer }) => nummer,
    );

  it('writes in the order in which it was asked, without being waited for', async () => {
    await proef.database.transaction(async (db) => {
      const schrijver = new Schrijver(db);
      for (const nummer of [3, 1, 2])
        void schrijver.query('INSERT INTO proefrij (nummer) VALUES ($1)', [nummer]);
      await schrijver.klaar();
    });
    expect(await nummers()).toEqual([3, 1, 2]);
  });

  it('gives the first failure, and the transaction writes nothing', async () => {
    const werk = proef.database.transaction(async (db) => {
      const schrijver = new Schrijver(db);
      for (const nummer of [4, 3, 5])
        void schrijver.query('INSERT INTO proefrij (nummer) VALUES ($1)', [nummer]);
      await schrijver.klaar();
    });
    await expect(werk).rejects.toThrow(/duplicate key/);
    expect(await nummers()).toEqual([3, 1, 2]);
  });
});
