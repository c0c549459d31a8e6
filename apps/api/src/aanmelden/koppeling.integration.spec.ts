import type { Afgemeld } from '@maatwerktraject/contracts';
import {
  maakAccount,
  startIdentiteit,
  verleen,
  type IdentiteitProef,
} from '@maatwerktraject/testing/services';
import { startTestApi, type TestApi } from '../testing/api.js';
import { adres, Browser, persoon, PUBLIEK } from '../testing/oidc.browser.js';
import { TERUG_PAD } from './oidc.service.js';

const MENSEN = [
  ...['adviseur', 'onbekend', 'contact'].map((naam) => persoon(naam)),
  { ...persoon('zwijgt'), emailBevestigd: 'ongezegd' as const },
  { ...persoon('nee'), emailBevestigd: 'nee' as const },
];

describe('de band tussen een account en een aanbieder', () => {
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
  const nodigUit = async (naam: string, op = api): Promise<string> => {
    const id = await maakAccount(op.database, adres(naam));
    await verleen(op.database, id, { rol: 'adviseur' });
    return id;
  };
  const meldAan = async (wie: string, op = api) => {
    const browser = new Browser(op);
    const terug = await browser.langs(provider, wie, await browser.begin());
    return { browser, ...(await browser.open(terug)) };
  };

  beforeAll(async () => {
    provider = await startIdentiteit({ redirectUris: [`${PUBLIEK}${TERUG_PAD}`], people: MENSEN });
    api = await startApi();
    for (const naam of ['adviseur', 'zwijgt', 'nee']) account.set(naam, await nodigUit(naam));
    account.set('contact', await maakAccount(api.database, adres('contact')));
  }, 60_000);
  afterAll(async () => {
    await api.stop();
    await provider.stop();
  });
  beforeEach(() => api.database.query('DELETE FROM limiet'));

  describe('de eerste keer', () => {
    const laatste = async (): Promise<unknown> => {
      const [regel] = await api.database.query<unknown[]>(
        `SELECT handeling, onderwerp, account_id, rol, inhoud - 'kenmerk' AS inhoud, h.adres
           FROM audit LEFT JOIN audit_herkomst h USING (volgnummer)
          WHERE handeling IN ('account-koppelen', 'koppelen-weigeren') ORDER BY volgnummer DESC LIMIT 1`,
      );
      return regel;
    };
    it('is written down: who, with which provider, and from where', async () => {
      await meldAan('adviseur');
      expect(await laatste()).toEqual({
        handeling: 'account-koppelen',
        onderwerp: `account/${account.get('adviseur') ?? ''}`,
        account_id: account.get('adviseur'),
        rol: 'aanmelding',
        inhoud: { aanbieder: provider.issuer, adresBevestigd: true },
        adres: '127.0.0.1',
      });
      const [eerst] = await api.database.query<{ n: number }[]>(
        `SELECT count(*)::int AS n FROM audit WHERE handeling = 'account-koppelen'`,
      );
      await meldAan('adviseur');
      const [later] = await api.database.query<{ n: number }[]>(
        `SELECT count(*)::int AS n FROM audit WHERE handeling = 'account-koppelen'`,
      );
      expect(later).toEqual(eerst);
    });

    it.each([
      ['onbekend', 'niet-uitgenodigd', false],
      ['contact', 'niet-uitgenodigd', true],
      ['zwijgt', 'adres-niet-bevestigd', true],
      ['nee', 'adres-niet-bevestigd', true],
    ])('is written down when it is refused: %s', async (naam, oorzaak, bekend) => {
      const { browser, naar } = await meldAan(naam);
      expect([naar, await browser.ik()]).toEqual(['/aanmelden?fout=onbekend&naar=%2Fcohorten', undefined]);
      expect(await laatste()).toEqual({
        handeling: 'koppelen-weigeren',
        onderwerp: bekend ? `account/${account.get(naam) ?? ''}` : null,
        account_id: null,
        rol: 'aanmelding',
        inhoud: { aanbieder: provider.issuer, oorzaak },
        adres: '127.0.0.1',
      });
    });

    it('takes the word of a provider that says nothing of its addresses only where that was set', async () => {
      const vertrouwend = await startApi({ OIDC_EMAIL_VERTROUWD: 'ja' });
      try {
        const id = await nodigUit('zwijgt', vertrouwend);
        await nodigUit('nee', vertrouwend);
        const { browser } = await meldAan('zwijgt', vertrouwend);
        expect((await browser.ik())?.accountId).toBe(id);
        const [regel] = await vertrouwend.database.query<{ inhoud: unknown }[]>(
          `SELECT inhoud FROM audit WHERE handeling = 'account-koppelen'`,
        );
        expect(regel?.inhoud).toEqual({ aanbieder: provider.issuer, adresBevestigd: false });
        // What it does say, counts.
        expect(await (await meldAan('nee', vertrouwend)).browser.ik()).toBeUndefined();
      } finally {
        await vertrouwend.stop();
      }
    }, 30_000);
  });

  it('says on logging out where the provider can be left too, and that leads back', async () => {
    const { browser } = await meldAan('adviseur');
    const bijProvider = async (url: string, form?: Record<string, string>): Promise<Response> => {
      const antwoord = await fetch(url, {
        redirect: 'manual',
        headers: { Accept: 'text/html', Cookie: browser.bijProvider.header(url) },
        ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
      });
      browser.bijProvider.take(antwoord);
      return antwoord;
    };
    const opnieuw = async (): Promise<string> =>
      (await bijProvider(await browser.begin())).headers.get('location') ?? '';
    // The provider still knows who it was.
    expect(await opnieuw()).toMatch(new RegExp(`^${PUBLIEK}${TERUG_PAD}\\?code=`));

    const { json } = await api.vraag('DELETE', '/ik/sessies/huidig', { als: browser.jar.header(api.url) });
    const url = new URL((json as Afgemeld).afmeldUrl ?? '');
    expect([url.origin, Object.fromEntries(url.searchParams)]).toEqual([
      provider.issuer,
      { client_id: provider.clientId, post_logout_redirect_uri: `${PUBLIEK}/` },
    ]);
    const pagina = await (await bijProvider(url.href)).text();
    const veld = (vorm: RegExp): string => vorm.exec(pagina)?.[1] ?? '';
    const klaar = await bijProvider(veld(/action="([^"]+)"/), {
      xsrf: veld(/name="xsrf" value="([^"]+)"/),
      logout: 'yes',
    });
    expect([klaar.status, klaar.headers.get('location')]).toEqual([303, `${PUBLIEK}/`]);
    expect(await opnieuw()).toMatch(/\/aanmelden\//);
  });
});
