import type {
  Account,
  DiensttokenPagina,
  GegevenDiensttoken,
  Ik,
  ToekenningLijst,
} from '@maatwerktraject/contracts';
import { RECHTEN_VAN_MENSEN } from '@maatwerktraject/domain';
import { maakAccount, verleen } from '@maatwerktraject/testing/services';
import { maakCohort, startTestApi, type Antwoord, type TestApi, type Verzoek } from '../testing/api.js';
import { maakDienst, maakToken } from '../testing/mensen.js';

const NIEUW = {
  naam: 'Nachtelijke export',
  rol: 'onderzoeker',
  rechten: ['cohorten.lezen'],
  geldigDagen: 30,
};
const NERGENS = '3d1f0e5c-0000-4000-8000-000000000000';

describe('tokens van diensten', () => {
  let api: TestApi;
  let dienst: string;
  let cohort: string;
  let tokens: string;

  beforeAll(async () => {
    api = await startTestApi();
    const { json } = await als('POST', '/accounts', { inhoud: { soort: 'dienst', naam: 'Dashboard' } });
    dienst = (json as Account).id;
    tokens = `/accounts/${dienst}/diensttokens`;
    cohort = await maakCohort(api);
  });
  afterAll(() => api.stop());

  const als = (methode: string, pad: string, verzoek: Verzoek = {}): Promise<Antwoord> =>
    api.vraag(methode, pad, { rol: 'beheerder', ...verzoek });
  const geef = async (extra: object = {}): Promise<GegevenDiensttoken> =>
    (await als('POST', tokens, { inhoud: { ...NIEUW, ...extra } })).json as GegevenDiensttoken;
  /** As a program does: no cookie, and nothing that a browser says of a page. */
  const met = (token: string, pad: string, methode = 'GET', inhoud?: unknown): Promise<Antwoord> =>
    api.vraag(methode, pad, {
      rol: null,
      inhoud,
      headers: { Authorization: `Bearer ${token}`, 'Sec-Fetch-Site': 'cross-site' },
    });
  const verleenCohort = (inhoud: object, rol: 'adviseur' | 'beheerder' | 'onderzoeker' = 'adviseur') =>
    api.vraag('POST', `/cohorten/${cohort}/toekenningen`, { rol, inhoud });

  it('is for the beheerder alone', async () => {
    const routes = [
      ['GET', tokens],
      ['POST', tokens, NIEUW],
      ['DELETE', `${tokens}/${NERGENS}`],
    ] as const;
    for (const [methode, pad, inhoud] of routes)
      for (const rol of ['adviseur', 'onderzoeker', 'gemeente'] as const)
        expect((await api.vraag(methode, pad, { rol, inhoud })).status).toBe(403);
  });

  it('works once the service has a cohort, for what it holds and nothing else', async () => {
    const { token, rechten } = await geef({ rechten: ['cohorten.lezen', 'cohorten.lezen'] });
    expect([token, rechten]).toEqual([expect.stringMatching(/^mwt_[\w-]{43}$/), ['cohorten.lezen']]);
    // A service without any cohort or role is nobody.
    expect((await met(token, '/ik')).status).toBe(401);
    const gegeven = await verleenCohort({ accountId: dienst, rol: 'onderzoeker' });
    expect([gegeven.status, (gegeven.json as { naam: string }).naam]).toEqual([201, 'Dashboard']);
    expect((await met(token, '/ik')).json as Ik).toMatchObject({
      accountId: dienst,
      soort: 'dienst',
      email: null,
      rechten: ['ik', 'cohorten.lezen'],
    });
    expect((await met(token, `/cohorten/${cohort}`)).status).toBe(200);
    const ander = await maakCohort(api);
    expect((await met(token, `/cohorten/${ander}`)).status).toBe(404);
    const buiten = await met(token, `/cohorten/${cohort}/resultaten`);
    expect([buiten.status, buiten.probleem.code]).toEqual([403, 'geen-recht']);
    expect((await met(token, '/accounts')).status).toBe(403);
    expect((await met(token, '/ik/rol', 'PUT', { rol: 'beheerder' })).status).toBe(403);
  });

  it('holds nothing that is for people: not by the route, not in the table, not on the way', async () => {
    for (const recht of RECHTEN_VAN_MENSEN) {
      const rechten = ['cohorten.lezen', recht];
      const { status, probleem } = await als('POST', tokens, {
        inhoud: { ...NIEUW, rol: 'adviseur', rechten },
      });
      expect([recht, status, probleem.fouten?.map(({ pad }) => pad)]).toEqual([
        recht,
        400,
        expect.arrayContaining(['rechten']),
      ]);
      await expect(maakToken(api.database, dienst, [recht])).rejects.toThrow('diensttoken_rechten_check');
    }
    // One of before there was such a rule.
    const ander = await maakCohort(api);
    const oude = await maakDienst(api.database, [ander]);
    await api.database.query('ALTER TABLE diensttoken DROP CONSTRAINT diensttoken_rechten_check');
    const oud = (await maakToken(api.database, oude, [...RECHTEN_VAN_MENSEN])).slice('Bearer '.length);
    expect(((await met(oud, '/ik')).json as Ik).rechten).toEqual(['ik']);
    expect((await met(oud, `/cohorten/${ander}/toekenningen`)).status).toBe(403);
  });

  it('shows the secret once: not in a list, not for a key, not in what is kept', async () => {
    const { token, id } = await geef();
    const lijst = await als('GET', tokens);
    expect((lijst.json as DiensttokenPagina).items.map((een) => een.id)).toContain(id);
    expect(lijst.tekst).not.toContain('mwt_');
    const metKenmerk = await als('POST', tokens, { inhoud: NIEUW, headers: { 'Idempotency-Key': 'k' } });
    expect([metKenmerk.status, metKenmerk.probleem.fouten?.[0]?.pad]).toEqual([400, 'Idempotency-Key']);
    const [gevonden] = await api.database.query<{ aantal: number }[]>(
      `SELECT (SELECT count(*) FROM diensttoken d WHERE d::text LIKE '%' || $1 || '%')
            + (SELECT count(*) FROM audit a WHERE a::text LIKE '%' || $1 || '%')
            + (SELECT count(*) FROM idempotentie i WHERE i.antwoord IS NOT NULL AND i.kenmerk = 'k') AS aantal`,
      [token.slice(4)],
    );
    expect(gevonden?.aantal).toBe(0);
  });

  it('stops at once when withdrawn, when it expires, and when the service is blocked', async () => {
    const [een, twee, drie] = [await geef(), await geef(), await geef()];
    for (const { token } of [een, twee, drie]) expect((await met(token, '/ik')).status).toBe(200);
    expect((await als('DELETE', `${tokens}/${een.id}`)).status).toBe(204);
    expect((await als('DELETE', `${tokens}/${een.id}`)).status).toBe(404);
    expect((await met(een.token, '/ik')).status).toBe(401);
    await api.database.query('UPDATE diensttoken SET vervalt_op = now() WHERE id = $1', [twee.id]);
    expect((await met(twee.token, '/ik')).status).toBe(401);
    const account = await als('GET', `/accounts/${dienst}`);
    const wijzig = (status: string, tag: string) =>
      als('PATCH', `/accounts/${dienst}`, { inhoud: { status }, headers: { 'If-Match': tag } });
    const dicht = await wijzig('geblokkeerd', account.headers.get('etag') ?? '');
    expect((await met(drie.token, '/ik')).status).toBe(401);
    expect((await als('POST', tokens, { inhoud: NIEUW })).probleem.code).toBe('account-geblokkeerd');
    await wijzig('actief', dicht.headers.get('etag') ?? '');
    expect((await met(drie.token, '/ik')).status).toBe(401);
    for (const vreemd of [`mwt_${'A'.repeat(43)}`, 'A'.repeat(43), een.id, `${drie.token}A`, ''])
      expect((await met(vreemd, '/ik')).status).toBe(401);
  });

  it('says whether it works, and if not why', async () => {
    const eigen = await maakDienst(api.database, []);
    const pad = `/accounts/${eigen}/diensttokens`;
    const nieuw = await als('POST', pad, { inhoud: { ...NIEUW, rol: 'adviseur' } });
    const { token, id, stand } = nieuw.json as GegevenDiensttoken;
    /** What is said of the token, and what comes of using it. */
    const nu = async (): Promise<unknown[]> => [
      ((await als('GET', pad)).json as DiensttokenPagina).items[0]?.stand,
      (await met(token, '/ik')).status,
    ];
    expect(stand).toBe('zonder-rol');
    expect(await nu()).toEqual(['zonder-rol', 401]);
    // Another role than that of the token does not help.
    await verleen(api.database, eigen, { rol: 'onderzoeker', cohortId: cohort });
    expect(await nu()).toEqual(['zonder-rol', 401]);
    await verleen(api.database, eigen, { rol: 'adviseur' });
    expect(await nu()).toEqual(['zonder-cohort', 200]);
    await verleen(api.database, eigen, { rol: 'adviseur', cohortId: cohort });
    expect(await nu()).toEqual(['werkt', 200]);
    await api.database.query(`UPDATE toekenning SET vervalt_op = now() WHERE account_id = $1`, [eigen]);
    expect(await nu()).toEqual(['zonder-rol', 401]);
    const zet = (wat: string) =>
      api.database.query(`UPDATE ${wat} WHERE ${wat.startsWith('account') ? '' : 'account_'}id = $1`, [
        eigen,
      ]);
    await zet(`account SET status = 'geblokkeerd'`);
    expect(await nu()).toEqual(['geblokkeerd', 401]);
    await zet('diensttoken SET vervalt_op = now()');
    expect(await nu()).toEqual(['verlopen', 401]);
    expect((await als('DELETE', `${pad}/${id}`)).status).toBe(204);
    expect(await nu()).toEqual(['ingetrokken', 401]);
  });

  it('is for services, and for rights that the role has', async () => {
    const fout = await als('POST', tokens, { inhoud: { ...NIEUW, rechten: ['accounts.beheren'] } });
    expect([fout.status, fout.probleem.fouten?.[0]?.pad]).toEqual([400, 'rechten']);
    for (const extra of [{ rol: 'beheerder' }, { geldigDagen: 366 }, { geldigDagen: 0 }, { rechten: [] }])
      expect((await als('POST', tokens, { inhoud: { ...NIEUW, ...extra } })).status).toBe(400);
    const mens = await als('POST', `/accounts/${api.accounts.adviseur}/diensttokens`, { inhoud: NIEUW });
    expect(mens.probleem.code).toBe('geen-dienst');
    expect((await als('POST', `/accounts/${NERGENS}/diensttokens`, { inhoud: NIEUW })).status).toBe(404);
    const { id } = await geef();
    expect((await als('DELETE', `/accounts/${api.accounts.adviseur}/diensttokens/${id}`)).status).toBe(404);
  });

  it('lets an adviseur name a service and nobody else; a beheerder anyone but himself', async () => {
    const mens = await maakAccount(api.database, 'iemand@les.example');
    const deel = (accountId: string) => ({ accountId, rol: 'adviseur' });
    expect((await verleenCohort(deel(mens))).status).toBe(404);
    expect((await verleenCohort(deel(NERGENS))).status).toBe(404);
    expect((await verleenCohort(deel(mens), 'beheerder')).status).toBe(201);
    expect((await verleenCohort(deel(NERGENS), 'beheerder')).status).toBe(404);
    const zelf = await verleenCohort(deel(api.accounts.beheerder), 'beheerder');
    expect(zelf.probleem.code).toBe('eigen-account');
    const perMail = { email: 'beheerder@les.example', naam: 'Ik', rol: 'adviseur' };
    expect((await verleenCohort(perMail, 'beheerder')).probleem.code).toBe('eigen-account');
    expect((await verleenCohort(deel(dienst), 'onderzoeker')).status).toBe(403);
    expect((await verleenCohort({ rol: 'adviseur' })).status).toBe(400);
    expect((await verleenCohort({ ...perMail, accountId: dienst })).status).toBe(400);
    expect((await verleenCohort({ email: 'x@y.example', rol: 'adviseur' })).status).toBe(400);
    const { items } = (await api.vraag('GET', `/cohorten/${cohort}/toekenningen`)).json as ToekenningLijst;
    expect(items.map(({ accountId }) => accountId).sort()).toEqual(
      [api.accounts.adviseur, dienst, mens].sort(),
    );
    // The database itself does not let a beheerder in either.
    await expect(
      api.database.transaction(async (db) => {
        await db.query(
          `SET LOCAL ROLE maatwerktraject_api; SELECT begin_als('${api.accounts.beheerder}', 'beheerder')`,
        );
        await db.query(
          `INSERT INTO toekenning (account_id, rol, cohort_id, verleend_door) VALUES ($1, 'adviseur', $2, $1)`,
          [api.accounts.beheerder, cohort],
        );
      }),
    ).rejects.toThrow('toekenning_niet_aan_zichzelf');
  });

  it('keeps an onderzoeker logged in, with sessions of his own to see and to end', async () => {
    await api.database.query(`UPDATE sessie SET gebruikt_op = now() - interval '5 minutes'`);
    const rol = 'onderzoeker';
    const { status, json } = await api.vraag('GET', '/ik/sessies', { rol });
    expect(status).toBe(200);
    const [eigen] = (json as { items: { id: string }[] }).items;
    expect((await api.vraag('DELETE', `/ik/sessies/${eigen?.id ?? ''}`, { rol })).status).toBe(204);
    expect((await api.vraag('GET', '/ik', { rol })).status).toBe(401);
  });
});
