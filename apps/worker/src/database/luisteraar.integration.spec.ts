import { setTimeout as rust } from 'node:timers/promises';
import { maakTestDatabase, type TestDatabase } from '@maatwerktraject/testing/services';
import { luisterNaar } from './luisteraar.js';

const NAAM = 'proef-luisteraar';

describe('luisteren naar de database', () => {
  let proef: TestDatabase;
  let url: string;
  beforeAll(async () => {
    proef = await maakTestDatabase();
    const adres = new URL(proef.url);
    adres.searchParams.set('application_name', NAAM);
    url = adres.href;
  });
  afterAll(() => proef.verwijder());

  const verbindingen = async (): Promise<number[]> =>
    (
      await proef.database.query<{ pid: number }[]>(
        'SELECT pid FROM pg_stat_activity WHERE application_name = $1',
        [NAAM],
      )
    ).map(({ pid }) => pid);
  /** The database notices a moment later that a connection is gone. */
  const tot = async (klopt: () => boolean | Promise<boolean>): Promise<void> => {
    for (let keer = 0; keer < 100 && !(await klopt()); keer += 1) await rust(20);
    expect(await klopt()).toBe(true);
  };
  const geen = async (): Promise<boolean> => (await verbindingen()).length === 0;

  it('hears each word, and stops', async () => {
    let gehoord = 0;
    const luisteraar = await luisterNaar(url, 'proef', { bij: () => (gehoord += 1), weg: () => undefined });
    await proef.database.query('NOTIFY proef');
    await tot(() => gehoord === 1);
    await luisteraar.stop();
    await tot(geen);
  });

  it('asks first what must live as long as the connection, and keeps none when that is refused', async () => {
    const slot = async (): Promise<boolean> => {
      const [rij] = await proef.database.query<{ vrij: boolean }[]>(
        'SELECT pg_try_advisory_xact_lock(7) AS vrij',
      );
      return rij?.vrij !== true;
    };
    const hoor = { bij: () => undefined, weg: () => undefined };
    const luisteraar = await luisterNaar(url, 'proef', {
      ...hoor,
      eerst: (connection) => connection.query('SELECT pg_advisory_lock(7)'),
    });
    expect(await slot()).toBe(true);
    await luisteraar.stop();
    await tot(async () => !(await slot()));
    const fout = { ...hoor, eerst: () => Promise.reject(new Error('nee')) };
    await expect(luisterNaar(url, 'proef', fout)).rejects.toThrow('nee');
    await tot(geen);
  });

  it('leaves no connection when the database refuses', async () => {
    const hoor = { bij: () => undefined, weg: () => undefined };
    for (let keer = 0; keer < 3; keer += 1)
      await expect(luisterNaar(url, 'geen kanaal', hoor)).rejects.toThrow(/syntax/);
    await tot(geen);
    await expect(luisterNaar('postgres://127.0.0.1:1/x', 'proef', hoor)).rejects.toThrow(/ECONNREFUSED/);
  });

  it('says once that the connection is lost, and can be stopped after that', async () => {
    let weg = 0;
    const luisteraar = await luisterNaar(url, 'proef', { bij: () => undefined, weg: () => (weg += 1) });
    for (const pid of await verbindingen())
      await proef.database.query('SELECT pg_terminate_backend($1)', [pid]);
    await tot(() => weg > 0);
    await tot(geen);
    await luisteraar.stop();
    expect(weg).toBe(1);
  });
});
