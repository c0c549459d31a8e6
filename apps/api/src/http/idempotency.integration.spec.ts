import type { Cohort } from '@maatwerktraject/contracts';
import type { Rol } from '@maatwerktraject/domain';
import { meldAan } from '@maatwerktraject/testing/services';
import { maakCohort, NIEUW_COHORT, startTestApi, type TestApi } from '../testing/api.js';
import { BROKEN_OFF_SECONDS } from './idempotency.query.js';
import { REQUEST_LIMIT_MS } from './time-limit.interceptor.js';

describe('kenmerken van opdrachten', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  const maak = (kenmerk: string, inhoud: unknown = NIEUW_COHORT) =>
    api.vraag('POST', '/cohorten', { inhoud, headers: { 'Idempotency-Key': kenmerk } });
  const verouder = (kenmerk: string, hoe: string) =>
    api.database.query(`UPDATE idempotentie SET ${hoe} WHERE kenmerk = $1`, [kenmerk]);
  const bewaard = async (kenmerk: string) =>
    (await api.database.query<unknown[]>('SELECT FROM idempotentie WHERE kenmerk = $1', [kenmerk])).length;

  it('clears away answers of more than a day ago', async () => {
    await api.database.query(
      `INSERT INTO idempotentie SELECT gen_random_uuid(), kenmerk, '', 200, 'x', now() - leeftijd
        FROM (VALUES ('oud', interval '25 hours'), ('jong', interval '23 hours')) AS v (kenmerk, leeftijd)`,
    );
    await maak('eerste');
    expect([await bewaard('oud'), await bewaard('jong')]).toEqual([0, 1]);
  });

  it('give the same answer again to the same request, however its JSON is written', async () => {
    const een = await maak('a');
    const { naam, ...rest } = NIEUW_COHORT;
    const twee = await maak('a', { ...rest, naam });
    expect([een.status, twee.status, twee.tekst]).toEqual([201, 201, een.tekst]);
    expect([een, twee].map(({ headers }) => headers.get('idempotency-replayed'))).toEqual([null, 'true']);
  });

  it('are for one request of one caller', async () => {
    const { json } = await maak('b');
    const ander = await maak('b', { ...NIEUW_COHORT, naam: 'Ander' });
    expect([ander.status, ander.probleem.code]).toEqual([422, 'kenmerk-al-gebruikt']);
    const elders = await api.vraag('POST', `/cohorten/${(json as Cohort).id}/start`, {
      headers: { 'Idempotency-Key': 'b' },
    });
    expect(elders.status).toBe(422);
    const iemandAnders = await api.vraag(
      'POST',
      '/taken/3d1f0e5c-0000-4000-8000-000000000000.a.b.c/inzending',
      { rol: 'gemeente', inhoud: { inhoud: {} }, headers: { 'Idempotency-Key': 'b' } },
    );
    expect(iemandAnders.status).toBe(404);
  });

  it('are for the role in which somebody acts: what one role was answered, another one is not', async () => {
    const [beiden, cohort] = [api.accounts.onderzoeker, await maakCohort(api)];
    await api.verleen({ rol: 'adviseur' }, beiden);
    await api.verleen({ rol: 'beheerder' }, beiden);
    const geef = async (rol: Rol) =>
      api.vraag('POST', `/cohorten/${cohort}/toekenningen`, {
        als: await meldAan(api.database, beiden, rol),
        inhoud: { email: 'iemand@uni.example', naam: 'Iemand', rol: 'onderzoeker' },
        headers: { 'Idempotency-Key': 'rol' },
      });
    expect((await geef('beheerder')).status).toBe(201);
    const { status, probleem, headers } = await geef('adviseur');
    expect([status, probleem.code, headers.get('idempotency-replayed')]).toEqual([
      422,
      'kenmerk-al-gebruikt',
      null,
    ]);
    expect((await geef('beheerder')).headers.get('idempotency-replayed')).toBe('true');
  });

  it('say that the first request is still under way, until that one must have broken off', async () => {
    const een = await maak('c');
    await verouder('c', 'status = NULL, antwoord = NULL, created_at = now()');
    const bezig = await maak('c');
    expect([bezig.status, bezig.probleem.code, bezig.headers.get('retry-after')]).toEqual([
      409,
      'verzoek-loopt-nog',
      '1',
    ]);
    // While a request may still be waited for, it may still be under way.
    const verstreken = (seconden: number) =>
      verouder('c', `created_at = now() - interval '${String(seconden)} seconds'`);
    await verstreken(REQUEST_LIMIT_MS / 1000);
    expect((await maak('c')).status).toBe(409);
    await verstreken(BROKEN_OFF_SECONDS + 1);
    // Carried out once more, with the same result: the names of things follow from the key.
    const opnieuw = await maak('c');
    expect([
      opnieuw.status,
      (opnieuw.json as Cohort).id,
      opnieuw.headers.get('idempotency-replayed'),
    ]).toEqual([201, (een.json as Cohort).id, null]);
  });

  it('are free again after a day', async () => {
    await maak('d');
    await verouder('d', `created_at = now() - interval '25 hours'`);
    const nieuw = await maak('d', { ...NIEUW_COHORT, adviseur: { naam: 'Bo', email: 'bo@les.example' } });
    expect([nieuw.status, nieuw.headers.get('idempotency-replayed')]).toEqual([201, null]);
  });

  it('are free again after a fault of ours', async () => {
    await api.database.query('ALTER TABLE sjabloon RENAME TO weg');
    expect((await maak('e')).status).toBe(500);
    expect(await bewaard('e')).toBe(0);
    await api.database.query('ALTER TABLE weg RENAME TO sjabloon');
    expect((await maak('e')).status).toBe(201);
  });

  it('keep a refusal too', async () => {
    const cohort = await maakCohort(api);
    const start = (kenmerk: string) =>
      api.vraag('POST', `/cohorten/${cohort}/start`, { headers: { 'Idempotency-Key': kenmerk } });
    expect((await start('f')).probleem.code).toBe('geen-gemeenten');
    await api.database.query(`UPDATE cohort SET status = 'lopend' WHERE id = $1`, [cohort]);
    const [zelfde, nieuw] = [await start('f'), await start('g')];
    expect([zelfde.status, zelfde.probleem.code, zelfde.headers.get('idempotency-replayed')]).toEqual([
      409,
      'geen-gemeenten',
      'true',
    ]);
    expect(nieuw.json).toEqual({ nieuw: false });
  });
});
