import { API_VERSION } from '../api-version.js';
import { startTestApi, type TestApi } from '../testing/api.js';

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
});
