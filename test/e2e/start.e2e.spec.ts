import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Stapel, vrijePoort } from './stapel.js';

jest.setTimeout(400_000);

const START = join(import.meta.dirname, '../../tools/start.mjs');

/** A start that should be refused: its exit code and what it says. */
function start(omgeving: Readonly<Record<string, string>>): { code: number | null; tekst: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [START], {
    env: { ...process.env, ...omgeving },
    encoding: 'utf8',
    timeout: 120_000,
  });
  return { code: status, tekst: `${stdout}${stderr}` };
}

const ZONDER_STACK = /^(?![\s\S]*\n\s+at )/;

test('gegeven een lege map, als je start, dan antwoordt alles; en een tweede start gaat verder waar de eerste was', async () => {
  const stapel = await Stapel.maak({ TZ: 'Asia/Kathmandu', LANG: '' });
  try {
    const { urls } = await stapel.start();
    for (const pad of ['/health/live', '/health/ready', '/', '/api/v1/openapi.json', '/api/v1/docs'])
      expect([pad, (await fetch(new URL(pad, urls.web))).status]).toEqual([pad, 200]);
    expect((await fetch(urls.mailbox ?? '')).status).toBe(200);
    expect((await fetch(urls.temporalUi ?? '')).status).toBe(200);

    const api = stapel.api();
    const gemeenten = await api.lees<{ totaal: number }>('adviseur', '/gemeenten');
    expect(gemeenten.totaal).toBe(342);
    const cohort = await api.doe<{ id: string }>('adviseur', 'POST', '/cohorten', {
      naam: 'Blijft bestaan',
      sjabloon: { sleutel: 'maatwerktraject', versie: 1 },
      startdatum: '2027-02-01',
      adviseur: { naam: 'Adviseur Test', email: 'adviseur@test.example' },
      oefenklok: null,
    });
    expect(await stapel.stop('SIGINT')).toBe(0);
    await expect(fetch(new URL('/health/live', urls.web))).rejects.toThrow();

    await stapel.start();
    expect(await stapel.api().lees('adviseur', `/cohorten/${cohort.id}`)).toMatchObject({
      naam: 'Blijft bestaan',
      status: 'concept',
    });

    // A second one on the same data is refused, and says where the first one runs.
    const tweede = start({ DATA_DIR: stapel.dataDir, PORT: String(await vrijePoort()) });
    expect(tweede.code).toBe(1);
    expect(tweede.tekst).toContain(String(stapel.poort));
    expect(tweede.tekst).toMatch(ZONDER_STACK);
  } finally {
    await stapel.ruimOp();
  }
});

test('gegeven een poort in gebruik, als je start, dan zegt één zin wat je kunt doen', async () => {
  const server = createServer();
  const poort = await new Promise<number>((klaar) => {
    server.listen(0, '127.0.0.1', () => {
      const adres = server.address();
      klaar(typeof adres === 'object' && adres !== null ? adres.port : 0);
    });
  });
  const stapel = await Stapel.maak();
  try {
    const { code, tekst } = start({ PORT: String(poort), DATA_DIR: stapel.dataDir });
    expect(code).toBe(1);
    expect(tekst).toContain(String(poort));
    expect(tekst).toMatch(ZONDER_STACK);
  } finally {
    server.close();
    await stapel.ruimOp();
  }
});

test('gegeven foute instellingen, als je start, dan worden alle fouten tegelijk genoemd', () => {
  const { code, tekst } = start({ PORT: 'drieduizend', SMTP_URL: 'post.example', DATABASE_URL: 'mysql://x' });
  expect(code).toBe(1);
  expect(tekst).toContain('PORT');
  expect(tekst).toContain('SMTP_URL');
  expect(tekst).toContain('DATABASE_URL');
  expect(tekst).toMatch(ZONDER_STACK);
});

test('gegeven een map waarin niet geschreven kan worden, als je start, dan zegt één zin wat je kunt doen', () => {
  const { code, tekst } = start({ DATA_DIR: '/proc/maatwerktraject' });
  expect(code).toBe(1);
  expect(tekst).toContain('DATA_DIR');
  expect(tekst).toMatch(ZONDER_STACK);
});

test('gegeven een database die niet antwoordt, als je start, dan wordt die genoemd', async () => {
  const stapel = await Stapel.maak();
  try {
    const poort = await vrijePoort();
    const { code, tekst } = start({
      DATABASE_URL: `postgres://iemand:geheim@127.0.0.1:${String(poort)}/weg`,
      DATA_DIR: stapel.dataDir,
      PORT: String(stapel.poort),
    });
    expect(code).toBe(1);
    expect(tekst).toContain('DATABASE_URL');
    expect(tekst).not.toContain('geheim');
    expect(tekst).toMatch(ZONDER_STACK);
  } finally {
    await stapel.ruimOp();
  }
});
