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
  fasen: process.env['FUZZ_FASEN'] ?? 'fuzzing,stateful',
  ...(seconden > 0 ? { seconden } : {}),
};
const ROLLEN = FUZZ_ROLLEN.filter((rol) => rol === (process.env['FUZZ_ROL'] ?? rol));
const START_MS = 90_000;
/** Makes one, looks at it and removes it, in every order. */
const WEBHOOK = {
  fasen: 'stateful',
  gevallen: 40,
  alleen: ['maakWebhook', 'leesWebhook', 'verwijderWebhook'],
};

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

  // Each plants a fault in the database, and wants to be told of it.
  it.each([
    {
      fout: 'a row rule is open',
      rol: 'adviseur' as const,
      plant: 'CREATE POLICY open ON cohort FOR SELECT TO maatwerktraject_api USING (true)',
      haalWeg: 'DROP POLICY open ON cohort',
      budget: { fasen: 'fuzzing', gevallen: 5, alleen: ['leesCohorten'] },
      melding: /no_unauthorised_data[^]*adviseur may not see: b0-cohort/,
    },
    {
      rol: 'beheerder' as const,
      fout: 'what was removed is still there',
      plant: 'CREATE RULE blijft AS ON DELETE TO webhook DO INSTEAD NOTHING',
      haalWeg: 'DROP RULE blijft ON webhook',
      budget: WEBHOOK,
      melding: /for a resource that was previously deleted/,
    },
    {
      rol: 'beheerder' as const,
      fout: 'what was made is not there',
      plant: `CREATE POLICY weg ON webhook AS RESTRICTIVE FOR SELECT TO maatwerktraject_api
                USING (gemaakt_op >= now())`,
      haalWeg: 'DROP POLICY weg ON webhook',
      budget: WEBHOOK,
      melding: /what was just made is not there/,
    },
    {
      rol: 'beheerder' as const,
      fout: 'a token works after it was withdrawn',
      plant: `CREATE FUNCTION blijft() RETURNS trigger LANGUAGE plpgsql
                AS 'BEGIN NEW.ingetrokken_op := NULL; RETURN NEW; END';
              CREATE TRIGGER blijft BEFORE UPDATE ON diensttoken FOR EACH ROW EXECUTE FUNCTION blijft()`,
      haalWeg: 'DROP FUNCTION blijft CASCADE',
      budget: { ...WEBHOOK, alleen: ['geefDiensttoken', 'trekDiensttokenIn'] },
      melding: /a token works after it was withdrawn/,
    },
  ])(
    'is told of it when $fout',
    async ({ rol, plant, haalWeg, budget, melding }) => {
      const { database } = opstelling.proef;
      await database.query(plant);
      try {
        const { code, uitvoer } = await vraag(rol, { zaad: 1, ...budget });
        expect([code, melding.exec(uitvoer)?.[0] ?? uitvoer]).toEqual([1, expect.stringMatching(melding)]);
      } finally {
        // Or the next would be told of this one too.
        await database.query(haalWeg);
      }
    },
    UITLOOP_MS,
  );
});
