import type { Deelnemer, Taak, Traject, TrajectContact } from '@maatwerktraject/contracts';
import { maakAccount, meldAan } from '@maatwerktraject/testing/services';
import { maakCohort, startTestApi, type Antwoord, type TestApi } from '../testing/api.js';
import { zetLopend } from '../testing/lopend-traject.js';

jest.setTimeout(30_000);

const DAG_MS = 86_400_000;
/** A day of the real clock, which is that of the cohort here. */
const dag = (over: number): string => new Date(Date.now() + over * DAG_MS).toISOString().slice(0, 10);
/** As old or as young as the whole test: no midnight in between. */
const [GISTEREN, OVER_EEN_WEEK] = [dag(-1), dag(7)];

describe('de contactpersonen van een lopend traject', () => {
  let api: TestApi;
  let cohort: string;
  let traject: string;
  let codes = 0;

  /** Everybody is somebody else in each test. */
  const mail = (wie: string): string => `${wie}@n${String(codes)}.example`;

  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());
  beforeEach(async () => {
    cohort = await maakCohort(api);
    const code = ['GM0153', 'GM0141', 'GM0164', 'GM0168', 'GM0150', 'GM0163', 'GM0147', 'GM0160', 'GM0166'];
    const gemeentecode = code[codes++ % code.length];
    const contactpersonen = [
      { naam: 'Bea Bestuur', email: mail('bea'), niveau: 'bestuur', hoofdcontact: true },
      { naam: 'Lev Beleid', email: mail('lev'), niveau: 'beleid' },
      { naam: 'Uma Uitvoer', email: mail('uma'), niveau: 'uitvoering' },
    ];
    const { json } = await api.vraag('POST', `/cohorten/${cohort}/deelnemers`, {
      inhoud: { gemeentecode, contactpersonen },
    });
    traject = (json as Deelnemer).trajectId;
    await zetLopend(api.database, cohort, traject);
    await api.database.query('DELETE FROM uitnodiging');
  });

  const als = async (email: string): Promise<string> =>
    meldAan(api.database, await maakAccount(api.database, email), 'gemeente');
  const lees = async (cookie?: string): Promise<Traject> =>
    (await api.vraag('GET', `/trajecten/${traject}`, cookie === undefined ? {} : { als: cookie }))
      .json as Traject;
  const wie = async (naam: string): Promise<TrajectContact> => {
    const gevonden = (await lees()).contactpersonen.find((een) => een.naam.startsWith(naam));
    if (!gevonden) throw new Error(`no ${naam}`);
    return gevonden;
  };
  const pad = async (naam: string): Promise<string> =>
    `/trajecten/${traject}/contactpersonen/${(await wie(naam)).id}`;
  const wijzig = async (naam: string, inhoud: object, cookie?: string): Promise<Antwoord> =>
    api.vraag('PATCH', await pad(naam), { inhoud, ...(cookie === undefined ? {} : { als: cookie }) });
  const voegToe = (inhoud: object, cookie?: string, headers = {}): Promise<Antwoord> =>
    api.vraag('POST', `/trajecten/${traject}/contactpersonen`, {
      inhoud,
      headers,
      ...(cookie === undefined ? {} : { als: cookie }),
    });
  const draagOver = async (naam: string, cookie?: string): Promise<Antwoord> =>
    api.vraag('PUT', `/trajecten/${traject}/hoofdcontact`, {
      inhoud: { contactpersoonId: (await wie(naam)).id },
      ...(cookie === undefined ? {} : { als: cookie }),
    });
  const vervang = async (naam: string, door: string, van: string, tot: string, cookie?: string) =>
    api.vraag('PUT', `${await pad(naam)}/vervanger`, {
      inhoud: { vervangerId: (await wie(door)).id, van, tot },
      ...(cookie === undefined ? {} : { als: cookie }),
    });
  const taak = async (cookie: string, niveau: string): Promise<Taak> =>
    (await api.vraag('GET', `/taken/${traject}.inventariseren.scan.${niveau}`, { als: cookie })).json as Taak;
  const sam = () => ({ naam: 'Sam Nieuw', email: mail('sam'), niveau: 'beleid' });

  it('are added by the adviseur and the hoofdcontact, mailed once, and can log in and do their taken', async () => {
    expect((await voegToe(sam(), await als(mail('lev')))).probleem).toMatchObject({
      status: 403,
      code: 'andere-contactpersoon',
    });
    const headers = { 'Idempotency-Key': `sam-${traject}` };
    const { status, json } = await voegToe(sam(), undefined, headers);
    expect([status, json]).toEqual([
      201,
      {
        ...sam(),
        id: expect.any(String),
        hoofdcontact: false,
        uzelf: false,
        weekoverzicht: true,
        vertrektOp: null,
        vervanging: null,
        uitnodiging: 'wacht',
      },
    ]);
    expect((await voegToe(sam(), undefined, headers)).json).toEqual(json);
    expect((await voegToe(sam())).probleem.code).toBe('bestaat-al');
    const hoofd = await als(mail('bea'));
    const teun = { naam: 'Teun', email: mail('teun'), niveau: 'uitvoering' };
    const doorHoofd = await voegToe(teun, hoofd);
    expect([doorHoofd.status, (doorHoofd.json as TrajectContact).uitnodiging]).toEqual([201, null]);
    const mails = await api.database.query<unknown[]>('SELECT 1 FROM uitnodiging');
    expect(mails).toHaveLength(2);
    const cookie = await als(mail('sam'));
    expect((await lees(cookie)).eigenUitvoerders).toEqual(['beleid']);
    expect((await taak(cookie, 'beleid')).magInvullen).toBe(true);
    const regels = await api.database.query(
      `SELECT handeling, rol, inhoud FROM audit WHERE onderwerp = $1 AND handeling = 'contactpersoon-toevoegen' ORDER BY volgnummer`,
      [`traject/${traject}`],
    );
    expect(regels).toMatchObject([
      { handeling: 'contactpersoon-toevoegen', rol: 'adviseur', inhoud: { niveau: 'beleid' } },
      { handeling: 'contactpersoon-toevoegen', rol: 'gemeente', inhoud: { niveau: 'uitvoering' } },
    ]);
    expect(JSON.stringify(regels)).not.toMatch(/Sam|example/);
  });

  it('are corrected by the adviseur alone; each chooses the weekoverzicht for himself', async () => {
    expect((await wijzig('Lev', { naam: 'Levina', niveau: 'uitvoering' })).json).toMatchObject({
      naam: 'Levina',
      niveau: 'uitvoering',
    });
    const lev = await als(mail('lev'));
    expect((await wijzig('Levina', { weekoverzicht: false }, lev)).json).toMatchObject({
      weekoverzicht: false,
      uzelf: true,
    });
    for (const inhoud of [{ naam: 'Baas' }, { weekoverzicht: true, niveau: 'bestuur' }, { email: mail('z') }])
      expect((await wijzig('Levina', inhoud, lev)).probleem.code).toBe('andere-contactpersoon');
    expect((await wijzig('Uma', { weekoverzicht: false }, lev)).probleem.code).toBe('andere-contactpersoon');
    expect((await wijzig('Levina', {})).status).toBe(400);
    expect((await wijzig('Levina', { weekoverzicht: true })).json).toMatchObject({ weekoverzicht: true });
  });

  it('get another address as long as they did nothing with the old one, which then opens nothing', async () => {
    const lev = await als(mail('lev'));
    const oud = await wie('Lev');
    const { json } = await wijzig('Lev', { email: mail('lev.goed') });
    expect(json).toMatchObject({ id: oud.id, email: mail('lev.goed'), uitnodiging: 'wacht' });
    expect((await api.vraag('GET', `/trajecten/${traject}`, { als: lev })).status).toBe(401);
    expect((await lees(await als(mail('lev.goed')))).eigenUitvoerders).toEqual(['beleid']);
    expect((await wijzig('Lev', { email: mail('uma'), niveau: 'uitvoering' })).probleem.code).toBe(
      'bestaat-al',
    );
    await api.database.query(
      `INSERT INTO invoer (id, traject_id, soort, onderwerp, inhoud, door, account_id)
       SELECT gen_random_uuid(), $1, 'antwoord', 'x', '{}', 'gemeente', account_id FROM contactpersoon WHERE id = $2`,
      [traject, oud.id],
    );
    expect((await wijzig('Lev', { email: mail('lev.beter') })).probleem.code).toBe('adres-vast');
    // The same address in other letters is the same account.
    expect((await wijzig('Lev', { email: mail('Lev.Goed') })).status).toBe(200);
  });

  it('see nothing any more from the day on which they leave, and stay on record', async () => {
    const lev = await als(mail('lev'));
    await wijzig('Lev', { vertrektOp: OVER_EEN_WEEK });
    expect((await taak(lev, 'beleid')).magInvullen).toBe(true);
    await wijzig('Lev', { vertrektOp: GISTEREN });
    expect((await api.vraag('GET', '/trajecten', { als: lev })).status).toBe(401);
    const { contactpersonen } = await lees();
    expect(contactpersonen.find(({ naam }) => naam === 'Lev Beleid')).toMatchObject({ vertrektOp: GISTEREN });
    const hoofd = await als(mail('bea'));
    expect((await lees(hoofd)).eigenUitvoerders.sort()).toEqual(['beleid', 'bestuur', 'hoofdcontact']);
    await wijzig('Lev', { vertrektOp: null });
    expect((await taak(await als(mail('lev')), 'beleid')).magInvullen).toBe(true);
  });

  it('keep exactly one hoofdcontact, who hands over before he leaves and can be erased then', async () => {
    expect((await wijzig('Bea', { vertrektOp: OVER_EEN_WEEK })).probleem.code).toBe('hoofdcontact-blijft');
    const bea = await maakAccount(api.database, mail('bea'));
    const wis = () =>
      api.vraag('POST', `/accounts/${bea}/wissing`, {
        rol: 'beheerder',
        inhoud: { reden: 'Ging met pensioen' },
      });
    expect((await wis()).probleem.code).toBe('hoofdcontact');
    const lev = await als(mail('lev'));
    expect((await draagOver('Lev', lev)).probleem.code).toBe('andere-contactpersoon');
    await wijzig('Lev', { vertrektOp: OVER_EEN_WEEK });
    expect((await draagOver('Lev')).probleem.code).toBe('vertrekt');
    await wijzig('Lev', { vertrektOp: null });
    await api.database.query(
      `INSERT INTO bericht (id, sleutel, cohort_id, traject_id, contactpersoon_id, soort, stap, onderwerp, aan, status, op, oefen)
       VALUES (gen_random_uuid(), $1::uuid::text, $2, $1::uuid, $3, 'taak-geopend', 'x', 'x', 'hoofdcontact', 'wacht', now(), false)`,
      [traject, cohort, (await wie('Bea')).id],
    );
    expect((await draagOver('Lev')).json).toMatchObject({ naam: 'Lev Beleid', hoofdcontact: true });
    expect((await lees()).contactpersonen.filter(({ hoofdcontact }) => hoofdcontact)).toHaveLength(1);
    const [bericht] = await api.database.query<{ contactpersoon_id: string }[]>(
      'SELECT contactpersoon_id FROM bericht WHERE traject_id = $1',
      [traject],
    );
    expect(bericht?.contactpersoon_id).toBe((await wie('Lev')).id);
    expect((await lees(lev)).eigenUitvoerders).toContain('hoofdcontact');
    expect((await draagOver('Uma', await als(mail('bea')))).probleem.code).toBe('andere-contactpersoon');
    expect((await wis()).status).toBe(200);
    expect((await wijzig('gewist', { naam: 'Terug' })).probleem.code).toBe('gewist');
    expect((await draagOver('gewist')).probleem.code).toBe('gewist');
  });

  it('have a vervanger who sees and does their taken on those days, as they do themselves', async () => {
    const [lev, uma] = [await als(mail('lev')), await als(mail('uma'))];
    expect((await taak(uma, 'beleid')).magInvullen).toBe(false);
    const gezet = await vervang('Lev', 'Uma', GISTEREN, OVER_EEN_WEEK, lev);
    expect(gezet.json).toMatchObject({
      naam: 'Lev Beleid',
      vervanging: { vervangerId: (await wie('Uma')).id, van: GISTEREN, tot: OVER_EEN_WEEK },
    });
    expect((await lees(uma)).eigenUitvoerders).toEqual(['beleid', 'uitvoering']);
    expect([(await taak(uma, 'beleid')).magInvullen, (await taak(lev, 'beleid')).magInvullen]).toEqual([
      true,
      true,
    ]);
    await api.database.query(`UPDATE contactpersoon SET vervanger_tot = $1 WHERE vervanger_tot IS NOT NULL`, [
      GISTEREN,
    ]);
    expect((await lees(uma)).eigenUitvoerders).toEqual(['uitvoering']);
    await vervang('Bea', 'Uma', GISTEREN, OVER_EEN_WEEK);
    expect((await lees(uma)).eigenUitvoerders.sort()).toEqual(['bestuur', 'hoofdcontact', 'uitvoering']);
    expect((await api.vraag('DELETE', `${await pad('Bea')}/vervanger`, { als: lev })).status).toBe(403);
    expect(
      (await api.vraag('DELETE', `${await pad('Bea')}/vervanger`, { als: await als(mail('bea')) })).status,
    ).toBe(204);
    expect((await lees(uma)).eigenUitvoerders).toEqual(['uitvoering']);
  });

  it('have no vervanger that cannot be', async () => {
    const code = async (...waarden: Parameters<typeof vervang>): Promise<unknown> => {
      const { status, probleem } = await vervang(...waarden);
      return status === 400 ? probleem.fouten?.map(({ pad }) => pad) : (probleem.code ?? status);
    };
    expect(await code('Lev', 'Lev', GISTEREN, OVER_EEN_WEEK)).toBe('uzelf');
    expect(await code('Lev', 'Uma', dag(-9), dag(-2))).toBe('voorbij');
    expect(await code('Lev', 'Uma', OVER_EEN_WEEK, GISTEREN)).toEqual(['tot']);
    expect(await code('Lev', 'Uma', dag(0), dag(182))).toEqual(['tot']);
    expect(await code('Lev', 'Uma', dag(0), dag(181))).toBe(200);
    expect(await code('Bea', 'Lev', dag(3), dag(4))).toBe('vervanger-afwezig');
    expect(await code('Bea', 'Lev', dag(182), dag(190))).toBe(200);
    await wijzig('Uma', { vertrektOp: OVER_EEN_WEEK });
    expect(await code('Lev', 'Uma', dag(0), OVER_EEN_WEEK)).toBe('vervanger-vertrekt');
    expect(await code('Uma', 'Lev', dag(0), dag(1), await als(mail('lev')))).toBe('andere-contactpersoon');
    const vreemd = { vervangerId: traject, van: dag(0), tot: dag(1) };
    const { probleem } = await api.vraag('PUT', `${await pad('Lev')}/vervanger`, { inhoud: vreemd });
    expect(probleem.code).toBe('geen-vervanger');
  });

  it('count the days by the clock of an oefencohort', async () => {
    await api.database.query(
      `UPDATE cohort SET klok_echt = $2, klok_domein = $3, klok_factor = 1 WHERE id = $1`,
      [cohort, Date.now(), Date.parse('2031-05-06T12:00:00Z')],
    );
    const uma = await als(mail('uma'));
    await vervang('Lev', 'Uma', '2031-05-06', '2031-05-06');
    expect((await lees(uma)).eigenUitvoerders).toEqual(['beleid', 'uitvoering']);
    await vervang('Lev', 'Uma', '2031-05-07', '2031-05-07');
    expect((await lees(uma)).eigenUitvoerders).toEqual(['uitvoering']);
  });

  it('stay as they are once the cohort is closed', async () => {
    await api.database.query(`UPDATE cohort SET status = 'afgesloten' WHERE id = $1`, [cohort]);
    expect((await voegToe(sam())).probleem.code).toBe('cohort-afgesloten');
    expect((await draagOver('Lev')).probleem.code).toBe('cohort-afgesloten');
  });

  it('can be told to their own person, with all that is stored of them', async () => {
    const lev = await als(mail('lev'));
    await vervang('Lev', 'Uma', GISTEREN, OVER_EEN_WEEK, lev);
    const { json } = await api.vraag('GET', '/ik/gegevens', { als: lev });
    expect((json as { contactpersonen: object[] }).contactpersonen).toContainEqual(
      expect.objectContaining({
        trajectId: traject,
        weekoverzicht: true,
        vertrektOp: null,
        vervangerVan: GISTEREN,
        vervangerTot: OVER_EEN_WEEK,
      }),
    );
  });
});
