import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { API_VERSION } from '../api-version.js';
import { maakCohort, startTestApi, type TestApi } from '../testing/api.js';

describe('elk antwoord', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  it('says which version of the contract gave it, also when it is a refusal', async () => {
    for (const [pad, rol, status] of [
      ['/cohorten', 'adviseur', 200],
      ['/cohorten', null, 401],
      ['/bestaat-niet', 'adviseur', 404],
    ] as const) {
      const antwoord = await api.vraag('GET', pad, { rol });
      expect([antwoord.status, antwoord.headers.get('api-version')]).toEqual([status, API_VERSION]);
    }
  });

  it('lets every page read the OpenAPI document, and nothing else', async () => {
    for (const pad of ['/openapi.json', '/openapi.yaml']) {
      const document = await api.vraag('GET', pad, { rol: null });
      expect([document.status, document.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
      expect(/"?openapi"?:\s?"?3\.1\.0/.test(document.tekst)).toBe(true);
    }
    const lijst = await api.vraag('GET', '/cohorten', { headers: { Origin: 'https://elders.example' } });
    expect(lijst.headers.get('access-control-allow-origin')).toBeNull();
  });

  /** Sends bytes as they are; gives all that comes back. */
  const stuur = async (bytes: string, naar = api) => {
    const socket = connect(Number(new URL(naar.url).port), '127.0.0.1');
    socket.end(bytes);
    return text(socket);
  };

  const weigering = async (...vraag: Parameters<TestApi['vraag']>) => {
    const { status, headers, probleem } = await api.vraag(...vraag);
    expect(headers.get('content-type')).toMatch('application/problem+json');
    expect(probleem).toMatchObject({
      status,
      title: expect.any(String),
      detail: expect.stringMatching(/\.$/),
    });
    return { status, headers, probleem };
  };

  it('says which methods an address has, when it is another one', async () => {
    const { status, headers } = await weigering('PATCH', '/cohorten', { inhoud: {} });
    expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
    const diep = await weigering('PUT', '/taken/x/inzending', { inhoud: {} });
    expect([diep.status, diep.headers.get('allow')]).toEqual([405, 'POST']);
    expect((await weigering('GET', '/bestaat-niet')).headers.get('allow')).toBeNull();
    expect((await weigering('GET', '/cohorten/')).status).toBe(404);
    const elders = await fetch(`${api.url}/api/v9/cohorten`);
    expect([elders.status, elders.headers.get('content-type')]).toEqual([
      404,
      expect.stringContaining('application/problem+json'),
    ]);
  });

  it('refuses a body of another kind than the route takes', async () => {
    for (const soort of ['text/plain', 'text/csv', 'application/xml']) {
      const { status, probleem } = await weigering('POST', '/cohorten', {
        inhoud: {},
        headers: { 'Content-Type': soort },
      });
      expect([soort, status, probleem.code]).toEqual([soort, 415, 'verkeerd-soort-inhoud']);
    }
    expect(
      (await weigering('POST', '/cohorten', { csv: '{', headers: { 'Content-Type': 'application/json' } }))
        .status,
    ).toBe(400);
  });

  it('refuses what is too long or too tangled, before it is looked at', async () => {
    expect((await weigering('GET', `/gemeenten?zoek=${'x'.repeat(5_000)}`)).status).toBe(414);
    const diep = `${'['.repeat(400_000)}${']'.repeat(400_000)}`;
    for (const inhoud of [diep, JSON.stringify(Array.from({ length: 30_000 }, () => 1))]) {
      const { status, probleem } = await weigering('POST', '/cohorten', {
        csv: inhoud,
        headers: { 'Content-Type': 'application/json' },
      });
      expect([status, probleem.code]).toEqual([400, 'te-ingewikkeld']);
    }
  });

  it('gives a problem also for bytes that never became a request', async () => {
    const groot = await stuur(`GET /api/v1/ik HTTP/1.1\r\nHost: x\r\nX-Groot: ${'x'.repeat(20_000)}\r\n\r\n`);
    expect(groot).toMatch(/^HTTP\/1\.1 431 [^]*application\/problem\+json[^]*"title":"De kopregels/);
    expect(await stuur('onzin\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 [^]*"status":400/);
  });

  it('refuses a request of which the end can be read in two ways', async () => {
    const tweede = 'GET /api/v1/omgeving HTTP/1.1\r\nHost: x\r\n\r\n';
    for (const koppen of [
      'Content-Length: 0\r\nTransfer-Encoding: chunked',
      'Transfer-Encoding: chunked\r\nContent-Length: 0',
      'Content-Length: 0\r\nContent-Length: 5',
      'Transfer-Encoding: chunked, identity',
      'Transfer-Encoding : chunked',
      'Transfer-Encoding: xchunked',
    ]) {
      const verzoek = `POST /api/v1/aanmeldlinks HTTP/1.1\r\nHost: x\r\n${koppen}\r\n\r\n`;
      const antwoord = await stuur(`${verzoek}0\r\n\r\n${tweede}`);
      // One refusal, after which the line is cut: what came behind it is nobody's request.
      expect([koppen, antwoord.match(/HTTP\/1\.1 \d+/g)]).toEqual([koppen, ['HTTP/1.1 400']]);
    }
  });

  it('keeps its headers also for bytes that never became a request', async () => {
    const https = await startTestApi({ PUBLIC_URL: 'https://maatwerktraject.example' });
    const antwoord = await stuur('onzin\r\n\r\n', https).finally(() => https.stop());
    for (const kop of [
      'Strict-Transport-Security: max-age=31536000; includeSubDomains',
      'X-Content-Type-Options: nosniff',
      'Referrer-Policy: same-origin',
      'Cache-Control: no-store',
    ])
      expect(antwoord).toContain(`\r\n${kop}\r\n`);
    expect(await stuur('onzin\r\n\r\n')).not.toContain('Strict-Transport-Security');
  });

  it('does not call a failed download a file', async () => {
    const cohort = await maakCohort(api);
    await api.database.query('ALTER TABLE check_in RENAME TO weg');
    const { status, headers } = await weigering('GET', `/cohorten/${cohort}/export/bestanden/check-ins.csv`);
    await api.database.query('ALTER TABLE weg RENAME TO check_in');
    expect([status, headers.get('content-disposition')]).toEqual([500, null]);
    const goed = await api.vraag('GET', `/cohorten/${cohort}/export/bestanden/check-ins.csv`);
    expect(goed.headers.get('content-disposition')).toMatch(/^attachment/);
  });
});
