import { RECHTEN, ROLLEN } from '@maatwerktraject/domain';
import { meldAan } from '@maatwerktraject/testing/services';
import { startTestApi, type TestApi } from '../testing/api.js';
import { BINNENKANT, invullen } from '../testing/invullen.js';
import { rauw } from '../testing/rauw.js';
import { MATRIX } from '../testing/toegang-matrix.js';
import { maakWereld, type Wereld } from '../testing/werelden.js';

describe('aanvallen met velden', () => {
  let api: TestApi;
  let eigen: Wereld;
  let ander: Wereld;
  let als: string;
  let hoofd: string;

  beforeAll(async () => {
    api = await startTestApi();
    eigen = await maakWereld(api, 'a', ['GM0168', 'GM0141', 'GM0164']);
    ander = await maakWereld(api, 'b', ['GM0150', 'GM0163', 'GM0147']);
    als = await meldAan(api.database, eigen.adviseur, 'adviseur');
    hoofd = await meldAan(api.database, eigen.trajecten[0].hoofd, 'gemeente');
  }, 60_000);
  afterAll(() => api.stop());
  beforeEach(() => api.database.query('DELETE FROM limiet'));

  /** Who has which rights, and what belongs to whom: nothing of this may move by a field too many. */
  const vast = () =>
    api.database.query(
      `SELECT (SELECT jsonb_agg(to_jsonb(a) ORDER BY a.id) FROM account a) AS accounts,
              (SELECT jsonb_agg(to_jsonb(k) ORDER BY k.id) FROM toekenning k) AS toekenningen,
              (SELECT jsonb_agg(jsonb_build_array(id, status, gestart_op) ORDER BY id) FROM cohort) AS cohorten,
              (SELECT jsonb_agg(jsonb_build_array(id, cohort_id, status) ORDER BY id) FROM traject) AS trajecten,
              (SELECT jsonb_agg(DISTINCT jsonb_build_array(account_id, rol)) FROM sessie) AS sessies`,
    );

  it('changes nothing by fields that nobody asked for', async () => {
    const vanAnder = () => ({
      ...{ id: ander.cohortId, cohortId: ander.cohortId, trajectId: ander.trajecten[0].id },
      ...{ accountId: ander.adviseur, account_id: ander.adviseur, verleendDoor: ander.adviseur },
    });
    const meer = () => ({
      ...{
        rol: 'beheerder',
        rollen: ROLLEN,
        rechten: RECHTEN,
        status: 'lopend',
        isAdmin: true,
        soort: 'mens',
      },
      ...{
        gestartOp: '2020-01-01T00:00:00Z',
        versie: 99,
        door: 'systeem',
        magInvullen: true,
        vervaltOp: null,
      },
    });
    // A body that may make something makes it here too; those have a test of their own below.
    const maakt = /^POST \/cohorten($|\/.*\/(deelnemers|toekenningen)$)|klok|start$/;
    const voor = await vast();
    const rijen = MATRIX.filter(({ route, inhoud }) => inhoud !== undefined && !maakt.test(route));
    expect(rijen.length).toBeGreaterThan(7);
    for (const { route, inhoud, kop } of rijen)
      for (const extra of [vanAnder(), meer()])
        for (const account of [eigen.adviseur, eigen.trajecten[0].hoofd]) {
          const rol = account === eigen.adviseur ? 'adviseur' : 'gemeente';
          const wie = await meldAan(api.database, account, rol);
          const [methode = '', pad = ''] = route.split(' ');
          const verzoek = { als: wie, inhoud: { ...extra, ...(inhoud as object) }, headers: { ...kop } };
          const { status, tekst } = await api.vraag(methode, invullen(pad, eigen), verzoek);
          expect([route, status < 500 || status === 503]).toEqual([route, true]);
          expect([route, BINNENKANT.exec(tekst)?.[0]]).toEqual([route, undefined]);
        }
    const [na, eerst] = [(await vast()) as Record<string, unknown>[], voor as Record<string, unknown>[]];
    for (const wat of ['accounts', 'toekenningen', 'cohorten', 'trajecten', 'sessies'])
      expect([wat, na[0]?.[wat]]).toEqual([wat, eerst[0]?.[wat]]);
  }, 30_000);

  it('makes what is made as new, of the maker, and here', async () => {
    const extra = {
      id: ander.cohortId,
      status: 'lopend',
      gestartOp: '2020-01-01T00:00:00Z',
      account_id: ander.adviseur,
    };
    const vorm = MATRIX.find(({ route }) => route === 'POST /cohorten')?.inhoud as object;
    const { status, json } = await api.vraag('POST', '/cohorten', { als, inhoud: { ...vorm, ...extra } });
    expect([status, json]).toEqual([201, expect.objectContaining({ status: 'concept', gestartOp: null })]);
    const { id } = json as { id: string };
    expect(id).not.toBe(ander.cohortId);
    const maker = await api.database.query('SELECT account_id, rol FROM toekenning WHERE cohort_id = $1', [
      id,
    ]);
    expect(maker).toEqual([{ account_id: eigen.adviseur, rol: 'adviseur' }]);
    const deelnemer = {
      ...{
        gemeentecode: 'GM0175',
        trajectId: ander.trajecten[0].id,
        cohortId: ander.cohortId,
        status: 'afgerond',
      },
      contactpersonen: [
        {
          naam: 'x',
          email: 'x@x.example',
          niveau: 'beleid',
          hoofdcontact: true,
          accountId: ander.adviseur,
          id,
        },
      ],
    };
    expect((await api.vraag('POST', `/cohorten/${id}/deelnemers`, { als, inhoud: deelnemer })).status).toBe(
      201,
    );
    const trajecten = await api.database.query(
      'SELECT t.status, p.account_id = $2 AS vreemd FROM traject t JOIN contactpersoon p ON p.traject_id = t.id WHERE t.cohort_id = $1',
      [id, ander.adviseur],
    );
    expect(trajecten).toEqual([{ status: 'gepland', vreemd: false }]);
    const toegang = { email: 'y@x.example', naam: 'y', account_id: ander.adviseur, cohortId: ander.cohortId };
    for (const [rol, verwacht] of [
      ['onderzoeker', 201],
      ['beheerder', 400],
      ['gemeente', 400],
    ] as const)
      expect(
        (await api.vraag('POST', `/cohorten/${id}/toekenningen`, { als, inhoud: { ...toegang, rol } }))
          .status,
      ).toBe(verwacht);
    const bij = await api.database.query('SELECT FROM toekenning WHERE cohort_id = $1 AND account_id <> $2', [
      ander.cohortId,
      ander.adviseur,
    ]);
    expect(bij).toEqual([]);
  });

  it('gives no object of ours a property by its prototype', async () => {
    const kwaad = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then', 'toJSON'];
    const cohort = MATRIX.find(({ route }) => route === 'POST /cohorten')?.inhoud;
    for (const sleutel of kwaad)
      for (const [methode, pad, wie, goed] of [
        ['POST', '/cohorten', als, cohort],
        ['PUT', '/taken/{taakId}/concept', hoofd, { inhoud: { uren: 4 } }],
        ['POST', '/taken/{taakId}/inzending', hoofd, { inhoud: { uren: 4 } }],
        ['PUT', '/ik/rol', await meldAan(api.database, eigen.adviseur, 'adviseur'), { rol: 'adviseur' }],
      ] as const) {
        const erbij = `{"${sleutel}":{"kwaad":"beheerder","prototype":{"kwaad":"beheerder"}},`;
        const json = JSON.stringify(goed);
        // Beside what is asked for, and one level down.
        for (const inhoud of [`${erbij}${json.slice(1)}`, json.replace(/(.)\{/, `$1${erbij}`)]) {
          const headers = {
            ...{ Cookie: wie, 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' },
            'If-Match': '"1"',
          };
          const { status, tekst } = await rauw(api.url, methode, `/api/v1${invullen(pad, eigen)}`, {
            headers,
            inhoud,
          });
          const gelezen = [inhoud, pad, status < 500 || status === 503, BINNENKANT.exec(tekst)?.[0]];
          expect(gelezen).toEqual([inhoud, pad, true, undefined]);
        }
      }
    expect([Reflect.get({}, 'kwaad'), Object.keys(Object.prototype)]).toEqual([undefined, []]);
  }, 30_000);
});
