import { maakCohort, startTestApi, type TestApi } from '../testing/api.js';

type Regel = Record<string, unknown>;
interface Deel {
  readonly items: Regel[];
  readonly volgende: string | null;
  readonly totaal: number;
}

const KIM = { naam: 'Kim', email: 'kim@x.example', niveau: 'beleid', hoofdcontact: true };

describe('lijsten in delen', () => {
  let api: TestApi;
  let cohort: string;
  let traject: string;

  beforeAll(async () => {
    api = await startTestApi();
    for (let nummer = 0; nummer < 7; nummer += 1)
      cohort = await maakCohort(api, { naam: `Cohort ${String(nummer)}` });
    // Made at one instant, as far as the clock tells.
    await api.database.query(
      `UPDATE cohort SET created_at = '2026-01-01T00:00:00.123456Z' WHERE naam < 'Cohort 4'`,
    );
    for (const gemeentecode of ['GM0153', 'GM0141', 'GM0150', 'GM0164', 'GM0147', 'GM0163', 'GM0168']) {
      const { json } = await api.vraag('POST', `/cohorten/${cohort}/deelnemers`, {
        inhoud: { gemeentecode, contactpersonen: [KIM] },
      });
      traject = (json as { trajectId: string }).trajectId;
    }
    await api.database.query('UPDATE cohort SET gestart_op = now() WHERE id = $1', [cohort]);
    await schrijf(1, 7);
    // Bytes would put these in another order than a Dutch index does.
    const namen = ['abel', 'Ábel', 'Bo', 'Zúx', 'Zuy', 'zuz', 'Zw'];
    for (const [index, naam] of namen.entries()) await gemeente(naam, `GM900${String(index)}`);
  });
  afterAll(() => api.stop());

  /** Facts and mails of one instant each: the order among them rests on their IDs alone. */
  async function schrijf(van: number, tot: number): Promise<void> {
    await api.database.query(
      `INSERT INTO gebeurtenis (workflow_id, seq, cohort_id, traject_id, soort, op, door, inhoud)
       SELECT 'x', n, $1, $2, 'traject-afgerond', now(), 'systeem', '{}' FROM generate_series($3::int, $4::int) AS n`,
      [cohort, traject, van, tot],
    );
    await api.database.query(
      `INSERT INTO bericht (id, sleutel, cohort_id, traject_id, soort, stap, onderwerp, aan, status, op, oefen, created_at)
       SELECT gen_random_uuid(), 'b' || n, $1, $2, 'escalatie', 'inventariseren', 'scan.beleid', 'adviseur', 'wacht',
              '2027-02-01T08:00:00.000001Z', true, '2027-01-01' FROM generate_series($3::int, $4::int) AS n`,
      [cohort, traject, van, tot],
    );
  }

  const deel = async (pad: string): Promise<Deel & { readonly link: string | null }> => {
    const { status, json, headers } = await api.vraag('GET', pad);
    expect([pad, status]).toEqual([pad, 200]);
    return { ...(json as Deel), link: headers.get('link') };
  };

  /** Follows the `Link` headers to the end; `tussendoor` happens after each part. */
  async function loop(pad: string, tussendoor: (keer: number) => Promise<unknown>): Promise<Regel[]> {
    const gezien: Regel[] = [];
    for (let adres: string | undefined = pad, keer = 0; adres !== undefined; keer += 1) {
      const { items, link, volgende } = await deel(adres);
      gezien.push(...items);
      adres = /^<\/api\/v1([^>]*)>; rel="next"$/.exec(link ?? '')?.[1];
      expect(adres === undefined).toBe(volgende === null);
      await tussendoor(keer);
    }
    return gezien;
  }

  const gemeente = (naam: string, code: string) =>
    api.database.query(`INSERT INTO gemeente VALUES ($1, $2, 'PV', 'Proef', 'VR', 'V')`, [code, naam]);

  it.each([
    [
      '/gemeenten?limiet=1&provincie=Proef',
      'code',
      async (keer: number) => {
        if (keer > 0) return;
        await gemeente("'s-Aa", 'GM9101');
        await gemeente('Zzz', 'GM9102');
        await api.database.query(`DELETE FROM gemeente WHERE naam IN ('Zuy', 'abel')`);
      },
    ],
    [
      '/cohorten?limiet=2',
      'id',
      (keer: number) => (keer < 3 ? maakCohort(api, { naam: 'Nieuw' }) : Promise.resolve()),
    ],
    [
      '/trajecten?limiet=2&status=gepland',
      'id',
      (keer: number) =>
        keer === 0
          ? api.database.query(
              `WITH weg AS (SELECT t.id FROM traject t JOIN gemeente g ON g.code = t.gemeente_code
                             WHERE g.code IN ('GM0141', 'GM0168')),
                    p AS (DELETE FROM contactpersoon WHERE traject_id IN (SELECT id FROM weg))
               DELETE FROM traject WHERE id IN (SELECT id FROM weg WHERE id <> '${traject}')`,
            )
          : Promise.resolve(),
    ],
    ['gebeurtenissen', 'volgnummer', (keer: number) => schrijf(10 + keer, 10 + keer)],
    ['berichten', 'id', () => Promise.resolve()],
  ])('gives each row of %s once, whatever comes and goes meanwhile', async (naam, sleutel, tussendoor) => {
    const pad = naam.startsWith('/') ? naam : `/trajecten/${traject}/${naam}?limiet=2`;
    const alles = pad.replace(/limiet=\d+/, 'limiet=500');
    const voor = (await deel(alles)).items.map((regel) => regel[sleutel]);
    const maximum = naam === 'gebeurtenissen' ? 6 : Infinity;
    const gezien = (await loop(pad, (keer) => (keer < maximum ? tussendoor(keer) : Promise.resolve()))).map(
      (regel) => regel[sleutel],
    );
    const na = (await deel(alles)).items.map((regel) => regel[sleutel]);
    expect(voor.length).toBeGreaterThan(6);
    expect(new Set(gezien).size).toBe(gezien.length);
    // All that was there before and after has been seen, in the order of the whole list.
    const bleef = na.filter((id) => voor.includes(id));
    expect(gezien.filter((id) => bleef.includes(id))).toEqual(bleef);
  });

  it('says how many there are in all, and stops at the last', async () => {
    const { items, volgende, totaal } = await deel('/gemeenten?limiet=5&zoek=bestaatniet');
    expect([items.length, volgende, totaal]).toEqual([0, null, 0]);
    const precies = await deel('/cohorten?limiet=500');
    expect((await deel(`/cohorten?limiet=${String(precies.totaal)}`)).volgende).toBeNull();
    expect((await deel(`/cohorten?limiet=${String(precies.totaal - 1)}`)).volgende).not.toBeNull();
  });

  it('refuses a cursor that it did not give', async () => {
    const { volgende } = await deel('/gemeenten?limiet=1');
    const vreemd = [
      'x',
      'e30',
      '%00',
      Buffer.from('["a","b"]').toString('base64url'),
      'bnVsbA',
      `${volgende ?? ''}=`,
    ];
    for (const na of vreemd) {
      const { status, probleem } = await api.vraag('GET', `/cohorten?na=${na}`);
      expect([na, status, probleem.fouten?.[0]?.pad]).toEqual([na, 400, 'na']);
    }
    expect((await api.vraag('GET', `/trajecten?na=${volgende ?? ''}`)).status).toBe(400);
  });
});
