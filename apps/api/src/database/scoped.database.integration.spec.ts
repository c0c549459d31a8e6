import { randomBytes, randomUUID } from 'node:crypto';
import { DATABASE_ROLLEN, databaseOptions } from '@maatwerktraject/database';
import type { Request, Response } from 'express';
import { DataSource } from 'typeorm';
import { startTestApi, type TestApi } from '../testing/api.js';
import { actAs, rememberIdentity, ScopedDatabase, type DatabaseIdentity } from './scoped.database.js';

/** As a request of this person would. */
const inVerzoek = (wie: DatabaseIdentity, doe: () => Promise<void>): Promise<void> =>
  new Promise((klaar, mislukt) => {
    rememberIdentity({} as Request, {} as Response, () => {
      actAs(wie);
      doe().then(klaar, mislukt);
    });
  });

describe('een verbinding waarop het begin mislukte', () => {
  let api: TestApi;
  let alleenApi: DataSource;
  let adres: string;
  const naam = `proef_${randomBytes(8).toString('hex')}`;

  beforeAll(async () => {
    api = await startTestApi();
    const wachtwoord = randomBytes(16).toString('hex');
    // A user who cannot take on the role of an onderzoeker: what is said after BEGIN fails at its last part.
    await api.database.query(
      `CREATE ROLE ${naam} LOGIN PASSWORD '${wachtwoord}' IN ROLE ${DATABASE_ROLLEN.worker}`,
    );
    await api.database.query(
      `SET ROLE maatwerktraject_systeem; GRANT EXECUTE ON FUNCTION begin_als TO ${naam}; RESET ROLE`,
    );
    const url = new URL((api.database.options as { url: string }).url);
    Object.assign(url, { username: naam, password: wachtwoord });
    // One connection: whoever comes next gets the one that was used before.
    adres = url.href;
    alleenApi = await new DataSource({ type: 'postgres', url: adres, poolSize: 1 }).initialize();
  });
  afterAll(async () => {
    await alleenApi.destroy();
    await api.database.query(`DROP OWNED BY ${naam}; DROP ROLE ${naam}`);
    await api.stop();
  });

  it('is in no transaction, and in nobody’s name, for whoever comes next', async () => {
    const database = new ScopedDatabase(alleenApi);
    const eerste = { accountId: randomUUID(), rol: 'onderzoeker' } as const;
    await expect(database.as(eerste, () => Promise.resolve('niet'))).rejects.toThrow(/permission denied/);
    const [los] = await alleenApi.query<unknown[]>(
      `SELECT coalesce(huidig_account()::text, 'niemand') AS wie, coalesce(huidige_rol(), 'geen') AS rol,
              now() = statement_timestamp() AS "eigenTransactie"`,
    );
    expect(los).toEqual({ wie: 'niemand', rol: 'geen', eigenTransactie: true });
    const tweede = { accountId: randomUUID(), rol: 'adviseur' } as const;
    const [wie] = await database.as(tweede, (db) =>
      db.query<unknown[]>('SELECT huidig_account() AS "accountId", huidige_rol() AS rol'),
    );
    expect(wie).toEqual(tweede);
  });

  it('drops what was asked together with an opening that failed', async () => {
    const bron = await new DataSource(databaseOptions(adres, 1, { prepare: true })).initialize();
    try {
      const database = new ScopedDatabase(bron);
      let gezien: unknown;
      await inVerzoek({ accountId: randomUUID(), rol: 'onderzoeker' }, async () => {
        const lees = database.read(async (db) => {
          gezien = await db.query('SELECT count(*) AS aantal FROM traject');
        });
        await expect(lees).rejects.toThrow(/permission denied/);
        const kapot = database.read(() => {
          throw new Error('before the first question');
        });
        await expect(kapot).rejects.toThrow(/permission denied/);
      });
      expect(gezien).toBeUndefined();
      const [los] = await bron.query<unknown[]>(
        `SELECT huidig_account() AS wie, now() = statement_timestamp() AS "eigenTransactie"`,
      );
      expect(los).toEqual({ wie: null, eigenTransactie: true });
    } finally {
      await bron.destroy();
    }
  });

  it('is given back when an identity is none', async () => {
    const database = new ScopedDatabase(alleenApi);
    const vals = { accountId: `'; SET app.rol = 'x`, rol: 'adviseur' } as const;
    for (let keer = 0; keer < 3; keer += 1)
      await expect(database.as(vals, () => Promise.resolve())).rejects.toThrow('no such identity');
    expect(await alleenApi.query('SELECT 1 AS een')).toEqual([{ een: 1 }]);
  });
});
