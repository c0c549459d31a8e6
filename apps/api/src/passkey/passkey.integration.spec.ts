import type { MijnGegevens, PasskeyLijst } from '@maatwerktraject/contracts';
import { meldAan } from '@maatwerktraject/testing/services';
import { Authenticator, type Afwijking } from '../testing/authenticator.js';
import { startTestApi, type Antwoord, type TestApi } from '../testing/api.js';
import {
  bewijsUit,
  gebruikLink,
  maakContact,
  meldAanMetLink,
  sessieUit,
  stelVraag,
  voegPasskeyToe,
} from '../testing/link-aanmelding.js';

const WEBSITE = 'https://mt.example';
const REDEN = { reden: 'Telefoon kwijt, teruggebeld op het bekende nummer' };

let api: TestApi;
let nummer = 0;
beforeAll(async () => {
  api = await startTestApi({ PUBLIC_URL: WEBSITE });
});
afterAll(() => api.stop());
beforeEach(() => api.database.query('DELETE FROM limiet'));

const contact = (): Promise<string> => maakContact(api, `kim-${String(++nummer)}@x.example`);
const lijst = async (als: string): Promise<PasskeyLijst> =>
  (await api.vraag('GET', '/ik/passkeys', { als })).json as PasskeyLijst;
const voegToe = (als: string, antwoord: unknown, naam = 'Telefoon'): Promise<Antwoord> =>
  api.vraag('POST', '/ik/passkeys', { als, inhoud: { naam, antwoord } });
const status = async (als: string): Promise<number> => (await api.vraag('GET', '/ik', { als })).status;
const regels = async (account: string): Promise<string[]> =>
  (
    await api.database.query<{ handeling: string }[]>(
      `SELECT handeling FROM audit WHERE (account_id = $1 OR onderwerp = 'account/' || $1) AND handeling LIKE 'passkey%'
        ORDER BY volgnummer`,
      [account],
    )
  ).map(({ handeling }) => handeling);
const berichten = async (account: string): Promise<string[]> =>
  (
    await api.database.query<{ soort: string }[]>(
      'SELECT soort FROM accountbericht WHERE account_id = $1 ORDER BY gevraagd_op',
      [account],
    )
  ).map(({ soort }) => soort);
/** As if this account logged in so many minutes ago. */
const verouder = (account: string, minuten: number): Promise<unknown> =>
  api.database.query(
    'UPDATE sessie SET begonnen_op = now() - make_interval(mins => $2) WHERE account_id = $1',
    [account, minuten],
  );

