import { hashVan, nieuweSleutel } from '@maatwerktraject/database';
import { startTestApi, type TestApi } from '../testing/api.js';

const BEKEND = 'bekend@gemeente.example';

describe('links vragen vanaf meer plaatsen', () => {
  let api: TestApi;
  beforeAll(async () => {
    // One proxy of our own, that says where a request comes from.
    api = await startTestApi({ TRUSTED_PROXIES: '1' });
    await api.alsContact(BEKEND);
    await api.database.query(
      `UPDATE contactpersoon SET account_id = $1 WHERE id = (SELECT id FROM contactpersoon LIMIT 1)`,
      [api.accounts.gemeente],
    );
  });
  afterAll(() => api.stop());
  beforeEach(() => api.database.query('DELETE FROM limiet; DELETE FROM aanmeldlink'));

  const vanuit = async (plek: number, email: string): Promise<number> => {
    const headers = { 'X-Forwarded-For': `192.0.2.${String(plek)}` };
    return (await api.vraag('POST', '/aanmeldlinks', { rol: null, inhoud: { email }, headers })).status;
  };
  const aantal = async (): Promise<unknown> =>
    (await api.database.query<{ n: number }[]>('SELECT count(*)::int AS n FROM aanmeldlink'))[0]?.n;

  it('locks nobody out of his own mailbox, and leaves what was sent as it is', async () => {
    const sleutel = nieuweSleutel();
    await vanuit(2, BEKEND);
    await api.database.query(`UPDATE aanmeldlink SET sleutel_hash = $1, status = 'verzonden'`, [
      hashVan(sleutel),
    ]);
    for (let keer = 1; keer <= 40; keer++) await vanuit(1, BEKEND);
    expect([await vanuit(1, BEKEND), await vanuit(2, BEKEND), await aantal()]).toEqual([429, 202, 7]);
    const gebruik = { rol: null, inhoud: { sleutel } };
    expect((await api.vraag('POST', '/aanmeldlinks/gebruik', gebruik)).status).toBe(200);
  });

  it('fills no mailbox either: twenty an hour, for who is known and for who is not', async () => {
    const tot429 = async (email: string): Promise<number[]> => {
      const gezien = [];
      for (let keer = 0; keer < 22; keer++) gezien.push(await vanuit(Math.floor(keer / 5) + 1, email));
      return gezien;
    };
    const bekend = await tot429(BEKEND);
    expect(bekend).toEqual([...Array.from({ length: 20 }, () => 202), 429, 429]);
    expect(await tot429('onbekend@gemeente.example')).toEqual(bekend);
    expect(await aantal()).toBe(20);
  });
});
