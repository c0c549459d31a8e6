import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as rust } from 'node:timers/promises';
import type { Sjabloon } from '@maatwerktraject/domain';
import { maakCohort } from '../../tools/src/voorbeeld/cohort.opzet.js';
import { bewaarExport } from '../../tools/src/voorbeeld/export.opslag.js';
import { kijkNa } from '../../tools/src/voorbeeld/nazicht.js';
import { Simulatie } from '../../tools/src/voorbeeld/simulatie.js';
import { Stapel } from './stapel.js';

jest.setTimeout(600_000);

let stapel: Stapel;

beforeAll(async () => {
  stapel = await Stapel.maak();
});

afterAll(async () => {
  await stapel.ruimOp();
});

/** Longer than a reminder may be late (30 s) before it counts as missed. */
const STILSTAND_MS = 34_000;

test('gegeven een lopend oefencohort, als alles om de beurt hard stopt, dan komt elk traject aan het eind en klopt elke mail', async () => {
  await stapel.start();
  const api = stapel.api();
  const sjabloon = await api.lees<Sjabloon>('adviseur', '/sjablonen/maatwerktraject/1');
  const { cohortId, trajectIds } = await maakCohort(api, { gemeenten: 3, seed: 7, duur: 110, uit: '' });
  let goedgekeurd = 0;
  const simulatie = new Simulatie({
    api,
    cohortId,
    trajectIds,
    sjabloon,
    seed: 7,
    voortgang: (stand) => {
      goedgekeurd = stand.goedgekeurd;
    },
  });
  const spel = simulatie.speel();
  // A failure is reported where the play is awaited.
  spel.catch(() => undefined);

  await rust(12_000);
  stapel.dood('worker');
  await rust(12_000);
  stapel.dood('api');
  await rust(12_000);
  stapel.doodAlles();
  await rust(STILSTAND_MS);
  expect(goedgekeurd).toBeLessThan(15);
  await stapel.start();
  await spel;

  const { fouten, mails, overgeslagen } = await kijkNa(api, stapel.mailboxUrl(), trajectIds, sjabloon);
  expect(fouten).toEqual([]);
  expect(mails).toBeGreaterThan(60);
  // The standstill took weeks of the practice clock: some reminder was due in it, and is named.
  expect(overgeslagen).toBeGreaterThan(0);

  // The research file of the same cohort opens in pandas, by its data package, without a warning.
  const map = join(stapel.map, 'export');
  await bewaarExport(api, cohortId, map);
  const python = process.env['TEST_PYTHON'] ?? 'python3';
  const rijen: unknown = JSON.parse(
    execFileSync(python, [join(import.meta.dirname, '../python/open_export.py'), map], { encoding: 'utf8' }),
  );
  expect(rijen).toMatchObject({ trajecten: 3, stappen: 15, taken: 66, 'check-ins': 24, uitkomsten: 3 });
});
