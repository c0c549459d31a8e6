import type {
  BijeenkomstLijst,
  Groepssessie,
  GroepssessieLijst,
  MijnGegevens,
} from '@maatwerktraject/contracts';
import { maakGroepssessie, type BewaardeSessie, type SessieOpties } from '@maatwerktraject/testing/services';
import { maakCohort, startTestApi, type Antwoord, type TestApi, type Verzoek } from '../testing/api.js';
import { zetLopend } from '../testing/lopend-traject.js';

const KIM = { naam: 'Kim', email: 'kim@x.example', niveau: 'beleid', hoofdcontact: true };
const SAM = { naam: 'Sam', email: 'sam@x.example', niveau: 'bestuur', hoofdcontact: false };
const BO = { naam: 'Bo', email: 'bo@x.example', niveau: 'beleid', hoofdcontact: true };
const NIEUW = {
  onderwerp: 'Wat leverde de scan op?',
  begintOp: '2090-03-30T10:00:00+02:00',
  eindigtOp: '2090-03-30T12:00:00+02:00',
  plaats: 'Stadhuis',
};

jest.setTimeout(30_000);

describe('groepssessies over HTTP', () => {
  let api: TestApi;
  let cohort: string;
  beforeAll(async () => {
    api = await startTestApi();
    cohort = await maakCohort(api);
    const trajecten: string[] = [];
    for (const [gemeentecode, contactpersonen] of [
      ['GM0153', [KIM, SAM]],
      ['GM0141', [BO]],
    ]) {
      const inhoud = { gemeentecode, contactpersonen };
      const { json } = await api.vraag('POST', `/cohorten/${cohort}/deelnemers`, { inhoud });
      trajecten.push((json as { trajectId: string }).trajectId);
    }
    for (const traject of trajecten) await zetLopend(api.database, cohort, traject);
    await api.verleen({ rol: 'onderzoeker', cohortId: cohort });
    await api.alsContact(KIM.email);
  });
  afterAll(() => api.stop());

  const pad = (id = ''): string => `/cohorten/${cohort}/groepssessies${id === '' ? '' : `/${id}`}`;
  const sessie = (opties: Partial<SessieOpties> = {}): Promise<BewaardeSessie> =>
    maakGroepssessie(api.database, { cohortId: cohort, ...opties });
  const lees = async (id: string, verzoek: Verzoek = {}): Promise<Groepssessie> =>
    (await api.vraag('GET', pad(id), verzoek)).json as Groepssessie;
  const legVast = async (id: string, inhoud: unknown, versie = 1, verzoek: Verzoek = {}): Promise<Antwoord> =>
    api.vraag('PUT', `${pad(id)}/aanwezigheid`, {
      inhoud,
      headers: { 'If-Match': `"${String(versie)}"` },
      ...verzoek,
    });

  it('are asked for with what people typed kept apart, once for one key, and seen by nobody until they hold', async () => {
    const vraag = (): Promise<Antwoord> =>
      api.vraag('POST', pad(), { inhoud: NIEUW, headers: { 'Idempotency-Key': 'sessie-1' } });
    // Temporal is not there: what was written down is no session yet.
    expect([(await vraag()).status, (await vraag()).status]).toEqual([503, 503]);
    const voorstellen = await api.database.query<{ aantal: number; genodigd: boolean }[]>(
      `SELECT count(DISTINCT b.id) AS aantal, bool_or(g.uitgenodigd) AS genodigd, count(g.id) AS gasten FROM bijeenkomst b
         JOIN genodigde g ON g.bijeenkomst_id = b.id WHERE b.cohort_id = $1 AND b.status = 'voorstel'`,
      [cohort],
    );
    // The hoofdcontacten of both, and the adviseur who made the cohort.
    expect(voorstellen).toEqual([{ aantal: 1, genodigd: false, gasten: 3 }]);
    expect(((await api.vraag('GET', pad())).json as GroepssessieLijst).items).toEqual([]);
  });

  it.each([
    [
      'an end before its beginning is refused by the process, one a day later here',
      { eindigtOp: '2090-04-02T10:00:00Z' },
    ],
    ['a link that is no https', { link: 'javascript:alert(1)' }],
    ['a subject with a line break', { onderwerp: 'a\r\nBcc: x@y.example' }],
    ['somebody who is not in this cohort', { contactpersonen: ['6a0a5f8e-7c1d-4b7e-9d3a-2f5b1c8e4d01'] }],
    [
      'a facilitator who does not work here',
      { facilitator: { accountId: '6a0a5f8e-7c1d-4b7e-9d3a-2f5b1c8e4d01' } },
    ],
    ['a field that does not exist', { status: 'gehouden' }],
  ])('refuse %s', async (_, fout) => {
    expect((await api.vraag('POST', pad(), { inhoud: { ...NIEUW, ...fout } })).status).toBe(400);
  });

  it('are not for a cohort that has not begun', async () => {
    const nieuw = await maakCohort(api);
    const { status, probleem } = await api.vraag('POST', `/cohorten/${nieuw}/groepssessies`, {
      inhoud: NIEUW,
    });
    expect([status, probleem.code]).toEqual([409, 'nog-niet-gestart']);
  });

  it('show an adviseur everybody, a gemeente itself, and an onderzoeker nobody by name', async () => {
    const { id } = await sessie({ vanBuiten: 'fien@buiten.example' });
    const namen = ({ genodigden }: Groepssessie) => genodigden.map(({ naam }) => naam).sort();
    expect(namen(await lees(id))).toEqual(['Bo', 'Fien Facilitator', 'Kim', 'Sam']);
    const gemeente = await lees(id, { rol: 'gemeente' });
    expect([namen(gemeente), gemeente.leidt, gemeente.verslag]).toEqual([['Kim', 'Sam'], false, null]);
    const { tekst } = await api.vraag('GET', pad(), { rol: 'onderzoeker' });
    expect(tekst).toContain(id);
    expect(tekst).not.toMatch(/Kim|Sam|Fien|buiten|Enschede|GM0153|v1\./);
    const onderzoeker = await lees(id, { rol: 'onderzoeker' });
    const trajecten = await api.database.query<{ id: string; pseudoniem: string }[]>(
      'SELECT id, pseudoniem FROM traject WHERE cohort_id = $1',
      [cohort],
    );
    const kenmerken = new Set(
      onderzoeker.genodigden.flatMap(({ gemeente }) => (gemeente ? [gemeente.trajectId] : [])),
    );
    expect([...kenmerken].sort()).toEqual(trajecten.map(({ pseudoniem }) => pseudoniem).sort());
  });

  it('are among what is kept of who was invited', async () => {
    const { id } = await sessie({ onderwerp: 'Bij mijn gegevens' });
    const { json } = await api.vraag('GET', '/ik/gegevens', { rol: 'gemeente' });
    const { bijeenkomsten } = json as MijnGegevens;
    expect(bijeenkomsten.filter(({ bijeenkomstId }) => bijeenkomstId === id)).toEqual([
      expect.objectContaining({
        onderwerp: 'Bij mijn gegevens',
        rol: 'contactpersoon',
        aanwezig: 'onbekend',
      }),
    ]);
  });

  it('are on the list of a gemeente as long as it is invited', async () => {
    const { id } = await sessie({ onderwerp: 'Alleen voor Bo' });
    const mijn = async (): Promise<string[]> =>
      ((await api.vraag('GET', '/bijeenkomsten', { rol: 'gemeente' })).json as BijeenkomstLijst).items.map(
        (een) => een.id,
      );
    expect(await mijn()).toContain(id);
    await api.database.query(
      `UPDATE genodigde g SET uitgenodigd = false FROM traject t
        WHERE g.bijeenkomst_id = $1 AND t.id = g.traject_id AND t.gemeente_code = 'GM0153'`,
      [id],
    );
    expect(await mijn()).not.toContain(id);
    expect((await api.vraag('GET', pad(id), { rol: 'gemeente' })).status).toBe(404);
  });

  it('have who was there written down after they began, by who saw them as they are', async () => {
    const straks = await sessie();
    const weg = await legVast(straks.id, { aanwezigen: [] });
    expect([weg.status, weg.probleem.code]).toEqual([409, 'nog-niet-begonnen']);
    const { id, genodigden } = await sessie({ overUren: -3 });
    const inhoud = {
      aanwezigen: [
        { genodigdeId: genodigden[0], aanwezig: 'aanwezig' },
        { genodigdeId: genodigden[1], aanwezig: 'afwezig' },
      ],
      verslag: 'Drie gemeenten willen samen trainen.',
    };
    expect((await api.vraag('PUT', `${pad(id)}/aanwezigheid`, { inhoud })).status).toBe(428);
    const gedaan = await legVast(id, inhoud);
    expect([gedaan.status, gedaan.headers.get('etag')]).toEqual([200, '"2"']);
    const na = await lees(id);
    expect([na.status, na.verslag]).toEqual(['gehouden', inhoud.verslag]);
    expect(Object.fromEntries(na.genodigden.map((een) => [een.id, een.aanwezig]))).toEqual({
      [genodigden[0] ?? '']: 'aanwezig',
      [genodigden[1] ?? '']: 'afwezig',
      [genodigden[2] ?? '']: 'onbekend',
    });
    expect((await legVast(id, inhoud)).status).toBe(412);
    const vreemd = { aanwezigen: [{ genodigdeId: straks.genodigden[0], aanwezig: 'aanwezig' }] };
    expect((await legVast(id, vreemd, 2)).status).toBe(400);
    const [feit] = await api.database.query<{ inhoud: unknown }[]>(
      `SELECT inhoud FROM gebeurtenis WHERE soort = 'groepssessie-vastgelegd' AND inhoud ->> 'sessie' = $1`,
      [id],
    );
    expect(feit?.inhoud).toEqual({ sessie: id, aanwezig: 1, afwezig: 1 });
  });

  it('are led by an onderzoeker who is the facilitator, without names, and by no other', async () => {
    const eigen = await sessie({ overUren: -3, facilitator: api.accounts.onderzoeker });
    const vreemd = await sessie({ overUren: -3 });
    const als = { rol: 'onderzoeker' } as const;
    expect(await lees(eigen.id, als)).toMatchObject({ leidt: true, verslag: '' });
    expect(await lees(vreemd.id, als)).toMatchObject({ leidt: false, verslag: null });
    const inhoud = {
      aanwezigen: [{ genodigdeId: eigen.genodigden[0], aanwezig: 'aanwezig' }],
      verslag: 'Goed',
    };
    expect((await legVast(eigen.id, inhoud, 1, als)).json).toMatchObject({ verslag: 'Goed', versie: 2 });
    const nee = await legVast(vreemd.id, { aanwezigen: [] }, 1, als);
    expect([nee.status, nee.probleem.code]).toEqual([403, 'geen-facilitator']);
    const gasten = { ...NIEUW, contactpersonen: [] };
    const straks = await sessie({ facilitator: api.accounts.onderzoeker });
    const wijzig = (inhoud: unknown): Promise<Antwoord> =>
      api.vraag('PUT', pad(straks.id), { inhoud, headers: { 'If-Match': '"1"' }, ...als });
    expect((await wijzig(gasten)).probleem.code).toBe('alleen-adviseur');
    expect((await wijzig(NIEUW)).status).toBe(503);
    expect((await api.vraag('POST', pad(), { inhoud: NIEUW, ...als })).status).toBe(403);
  });

  it('let a gemeente join a cohort that runs on a day of its own, and on no other terms', async () => {
    const voegToe = async (gemeentecode: string, startdatum?: string, personen = [KIM]): Promise<Antwoord> =>
      api.vraag('POST', `/cohorten/${cohort}/deelnemers`, {
        inhoud: { gemeentecode, contactpersonen: personen, ...(startdatum ? { startdatum } : {}) },
      });
    expect((await voegToe('GM0150')).probleem.code).toBe('cohort-al-gestart');
    expect((await voegToe('GM0150', '2020-01-06')).probleem.code).toBe('startdatum-voorbij');
    // It takes part since the beginning.
    expect((await voegToe('GM0141', '2090-04-03', [BO])).probleem.code).toBe('doet-al-mee');
    expect((await voegToe('GM0150', '2090-04-03')).status).toBe(503);
    // The same again does the rest; another day is another request.
    expect((await voegToe('GM0150', '2090-04-03')).status).toBe(503);
    expect((await voegToe('GM0150', '2090-04-10')).probleem.code).toBe('doet-al-mee');
    const rijen = await api.database.query<unknown[]>(
      `SELECT status, startdatum FROM traject WHERE cohort_id = $1 AND gemeente_code = 'GM0150'`,
      [cohort],
    );
    expect(rijen).toEqual([{ status: 'gepland', startdatum: '2090-04-03' }]);
  });
});
