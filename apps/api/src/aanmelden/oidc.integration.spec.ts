import { emailIndex } from '@maatwerktraject/crypto';
import { SESSIE_COOKIE } from '@maatwerktraject/database';
import {
  maakAccount,
  meldAan as meldAanVoorbij,
  startIdentiteit,
  TEST_KEYRING,
  verleen,
  type IdentiteitProef,
} from '@maatwerktraject/testing/services';
import { startTestApi, type TestApi } from '../testing/api.js';
import { adres, Browser, persoon, PUBLIEK } from '../testing/oidc.browser.js';
import { gezetteCookies } from '../testing/rauw.js';
import { POGING_COOKIE } from '../toegang/sessie.cookie.js';
import { TERUG_PAD } from './oidc.service.js';

const MENSEN = [
  ...['adviseur', 'onderzoeker', 'beheerder', 'onbekend', 'blok', 'contact', 'tijdelijk', 'verhuisd'].map(
    (naam) => persoon(naam),
  ),
  persoon('zonder', false),
  persoon('laat'),
];
describe('aanmelden met het account van een organisatie', () => {
  let provider: IdentiteitProef;
  let api: TestApi;
  const account = new Map<string, string>();

  const startApi = (extra: Record<string, string> = {}): Promise<TestApi> =>
    startTestApi({
      PUBLIC_URL: PUBLIEK,
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: provider.clientId,
      OIDC_CLIENT_SECRET: provider.clientSecret,
      ...extra,
    });

  beforeAll(async () => {
    provider = await startIdentiteit({ redirectUris: [`${PUBLIEK}${TERUG_PAD}`], people: MENSEN });
    api = await startApi();
    for (const rol of ['adviseur', 'onderzoeker', 'beheerder'] as const) {
      account.set(rol, await maakAccount(api.database, adres(rol)));
      await verleen(api.database, account.get(rol) ?? '', { rol });
    }
    for (const naam of ['blok', 'tijdelijk', 'verhuisd', 'zonder', 'laat']) {
      account.set(naam, await maakAccount(api.database, adres(naam)));
      await verleen(api.database, account.get(naam) ?? '', { rol: 'adviseur' });
    }
    await api.database.query(`UPDATE account SET status = 'geblokkeerd' WHERE id = $1`, [
      account.get('blok'),
    ]);
    account.set('contact', await maakAccount(api.database, adres('contact')));
  }, 60_000);
  afterAll(async () => {
    await api.stop();
    await provider.stop();
  });
  beforeEach(() => api.database.query('DELETE FROM limiet'));

  const meldAan = async (wie: string, op = api, naar?: string) => {
    const browser = new Browser(op);
    const terug = await browser.langs(provider, wie, await browser.begin(naar));
    return { browser, terug, ...(await browser.open(terug)) };
  };
  const sessies = async (): Promise<number> => {
    const [rij] = await api.database.query<{ n: number }[]>('SELECT count(*) AS n FROM sessie');
    return rij?.n ?? -1;
  };

  /** Ends on the page that says why, and without a session of any kind. */
  const mislukt = async (
    { browser, naar, headers }: { browser: Browser; naar: string; headers: Headers },
    fout: string,
    voor: number,
  ): Promise<void> => {
    expect(naar.replace('&naar=%2Fcohorten', '')).toBe(`/aanmelden?fout=${fout}`);
    expect(gezetteCookies(headers).get(SESSIE_COOKIE)).toBeUndefined();
    expect([await browser.ik(), await sessies()]).toEqual([undefined, voor]);
  };

  it.each(['adviseur', 'onderzoeker', 'beheerder'] as const)('lets in an %s who was invited', async (rol) => {
    const { browser, status, naar, headers } = await meldAan(rol, api, '/cohorten?status=lopend');
    expect([status, naar]).toEqual([302, '/cohorten?status=lopend']);
    expect(await browser.ik()).toMatchObject({ accountId: account.get(rol), rol, rollen: [rol] });
    const cookies = gezetteCookies(headers);
    expect(cookies.get(SESSIE_COOKIE)?.kenmerken).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure']);
    expect(cookies.get(POGING_COOKIE)?.waarde).toBe('');
    const [audit] = await api.database.query<unknown[]>(
      `SELECT handeling, rol, inhoud FROM audit WHERE account_id = $1 ORDER BY volgnummer DESC LIMIT 1`,
      [account.get(rol)],
    );
    expect(audit).toEqual({ handeling: 'aanmelden', rol, inhoud: { via: 'oidc' } });
  });

  it('asks the provider for a code with PKCE, a state and a nonce, each of them new', async () => {
    const gezien = new Set<string>();
    for (let keer = 0; keer < 2; keer++) {
      const { searchParams } = new URL(await new Browser(api).begin());
      expect(Object.fromEntries(searchParams)).toMatchObject({
        ...{ response_type: 'code', code_challenge_method: 'S256', redirect_uri: `${PUBLIEK}${TERUG_PAD}` },
        scope: 'openid profile email',
      });
      for (const naam of ['state', 'nonce', 'code_challenge']) gezien.add(searchParams.get(naam) ?? '');
    }
    expect([gezien.size, Math.min(...[...gezien].map((een) => een.length)) >= 43]).toEqual([6, true]);
  });

  it('goes from then on by the number of the person, and no more by an address', async () => {
    const eerste = await meldAan('verhuisd');
    const mijn = (await eerste.browser.ik())?.accountId;
    expect(mijn).toBe(account.get('verhuisd'));
    // Somebody else gets the address that this person has at the provider; he himself gets another one here.
    const ander = await maakAccount(api.database, 'vrij@oefening.example');
    await verleen(api.database, ander, { rol: 'beheerder' });
    const zet = (id: string | undefined, email: string) =>
      api.database.query('UPDATE account SET email_index = $2 WHERE id = $1', [
        id,
        emailIndex(TEST_KEYRING, email),
      ]);
    await zet(mijn, 'nieuw@oefening.example');
    await zet(ander, adres('verhuisd'));
    expect((await (await meldAan('verhuisd')).browser.ik())?.accountId).toBe(mijn);
    // And who now has the address of an account that is somebody's already does not get into it.
    await zet(mijn, adres('onbekend'));
    await mislukt(await meldAan('onbekend'), 'onbekend', await sessies());
    await zet(mijn, 'nieuw@oefening.example');
  });

  it('lets in nobody who is unknown, blocked, a contactpersoon, or without a role by now', async () => {
    const voor = await sessies();
    await mislukt(await meldAan('onbekend'), 'onbekend', voor);
    await mislukt(await meldAan('contact'), 'onbekend', voor);
    await mislukt(await meldAan('blok'), 'onbekend', voor);
    const { browser } = await meldAan('tijdelijk');
    expect(await browser.ik()).toBeDefined();
    await api.database.query(`UPDATE account SET status = 'geblokkeerd' WHERE id = $1`, [
      account.get('tijdelijk'),
    ]);
    expect(await browser.ik()).toBeUndefined();
    const na = await sessies();
    await mislukt(await meldAan('tijdelijk'), 'geblokkeerd', na);
    await api.database.query(`UPDATE account SET status = 'actief' WHERE id = $1`, [
      account.get('tijdelijk'),
    ]);
    await api.database.query('UPDATE toekenning SET ingetrokken_op = now() WHERE account_id = $1', [
      account.get('tijdelijk'),
    ]);
    await mislukt(await meldAan('tijdelijk'), 'geen-rol', na);
  });

  describe('met wat iemand onderschepte of veranderde', () => {
    let browser: Browser;
    let terug: string;
    let voor: number;
    beforeEach(async () => {
      browser = new Browser(api);
      terug = await browser.langs(provider, 'adviseur', await browser.begin());
      voor = await sessies();
    });
    const met = (naam: string, waarde: string): string => {
      const url = new URL(terug, PUBLIEK);
      url.searchParams.set(naam, waarde);
      return `${url.pathname}${url.search}`;
    };
    const open = async (pad: string, in_ = browser) => ({ browser: in_, ...(await in_.open(pad)) });
    const zetPoging = (wat: string) => api.database.query(`UPDATE aanmeldpoging SET ${wat}`);

    it('refuses what comes back to another browser', async () => {
      await mislukt(await open(terug, new Browser(api)), 'verlopen', voor);
      // Which has begun something of its own.
      const ander = new Browser(api);
      await ander.begin();
      await mislukt(await open(terug, ander), 'storing', voor);
    });

    it('refuses what comes back a second time', async () => {
      expect((await open(terug)).naar).toBe('/cohorten');
      const weer = new Browser(api);
      await mislukt(await open(terug, weer), 'verlopen', voor + 1);
      // The same code in an attempt that is still open.
      const nieuw = new Browser(api);
      const staat = new URL(await nieuw.begin()).searchParams.get('state') ?? '';
      await mislukt(await open(met('state', staat), nieuw), 'verlopen', voor + 1);
    });

    it.each([
      ['another state', () => met('state', 'A'.repeat(43)), 'storing'],
      ['no state', () => terug.replace(/state=[^&]*&?/, ''), 'storing'],
      ['another code', () => met('code', 'A'.repeat(43)), 'verlopen'],
      ['no code', () => terug.replace(/code=[^&]*&?/, ''), 'storing'],
      ['another issuer', () => met('iss', 'https://evil.example'), 'storing'],
      ['two codes', () => `${terug}&code=x`, 'storing'],
      ['nothing at all', () => TERUG_PAD, 'storing'],
      [
        'a refusal of the person',
        () => met('error', 'access_denied').replace(/code=[^&]*&?/, ''),
        'afgebroken',
      ],
      ['a strange error', () => met('error', '<script>').replace(/code=[^&]*&?/, ''), 'afgebroken'],
    ])('refuses %s', async (_, pad, fout) => {
      await mislukt(await open(pad()), fout, voor);
      // It was used up by that.
      await mislukt(await open(terug), 'verlopen', voor);
    });

    it.each([
      ['an attempt that is too old', `vervalt_op = now() - interval '1 second'`, 'verlopen'],
      ['a token for another attempt', `nonce = 'iets anders'`, 'storing'],
      ['a code that another program asked for', `verifier = repeat('x', 43)`, 'verlopen'],
    ])('refuses %s', async (_, wat, fout) => {
      await zetPoging(wat);
      await mislukt(await open(terug), fout, voor);
    });

    it('sends nobody to another website afterwards', async () => {
      for (const naar of [
        '//evil.example',
        'https://evil.example',
        '/\\evil.example',
        '/x\r\nSet-Cookie: a=b',
        'javascript:1',
        '/%2f%2fevil.example',
        '/%5Cevil.example',
        '/\t/evil.example',
        '/%09/evil.example',
        '/x/..//evil.example',
      ])
        expect([naar, (await meldAan('adviseur', api, naar)).naar]).toEqual([naar, '/']);
    });
  });

  it('keeps the page that was asked for when the login does not work', async () => {
    for (const [wie, fout, naar] of [
      ['onbekend', 'onbekend', '/taken/1.a.b.c?na=x'],
      ['contact', 'onbekend', '/mijn'],
      ['tijdelijk', 'geen-rol', '/cohorten?status=lopend'],
    ] as const) {
      const { naar: pagina } = await meldAan(wie, api, naar);
      const { pathname, searchParams } = new URL(pagina, PUBLIEK);
      expect([pathname, Object.fromEntries(searchParams)]).toEqual(['/aanmelden', { fout, naar }]);
    }
    const browser = new Browser(api);
    const terug = await browser.langs(provider, 'adviseur', await browser.begin('/cohorten/1'));
    const { naar } = await browser.open(`${terug}&code=x`);
    expect(naar).toBe('/aanmelden?fout=storing&naar=%2Fcohorten%2F1');
  });

  it('wants a second factor where that was set', async () => {
    const strikt = await startApi({ OIDC_MFA: 'verplicht' });
    try {
      for (const naam of ['adviseur', 'zonder']) {
        const id = await maakAccount(strikt.database, adres(naam));
        await verleen(strikt.database, id, { rol: 'adviseur' });
      }
      expect((await meldAan('adviseur', strikt)).naar).toBe('/cohorten');
      const { browser, naar } = await meldAan('zonder', strikt);
      expect([naar, await browser.ik()]).toEqual([
        '/aanmelden?fout=tweede-factor&naar=%2Fcohorten',
        undefined,
      ]);
      const [rij] = await strikt.database.query<{ oidc_subject: string | null }[]>(
        'SELECT oidc_subject FROM account WHERE email_index = $1',
        [emailIndex(TEST_KEYRING, adres('zonder'))],
      );
      // Not even tied to the account.
      expect(rij?.oidc_subject).toBeNull();
    } finally {
      await strikt.stop();
    }
    // Where it was not, it is asked of nobody.
    expect((await meldAan('zonder')).naar).toBe('/cohorten');
  }, 30_000);

  it('keeps no secret of the login readable, and clears away what was not finished', async () => {
    const browser = new Browser(api);
    await browser.begin();
    const sleutel = browser.jar.header(api.url).split('=')[1] ?? '';
    expect(sleutel).toMatch(/^[\w-]{43}$/);
    const [rij] = await api.database.query<{ tekst: string }[]>(
      `SELECT string_agg(p::text || encode(sleutel_hash, 'escape'), '') AS tekst FROM aanmeldpoging p`,
    );
    expect(rij?.tekst).not.toContain(sleutel);
    await api.database.query(`UPDATE aanmeldpoging SET vervalt_op = now() - interval '1 second'`);
    await new Browser(api).begin();
    expect(await api.database.query('SELECT FROM aanmeldpoging')).toHaveLength(1);
  });

  // The last one: the provider is gone after it.
  it('says so when the provider is away, before and halfway', async () => {
    const browser = new Browser(api);
    const terug = await browser.langs(provider, 'laat', await browser.begin());
    await provider.stop();
    await mislukt({ browser, ...(await browser.open(terug)) }, 'storing', await sessies());
    const vers = await startApi();
    try {
      const leeg = new Browser(vers);
      expect(await leeg.begin('/taken/1.a.b.c?x=1')).toBe(
        '/aanmelden?fout=storing&naar=%2Ftaken%2F1.a.b.c%3Fx%3D1',
      );
      expect(leeg.jar.header(vers.url)).toBe('');
      // Logging out does not wait for who is not there.
      const als = await meldAanVoorbij(vers.database, vers.accounts.adviseur, 'adviseur');
      const { status, json } = await vers.vraag('DELETE', '/ik/sessies/huidig', { als });
      expect([status, json]).toEqual([200, { afmeldUrl: null }]);
    } finally {
      await vers.stop();
    }
  }, 30_000);
});