describe('een passkey toevoegen', () => {
  it('is for who wants it: without one nothing is asked, nor shown', async () => {
    const account = await contact();
    const antwoord = await gebruikLink(api, account);
    expect(antwoord.json).toEqual({ naar: '/mijn', nogNodig: null });
    expect(bewijsUit(antwoord)).toBe('');
    expect(await lijst(sessieUit(antwoord))).toEqual({ items: [], belemmering: null });
  });

  it('goes on under another secret, ends sessions that showed a link alone, and tells by mail', async () => {
    const account = await contact();
    const elders = await meldAanMetLink(api, account);
    const hier = await meldAanMetLink(api, account);
    const na = await voegPasskeyToe(api, hier, new Authenticator(WEBSITE));
    expect([await status(elders), await status(hier), await status(na.als)]).toEqual([401, 401, 200]);
    expect(await lijst(na.als)).toEqual({
      items: [{ id: na.id, naam: 'Telefoon', gemaaktOp: expect.any(String), gebruiktOp: null }],
      belemmering: null,
    });
    const { json } = await api.vraag('GET', '/ik/sessies', { als: na.als });
    expect(json).toMatchObject({ items: [{ via: 'link', meerdereFactoren: true, huidig: true }] });
    expect(await berichten(account)).toEqual(['passkey-toegevoegd']);
    expect(await regels(account)).toEqual(['passkey-toevoegen']);
  });

  it('ends also a session with a link alone that begins at that very moment', async () => {
    const account = await contact();
    const { als } = await voegPasskeyToe(api, await meldAanMetLink(api, account), new Authenticator(WEBSITE));
    await api.database.query(
      `UPDATE sessie SET meerdere_factoren = false WHERE account_id = $1 AND beeindigd_op IS NULL`,
      [account],
    );
    expect(await status(als)).toBe(401);
  });

  it('asks the device to verify the person, for this website, and not twice for one device', async () => {
    const account = await contact();
    const eerste = await meldAanMetLink(api, account);
    const { opties } = await stelVraag(api, eerste);
    expect(opties).toMatchObject({
      rp: { id: 'mt.example', name: 'Maatwerktraject' },
      attestation: 'none',
      authenticatorSelection: { userVerification: 'required' },
      excludeCredentials: [],
    });
    const apparaat = new Authenticator(WEBSITE);
    const { als } = await voegPasskeyToe(api, eerste, apparaat);
    const weer = await stelVraag(api, als);
    expect(weer.opties).toMatchObject({ excludeCredentials: [{ id: apparaat.id }] });
    expect((await voegToe(als, apparaat.maak(weer))).probleem.code).toBe('passkey-bestaat');
    // Nor for another account.
    const ander = await meldAanMetLink(api, await contact());
    expect((await voegToe(ander, apparaat.maak(await stelVraag(api, ander)))).status).toBe(409);
  });

  const AFWIJKINGEN: readonly (readonly [string, Afwijking])[] = [
    ['another website', { origin: 'https://evil.example' }],
    ['another port of this website', { origin: `${WEBSITE}:8443` }],
    ['a passkey for another website', { rpId: 'evil.example' }],
    ['a person who is not verified', { herkend: false }],
    ['a question that was not asked', { uitdaging: 'AAAA' }],
    ['an answer to the other kind of question', { type: 'webauthn.get' }],
  ];
  it.each(AFWIJKINGEN)('refuses %s', async (_, afwijking) => {
    const als = await meldAanMetLink(api, await contact());
    const { status: code, probleem } = await voegToe(
      als,
      new Authenticator(WEBSITE).maak(await stelVraag(api, als), afwijking),
    );
    expect([code, probleem.code]).toEqual([403, 'passkey-geweigerd']);
    expect((await lijst(als)).items).toEqual([]);
  });

  it('takes an answer once, soon, and in the session that was asked', async () => {
    const account = await contact();
    const als = await meldAanMetLink(api, account);
    const vraag = await stelVraag(api, als);
    const ander = await meldAanMetLink(api, await contact());
    const apparaat = new Authenticator(WEBSITE);
    expect((await voegToe(ander, apparaat.maak(vraag))).status).toBe(410);
    // Wrong once, and then right: the question is gone.
    expect((await voegToe(als, apparaat.maak(vraag, { herkend: false }))).status).toBe(403);
    expect((await voegToe(als, apparaat.maak(vraag))).status).toBe(410);
    const laat = await stelVraag(api, als);
    await api.database.query(`UPDATE passkey_vraag SET vervalt_op = now() WHERE account_id = $1`, [account]);
    expect((await voegToe(als, apparaat.maak(laat))).status).toBe(410);
  });

  it('asks for a login of a moment ago, also to remove one', async () => {
    const account = await contact();
    const { id, als } = await voegPasskeyToe(
      api,
      await meldAanMetLink(api, account),
      new Authenticator(WEBSITE),
    );
    const vraag = await stelVraag(api, als);
    await verouder(account, 11);
    for (const antwoord of [
      await api.vraag('POST', '/ik/passkeys/vraag', { als }),
      await voegToe(als, new Authenticator(WEBSITE).maak(vraag)),
      await api.vraag('DELETE', `/ik/passkeys/${id}`, { als }),
    ])
      expect([antwoord.status, antwoord.probleem.code]).toEqual([403, 'aanmelding-te-oud']);
    expect((await lijst(als)).items).toHaveLength(1);
    await verouder(account, 9);
    expect((await api.vraag('DELETE', `/ik/passkeys/${id}`, { als })).status).toBe(204);
  });

  it('goes up to ten', async () => {
    const account = await contact();
    let als = await meldAanMetLink(api, account);
    for (let keer = 0; keer < 10; keer++)
      ({ als } = await voegPasskeyToe(api, als, new Authenticator(WEBSITE)));
    const { probleem } = await api.vraag('POST', '/ik/passkeys/vraag', { als });
    expect(probleem.code).toBe('te-veel-passkeys');
  });

  it('is not for who logs in with the account of an organisation', async () => {
    expect(((await api.vraag('GET', '/ik/passkeys')).json as PasskeyLijst).belemmering).toContain(
      'organisatie',
    );
    expect((await api.vraag('POST', '/ik/passkeys/vraag')).probleem.code).toBe('alleen-met-link');
  });
});

