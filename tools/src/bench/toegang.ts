import { isDeepStrictEqual } from 'node:util';
import { progress } from '../../long-step.mjs';
import type { BenchDeel, Doel, Uitslag } from './deel.js';
import { Opstelling } from './opstelling.js';
import { mediaanVan, meetRonde, verhouding, type Last, type Ronde } from './ronden.js';

const RONDEN = 7;
const SECONDEN = 4;
/** As many as there are connections to the database on each side: nobody waits for one. */
const VERBINDINGEN = 10;
const OPWARMEN = 2;
const DOORVOER = 0.6;
const VERTRAGING = 2;

interface Wereld {
  readonly cookie: string;
  readonly trajectIds: readonly string[];
}

interface Zijden {
  readonly beveiligd: Last;
  readonly kaal: Last;
}

/** What they answer but for the clock. @throws Error when it is not the same: then the two sides do other work. */
async function zelfdeAntwoord({ beveiligd, kaal }: Zijden): Promise<void> {
  const pad = kaal.paden[0] ?? '';
  const lees = async ({ url, headers }: Last): Promise<unknown> => {
    const antwoord = await fetch(`${url}${pad}`, { headers });
    const { nu: _, ...rest } = (await antwoord.json()) as Record<string, unknown>;
    return rest;
  };
  const [met, zonder] = [await lees(beveiligd), await lees(kaal)];
  if (!isDeepStrictEqual(met, zonder))
    throw new Error(`${pad}: de API en de kale server geven niet hetzelfde antwoord`);
}

async function meetZijden(
  naam: string,
  zijden: Zijden,
): Promise<{ doelen: Doel[]; rij: Rij; paren: Paar[] }> {
  await zelfdeAntwoord(zijden);
  for (const last of [zijden.beveiligd, zijden.kaal]) await meetRonde(last, OPWARMEN, VERBINDINGEN);
  const paren: Paar[] = [];
  for (let ronde = 0; ronde < RONDEN; ronde += 1)
    paren.push([
      await meetRonde(zijden.beveiligd, SECONDEN, VERBINDINGEN),
      await meetRonde(zijden.kaal, SECONDEN, VERBINDINGEN),
    ]);
  const doorvoer = verhouding(paren, ({ perSeconde }) => perSeconde);
  const p99 = verhouding(paren, (ronde) => ronde.p99);
  const beveiligd = paren.map(([een]) => een);
  const kaal = paren.map(([, ander]) => ander);
  const spreiding = ({ laagste, hoogste }: { laagste: number; hoogste: number }): string =>
    `${laagste.toFixed(2)}–${hoogste.toFixed(2)}`;
  return {
    paren,
    rij: {
      lezen: naam,
      'API/s': Math.round(mediaanVan(beveiligd, ({ perSeconde }) => perSeconde)),
      'kaal/s': Math.round(mediaanVan(kaal, ({ perSeconde }) => perSeconde)),
      doorvoer: doorvoer.mediaan.toFixed(2),
      'doorvoer van–tot': spreiding(doorvoer),
      'API p99 ms': Math.round(mediaanVan(beveiligd, (ronde) => ronde.p99)),
      'kaal p99 ms': Math.round(mediaanVan(kaal, (ronde) => ronde.p99)),
      p99: p99.mediaan.toFixed(2),
      'p99 van–tot': spreiding(p99),
    },
    doelen: [
      {
        naam: `${naam}, doorvoer`,
        streef: `ten minste ${String(DOORVOER * 100)}% van kaal`,
        gemeten: `${(doorvoer.mediaan * 100).toFixed(0)}%`,
        gehaald: doorvoer.mediaan >= DOORVOER,
      },
      {
        naam: `${naam}, p99`,
        streef: `ten hoogste ${String(VERTRAGING)}× kaal`,
        gemeten: `${p99.mediaan.toFixed(2)}×`,
        gehaald: p99.mediaan <= VERTRAGING,
      },
    ],
  };
}

type Paar = readonly [Ronde, Ronde];
type Rij = Readonly<Record<string, string | number>>;

async function meet(opstelling: Opstelling): Promise<Uitslag> {
  const { cookie, trajectIds } = await progress(
    '342 gemeenten in zes cohorten worden klaargezet.',
    async () => {
      await opstelling.startDatabase();
      return (await opstelling.fill('wereld')) as Wereld;
    },
  );
  const api = await opstelling.startApi();
  const lijst = '/api/v1/trajecten?limiet=50';
  const kaal = await opstelling.startProgram('kaal', lijst);
  const uitslagen: Awaited<ReturnType<typeof meetZijden>>[] = [];
  for (const [naam, paden] of [
    ['lijst', [lijst]],
    ['detail', trajectIds.map((id) => `/api/v1/trajecten/${id}`)],
  ] as const)
    uitslagen.push(
      await progress(`Gemeten wordt: ${naam}.`, () =>
        meetZijden(naam, {
          beveiligd: { url: api, paden, headers: { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' } },
          kaal: { url: kaal, paden, headers: {} },
        }),
      ),
    );
  return {
    doelen: uitslagen.flatMap(({ doelen }) => doelen),
    tabel: uitslagen.map(({ rij }) => rij),
    cijfers: {
      ronden: RONDEN,
      seconden: SECONDEN,
      verbindingen: VERBINDINGEN,
      metingen: uitslagen.map(({ rij, paren }) => ({
        lezen: rij['lezen'],
        paren: paren.map(([met, zonder]) => ({ api: met, kaal: zonder })),
      })),
    },
  };
}

/** What logging in, permissions and row rules cost: the API beside a handler without them. */
export const toegang: BenchDeel = {
  naam: 'toegang',
  async meet() {
    const opstelling = new Opstelling();
    const stop = (): void => void opstelling.stop().then(() => process.exit(1));
    process.once('SIGINT', stop).once('SIGTERM', stop);
    try {
      return await meet(opstelling);
    } finally {
      process.off('SIGINT', stop).off('SIGTERM', stop);
      await opstelling.stop();
    }
  },
};
