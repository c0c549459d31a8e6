import type { Omgeving } from '@maatwerktraject/contracts';
import { startTestApi, type TestApi } from '../testing/api.js';
import { rauw } from '../testing/rauw.js';

const PAD = '/.well-known/security.txt';
const JAAR_MS = 365 * 24 * 3_600_000;

describe('security.txt', () => {
  let met: TestApi;
  let zonder: TestApi;
  beforeAll(async () => {
    met = await startTestApi({
      SECURITY_CONTACT: 'mailto:lek@mt.example',
      PUBLIC_URL: 'https://mt.example',
    });
    zonder = await startTestApi();
  });
  afterAll(async () => {
    await met.stop();
    await zonder.stop();
  });

  it('says where to report, in the form of RFC 9116, to programs and browsers alike', async () => {
    for (const accept of ['*/*', 'text/html,application/xhtml+xml']) {
      const antwoord = await fetch(`${met.url}${PAD}`, { headers: { Accept: accept } });
      expect([antwoord.status, antwoord.headers.get('content-type')]).toEqual([
        200,
        'text/plain; charset=utf-8',
      ]);
      expect(antwoord.headers.get('access-control-allow-origin')).toBeNull();
      const velden = Object.fromEntries(
        (await antwoord.text())
          .trimEnd()
          .split('\r\n')
          .map((regel) => regel.split(/: (.*)/).slice(0, 2)),
      ) as Record<string, string>;
      const { Expires, ...rest } = velden;
      expect(rest).toEqual({
        Contact: 'mailto:lek@mt.example',
        'Preferred-Languages': 'nl, en',
        Canonical: `https://mt.example${PAD}`,
      });
      expect(Expires).toMatch(/^\d{4}-\d\d-\d\dT00:00:00Z$/);
      const over = Date.parse(Expires ?? '') - Date.now();
      expect([over > JAAR_MS / 3, over < JAAR_MS]).toEqual([true, true]);
    }
  });

  it('is pointed at by what says what runs here', async () => {
    const adres = async (api: TestApi): Promise<string | null> =>
      ((await api.vraag('GET', '/omgeving', { rol: null })).json as Omgeving).securityTxtUrl;
    expect([await adres(met), await adres(zonder)]).toEqual([`https://mt.example${PAD}`, null]);
  });

  it('is read and nothing else', async () => {
    expect((await rauw(met.url, 'HEAD', PAD)).status).toBe(200);
    for (const methode of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const { status, headers } = await rauw(met.url, methode, PAD);
      expect([methode, status, headers['allow']]).toEqual([methode, 405, 'GET, HEAD']);
    }
    expect((await rauw(met.url, 'GET', `${PAD}/x`)).status).toBe(404);
  });

  it('is not there when nobody was named, also not as a page of the website', async () => {
    for (const accept of ['*/*', 'text/html']) {
      const { status, tekst } = await rauw(zonder.url, 'GET', PAD, { headers: { Accept: accept } });
      expect([status, (JSON.parse(tekst) as { status: number }).status]).toEqual([404, 404]);
    }
  });
});
