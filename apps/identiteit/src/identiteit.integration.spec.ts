import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CookieJar, startIdentiteit, type IdentiteitProef } from '@maatwerktraject/testing/services';
import * as client from 'openid-client';

const redirectUri = 'http://localhost:3999/api/v1/aanmelding/oidc/terug';
const adviseur = 'adviseur@oefening.example';
const collega = 'collega@oefening.example';

let proef: IdentiteitProef;
let configuration: client.Configuration;

const discover = (one: IdentiteitProef): Promise<client.Configuration> =>
  client.discovery(
    new URL(one.issuer),
    one.clientId,
    undefined,
    client.ClientSecretBasic(one.clientSecret),
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so to stand out: http, on this computer alone
    { execute: [client.allowInsecureRequests] },
  );

beforeAll(async () => {
  proef = await startIdentiteit({ redirectUris: [redirectUri] });
  configuration = await discover(proef);
});
afterAll(() => proef.stop());

interface Begin {
  readonly url: URL;
  readonly checks: { pkceCodeVerifier: string; expectedState: string; expectedNonce: string };
}

const begin = async (extra: Record<string, string> = {}): Promise<Begin> => {
  const pkceCodeVerifier = client.randomPKCECodeVerifier();
  const checks = {
    pkceCodeVerifier,
    expectedState: client.randomState(),
    expectedNonce: client.randomNonce(),
  };
  const url = client.buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    scope: 'openid profile email',
    code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    state: checks.expectedState,
    nonce: checks.expectedNonce,
    ...extra,
  });
  return { url, checks };
};

const without = (url: URL, ...names: string[]): URL => {
  const copy = new URL(url);
  for (const name of names) copy.searchParams.delete(name);
  return copy;
};

const browse = (
  url: string | URL,
  jar: CookieJar,
  init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {},
): Promise<Response> =>
  fetch(url, {
    redirect: 'manual',
    ...init,
    headers: { Accept: 'text/html', Cookie: jar.header(String(url)), ...init.headers },
  }).then((response) => {
    jar.take(response);
    return response;
  });

/** Opens the page on which a person is chosen. */
const openChoice = async (): Promise<{ url: URL; jar: CookieJar; page: string; headers: Headers }> => {
  const jar = new CookieJar();
  const { url } = await begin();
  const first = await browse(url, jar);
  const choice = new URL(first.headers.get('location')!, proef.issuer);
  const response = await browse(choice, jar);
  return { url: choice, jar, page: await response.text(), headers: response.headers };
};

