import { nieuweSleutel, SESSIE_COOKIE } from '@maatwerktraject/database';
import { startTestApi, type TestApi } from '../testing/api.js';

describe('het aantal verzoeken van één aanroeper', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ RATE_LIMIT_PER_MINUTE: '3' });
  });
  afterAll(() => api.stop());

  const koppen = ({ headers }: { headers: Headers }) =>
    ['limit', 'remaining', 'reset'].map((naam) => Number(headers.get(`ratelimit-${naam}`)));

  it('is told with each answer, and ends in a refusal that says how long to wait', async () => {
    for (const [over, pad] of [
      [2, '/ik'],
      [1, '/cohorten'],
      [0, '/gemeenten?limiet=1'],
    ] as const) {
      const antwoord = await api.vraag('GET', pad);
      expect([antwoord.status, koppen(antwoord).slice(0, 2)]).toEqual([200, [3, over]]);
      expect(antwoord.headers.get('ratelimit-policy')).toBe('"aanroeper";q=3;w=60');
      expect(antwoord.headers.get('ratelimit')).toMatch(new RegExp(`^"aanroeper";r=${String(over)};t=\\d+$`));
    }
    const teVeel = await api.vraag('GET', '/ik');
    expect([teVeel.status, teVeel.probleem.code]).toEqual([429, 'te-veel-verzoeken']);
    const wacht = Number(teVeel.headers.get('retry-after'));
    expect(wacht).toBeGreaterThan(0);
    expect(wacht).toBeLessThanOrEqual(60);
    expect(koppen(teVeel)).toEqual([3, 0, wacht]);
  });

  it('counts each caller apart, who is not known by address, and not who looks whether it runs', async () => {
    expect((await api.vraag('GET', '/ik', { rol: 'gemeente' })).status).toBe(200);
    const anoniem = await api.vraag('GET', '/omgeving', { rol: null });
    expect([anoniem.status, koppen(anoniem)[1]]).toEqual([200, 2]);
    for (let keer = 0; keer < 5; keer += 1) expect((await fetch(`${api.url}/health/live`)).status).toBe(200);
  });

  it('counts sessions and tokens that open nothing by address, and leaves whoever has a good one alone', async () => {
    const raad = (keer: number) =>
      keer % 2 === 0
        ? api.vraag('GET', '/ik', { als: `${SESSIE_COOKIE}=${nieuweSleutel()}` })
        : api.vraag('GET', '/ik', { rol: null, headers: { Authorization: `Bearer mwt_${nieuweSleutel()}` } });
    const gezien = [];
    // A fifth of the three that one caller may.
    for (let keer = 0; keer < 5; keer += 1) gezien.push((await raad(keer)).status);
    expect(gezien).toEqual([401, 429, 429, 429, 429]);
    const { headers, probleem } = await raad(0);
    expect([probleem.code, Number(headers.get('retry-after')) > 0]).toEqual(['te-veel-verzoeken', true]);
    // From the same address: somebody who is logged in, and somebody who still has to.
    expect((await api.vraag('GET', '/ik', { rol: 'onderzoeker' })).status).toBe(200);
    for (let keer = 0; keer < 5; keer += 1)
      expect((await api.vraag('GET', '/ik', { rol: null })).status).toBe(401);
  });
});
