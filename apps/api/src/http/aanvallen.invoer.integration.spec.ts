import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { OpenAPIObject } from '@nestjs/swagger';
import { meldAan } from '@maatwerktraject/testing/services';
import { BESTANDEN } from '../export/export.service.js';
import { operationsOf } from '../openapi/conventions.js';
import { startTestApi, type TestApi } from '../testing/api.js';
import { BINNENKANT, invullen } from '../testing/invullen.js';
import { rauw } from '../testing/rauw.js';
import { maakWereld, type Wereld } from '../testing/werelden.js';

const HALF = '\ud800';

describe('aanvallen met invoer', () => {
  let api: TestApi;
  let eigen: Wereld;
  let als: string;

  beforeAll(async () => {
    api = await startTestApi();
    eigen = await maakWereld(api, 'a', ['GM0168', 'GM0141', 'GM0164']);
    als = await meldAan(api.database, eigen.adviseur, 'adviseur');
  }, 60_000);
  afterAll(() => api.stop());
  beforeEach(() => api.database.query('DELETE FROM limiet'));

  it('unpacks no more than it takes', async () => {
    const bom = Buffer.alloc(60_000_000, 0x20);
    for (const [codering, bytes] of [
      ['gzip', gzipSync(bom)],
      ['deflate', deflateSync(bom)],
      ['br', brotliCompressSync(bom)],
    ] as const)
      for (const [soort, pad] of [
        ['application/json', '/api/v1/cohorten'],
        ['text/csv', `/api/v1/cohorten/${eigen.conceptId}/deelnemers/csv`],
      ] as const) {
        const headers = {
          Cookie: als,
          'Content-Type': soort,
          'Content-Encoding': codering,
          'Sec-Fetch-Site': 'same-origin',
        };
        expect(bytes.length).toBeLessThan(100_000);
        const { status } = await rauw(api.url, 'POST', pad, { headers, inhoud: bytes });
        expect([codering, soort, status]).toEqual([codering, soort, 413]);
      }
    for (const [codering, inhoud, verwacht] of [
      ['gzip', 'geen gzip', 400],
      ['zstd', '{}', 415],
      ['gzip, gzip', '{}', 415],
    ] as const) {
      const headers = {
        Cookie: als,
        'Content-Type': 'application/json',
        'Content-Encoding': codering,
        'Sec-Fetch-Site': 'same-origin',
      };
      const { status, tekst } = await rauw(api.url, 'POST', '/api/v1/cohorten', { headers, inhoud });
      expect([codering, status, BINNENKANT.exec(tekst)?.[0]]).toEqual([codering, verwacht, undefined]);
    }
  }, 30_000);

  it('takes from a CSV file what people fill in, and nothing else', async () => {
    const kop = 'gemeentecode,naam,email,niveau,hoofdcontact';
    const laad = (csv: string | Uint8Array) =>
      api.vraag('POST', `/cohorten/${eigen.conceptId}/deelnemers/csv`, { als, csv });
    const rij = (naam: string, email = 'n@x.example') => `${kop}\nGM0177,${naam},${email},beleid,ja`;
    for (const csv of [
      ...[
        '=1+1',
        '+1',
        '-1',
        '@SUM(A1)',
        '"=cmd|\' /C calc\'!A0"',
        '\u0000',
        'a\u0000b',
        '"a\nb"',
        '\t=1',
      ].map((een) => rij(een)),
      ...['n@x.example\r\nBcc: x@y.example', '"n@x.example\nBcc: x"', '=n@x.example', '<n@x.example>'].map(
        (een) => rij('n', een),
      ),
      ...[
        '',
        kop,
        `${kop}\n"`,
        `${kop}\n${','.repeat(100_000)}`,
        `"${'x'.repeat(900_000)}`,
        '\uFEFF',
        '\u0000'.repeat(1000),
      ],
      ...[`${kop},__proto__\nGM0177,n,n@x.example,beleid,ja,x`, `__proto__,constructor\nx,y`],
      ...[Buffer.from([0xff, 0xfe, 0x00, 0xd8]), Buffer.from('PK\u0003\u0004'), Buffer.alloc(500_000)],
    ]) {
      const { status, tekst } = await laad(csv);
      expect([String(csv).slice(0, 90), status, BINNENKANT.exec(tekst)?.[0]]).toEqual([
        String(csv).slice(0, 90),
        400,
        undefined,
      ]);
    }
    expect((await laad(`${kop}\n${'GM0177,n,n@x.example,beleid,ja\n'.repeat(40_000)}`)).status).toBe(413);
    expect(await api.database.query(`SELECT FROM traject WHERE gemeente_code = 'GM0177'`)).toEqual([]);
  }, 30_000);

  it('gives no file but those of the export, and of the web app', async () => {
    const sluw = [
      ...[
        '..%2f..%2f..%2fpackage.json',
        '..%5c..%5cpackage.json',
        '%2e%2e%2fpackage.json',
        '%00',
        'trajecten.csv%00.txt',
      ],
      ...[
        '.%2ftrajecten.csv',
        '%2fetc%2fpasswd',
        'file:%2f%2f%2fetc%2fpasswd',
        'constructor',
        '__proto__',
        'x'.repeat(61),
      ],
      ...['trajecten.csv%2f..', 'TRAJECTEN.CSV', 'trajecten.csv ', '..', '%252e%252e%252fpackage.json'],
    ];
    for (const naam of sluw) {
      const pad = `/api/v1/cohorten/${eigen.cohortId}/export/bestanden/${naam.replaceAll(' ', '%20')}`;
      const { status, tekst } = await rauw(api.url, 'GET', pad, { headers: { Cookie: als } });
      expect([naam, [400, 404].includes(status), BINNENKANT.exec(tekst)?.[0]]).toEqual([
        naam,
        true,
        undefined,
      ]);
    }
    expect(BESTANDEN.length).toBeGreaterThan(5);
    for (const pad of [
      ...[
        '/../package.json',
        '/..%2fpackage.json',
        '/assets/../../package.json',
        '/assets/..%2f..%2f..%2fpackage.json',
      ],
      ...[
        '/%2e%2e/%2e%2e/package.json',
        '/assets/%2e%2e%2f%2e%2e%2fsrc/main.ts',
        '/..%5c..%5cpackage.json',
        '/.env',
        '/.git/config',
      ],
      ...[
        '/assets/%00',
        '/%c0%ae%c0%ae/package.json',
        '/api/v1/docs/..%2f..%2fpackage.json',
        '/api/v1/docs/../../package.json',
      ],
    ]) {
      const { status, tekst } = await rauw(api.url, 'GET', pad);
      expect([pad, status >= 400 && status < 500, /"dependencies"|createRoot|\[core\]/.test(tekst)]).toEqual([
        pad,
        true,
        false,
      ]);
    }
  });

  it('takes statements and other tricks in any parameter for the text that they are', async () => {
    const document = (await api.vraag('GET', '/openapi.json', { rol: null })).json as OpenAPIObject;
    const sluw = [
      ...[
        `'`,
        `"`,
        `\\`,
        `';--`,
        `' OR '1'='1`,
        `1; SELECT pg_sleep(9)--`,
        `'||(SELECT pg_sleep(9))||'`,
        '%',
        '_',
        '\u0000',
      ],
      ...[
        '$1',
        '{{7*7}}',
        '${7*7}',
        '\ud800',
        '\u202e',
        'NaN',
        '-1',
        '1e400',
        '9'.repeat(30),
        'x'.repeat(2_500),
        '[]',
        'null',
      ],
    ];
    let gevraagd = 0;
    for (const { method, path, operation } of operationsOf(document)) {
      if (method !== 'get' || path.startsWith('/health')) continue;
      for (const parameter of operation.parameters ?? []) {
        if ('$ref' in parameter) continue;
        const antwoorden = await Promise.all(
          sluw.map(async (tekst) => {
            // Half a surrogate pair has no encoding of its own: as bytes that are no UTF-8.
            const veilig = tekst === HALF ? '%ED%A0%80' : encodeURIComponent(tekst);
            const pad = invullen(path, eigen, parameter.in === 'path' ? { [parameter.name]: veilig } : {});
            const vraag = parameter.in === 'query' ? `?${parameter.name}=${veilig}` : '';
            const kop =
              parameter.in === 'header' ? { [parameter.name]: tekst.replace(/[^\x20-\x7e]/g, '') } : {};
            const begin = performance.now();
            const antwoord = await rauw(api.url, 'GET', `/api/v1${pad}${vraag}`, {
              headers: { Cookie: als, ...kop },
            });
            return { gevraagd: tekst, ...antwoord, duur: performance.now() - begin };
          }),
        );
        for (const { gevraagd: wat, tekst, status, duur } of antwoorden)
          expect([
            path,
            parameter.name,
            wat,
            status < 500,
            duur < 8_000,
            BINNENKANT.exec(tekst)?.[0],
          ]).toEqual([...[path, parameter.name, wat, true, true, undefined]]);
        gevraagd += antwoorden.length;
      }
    }
    expect(gevraagd).toBeGreaterThan(400);
  }, 60_000);

  it('says nothing of its inside when something breaks', async () => {
    const breek = async (tabel: string, pad: string, wie = als) => {
      await api.database.query(`ALTER TABLE ${tabel} RENAME TO kapot`);
      const antwoord = await api.vraag('GET', pad, { als: wie });
      await api.database.query(`ALTER TABLE kapot RENAME TO ${tabel}`);
      return antwoord;
    };
    for (const [tabel, pad] of [
      ['gemeente', '/gemeenten'],
      ['cohort', '/cohorten'],
      ['taak', invullen('/taken/{taakId}', eigen)],
      ['sessie', '/ik'],
    ] as const) {
      const { status, tekst, probleem } = await breek(tabel, pad);
      expect([tabel, status, Object.keys(probleem).sort()]).toEqual([
        tabel,
        500,
        ['detail', 'status', 'title', 'type'],
      ]);
      expect([tabel, BINNENKANT.exec(tekst)?.[0], tekst.includes(`"${tabel}"`)]).toEqual([
        tabel,
        undefined,
        false,
      ]);
    }
  });
});
