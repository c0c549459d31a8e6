import type {
  CohortAdviseur,
  Deelnemer,
  GebeurtenisPagina,
  Toekenning,
  Traject,
} from '@maatwerktraject/contracts';
import { maakAccount, meldAan, verleen } from '@maatwerktraject/testing/services';
import { maakCohort, startTestApi, type Antwoord, type TestApi, type Verzoek } from '../testing/api.js';
import { zetLopend } from '../testing/lopend-traject.js';
import { maakDienst } from '../testing/mensen.js';

const KIM = { naam: 'Kim', email: 'kim@x.example', niveau: 'beleid', hoofdcontact: true };

jest.setTimeout(30_000);

describe('de adviseur van een cohort', () => {
  let api: TestApi;
  let cohort: string;
  let traject: string;
  let oud: string;
  let nieuw: string;

  beforeAll(async () => {
    api = await startTestApi();
    oud = await maakAccount(api.database, 'oud@les.example', 'Ouwe Oom');
    await verleen(api.database, oud, { rol: 'adviseur' });
    cohort = await maakCohort(api, { adviseur: { naam: 'Ouwe Oom', email: 'Oud@les.example' } });
    await verleen(api.database, oud, { rol: 'adviseur', cohortId: cohort });
    const inhoud = { gemeentecode: 'GM0153', contactpersonen: [KIM] };
    const { json } = await api.vraag('POST', `/cohorten/${cohort}/deelnemers`, { inhoud });
    traject = (json as Deelnemer).trajectId;
    await zetLopend(api.database, cohort, traject);
    // The account has another name than the one under which the cohort gets to know him.
    nieuw = await maakAccount(api.database, 'nieuw@les.example', 'Geheime Naam');
    const toegang = { email: 'nieuw@les.example', naam: 'Nieuwe Nicht', rol: 'adviseur' };
    await api.vraag('POST', `/cohorten/${cohort}/toekenningen`, { inhoud: toegang });
  });
  afterAll(() => api.stop());

  const pad = (): string => `/cohorten/${cohort}/adviseur`;
  const lees = async (verzoek: Verzoek = {}): Promise<CohortAdviseur> =>
    (await api.vraag('GET', pad(), verzoek)).json as CohortAdviseur;
  const wissel = async (accountId: string, verzoek: Verzoek = {}): Promise<Antwoord> =>
    api.vraag('PUT', pad(), {
      inhoud: { accountId },
      headers: { 'If-Match': `"${String((await lees()).versie)}"` },
      ...verzoek,
    });

  it('is one of those who work in it', async () => {
    expect(await lees()).toEqual({ accountId: oud, naam: 'Ouwe Oom', email: 'Oud@les.example', versie: 1 });
    const onderzoeker = await maakAccount(api.database, 'kijkt@uni.example');
    await verleen(api.database, onderzoeker, { rol: 'onderzoeker', cohortId: cohort });
    const dienst = await maakDienst(api.database, [cohort]);
    for (const wie of [onderzoeker, dienst, api.accounts.beheerder])
      expect((await wissel(wie)).probleem.code).toBe('geen-adviseur');
    expect(await lees()).toMatchObject({ accountId: oud, versie: 1 });
  });

  it('may be blocked for all that an adviseur learns, who gave access to an address; a beheerder is refused', async () => {
    const eigen = await maakCohort(api);
    const geblokkeerd = await maakAccount(api.database, 'dicht@les.example', 'Dichte Deur');
    await api.database.query(`UPDATE account SET status = 'geblokkeerd' WHERE id = $1`, [geblokkeerd]);
    const probeer = async (email: string, versie: number, verzoek: Verzoek = {}): Promise<Antwoord> => {
      const toegang = { email, naam: 'Nieuwe Nicht', rol: 'adviseur' };
      const { json } = await api.vraag('POST', `/cohorten/${eigen}/toekenningen`, { inhoud: toegang });
      return api.vraag('PUT', `/cohorten/${eigen}/adviseur`, {
        inhoud: { accountId: (json as Toekenning).accountId },
        headers: { 'If-Match': `"${String(versie)}"` },
        ...verzoek,
      });
    };
    const onbekend = await probeer('nergens-bekend@les.example', 1);
    const bekend = await probeer('dicht@les.example', 2);
    expect([onbekend.status, bekend.status]).toEqual([200, 200]);
    const vorm = { accountId: expect.any(String), naam: 'Nieuwe Nicht' };
    expect(onbekend.json).toEqual({ ...vorm, email: 'nergens-bekend@les.example', versie: 2 });
    expect(bekend.json).toEqual({ ...vorm, email: 'dicht@les.example', versie: 3 });
    const { probleem } = await probeer('dicht@les.example', 3, { rol: 'beheerder' });
    expect(probleem).toMatchObject({ status: 409, code: 'account-geblokkeerd' });
  });

  it('becomes another one for who saw who it was, and is erased no sooner than that', async () => {
    const wis = () =>
      api.vraag('POST', `/accounts/${oud}/wissing`, {
        rol: 'beheerder',
        inhoud: { reden: 'Ging met pensioen' },
      });
    expect((await wis()).probleem.code).toBe('laatste-adviseur');
    expect((await api.vraag('PUT', pad(), { inhoud: { accountId: nieuw } })).status).toBe(428);
    expect((await wissel(nieuw, { headers: { 'If-Match': '"7"' } })).status).toBe(412);
    const gedaan = await wissel(nieuw);
    expect([gedaan.status, gedaan.headers.get('etag'), gedaan.json]).toEqual([
      200,
      '"2"',
      { accountId: nieuw, naam: 'Nieuwe Nicht', email: 'nieuw@les.example', versie: 2 },
    ]);
    expect((await wissel(oud, { headers: { 'If-Match': '"1"' } })).status).toBe(412);
    const adviseur = { naam: 'Nieuwe Nicht', email: 'nieuw@les.example' };
    expect((await api.vraag('GET', `/cohorten/${cohort}`)).json).toMatchObject({ adviseur });
    expect(((await api.vraag('GET', `/trajecten/${traject}`)).json as Traject).adviseur).toEqual({
      accountId: null,
      ...adviseur,
    });
    expect((await wis()).json).toMatchObject({ accountId: oud, cohorten: 0 });
    expect(await lees()).toMatchObject({ naam: 'Nieuwe Nicht' });
  });

  it('is on record, in the log and in the story of each traject', async () => {
    const regels = await api.database.query(
      `SELECT account_id, onderwerp, inhoud FROM audit WHERE handeling = 'adviseur-wisselen' AND onderwerp = $1`,
      [`cohort/${cohort}`],
    );
    expect(regels).toEqual([
      { account_id: api.accounts.adviseur, onderwerp: `cohort/${cohort}`, inhoud: { accountId: nieuw } },
    ]);
    const { items } = (await api.vraag('GET', `/trajecten/${traject}/gebeurtenissen`))
      .json as GebeurtenisPagina;
    expect(items.map(({ soort, door, zin }) => [soort, door, zin])).toEqual([
      ['adviseur-gewisseld', 'adviseur', 'Het cohort heeft een andere adviseur.'],
    ]);
  });

  it('is for who arranges access to be changed: not another adviseur, and not past the API', async () => {
    const buiten = await maakAccount(api.database, 'buiten@les.example');
    await verleen(api.database, buiten, { rol: 'adviseur' });
    const als = await meldAan(api.database, buiten, 'adviseur');
    expect((await wissel(nieuw, { als })).status).toBe(404);
    for (const rol of ['onderzoeker', 'gemeente'] as const)
      expect((await wissel(nieuw, { rol })).status).toBe(403);
    const [rij] = await api.database.transaction(async (db) => {
      await db.query(`SET LOCAL ROLE maatwerktraject_api; SELECT begin_als('${buiten}', 'adviseur')`);
      return db.query<{ gelukt: boolean }[]>(`SELECT wissel_adviseur($1, 2, '', '', now()) AS gelukt`, [
        cohort,
      ]);
    });
    expect(rij?.gelukt).toBe(false);
    expect((await wissel(api.accounts.adviseur, { rol: 'beheerder' })).json).toMatchObject({ versie: 3 });
    await api.database.query(`UPDATE cohort SET status = 'afgesloten' WHERE id = $1`, [cohort]);
    expect((await wissel(nieuw)).probleem.code).toBe('cohort-afgesloten');
  });
});