describe('een passkey van iemand', () => {
  it('has the name that he gives it, and is seen by nobody else', async () => {
    const account = await contact();
    const { id, als } = await voegPasskeyToe(
      api,
      await meldAanMetLink(api, account),
      new Authenticator(WEBSITE),
    );
    const hernoem = (naam: string, wie = als): Promise<Antwoord> =>
      api.vraag('PUT', `/ik/passkeys/${id}/naam`, { als: wie, inhoud: { naam } });
    expect((await hernoem('Sleutelhanger')).status).toBe(204);
    expect((await hernoem('a\nb')).status).toBe(400);
    const ander = await meldAanMetLink(api, await contact());
    expect((await hernoem('Van mij', ander)).status).toBe(404);
    expect((await api.vraag('DELETE', `/ik/passkeys/${id}`, { als: ander })).status).toBe(404);
    expect((await lijst(als)).items).toMatchObject([{ naam: 'Sleutelhanger' }]);
    expect((await lijst(ander)).items).toEqual([]);
  });

  it('goes when he removes it; after the last one a link is enough again', async () => {
    const account = await contact();
    const { id, als } = await voegPasskeyToe(
      api,
      await meldAanMetLink(api, account),
      new Authenticator(WEBSITE),
    );
    expect((await api.vraag('DELETE', `/ik/passkeys/${id}`, { als })).status).toBe(204);
    expect((await api.vraag('DELETE', `/ik/passkeys/${id}`, { als })).status).toBe(404);
    expect(sessieUit(await gebruikLink(api, account))).not.toBe('');
    expect(await berichten(account)).toEqual(['passkey-toegevoegd', 'passkey-verwijderd']);
    expect(await regels(account)).toEqual(['passkey-toevoegen', 'passkey-verwijderen']);
  });

  it('brings no session with a link alone back to life when the last one goes', async () => {
    const account = await contact();
    const eerder = await meldAanMetLink(api, account);
    const { id, als } = await voegPasskeyToe(api, eerder, new Authenticator(WEBSITE));
    // As if it had begun at the moment at which the passkey was added.
    await api.database.query(
      'UPDATE sessie SET beeindigd_op = NULL WHERE account_id = $1 AND NOT meerdere_factoren',
      [account],
    );
    expect(await status(eerder)).toBe(401);
    expect((await api.vraag('DELETE', `/ik/passkeys/${id}`, { als })).status).toBe(204);
    expect([await status(eerder), await status(als)]).toEqual([401, 200]);
  });

  it('is among his data, without what a device knows it by', async () => {
    const account = await contact();
    const apparaat = new Authenticator(WEBSITE);
    const { als } = await voegPasskeyToe(api, await meldAanMetLink(api, account), apparaat);
    const { json, tekst } = await api.vraag('GET', '/ik/gegevens', { als });
    const { passkeys, accountberichten } = json as MijnGegevens;
    expect(passkeys).toMatchObject([{ naam: 'Telefoon', gebruiktOp: null }]);
    expect(accountberichten).toMatchObject([{ soort: 'passkey-toegevoegd', status: 'wacht' }]);
    expect(tekst).not.toContain(apparaat.id);
  });

  it('goes with the account, however that is erased', async () => {
    const account = await contact();
    const { als } = await voegPasskeyToe(api, await meldAanMetLink(api, account), new Authenticator(WEBSITE));
    await stelVraag(api, als);
    await gebruikLink(api, account);
    const wissing = await api.vraag('POST', `/accounts/${account}/wissing`, {
      rol: 'beheerder',
      inhoud: REDEN,
    });
    expect(wissing.status).toBe(200);
    const [over] = await api.database.query<object[]>(
      `SELECT (SELECT count(*) FROM passkey WHERE account_id = $1) AS passkeys,
              (SELECT count(*) FROM passkey_vraag WHERE account_id = $1) AS vragen,
              (SELECT count(*) FROM accountbericht WHERE account_id = $1) AS berichten`,
      [account],
    );
    expect(over).toEqual({ passkeys: 0, vragen: 0, berichten: 0 });
  });
});

