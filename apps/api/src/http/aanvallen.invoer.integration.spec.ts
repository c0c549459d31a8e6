import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { OpenAPIObject } from '@nestjs/swagger';
import { meldAan } from '@maatwerktraject/testing/services';
import { BESTANDEN } from '../export/export.service.js';
import { operationsOf } from '../openapi/conventions.js';
import { startTestApi, type TestApi } from '../testing/api.js';
import { rauw } from '../testing/rauw.js';
import { MATRIX } from '../testing/toegang-matrix.js';
import { maakWereld, type Wereld } from '../testing/werelden.js';

/** What tells somebody how this was built: code, paths, statements, names of tables. */
const BINNENKANT =
  /node_modules|\.(ts|js):\d|\bat \w+ \(|stack|SELECT |INSERT |QueryFailed|relation "|syntax error|violates|typeorm|maatwerktraject_/;

const HALF = '\ud800';

describe('aanvallen met invoer', () => {
  let api: TestApi;
  let eigen: Wereld;
  let ander: Wereld;
  let als: string;
  let hoofd: string;

  beforeAll(async () => {
    api = await startTestApi();
    eigen = await maakWereld(api, 'a', ['GM0168', 'GM0141', 'GM0164']);
    ander = await maakWereld(api, 'b', ['GM0150', 'GM0163', 'GM0147']);
    als = await meldAan(api.database, eigen.adviseur, 'adviseur');
    hoofd = await meldAan(api.database, eigen.trajecten[0].hoofd, 'gemeente');
  }, 60_000);
  afterAll(() => api.stop());
  beforeEach(() => api.database.query('DELETE FROM limiet'));

  const waarden = (): Record<string, string> => ({
    cohortId: eigen.cohortId,
    trajectId: eigen.trajecten[0].id,
    taakId: `${eigen.trajecten[0].id}.inventariseren.startgegevens.hoofdcontact`,
    stap: 'inventariseren',
    sleutel: 'startgesprek',
    versie: '1',
    bestand: 'trajecten.csv',
    sessieId: ander.adviseur,
    toekenningId: ander.adviseur,
  });
  const invullen = (vorm: string, extra: Record<string, string> = {}): string =>
    vorm.replace(/\{(\w+)\}/g, (_, naam: string) => extra[naam] ?? waarden()[naam] ?? '');

  /** Who has which rights, and what belongs to whom: nothing of this may move by a field too many. */
  const vast = () =>
    api.database.query(
      `SELECT (SELECT jsonb_agg(to_jsonb(a) ORDER BY a.id) FROM account a) AS accounts,
              (SELECT jsonb_agg(to_jsonb(k) ORDER BY k.id) FROM toekenning k) AS toekenningen,
              (SELECT jsonb_agg(jsonb_build_array(id, status, gestart_op) ORDER BY id) FROM cohort) AS cohorten,
              (SELECT jsonb_agg(jsonb_build_array(id, cohort_id, status) ORDER BY id) FROM traject) AS trajecten,
              (SELECT jsonb_agg(jsonb_build_array(id, account_id, rol) ORDER BY id) FROM sessie) AS sessies`,
    );

  it('changes nothing by fields that nobody asked for', async () => {
    const extra = () => ({
      id: ander.cohortId,
      cohortId: ander.cohortId,
      trajectId: ander.trajecten[0].id,
      accountId: ander.adviseur,
      account_id: ander.adviseur,
      verleendDoor: ander.adviseur,
      ...{
        rol: 'beheerder',
        rollen: ['beheerder'],
        rechten: ['accounts.beheren'],
        status: 'lopend',
        isAdmin: true,
      },
      ...{
        gestartOp: '2020-01-01T00:00:00Z',
        versie: 99,
        door: 'systeem',
        magInvullen: true,
        vervaltOp: null,
      },
    });
    // A body that may make something makes it here too; those have a test of their own below.
    const maakt = /^POST \/cohorten($|\/.*\/(deelnemers|toekenningen)$)|klok|start$/;
    const voor = await vast();
    const rijen = MATRIX.filter(({ route, inhoud }) => inhoud !== undefined && !maakt.test(route));
    expect(rijen.length).toBeGreaterThan(7);
    for (const { route, inhoud, kop } of rijen)
      for (const wie of [als, hoofd]) {
        const [methode = '', pad = ''] = route.split(' ');
        const verzoek = { als: wie, inhoud: { ...extra(), ...(inhoud as object) }, headers: { ...kop } };
        const { status, tekst } = await api.vraag(methode, invullen(pad), verzoek);
        expect([route, status === 503 || status < 500]).toEqual([route, true]);
        expect([route, BINNENKANT.exec(tekst)?.[0]]).toEqual([route, undefined]);
        // Choosing the role that one has gives another session; the rest stays as it was.
        if (route === 'PUT /ik/rol' && status === 204)
          als = await meldAan(api.database, eigen.adviseur, 'adviseur');
      }
    const [na, eerst] = [(await vast()) as Record<string, unknown>[], voor as Record<string, unknown>[]];
    for (const wat of ['accounts', 'toekenningen', 'cohorten', 'trajecten'])
      expect([wat, na[0]?.[wat]]).toEqual([wat, eerst[0]?.[wat]]);
    const beheerders = await api.database.query<unknown[]>(
      `SELECT FROM sessie WHERE account_id = $1 AND rol = 'beheerder'`,
      [eigen.adviseur],
    );
    expect(beheerders).toEqual([]);
  });

  it('makes what is made as new, of the maker, and here', async () => {
    const extra = {
      id: ander.cohortId,
      status: 'lopend',
      gestartOp: '2020-01-01T00:00:00Z',
      account_id: ander.adviseur,
    };
    const vorm = MATRIX.find(({ route }) => route === 'POST /cohorten')?.inhoud as object;
    const { status, json } = await api.vraag('POST', '/cohorten', { als, inhoud: { ...vorm, ...extra } });
    expect([status, json]).toEqual([201, expect.objectContaining({ status: 'concept', gestartOp: null })]);
    const { id } = json as { id: string };
    expect(id).not.toBe(ander.cohortId);
    const maker = await api.database.query('SELECT account_id, rol FROM toekenning WHERE cohort_id = $1', [
      id,
    ]);
    expect(maker).toEqual([{ account_id: eigen.adviseur, rol: 'adviseur' }]);
    const deelnemer = {
      ...{
        gemeentecode: 'GM0175',
        trajectId: ander.trajecten[0].id,
        cohortId: ander.cohortId,
        status: 'afgerond',
      },
      contactpersonen: [
        {
          naam: 'x',
          email: 'x@x.example',
          niveau: 'beleid',
          hoofdcontact: true,
          accountId: ander.adviseur,
          id,
        },
      ],
    };
    expect((await api.vraag('POST', `/cohorten/${id}/deelnemers`, { als, inhoud: deelnemer })).status).toBe(
      201,
    );
    const trajecten = await api.database.query(
      'SELECT t.status, p.account_id = $2 AS vreemd FROM traject t JOIN contactpersoon p ON p.traject_id = t.id WHERE cohort_id = $1',
      [id, ander.adviseur],
    );
    expect(trajecten).toEqual([{ status: 'gepland', vreemd: false }]);
    const toegang = { email: 'y@x.example', naam: 'y', accountId: ander.adviseur, cohortId: ander.cohortId };
    for (const [rol, verwacht] of [
      ['onderzoeker', 201],
      ['beheerder', 400],
      ['gemeente', 400],
    ] as const)
      expect(
        (await api.vraag('POST', `/cohorten/${id}/toekenningen`, { als, inhoud: { ...toegang, rol } }))
          .status,
      ).toBe(verwacht);
    const bij = await api.database.query('SELECT FROM toekenning WHERE cohort_id = $1 AND account_id <> $2', [
      ander.cohortId,
      ander.adviseur,
    ]);
    expect(bij).toEqual([]);
  });

  it('gives no object of ours a property by its prototype', async () => {
    const kwaad = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then', 'toJSON'];
    for (const sleutel of kwaad)
      for (const [methode, pad, wie] of [
        ['POST', '/cohorten', als],
        ['PUT', '/taken/{taakId}/concept', hoofd],
        ['POST', '/taken/{taakId}/inzending', hoofd],
        ['PUT', '/ik/rol', als],
      ] as const)
        for (const inhoud of [
          `{"${sleutel}":{"rol":"beheerder","prototype":{"rol":"beheerder"}}}`,
          `{"inhoud":{"${sleutel}":{"rol":"beheerder"},"uren":4}}`,
        ]) {
          const headers = {
            Cookie: wie,
            'Content-Type': 'application/json',
            'Sec-Fetch-Site': 'same-origin',
            'If-Match': '"1"',
          };
          const { status, tekst } = await rauw(api.url, methode, `/api/v1${invullen(pad)}`, {
            headers,
            inhoud,
          });
          expect([inhoud, pad, status < 500, BINNENKANT.exec(tekst)?.[0]]).toEqual([
            inhoud,
            pad,
            true,
            undefined,
          ]);
        }
    expect([Reflect.get({}, 'rol'), Object.keys(Object.prototype)]).toEqual([undefined, []]);
  });

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
            const pad = invullen(path, parameter.in === 'path' ? { [parameter.name]: veilig } : {});
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
      ['taak', `/taken/${waarden()['taakId'] ?? ''}`],
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
