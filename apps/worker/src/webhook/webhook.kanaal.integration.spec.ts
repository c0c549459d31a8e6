import { WEBHOOK_KANAAL } from '@maatwerktraject/database';
import {
  eenCohort,
  maakDienstaccount,
  maakTestDatabase,
  maakWebhook,
  schrijfFeit,
  type TestDatabase,
} from '@maatwerktraject/testing/services';
import pg from 'pg';

describe('het woord dat er iets te vertellen is', () => {
  let proef: TestDatabase;
  let verbinding: pg.Client;
  const gehoord: string[] = [];
  let traject: { cohortId: string; trajectId: string };

  beforeAll(async () => {
    proef = await maakTestDatabase();
    const cohort = await eenCohort(1).metGemeenten(1).bewaar(proef.database);
    traject = { cohortId: cohort.id, trajectId: cohort.trajecten[0]?.id ?? '' };
    verbinding = new pg.Client({ connectionString: proef.url });
    await verbinding.connect();
    await verbinding.query(`LISTEN ${WEBHOOK_KANAAL}`);
  });
  afterAll(async () => {
    await verbinding.end();
    await proef.verwijder();
  });

  /** How often it was said, when three facts were committed at once. Words come in the order of their commits. */
  const naDrieFeiten = async (soort: string): Promise<number> => {
    gehoord.length = 0;
    const klaar = new Promise<void>((resolve) => {
      verbinding.removeAllListeners('notification').on('notification', ({ payload = '' }) => {
        gehoord.push(payload);
        if (payload === 'klaar') resolve();
      });
    });
    await proef.database.transaction(async (db) => {
      for (let keer = 0; keer < 3; keer++) await schrijfFeit(db, traject, soort);
    });
    await proef.database.query(`SELECT pg_notify($1, 'klaar')`, [WEBHOOK_KANAAL]);
    await klaar;
    return gehoord.length - 1;
  };

  it('is said once in a transaction, and only of what an active webhook wants', async () => {
    expect(await naDrieFeiten('stap-geopend')).toBe(0);
    const accountId = await maakDienstaccount(proef.database, [traject.cohortId]);
    await maakWebhook(proef.database, { accountId, url: 'http://127.0.0.1:9/', soorten: ['stap-geopend'] });
    expect(await naDrieFeiten('stap-geopend')).toBe(1);
    expect(await naDrieFeiten('taak-geopend')).toBe(0);
    await proef.database.query(`UPDATE webhook SET status = 'gepauzeerd', reden = 'op-verzoek'`);
    expect(await naDrieFeiten('stap-geopend')).toBe(0);
    // What nobody was told of has its number at the next look all the same.
    await proef.database.query('SELECT nummer_gebeurtenissen()');
    expect(
      await proef.database.query(
        'SELECT count(*) AS aantal FROM gebeurtenis_volgorde WHERE volgnummer IS NULL',
      ),
    ).toEqual([{ aantal: 0 }]);
  });
});