describe('een apparaat dat kwijt is', () => {
  const trekIn = (account: string, verzoek: object = {}): Promise<Antwoord> =>
    api.vraag('POST', `/accounts/${account}/passkeys/intrekking`, {
      rol: 'beheerder',
      inhoud: REDEN,
      ...verzoek,
    });

  it('costs a beheerder a reason: all passkeys go, all sessions with a link end, and the person is told', async () => {
    const account = await contact();
    let { als } = await voegPasskeyToe(api, await meldAanMetLink(api, account), new Authenticator(WEBSITE));
    ({ als } = await voegPasskeyToe(api, als, new Authenticator(WEBSITE)));
    const bewijs = bewijsUit(await gebruikLink(api, account));
    expect((await trekIn(account, { inhoud: {} })).status).toBe(400);
    expect((await trekIn(account)).json).toEqual({ accountId: account, passkeys: 2, sessies: 1 });
    expect(await status(als)).toBe(401);
    expect(await status(bewijs)).toBe(401);
    expect(sessieUit(await gebruikLink(api, account))).not.toBe('');
    expect((await berichten(account)).at(-1)).toBe('passkeys-ingetrokken');
    const [regel] = await api.database.query<object[]>(
      `SELECT account_id, reden, inhoud FROM audit WHERE handeling = 'passkeys-intrekken' AND onderwerp = 'account/' || $1`,
      [account],
    );
    expect(regel).toEqual({
      account_id: api.accounts.beheerder,
      reden: REDEN.reden,
      inhoud: { passkeys: 2, sessies: 1 },
    });
  });

  it('leaves sessions with the account of an organisation alone, and sends no mail about nothing', async () => {
    const account = await contact();
    expect((await trekIn(account)).json).toMatchObject({ passkeys: 0 });
    expect(await berichten(account)).toEqual([]);
    const staf = await meldAan(api.database, api.accounts.adviseur, 'adviseur');
    expect((await trekIn(api.accounts.adviseur)).json).toMatchObject({ sessies: 0 });
    expect(await status(staf)).toBe(200);
  });

  it('is not for an adviseur to arrange, nor for the person without it', async () => {
    const account = await contact();
    const { als } = await voegPasskeyToe(api, await meldAanMetLink(api, account), new Authenticator(WEBSITE));
    for (const wie of [{ rol: 'adviseur' }, { als }]) expect((await trekIn(account, wie)).status).toBe(403);
    expect((await lijst(als)).items).toHaveLength(1);
  });
});

describe('een adres dat een getal is', () => {
  it('has no passkeys, says so, and opens no account that has one', async () => {
    const los = await startTestApi({ PUBLIC_URL: 'http://127.0.0.1:3000' });
    try {
      const account = await maakContact(los, 'kim@x.example');
      const als = await meldAanMetLink(los, account);
      expect(((await los.vraag('GET', '/ik/passkeys', { als })).json as PasskeyLijst).belemmering).toMatch(
        /^Passkeys werken niet op dit adres/,
      );
      expect((await los.vraag('POST', '/ik/passkeys/vraag', { als })).probleem.code).toBe('passkeys-uit');
      await los.database.query(
        `INSERT INTO passkey (account_id, naam, kenmerk, publieke_sleutel, teller) VALUES ($1, 'x', 'x', 'x', 0)`,
        [account],
      );
      const gebruikt = await gebruikLink(los, account);
      expect([gebruikt.json, sessieUit(gebruikt)]).toMatchObject([{ nogNodig: 'passkey' }, '']);
      const { probleem } = await los.vraag('POST', '/aanmelding/passkey/vraag', { als: bewijsUit(gebruikt) });
      expect(probleem.code).toBe('passkeys-uit');
    } finally {
      await los.stop();
    }
  });
});