describe('aanmelden met code en PKCE', () => {
  it('gives who has a second factor an id_token and userinfo that say so', async () => {
    const { url, checks } = await begin();
    const callback = new URL(await proef.aanmelden(url, adviseur));
    expect(callback.href.startsWith(redirectUri)).toBe(true);
    const tokens = await client.authorizationCodeGrant(configuration, callback, checks);
    expect(tokens.claims()).toMatchObject({
      iss: proef.issuer,
      aud: proef.clientId,
      sub: 'proef-adviseur',
      name: 'Proef adviseur',
      email: adviseur,
      email_verified: true,
      amr: ['pwd', 'otp'],
      acr: 'urn:mfa',
      nonce: checks.expectedNonce,
    });
    expect(tokens.refresh_token).toBeUndefined();
    expect(await client.fetchUserInfo(configuration, tokens.access_token, 'proef-adviseur')).toMatchObject({
      name: 'Proef adviseur',
      email: adviseur,
      email_verified: true,
    });
  });

  it('gives who has none a login without acr, also when one was asked for', async () => {
    const { url, checks } = await begin({ acr_values: 'urn:mfa' });
    const callback = new URL(await proef.aanmelden(url, collega));
    const claims = (await client.authorizationCodeGrant(configuration, callback, checks)).claims()!;
    expect(claims['amr']).toEqual(['pwd']);
    expect(claims).not.toHaveProperty('acr');
  });

  it('lets a person say no', async () => {
    const { url, jar } = await openChoice();
    const posted = await browse(url, jar, { method: 'POST', body: new URLSearchParams({ annuleren: 'ja' }) });
    const resumed = await browse(posted.headers.get('location')!, jar);
    const back = new URL(resumed.headers.get('location')!);
    expect(back.href.startsWith(redirectUri)).toBe(true);
    expect(back.searchParams.get('error')).toBe('access_denied');
  });

  it('knows a browser again until it logs off, and then asks again', async () => {
    const jar = new CookieJar();
    const first = await begin();
    const callback = new URL(await proef.aanmelden(first.url, adviseur, jar));
    const { id_token } = await client.authorizationCodeGrant(configuration, callback, first.checks);
    // The same browser is not asked again, whoever the caller would have chosen.
    const again = await begin();
    const second = new URL(await proef.aanmelden(again.url, collega, jar));
    const tokens = await client.authorizationCodeGrant(configuration, second, again.checks);
    expect(tokens.claims()?.sub).toBe('proef-adviseur');

    const website = 'http://localhost:3999/';
    const logout = client.buildEndSessionUrl(configuration, {
      id_token_hint: id_token!,
      post_logout_redirect_uri: website,
      state: 'klaar',
    });
    const page = await browse(logout, jar);
    const html = await page.text();
    expect(html).toContain('Ja, meld mij af');
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(html)![1]!;
    const action = /action="([^"]+)"/.exec(html)![1]!;
    const done = await browse(action, jar, {
      method: 'POST',
      body: new URLSearchParams({ xsrf, logout: 'yes' }),
    });
    expect(done.headers.get('location')).toBe(`${website}?state=klaar`);
    const third = await begin();
    const other = new URL(await proef.aanmelden(third.url, collega, jar));
    const later = await client.authorizationCodeGrant(configuration, other, third.checks);
    expect(later.claims()?.sub).toBe('proef-collega');
  });

  it('lets who has no session go on without a script when logging off', async () => {
    const jar = new CookieJar();
    const logout = client.buildEndSessionUrl(configuration, {
      post_logout_redirect_uri: 'http://localhost:3999/',
    });
    const html = await (await browse(logout, jar)).text();
    expect(html).toContain('U bent hier al afgemeld');
    expect(html).not.toContain('<script');
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(html)![1]!;
    const done = await browse(/action="([^"]+)"/.exec(html)![1]!, jar, {
      method: 'POST',
      body: new URLSearchParams({ xsrf, logout: 'yes' }),
    });
    expect(done.headers.get('location')).toBe('http://localhost:3999/');
  });
});

