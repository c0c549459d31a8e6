import { startFuzzOpstelling, type FuzzOpstelling } from '../testing/fuzz/opstelling.js';
import { FUZZ_ROLLEN, maakAanmelder, maakKenmerken, type FuzzRol } from '../testing/fuzz/rollen.js';
import { startScheidsrechter, type Scheidsrechter } from '../testing/fuzz/scheidsrechter.js';
import { fuzz, type Budget, type FuzzUitslag } from '../testing/fuzz/schemathesis.js';

const getal = (naam: string, anders: number): number => Number(process.env[naam] ?? anders);

/** Small in `npm test`; `npm run fuzz` gives more time, more cases and more phases. */
const BUDGET: Budget = {
  gevallen: getal('FUZZ_GEVALLEN', 3),
  seconden: getal('FUZZ_SECONDEN', 40),
  zaad: getal('FUZZ_ZAAD', 1),
  fasen: process.env['FUZZ_FASEN'] ?? 'examples,fuzzing',
};
const ROLLEN = FUZZ_ROLLEN.filter((rol) => rol === (process.env['FUZZ_ROL'] ?? rol));
const START_MS = 90_000;

/** What each role does see of its own: without it, finding nothing of others would say nothing. */
const EIGEN: Readonly<Record<FuzzRol, readonly string[]>> = {
  adviseur: ['a0-cohort', 'a1-persoon'],
  hoofdcontact: ['a1-persoon'],
  onderzoeker: ['a0-cohort'],
  beheerder: ['a0-cohort', 'b0-cohort'],
  'dienst met het recht': ['a0-cohort', 'a1-persoon'],
  niemand: [],
};

describe('elke route, met wat niemand bedenkt', () => {
  let opstelling: FuzzOpstelling;
  let scheidsrechter: Scheidsrechter;
  const ronden = new Map<FuzzRol, Promise<FuzzUitslag>>();

  // All roles at once, as on a working day.
  beforeAll(async () => {
    opstelling = await startFuzzOpstelling();
    const { eigen, ander, url } = opstelling;
    scheidsrechter = await startScheidsrechter([eigen, ander], await maakAanmelder(opstelling));
    const kenmerken = await maakKenmerken(opstelling);
    for (const rol of ROLLEN)
      ronden.set(rol, fuzz({ rol, url, kenmerken, budget: BUDGET, scheidsrechter: scheidsrechter.url }));
    await Promise.allSettled(ronden.values());
  }, START_MS + BUDGET.seconden * 1000 + START_MS);
  afterAll(async () => {
    await scheidsrechter.stop();
    await opstelling.stop();
  }, 30_000);

  it.each(ROLLEN)('gives no fault and nothing of others to %s', async (rol) => {
    const uitslag = await ronden.get(rol);
    if (uitslag?.code !== 0) throw new Error(`${uitslag?.uitvoer.slice(-20_000) ?? ''}\n(${uitslag?.log ?? ''})`);
    const { aantal, gezien } = scheidsrechter.geoordeeld.get(rol) ?? { aantal: 0, gezien: new Set() };
    expect(aantal).toBeGreaterThan(100);
    expect([...gezien]).toEqual(expect.arrayContaining([...EIGEN[rol]]));
  });
});
