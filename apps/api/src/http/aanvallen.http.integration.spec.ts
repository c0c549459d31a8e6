import { randomUUID } from 'node:crypto';
import { meldAan } from '@maatwerktraject/testing/services';
import { startTestApi, type TestApi } from '../testing/api.js';
import { rauw } from '../testing/rauw.js';
import { MATRIX } from '../testing/toegang-matrix.js';
import { nextAddress } from './next-link.interceptor.js';

const PUBLIEK = 'https://maatwerktraject.example';

describe('aanvallen langs HTTP', () => {
  let api: TestApi;
  let als: string;

  beforeAll(async () => {
    api = await startTestApi({ PUBLIC_URL: PUBLIEK });
    als = await meldAan(api.database, api.accounts.adviseur, 'adviseur');
  });
  afterAll(() => api.stop());
  beforeEach(() => api.database.query('DELETE FROM limiet'));

  /** A change as a browser sends it, with nothing that the test client adds by itself. */
  const wijzig = (headers: Record<string, string>, methode = 'PUT', pad = '/ik/rol') =>
    rauw(api.url, methode, `/api/v1${pad}`, {
      headers: { Cookie: als, 'Content-Type': 'application/json', ...headers },
      inhoud: '{"rol":"beheerder"}',
    });
  const VREEMD: [string, Record<string, string>][] = [
    ['another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['another host of the same site', { 'Sec-Fetch-Site': 'same-site' }],
    ['no page at all', { 'Sec-Fetch-Site': 'none' }],
    ['a browser that does not say', {}],
    ['an old browser on another site', { Origin: 'https://evil.example' }],
    ['an old browser, over http', { Origin: PUBLIEK.replace('https', 'http') }],
    ['a name that begins like ours', { Origin: `${PUBLIEK}.evil.example` }],
    ['a frame without an origin', { Origin: 'null' }],
    ['a page of ours, it only says so itself', { Origin: PUBLIEK, 'Sec-Fetch-Site': 'cross-site' }],
    ['our page, by where it was before', { Referer: `${PUBLIEK}/` }],
    [
      'another site, with a name and password',
      { 'Sec-Fetch-Site': 'cross-site', Authorization: 'Basic eDp5' },
    ],
    ['another site, with half a token', { 'Sec-Fetch-Site': 'cross-site', Authorization: 'Bearer' }],
    ['another site, with an empty header', { Origin: 'https://evil.example', Authorization: '' }],
  ];

  it.each(VREEMD)('changes nothing for %s', async (_, headers) => {
    const { status, tekst } = await wijzig(headers);
    expect([status, (JSON.parse(tekst) as { code?: string }).code]).toEqual([403, 'vreemde-herkomst']);
  });

  it('asks that of every route that changes something, before anything else', async () => {
    const wijzigend = [...new Set(MATRIX.map(({ route }) => route))].filter(
      (route) => !route.startsWith('GET'),
    );
    expect(wijzigend.length).toBeGreaterThan(15);
    for (const route of wijzigend) {
      const [methode = '', pad = ''] = route.split(' ');
      const { status, tekst } = await wijzig({ 'Sec-Fetch-Site': 'cross-site' }, methode, pad);
      expect([route, status, tekst.includes('vreemde-herkomst')]).toEqual([route, 403, true]);
    }
  });

  it('takes a change from a page of our own', async () => {
    // Refused later, and for another reason: this account has no such role.
    for (const headers of [{ 'Sec-Fetch-Site': 'same-origin' }, { Origin: PUBLIEK }])
      expect((await wijzig(headers)).tekst).toContain('geen-rol');
  });

  it('takes no form as a page can send it without asking', async () => {
    for (const soort of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      '',
    ])
      expect([soort, (await wijzig({ 'Content-Type': soort, Origin: PUBLIEK })).status]).toEqual([
        soort,
        415,
      ]);
  });

  it('carries out the method that was sent, not one that is named elsewhere', async () => {
    const eigen = { Cookie: als, 'Sec-Fetch-Site': 'same-origin' };
    for (const kop of ['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override', '_method']) {
      const pad = '/api/v1/ik/sessies/huidig?_method=DELETE&method=DELETE';
      const { status } = await rauw(api.url, 'POST', pad, { headers: { ...eigen, [kop]: 'DELETE' } });
      expect([kop, status]).toEqual([kop, 405]);
    }
    for (const methode of ['TRACE', 'PATCH', 'PROPFIND', 'SEARCH']) {
      const { status, tekst } = await rauw(api.url, methode, '/api/v1/ik', { headers: eigen });
      expect([methode, status, tekst.includes(als)]).toEqual([methode, 405, false]);
    }
    expect((await api.vraag('GET', '/ik', { als })).status).toBe(200);
  });

  it('names the methods of the address that was meant, not of one with an ID in that place', async () => {
    const pad = `/cohorten/${randomUUID()}/deelnemers/csv`;
    const { status, headers } = await api.vraag('OPTIONS', pad, { als });
    expect([status, headers.get('Allow')]).toEqual([405, 'POST']);
    // A route for this method there is, of which the ID would be this word.
    const weg = await api.vraag('DELETE', pad, { als, inhoud: {} });
    expect([weg.status, weg.headers.get('Allow')]).toEqual([405, 'POST']);
    expect((await api.vraag('DELETE', '/ik/passkeys/vraag', { als })).status).toBe(405);
  });

  it('believes no header about where it is', async () => {
    const headers = {
      Host: 'evil.example',
      'X-Forwarded-Host': 'evil.example',
      'X-Forwarded-Proto': 'http',
      'X-Original-URL': '/api/v1/ik',
      'X-Rewrite-URL': '/api/v1/ik',
      Forwarded: 'host=evil.example',
      Cookie: als,
    };
    for (const pad of [
      '/api/v1/omgeving',
      '/api/v1/gemeenten?limiet=1',
      'http://evil.example/api/v1/gemeenten?limiet=1',
    ]) {
      const { status, headers: terug, tekst } = await rauw(api.url, 'GET', pad, { headers });
      expect([pad, status]).toEqual([pad, 200]);
      expect(JSON.stringify(terug) + tekst).not.toContain('evil');
    }
    expect(nextAddress('https://evil.example/api/v1/x?a=b', 'y')).toBe('/api/v1/x?a=b&na=y');
  });

  it('sends nobody to another website', async () => {
    for (const pad of [
      ...[
        '//evil.example',
        '//evil.example/%2e%2e',
        '/\\evil.example',
        '///evil.example/',
        '/%2f%2fevil.example',
      ],
      ...['//evil.example/assets', '/assets//evil.example', '/api/v1//evil.example', '/.//evil.example/'],
      ...['/%5cevil.example', '/%09/evil.example', '/api/v1/aanmelding/oidc/terug?naar=//evil.example'],
      ...['/api/v1/docs//evil.example/', 'http://evil.example/assets'],
    ]) {
      const { headers } = await rauw(api.url, 'GET', pad, { headers: { Accept: 'text/html' } });
      expect([pad, new URL(headers['location'] ?? '/', PUBLIEK).origin]).toEqual([pad, PUBLIEK]);
    }
  });

  it('keeps line ends out of its own headers', async () => {
    for (const id of ['x\u00e9', 'a b', 'a;b', '<script>', 'x'.repeat(101), "a'b"]) {
      const { headers } = await rauw(api.url, 'GET', '/api/v1/omgeving', { headers: { 'X-Request-Id': id } });
      expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    }
    for (const pad of [
      '/api/v1/gemeenten?zoek=a%0d%0aSet-Cookie:%20a=b&limiet=1',
      '/api/v1/x%0d%0aSet-Cookie:%20a=b',
    ]) {
      const { headers } = await rauw(api.url, 'GET', pad, { headers: { Cookie: als } });
      expect(Object.keys(headers)).not.toContain('set-cookie');
    }
    const gewoon = await rauw(api.url, 'GET', '/api/v1/omgeving', {
      headers: { 'X-Request-Id': 'regel-1.a_B' },
    });
    expect(gewoon.headers['x-request-id']).toBe('regel-1.a_B');
  });

  it('names a file after a cohort without letting the name out of its quotes', async () => {
    const naam = 'a"; filename="kwaad.exe" ../../etc; é💥 \u202Eexe';
    const inhoud = {
      naam,
      sjabloon: { sleutel: 'maatwerktraject', versie: 1 },
      startdatum: '2027-02-01',
      adviseur: { naam, email: 'a@les.example' },
    };
    const { json } = await api.vraag('POST', '/cohorten', { als, inhoud });
    const { headers } = await api.vraag('GET', `/cohorten/${(json as { id: string }).id}/export`, { als });
    expect(headers.get('content-disposition')).toBe(
      'attachment; filename="maatwerktraject-a-filename-kwaad-exe-etc-e-exe.zip"',
    );
    for (const regeleinde of ['a\r\nBcc: b@x.example', 'a\u0000', 'a\nb', 'a\u007f'])
      expect(
        (await api.vraag('POST', '/cohorten', { als, inhoud: { ...inhoud, naam: regeleinde } })).status,
      ).toBe(400);
  });

  it('sets cookies that no other host, page or script gets to see', async () => {
    const { headers } = await api.vraag('PUT', '/ik/rol', {
      als: await meldAan(api.database, api.accounts.adviseur, 'adviseur'),
      inhoud: { rol: 'adviseur' },
    });
    const gezet = headers.getSetCookie();
    expect(gezet).toEqual([
      expect.stringMatching(/^__Host-mwt-sessie=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
    ]);
  });

  it('carries its security headers on answers of every kind', async () => {
    const csv = { als, headers: { 'Content-Type': 'text/csv' }, csv: 'x' };
    const antwoorden = {
      lijst: await api.vraag('GET', '/cohorten', { als }),
      leeg: await api.vraag('PUT', '/ik/rol', {
        als: await meldAan(api.database, api.accounts.adviseur, 'adviseur'),
        inhoud: { rol: 'adviseur' },
      }),
      doorgestuurd: await api.vraag('GET', '/aanmelding/oidc/terug', { rol: null }),
      fout: await api.vraag('GET', '/cohorten/x', { als }),
      vreemde: await api.vraag('GET', '/cohorten', { rol: null }),
      verboden: await api.vraag('GET', '/cohorten', { rol: 'gemeente' }),
      weg: await api.vraag('GET', '/bestaat-niet', { als }),
      methode: await api.vraag('PATCH', '/cohorten', { als }),
      soort: await api.vraag('POST', '/cohorten', csv),
      groot: await api.vraag('POST', '/cohorten', { als, inhoud: { naam: 'x'.repeat(1_100_000) } }),
      document: await api.vraag('GET', '/openapi.json', { rol: null }),
      gezond: await api.vraag('GET', '/../../health/live', { rol: null }),
    };
    expect(Object.values(antwoorden).map(({ status }) => status)).toEqual([
      ...[200, 204, 302, 400, 401, 403, 404, 405, 415, 413, 200, 200],
    ]);
    for (const [soort, { headers }] of Object.entries(antwoorden)) {
      const waarden = [
        'x-content-type-options',
        'referrer-policy',
        'cache-control',
        'x-powered-by',
        'server',
      ];
      expect([soort, ...waarden.map((naam) => headers.get(naam))]).toEqual([
        ...[soort, 'nosniff', 'same-origin', 'no-store', null, null],
      ]);
      expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
      const policy = (headers.get('content-security-policy') ?? '').split(';');
      for (const name of ['default-src', 'object-src', 'base-uri', 'frame-ancestors'])
        expect([soort, policy]).toEqual([soort, expect.arrayContaining([`${name} 'none'`])]);
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
      const isolation = ['opener', 'resource'].map((what) => headers.get(`cross-origin-${what}-policy`));
      // The document is there for other pages to read.
      const resource = soort === 'document' ? 'cross-origin' : 'same-origin';
      expect([soort, ...isolation]).toEqual([soort, 'same-origin', resource]);
    }
    const { headers } = await rauw(api.url, 'GET', '/', { headers: { Accept: 'text/html' } });
    expect([headers['x-content-type-options'], headers['x-frame-options']]).toEqual([
      'nosniff',
      'SAMEORIGIN',
    ]);
  });
});
