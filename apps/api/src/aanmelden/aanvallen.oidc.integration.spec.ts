import { SESSIE_COOKIE } from '@maatwerktraject/database';
import {
  CookieJar,
  maakAccount,
  startIdentiteit,
  verleen,
  type IdentiteitProef,
} from '@maatwerktraject/testing/services';
import { startTestApi, type TestApi } from '../testing/api.js';
import { gezetteCookies } from '../testing/rauw.js';
import { teken, Tussenin } from '../testing/tussenin.js';
import { TERUG_PAD } from './oidc.service.js';

const PUBLIEK = 'http://localhost:4871';
const EMAIL = 'adviseur@oefening.example';

describe('aanvallen op het aanmelden bij een organisatie', () => {
  let provider: IdentiteitProef;
  let tussenin: Tussenin;
  let api: TestApi;

  beforeAll(async () => {
    provider = await startIdentiteit({ redirectUris: [`${PUBLIEK}${TERUG_PAD}`] });
  }, 30_000);
  afterAll(() => provider.stop());
  beforeEach(async () => {
    tussenin = new Tussenin(provider);
    await tussenin.start();
    api = await startTestApi({
      PUBLIC_URL: PUBLIEK,
      OIDC_ISSUER: tussenin.issuer,
      OIDC_CLIENT_ID: provider.clientId,
      OIDC_CLIENT_SECRET: provider.clientSecret,
    });
    await verleen(api.database, await maakAccount(api.database, EMAIL), { rol: 'adviseur' });
  }, 30_000);
  afterEach(async () => {
    await api.stop();
    await tussenin.stop();
  });

  const open = async (jar: CookieJar, pad: string, headers: Record<string, string> = {}) => {
    const url = `${api.url}${pad}`;
    const antwoord = await fetch(url, {
      redirect: 'manual',
      headers: { Cookie: jar.header(url), ...headers },
    });
    jar.take(antwoord);
    await antwoord.text();
    return {
      naar: antwoord.headers.get('location') ?? '',
      sessie: gezetteCookies(antwoord.headers).get(SESSIE_COOKIE)?.waarde,
    };
  };

  /** A whole login; where it ends, and whether there was a session. */
  async function meldAan(): Promise<[string, boolean]> {
    const jar = new CookieJar();
    const { naar: begin } = await open(jar, '/api/v1/aanmelding/oidc?naar=/cohorten');
    const terug = new URL(await provider.aanmelden(begin, EMAIL));
    terug.searchParams.set('iss', tussenin.issuer);
    const { naar, sessie } = await open(jar, `${terug.pathname}${terug.search}`);
    return [naar, sessie !== undefined];
  }
  const GEWEIGERD = ['/aanmelden?fout=storing&naar=%2Fcohorten', false];
  /** Refused, while the same login with nothing changed is not. */
  const geweigerd = async (): Promise<void> => {
    expect(await meldAan()).toEqual(GEWEIGERD);
    tussenin.token = (kop, inhoud) => tussenin.goed(kop, inhoud);
    expect(await meldAan()).toEqual(['/cohorten', true]);
  };

  it('refuses an ID token that was changed on its way', async () => {
    tussenin.token = (kop, inhoud) => {
      const handtekening = tussenin.goed(kop, inhoud).split('.')[2] ?? '';
      const [nieuweKop = '', nieuw = ''] = tussenin.goed(kop, { ...inhoud, sub: 'een-ander' }).split('.');
      return `${nieuweKop}.${nieuw}.${handtekening}`;
    };
    expect(await meldAan()).toEqual(GEWEIGERD);
    tussenin.token = (kop, inhoud) => teken(kop, inhoud, tussenin.vreemdeSleutel);
    expect(await meldAan()).toEqual(GEWEIGERD);
    // Neither with a key that it brings along.
    tussenin.token = (kop, inhoud) =>
      teken({ ...kop, jku: `${PUBLIEK}/sleutels` }, inhoud, tussenin.vreemdeSleutel);
    await geweigerd();
  }, 30_000);

  it('refuses an ID token without a signature', async () => {
    tussenin.token = (_, inhoud) =>
      `${tussenin.goed({ alg: 'none' }, inhoud).split('.').slice(0, 2).join('.')}.`;
    expect(await meldAan()).toEqual(GEWEIGERD);
    tussenin.token = (_, inhoud) => tussenin.goed({ alg: 'HS256' }, inhoud);
    await geweigerd();
  }, 30_000);

  it('refuses an ID token that is too old', async () => {
    const nu = Math.floor(Date.now() / 1000);
    tussenin.token = (kop, inhoud) => tussenin.goed(kop, { ...inhoud, iat: nu - 900, exp: nu - 300 });
    expect(await meldAan()).toEqual(GEWEIGERD);
    tussenin.token = (kop, inhoud) => tussenin.goed(kop, { ...inhoud, nbf: nu + 900 });
    await geweigerd();
  }, 30_000);

  it('refuses an ID token for another program', async () => {
    tussenin.token = (kop, inhoud) => tussenin.goed(kop, { ...inhoud, aud: 'een-ander-programma' });
    expect(await meldAan()).toEqual(GEWEIGERD);
    tussenin.token = (kop, inhoud) => tussenin.goed(kop, { ...inhoud, iss: 'https://evil.example' });
    await geweigerd();
  }, 30_000);

  it('refuses a provider that says to be another one', async () => {
    const jar = new CookieJar();
    tussenin.beschrijf = (zo) => ({ ...zo, issuer: 'https://evil.example' });
    expect((await open(jar, '/api/v1/aanmelding/oidc')).naar).toBe('/aanmelden?fout=storing');
    tussenin.beschrijf = (zo) => zo;
    expect(await meldAan()).toEqual(['/cohorten', true]);
  }, 30_000);

  it('begins no login that another website started', async () => {
    const begin = async (site: string | undefined, naar = '/mijn?a=b') => {
      const jar = new CookieJar();
      const pad = `/api/v1/aanmelding/oidc?naar=${encodeURIComponent(naar)}`;
      const { naar: waarheen } = await open(jar, pad, site === undefined ? {} : { 'Sec-Fetch-Site': site });
      return [waarheen.split('/oidc/auth')[0], jar.header(api.url) !== ''];
    };
    for (const site of ['cross-site', 'same-site'])
      expect([site, await begin(site)]).toEqual([site, ['/aanmelden?naar=%2Fmijn%3Fa%3Db', false]]);
    expect(await begin('cross-site', '//evil.example')).toEqual(['/aanmelden?naar=%2F', false]);
    // From our own page, typed, or by a browser that does not say.
    for (const site of ['same-origin', 'none', undefined])
      expect([site, await begin(site)]).toEqual([site, [provider.issuer, true]]);
  });
});
