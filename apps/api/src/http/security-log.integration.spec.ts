import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { SESSIE_COOKIE } from '@maatwerktraject/database';
import { createLogger } from '../logger.js';
import { startTestApi, type TestApi } from '../testing/api.js';
import { rauw } from '../testing/rauw.js';

interface Regel {
  readonly level: string;
  readonly timestamp: number;
  readonly context: string;
  readonly message: string;
}

describe('het logboek van de API', () => {
  let api: TestApi;
  let geschreven: string;
  let stil: jest.SpyInstance[];

  beforeAll(async () => {
    api = await startTestApi();
    // As the program itself has it; the test API is silent.
    Logger.overrideLogger(createLogger('log'));
  });
  afterAll(async () => {
    Logger.overrideLogger(false);
    await api.stop();
  });
  beforeEach(async () => {
    await api.database.query('DELETE FROM limiet');
    geschreven = '';
    const houd = (tekst: unknown) => {
      geschreven += String(tekst);
      return true;
    };
    stil = [process.stdout, process.stderr].map((stroom) =>
      jest.spyOn(stroom, 'write').mockImplementation(houd),
    );
  });
  afterEach(() => stil.forEach((een) => een.mockRestore()));

  const regels = (): Regel[] =>
    geschreven
      .split('\n')
      .filter((regel) => regel !== '')
      .map((regel) => JSON.parse(regel) as Regel);
  const beveiliging = (): string[] =>
    regels()
      .filter(({ context, level }) => context === 'beveiliging' && level === 'warn')
      .map(({ message }) => message.replace(/ \([\w-]+\) from [0-9a-f]{12}:/, ''));

  it('writes down each login that failed', async () => {
    const sleutel = 'A'.repeat(43);
    await api.vraag('POST', '/aanmeldlinks/gebruik', { rol: null, inhoud: { sleutel } });
    await api.vraag('GET', '/aanmelding/oidc/terug?code=geheimecode', { rol: null });
    await api.vraag('GET', '/ik', { als: `${SESSIE_COOKIE}=${sleutel}` });
    await api.vraag('GET', '/ik', { rol: null, headers: { Authorization: `Bearer mwt_${sleutel}` } });
    // Nobody tried anything: a page that looks whether somebody is logged in.
    await api.vraag('GET', '/ik', { rol: null });
    expect(beveiliging()).toEqual([
      'POST /api/v1/aanmeldlinks/gebruik 410 link-verlopen',
      'GET /api/v1/aanmelding/oidc/terug login failed: verlopen',
      'GET /api/v1/ik 401 niet-aangemeld',
      'GET /api/v1/ik 401 niet-aangemeld',
    ]);
    expect(geschreven).not.toMatch(/AAAA|geheimecode/);
  });

  it('writes down what was refused for where it came from, for coming too often, and for its input', async () => {
    await api.vraag('PUT', '/ik/rol', {
      inhoud: { rol: 'beheerder' },
      headers: { 'Sec-Fetch-Site': 'cross-site' },
    });
    for (let keer = 0; keer < 6; keer++)
      await api.vraag('POST', '/aanmeldlinks', {
        rol: null,
        inhoud: { email: 'iemand@x.example', naar: '/' },
      });
    await api.vraag('POST', '/cohorten', { inhoud: {}, headers: { 'Content-Type': 'text/plain' } });
    await api.vraag('PATCH', '/cohorten', { inhoud: {} });
    await api.vraag('GET', `/gemeenten?zoek=${'x'.repeat(5_000)}`);
    // A mistake in a form is nobody's attack.
    await api.vraag('POST', '/cohorten', { inhoud: {} });
    expect(beveiliging()).toEqual([
      'PUT /api/v1/ik/rol 403 vreemde-herkomst',
      'POST /api/v1/aanmeldlinks 429 te-vaak',
      'POST /api/v1/cohorten 415 verkeerd-soort-inhoud',
      'PATCH /api/v1/cohorten 405',
      'GET /api/v1/gemeenten 414',
    ]);
  });

  it('writes down what broke, with the number of the request', async () => {
    await api.database.query('ALTER TABLE gemeente RENAME TO kapot');
    const { status, headers } = await api.vraag('GET', '/gemeenten');
    await api.database.query('ALTER TABLE kapot RENAME TO gemeente');
    const gevonden = regels().filter(({ level }) => level === 'error');
    expect([status, gevonden.length]).toEqual([500, 1]);
    expect(gevonden[0]?.message).toContain(
      `GET /api/v1/gemeenten (${String(headers.get('x-request-id'))}): relation "gemeente" does not exist`,
    );
  });

  it('keeps a request on one line, and secrets and addresses out of it', async () => {
    const voor = Date.now();
    const headers = { Cookie: 'a=geheim', 'X-Request-Id': 'regel-1' };
    const namaak = '%0a%7b%22level%22:%22error%22%7d%25s';
    await rauw(api.url, 'GET', `/api/v1/${namaak}?token=geheim${'x'.repeat(5_000)}`, { headers });
    await rauw(api.url, 'PROPFIND', '/api/v1/ik?token=geheim&email=kim@x.example', { headers });
    expect(regels().map(({ message }) => message.replace(/from [0-9a-f]{12}/, 'from …'))).toEqual([
      `GET /api/v1/${namaak} (regel-1) from …: 414`,
      'PROPFIND /api/v1/ik (regel-1) from …: 405',
    ]);
    for (const { level, context, timestamp } of regels()) {
      expect([level, context]).toEqual(['warn', 'beveiliging']);
      expect(timestamp).toBeGreaterThanOrEqual(voor);
    }
    expect(geschreven).not.toMatch(/geheim|127\.0\.0\.1|kim@/);
  });

  // The last one: it uses up the lines of this minute.
  it('cannot be filled by asking in vain', async () => {
    for (let keer = 0; keer < 150; keer++) await rauw(api.url, 'PROPFIND', '/api/v1/ik');
    await sleep(10);
    const gevonden = beveiliging();
    expect(gevonden.length).toBeLessThanOrEqual(100);
    expect(gevonden.filter((regel) => regel.endsWith('(the rest of this minute is left out)'))).toHaveLength(
      1,
    );
  });
});
