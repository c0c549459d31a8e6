import type { Cohort, CohortPagina, GemeentePagina } from '@maatwerktraject/contracts';
import { maakCohort, NIEUW_COHORT, startTestApi, type TestApi } from '../testing/api.js';

describe('cohorten over HTTP', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  it('makes one cohort for one key, however often it is asked', async () => {
    const verzoek = { inhoud: NIEUW_COHORT, headers: { 'Idempotency-Key': 'k-1' } };
    const antwoorden = await Promise.all([1, 2, 3].map(() => api.vraag('POST', '/cohorten', verzoek)));
    // Who asks while the first one is being answered hears so, and asks again.
    expect(antwoorden.filter(({ status }) => status !== 409).map(({ status }) => status)).toContain(201);
    antwoorden.push(await api.vraag('POST', '/cohorten', verzoek));
    const gemaakt = antwoorden.filter(({ status }) => status === 201);
    expect(gemaakt.length).toBeGreaterThan(1);
    expect(new Set(gemaakt.map(({ json }) => (json as Cohort).id)).size).toBe(1);
    const ander = await api.vraag('POST', '/cohorten', {
      ...verzoek,
      inhoud: { ...NIEUW_COHORT, naam: 'Ander' },
    });
    expect([ander.status, ander.probleem.code]).toEqual([422, 'kenmerk-al-gebruikt']);
    expect(((await api.vraag('GET', '/cohorten')).json as CohortPagina).totaal).toBe(1);
  });

  it('refuses input per field, unknown sjablonen, and text that cannot be kept', async () => {
    const fout = await api.vraag('POST', '/cohorten', {
      inhoud: { ...NIEUW_COHORT, startdatum: '2027-13-01' },
    });
    expect(fout.headers.get('content-type')).toMatch('application/problem+json');
    expect(fout.probleem.fouten).toEqual([
      { pad: 'startdatum', zin: 'Vul een bestaande datum in, zoals 2027-02-01.' },
    ]);
    const vreemd = await api.vraag('POST', '/cohorten', {
      inhoud: { ...NIEUW_COHORT, sjabloon: { sleutel: 'x', versie: 9 } },
    });
    expect(vreemd.probleem.fouten?.[0]?.pad).toBe('sjabloon');
    expect((await api.vraag('GET', '/gemeenten?zoek=%00')).status).toBe(400);
    expect(
      (await api.vraag('POST', '/cohorten', { inhoud: { ...NIEUW_COHORT, naam: 'x'.repeat(1_100_000) } }))
        .status,
    ).toBe(413);
  });

  it('lets each role do its own, and nobody without a token', async () => {
    expect((await api.vraag('GET', '/cohorten', { rol: null })).status).toBe(401);
    expect((await api.vraag('GET', '/cohorten', { rol: 'gemeente' })).status).toBe(403);
    expect((await api.vraag('GET', '/cohorten', { rol: 'onderzoeker' })).status).toBe(200);
    expect((await api.vraag('POST', '/cohorten', { rol: 'onderzoeker', inhoud: NIEUW_COHORT })).status).toBe(
      403,
    );
  });

  it('starts no cohort in which a gemeente lost its hoofdcontact, and says which', async () => {
    const cohort = await maakCohort(api, { startdatum: '2090-02-01' });
    const persoon = { naam: 'Kim', email: 'kim@x.example', niveau: 'beleid', hoofdcontact: true };
    const ander = { naam: 'Sam', email: 'sam@x.example', niveau: 'bestuur', hoofdcontact: false };
    for (const gemeentecode of ['GM0153', 'GM0141', 'GM0150'])
      await api.vraag('POST', `/cohorten/${cohort}/deelnemers`, {
        inhoud: { gemeentecode, contactpersonen: [persoon, ander] },
      });
    const start = () => api.vraag('POST', `/cohorten/${cohort}/start`);
    const wis = (wie: string): Promise<unknown> =>
      api.database.query(
        `UPDATE contactpersoon p SET naam = '', email = '', account_id = NULL FROM traject t
          WHERE t.id = p.traject_id AND t.cohort_id = $1 AND ${wie}`,
        [cohort],
      );
    // What somebody else was to do, the hoofdcontact does: only Temporal is missing.
    await wis(`p.niveau = 'bestuur'`);
    expect((await start()).status).toBe(503);
    await wis(`p.hoofdcontact AND t.gemeente_code = 'GM0153'`);
    const een = await start();
    expect([een.status, een.probleem.code, een.probleem.detail]).toEqual([
      409,
      'geen-hoofdcontact',
      expect.stringMatching(/^Enschede heeft geen hoofdcontact/),
    ]);
    await wis(`p.hoofdcontact AND t.gemeente_code = 'GM0141'`);
    expect((await start()).probleem.detail).toContain('Almelo en Enschede. Haal ze weg');
  });

  it('starts no empty cohort, no cohort in the past, and none without Temporal', async () => {
    const leeg = await maakCohort(api);
    expect((await api.vraag('POST', `/cohorten/${leeg}/start`)).probleem.code).toBe('geen-gemeenten');
    const voorbij = await maakCohort(api, { startdatum: '2020-02-03' });
    const persoon = { naam: 'Kim', email: 'kim@x.example', niveau: 'beleid', hoofdcontact: true };
    await api.vraag('POST', `/cohorten/${voorbij}/deelnemers`, {
      inhoud: { gemeentecode: 'GM0153', contactpersonen: [persoon] },
    });
    expect((await api.vraag('POST', `/cohorten/${voorbij}/start`)).probleem.code).toBe('startdatum-voorbij');
    expect((await api.vraag('POST', `/cohorten/${leeg}/klok/volgend-moment`)).probleem.code).toBe(
      'geen-oefencohort',
    );
    expect((await api.vraag('GET', '/cohorten/3d1f0e5c-0000-4000-8000-000000000000')).status).toBe(404);
    const weg = await fetch(`${api.url}/health/ready`);
    expect([weg.status, weg.headers.get('retry-after'), await weg.text()]).toEqual([
      503,
      '5',
      expect.stringContaining('Temporal'),
    ]);
  });

  it('finds gemeenten by part of a name, with or without accents, and by code', async () => {
    const zoek = async (vraag: string) =>
      ((await api.vraag('GET', `/gemeenten?${vraag}`)).json as GemeentePagina).items.map(({ naam }) => naam);
    expect(await zoek('zoek=sudwest')).toEqual(['Súdwest-Fryslân']);
    expect(await zoek('zoek=gm0153')).toEqual(['Enschede']);
    expect(await zoek('zoek=%25')).toEqual([]);
    expect(await zoek('veiligheidsregio=Twente')).toHaveLength(14);
  });
});
