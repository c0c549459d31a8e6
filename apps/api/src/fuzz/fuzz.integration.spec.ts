import { startFuzzOpstelling, type FuzzOpstelling } from '../testing/fuzz/opstelling.js';
import {
  FUZZ_ROLLEN,
  maakAanmelder,
  maakKenmerken,
  type Aanmelder,
  type FuzzRol,
} from '../testing/fuzz/rollen.js';
import { oordeel, startScheidsrechter, type Scheidsrechter } from '../testing/fuzz/scheidsrechter.js';
import { fuzz, UITLOOP_MS, type Budget, type FuzzUitslag } from '../testing/fuzz/schemathesis.js';

const getal = (naam: string, anders: number): number => Number(process.env[naam] ?? anders);
const seconden = getal('FUZZ_SECONDEN', 0);

/** Small in `npm test`, by cases alone; `npm run fuzz` gives time, more cases and more phases. */
const BUDGET: Budget = {
  gevallen: getal('FUZZ_GEVALLEN', 2),
  zaad: getal('FUZZ_ZAAD', 1),
  fasen: process.env['FUZZ_FASEN'] ?? 'fuzzing',
  ...(seconden > 0 ? { seconden } : {}),
};
const ROLLEN = FUZZ_ROLLEN.filter((rol) => rol === (process.env['FUZZ_ROL'] ?? rol));
const START_MS = 90_000;

describe('elke route, met wat niemand bedenkt', () => {
  let opstelling: FuzzOpstelling;
  let aanmelder: Aanmelder;
  let scheidsrechter: Scheidsrechter;
  const open: (() => Promise<unknown>)[] = [];
  let vraag: (rol: FuzzRol, budget: Budget) => Promise<FuzzUitslag>;
  const ronden = new Map<FuzzRol, Promise<FuzzUitslag>>();

  // All roles at once, as on a working day.
  beforeAll(
    async () => {
      opstelling = await startFuzzOpstelling();
      open.push(() => opstelling.stop());
      const { eigen, ander, url } = opstelling;
      aanmelder = await maakAanmelder(opstelling);
      scheidsrechter = await startScheidsrechter([eigen, ander], aanmelder);
      open.push(() => scheidsrechter.stop());
      const kenmerken = await maakKenmerken(opstelling);
      vraag = (rol, budget) => fuzz({ rol, url, kenmerken, budget, scheidsrechter: scheidsrechter.url });
      for (const rol of ROLLEN) ronden.set(rol, vraag(rol, BUDGET));
      await Promise.allSettled(ronden.values());
    },
    START_MS + seconden * 1000 + UITLOOP_MS,
  );
  afterAll(async () => {
    for (const sluit of open.reverse()) await sluit();
  }, 30_000);

  it.each(ROLLEN)('gives no fault and nothing of others to %s', async (rol) => {
    const uitslag = await ronden.get(rol);
    if (uitslag?.code !== 0)
      throw new Error(`${uitslag?.uitvoer.slice(-20_000) ?? ''}\n(${uitslag?.log ?? ''})`);
    expect(scheidsrechter.geoordeeld.get(rol) ?? 0).toBeGreaterThan(20);
    // Who was logged out would be told nothing, and so find nothing.
    const ik = await fetch(`${opstelling.url}/api/v1/ik`, { headers: await aanmelder(rol) });
    expect(ik.status).toBe(rol === 'niemand' ? 401 : 200);
  });

  it('would know what somebody should not have seen', async () => {
    const { eigen, ander, url } = opstelling;
    const pad = `/api/v1/trajecten/${eigen.trajecten[0].id}`;
    const antwoord = await (await fetch(`${url}${pad}`, { headers: await aanmelder('adviseur') })).text();
    const gelezen = { route: 'GET /trajecten/{trajectId}', status: 200, gevraagd: pad, antwoord };
    expect(oordeel({ rol: 'adviseur', ...gelezen }, [eigen, ander])).toEqual([]);
    expect(oordeel({ rol: 'onderzoeker', ...gelezen }, [eigen, ander])).toContain('a1-persoon');
  });

  it(
    'is told of it when a row rule is open',
    async () => {
      const { database } = opstelling.proef;
      await database.query('CREATE POLICY open ON cohort FOR SELECT TO maatwerktraject_api USING (true)');
      const budget = { zaad: 1, fasen: 'fuzzing', gevallen: 5, alleen: 'leesCohorten' };
      const { code, uitvoer } = await vraag('adviseur', budget);
      expect([code, /no_unauthorised_data[^]*adviseur may not see: b0-cohort/.test(uitvoer)]).toEqual([
        1,
        true,
      ]);
    },
    UITLOOP_MS,
  );
});
