import {
  eenCohort,
  maakDienstaccount,
  maakTestDatabase,
  maakWebhook,
  schrijfFeit,
  type TestDatabase,
} from '@maatwerktraject/testing/services';

interface Knoop {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Knoop[];
}

const alle = (knoop: Knoop): Knoop[] => [knoop, ...(knoop.Plans ?? []).flatMap(alle)];

jest.setTimeout(60_000);

describe('een lange wachtrij van een webhook', () => {
  let proef: TestDatabase;
  let webhook: string;
  beforeAll(async () => {
    proef = await maakTestDatabase();
    const cohort = await eenCohort(1).metGemeenten(1).bewaar(proef.database);
    const accountId = await maakDienstaccount(proef.database, [cohort.id]);
    webhook = await maakWebhook(proef.database, { accountId, url: 'http://127.0.0.1:9/' });
    const van = { cohortId: cohort.id, trajectId: cohort.trajecten[0]?.id ?? '' };
    await schrijfFeit(proef.database, van, 'stap-geopend');
    await proef.database.query(
      `INSERT INTO gebeurtenis (workflow_id, seq, cohort_id, traject_id, soort, op, door, inhoud)
       SELECT workflow_id, seq + n, cohort_id, traject_id, soort, op, door, inhoud
         FROM gebeurtenis, generate_series(1, 19999) n`,
    );
    await proef.database.query('SELECT nummer_gebeurtenissen()');
  });
  afterAll(() => proef.verwijder());

  /** What the body of the function itself does, planned without knowing the webhook, as within the function. */
  const plan = async (functie: string): Promise<Knoop[]> => {
    await proef.database.query('ANALYZE webhook_levering, webhook, gebeurtenis, gebeurtenis_volgorde');
    const [bron] = await proef.database.query<{ prosrc: string }[]>(
      'SELECT prosrc FROM pg_proc WHERE proname = $1',
      [functie],
    );
    return proef.database.transaction(async (db) => {
      await db.query('SET LOCAL plan_cache_mode = force_generic_plan');
      await db.query(`PREPARE proef (uuid) AS ${bron?.prosrc.replaceAll('een_webhook', '$1') ?? ''}`);
      const [rij] = await db.query<{ 'QUERY PLAN': { Plan: Knoop }[] }[]>(
        `EXPLAIN (ANALYZE, FORMAT JSON) EXECUTE proef ('${webhook}')`,
      );
      await db.query('DEALLOCATE proef');
      return rij?.['QUERY PLAN'].flatMap(({ Plan }) => alle(Plan)) ?? [];
    });
  };
  const verwachtEenRij = (knopen: readonly Knoop[]): void => {
    const wachtrij = knopen.filter((knoop) => knoop['Relation Name'] === 'webhook_levering');
    expect(wachtrij.length).toBeGreaterThan(0);
    for (const knoop of wachtrij)
      expect([knoop['Node Type'], knoop['Actual Rows'] <= 1, knoop['Rows Removed by Filter'] ?? 0]).toEqual([
        expect.stringMatching(/^Index (Only )?Scan$/),
        true,
        0,
      ]);
    for (const knoop of knopen.filter((een) => een['Node Type'].includes('Sort')))
      for (const bron of knoop.Plans ?? []) expect(bron['Actual Rows']).toBeLessThanOrEqual(2);
  };
  const eerste = async (): Promise<{ volgnummer: number; pogingen: number } | undefined> =>
    (
      await proef.database.query<{ volgnummer: number; pogingen: number }[]>(
        'SELECT volgnummer, pogingen FROM te_leveren($1)',
        [webhook],
      )
    )[0];

  it.each(['te_leveren', 'volgende_levering_op'])('is read for one row alone: %s', async (functie) => {
    const knopen = await plan(functie);
    verwachtEenRij(knopen);
    expect(knopen.map((knoop) => knoop['Index Name'])).toContain(
      functie === 'te_leveren' ? 'webhook_levering_nieuw' : 'webhook_levering_te_doen',
    );
    expect(await eerste()).toEqual({ volgnummer: 1, pogingen: 0 });
  });

  it('is read for one row alone as well while all of it was tried and little is due, the longest due first', async () => {
    await proef.database.query(
      `UPDATE webhook_levering SET pogingen = 1 + volgnummer % 9,
              volgende_poging_op = now() + CASE WHEN volgnummer IN (5, 15000) THEN -volgnummer ELSE 3600 END * interval '1 second'`,
    );
    verwachtEenRij(await plan('te_leveren'));
    expect(await eerste()).toMatchObject({ volgnummer: 15_000 });
  });

  it('lets through first what somebody asked for just now', async () => {
    await proef.database.query(`INSERT INTO webhook_levering (webhook_id, aanleiding) VALUES ($1, 'test')`, [
      webhook,
    ]);
    expect(await eerste()).toEqual({ volgnummer: null, pogingen: 0 });
    await proef.database.query(`DELETE FROM webhook_levering WHERE aanleiding = 'test'`);
    await proef.database.query(
      `INSERT INTO webhook_levering (webhook_id, gebeurtenis_id, aanleiding)
       SELECT $1, gebeurtenis_id, 'herhaling' FROM gebeurtenis_volgorde WHERE volgnummer = 77`,
      [webhook],
    );
    expect(await eerste()).toEqual({ volgnummer: 77, pogingen: 0 });
  });
});
