import type { Deelnemer, Toekenning, Traject } from '@maatwerktraject/contracts';
import { maakAccount, meldAan, verleen } from '@maatwerktraject/testing/services';
import { maakCohort, startTestApi, type Antwoord, type TestApi } from '../testing/api.js';
import { maakDienst } from '../testing/mensen.js';

jest.setTimeout(30_000);

describe('wie een traject begeleidt en wie een cohort leidt', () => {
  let api: TestApi;
  let cohort: string;
  let traject: string;
  let ander: string;

  beforeAll(async () => {
    api = await startTestApi();
    cohort = await maakCohort(api);
    const kim = { naam: 'Kim', email: 'kim@x.example', niveau: 'beleid', hoofdcontact: true };
    const { json } = await api.vraag('POST', `/cohorten/${cohort}/deelnemers`, {
      inhoud: { gemeentecode: 'GM0153', contactpersonen: [kim] },
    });
    traject = (json as Deelnemer).trajectId;
    // The account has another name than the one under which the cohort gets to know him.
    await maakAccount(api.database, 'ander@les.example', 'Geheime Naam');
    const toegang = { email: 'ander@les.example', naam: 'Andere Adviseur', rol: 'adviseur' };
    const gegeven = await api.vraag('POST', `/cohorten/${cohort}/toekenningen`, { inhoud: toegang });
    ander = (gegeven.json as Toekenning).accountId;
  });
  afterAll(() => api.stop());

  const kies = (accountId: string | null, als?: string): Promise<Antwoord> =>
    api.vraag('PUT', `/trajecten/${traject}/adviseur`, {
      inhoud: { accountId },
      ...(als === undefined ? {} : { als }),
    });
  const leider = (accountId: string | null, rol: 'adviseur' | 'beheerder' = 'adviseur'): Promise<Antwoord> =>
    api.vraag('PUT', `/cohorten/${cohort}/leider`, { rol, inhoud: { accountId } });
  const adviseur = async (als?: string): Promise<Traject['adviseur']> =>
    ((await api.vraag('GET', `/trajecten/${traject}`, als === undefined ? {} : { als })).json as Traject)
      .adviseur;

  it('is the adviseur of the cohort, until another one of it is chosen for the traject', async () => {
    const vanCohort = { accountId: null, naam: 'Ank de Vries', email: 'ank@les.example' };
    expect(await adviseur()).toEqual(vanCohort);
    const gekozen = { accountId: ander, naam: 'Andere Adviseur', email: 'ander@les.example' };
    expect((await kies(ander)).json).toEqual(gekozen);
    expect(await adviseur()).toEqual(gekozen);
    const kim = await meldAan(api.database, await maakAccount(api.database, 'kim@x.example'), 'gemeente');
    expect(await adviseur(kim)).toEqual({ ...gekozen, accountId: null });
    // Without access he guides nobody any more, and with it he does again.
    await api.database.query('UPDATE toekenning SET ingetrokken_op = now() WHERE account_id = $1', [ander]);
    expect(await adviseur()).toEqual(vanCohort);
    await api.database.query('UPDATE toekenning SET ingetrokken_op = NULL WHERE account_id = $1', [ander]);
    expect(await adviseur()).toEqual(gekozen);
    expect((await kies(null)).json).toEqual(vanCohort);
  });

  it('is nobody who does not work in the cohort as adviseur', async () => {
    const elders = await maakAccount(api.database, 'elders@les.example');
    await verleen(api.database, elders, { rol: 'adviseur', cohortId: await maakCohort(api) });
    const onderzoeker = await maakAccount(api.database, 'kijkt@uni.example');
    await verleen(api.database, onderzoeker, { rol: 'onderzoeker', cohortId: cohort });
    for (const wie of [
      elders,
      onderzoeker,
      await maakDienst(api.database, [cohort]),
      api.accounts.beheerder,
    ]) {
      expect((await kies(wie)).probleem.code).toBe('geen-adviseur');
      expect((await leider(wie)).probleem.code).toBe('geen-leider');
    }
    const als = await meldAan(api.database, elders, 'adviseur');
    expect((await kies(elders, als)).status).toBe(404);
  });

  it('is as leider an adviseur of the cohort, or a beheerder when a beheerder says so; or nobody', async () => {
    const niemand = { accountId: null, naam: null, email: null };
    const lees = async () => (await api.vraag('GET', `/cohorten/${cohort}/leider`)).json;
    expect(await lees()).toEqual(niemand);
    expect((await leider(ander)).json).toEqual({
      accountId: ander,
      naam: 'Andere Adviseur',
      email: 'ander@les.example',
    });
    expect((await leider(api.accounts.beheerder, 'beheerder')).json).toMatchObject({
      email: 'beheerder@les.example',
    });
    expect(await lees()).toMatchObject({ accountId: api.accounts.beheerder });
    expect((await leider(null)).json).toEqual(niemand);
    const regels = await api.database.query(
      `SELECT rol, inhoud FROM audit WHERE handeling = 'leider-kiezen' ORDER BY volgnummer`,
    );
    expect(regels).toEqual([
      { rol: 'adviseur', inhoud: { accountId: ander } },
      { rol: 'beheerder', inhoud: { accountId: api.accounts.beheerder } },
      { rol: 'adviseur', inhoud: { accountId: null } },
    ]);
  });

  it('stays as it is once the cohort is closed', async () => {
    await api.database.query(`UPDATE cohort SET status = 'afgesloten' WHERE id = $1`, [cohort]);
    expect([(await kies(ander)).probleem.code, (await leider(ander)).probleem.code]).toEqual([
      'cohort-afgesloten',
      'cohort-afgesloten',
    ]);
  });
});