describe('wat wordt geweigerd', () => {
  it('refuses a wrong verifier, a code used twice, and takes back what came of that code', async () => {
    const { url, checks } = await begin();
    const callback = new URL(await proef.aanmelden(url, adviseur));
    const wrong = { ...checks, pkceCodeVerifier: client.randomPKCECodeVerifier() };
    await expect(client.authorizationCodeGrant(configuration, callback, wrong)).rejects.toMatchObject({
      error: 'invalid_grant',
    });
    const next = await begin();
    const good = new URL(await proef.aanmelden(next.url, adviseur));
    const tokens = await client.authorizationCodeGrant(configuration, good, next.checks);
    await expect(client.authorizationCodeGrant(configuration, good, next.checks)).rejects.toMatchObject({
      error: 'invalid_grant',
    });
    await expect(
      client.fetchUserInfo(configuration, tokens.access_token, 'proef-adviseur'),
    ).rejects.toMatchObject({ status: 401 });
  });

  it('refuses another nonce and another client secret', async () => {
    const { url, checks } = await begin();
    const callback = new URL(await proef.aanmelden(url, adviseur));
    await expect(
      client.authorizationCodeGrant(configuration, callback, { ...checks, expectedNonce: 'anders' }),
    ).rejects.toThrow();
    const stranger = await discover({ ...proef, clientSecret: 'x'.repeat(32) });
    const next = await begin();
    const code = new URL(await proef.aanmelden(next.url, adviseur));
    await expect(client.authorizationCodeGrant(stranger, code, next.checks)).rejects.toMatchObject({
      status: 401,
    });
  });

  it('shows a page, and sends nobody on, for an unknown redirect_uri', async () => {
    const { url } = await begin({ redirect_uri: 'http://localhost:3999/elders' });
    const response = await browse(url, new CookieJar());
    expect(response.status).toBe(400);
    expect(response.headers.get('location')).toBeNull();
    expect(await response.text()).toContain('Aanmelden lukt niet');
  });

  it.each([
    ['no challenge', ['code_challenge', 'code_challenge_method'], {}, 'invalid_request'],
    ['a plain challenge', [], { code_challenge_method: 'plain' }, 'invalid_request'],
    ['an implicit answer', [], { response_type: 'id_token' }, 'unsupported_response_type'],
  ])('refuses %s', async (_what, absent, extra, error) => {
    const { url } = await begin(extra);
    const response = await browse(without(url, ...absent), new CookieJar());
    const back = new URL(response.headers.get('location')!);
    expect(back.href.startsWith(redirectUri)).toBe(true);
    // An implicit request is answered in the fragment.
    const answer = new URLSearchParams(back.search || back.hash.slice(1));
    expect(answer.get('error')).toBe(error);
    expect(answer.get('code')).toBeNull();
  });

  it('refuses a choice without the cookie of this login, from another page, or of nobody', async () => {
    const { url, jar } = await openChoice();
    const body = new URLSearchParams({ persoon: 'proef-adviseur' });
    expect((await browse(url, new CookieJar(), { method: 'POST', body })).status).toBe(400);
    for (const headers of [{ 'Sec-Fetch-Site': 'same-site' }, { Origin: 'http://localhost:3999' }])
      expect((await browse(url, jar, { method: 'POST', body, headers })).status).toBe(400);
    const nobody = new URLSearchParams({ persoon: 'niemand' });
    expect((await browse(url, jar, { method: 'POST', body: nobody })).status).toBe(400);
    const own = { Origin: proef.issuer, 'Sec-Fetch-Site': 'same-origin' };
    expect((await browse(url, jar, { method: 'POST', body, headers: own })).status).toBe(303);
  });
});

describe('de pagina en het programma', () => {
  it('lists everyone with name, address and role, under a policy without scripts', async () => {
    const { page, headers } = await openChoice();
    for (const text of [
      'Oefenaanmelding: kies wie u bent',
      'alleen om te oefenen',
      'Proef adviseur',
      collega,
    ])
      expect(page).toContain(text);
    expect(page).not.toMatch(/<script|style="|<style/);
    const policy = headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("form-action 'self' http://localhost:3999");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('keeps its cookies to its own paths', async () => {
    const { url } = await begin();
    const response = await browse(url, new CookieJar());
    const cookies = response.headers.getSetCookie();
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^oefenaanmelding_/);
      expect(cookie).toMatch(/path=\/oidc\//i);
      expect(cookie).toMatch(/httponly/i);
    }
  });

  it('binds the cookie of the session to its own path as well', async () => {
    const jar = new CookieJar();
    await proef.aanmelden((await begin()).url, adviseur, jar);
    expect(jar.header(`${proef.issuer}/oidc/auth`)).toContain('oefenaanmelding_sessie=');
    expect(jar.header(`${proef.issuer}/api/v1/ik`)).toBe('');
  });

  it('has the same keys after a restart, in a file for one user', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'identiteit-'));
    const keysOf = async (): Promise<unknown> => {
      const one = await startIdentiteit({ redirectUris: [redirectUri], directory });
      try {
        return await (await fetch(`${one.issuer}/oidc/jwks`)).json();
      } finally {
        await one.stop();
      }
    };
    try {
      const first = await keysOf();
      expect(await keysOf()).toEqual(first);
      expect(JSON.stringify(first)).not.toContain('"d"');
      expect(statSync(join(directory, 'sleutels.json')).mode & 0o777).toBe(0o600);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });

  it('refuses to listen on another address than this computer', () => {
    const main = join(__dirname, '..', 'dist', 'main.js');
    const { status, stderr } = spawnSync(process.execPath, [main], {
      env: { ...process.env, HOST: '0.0.0.0', IDENTITY_PORT: '3999' },
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr).toContain('De oefenaanmelding laat iedereen binnen');
    expect(stderr).toContain('IDENTITY_PEOPLE is niet goed');
  });
});
