import { MAATWERKTRAJECT_2, maakPlan, procesDeel, STUREN_OP_KWALITEIT_1 } from '@maatwerktraject/domain';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import {
  historiesVan,
  klokOpStart,
  legVast,
  maakOmgeving,
  maakWorker,
  Rit,
  STARTDATUM,
} from '../../test/omgeving.js';

jest.setTimeout(240_000);

let omgeving: TestWorkflowEnvironment;
beforeAll(async () => {
  omgeving = await maakOmgeving();
});
afterAll(() => omgeving.teardown());

async function metRit(rit: Rit, verhaal: () => Promise<void>): Promise<void> {
  const worker = await maakWorker(omgeving, rit.projectie.activities);
  await worker.runUntil(async () => {
    await rit.start(await klokOpStart(omgeving));
    await verhaal();
  });
}

test('Sturen op kwaliteit loopt van begin tot eind op hetzelfde proces, zonder uitkomst', async () => {
  const rit = new Rit(omgeving, undefined, procesDeel(STUREN_OP_KWALITEIT_1));
  await metRit(rit, async () => {
    await rit.rijdUit();
    await rit.handle.result();
    const { feiten, toestand } = rit.projectie;
    expect(toestand).toMatchObject({ status: 'afgerond', uitkomst: null, agenda: [] });
    const geopend = feiten.flatMap((feit) => (feit.soort === 'stap-geopend' ? [feit.stap] : []));
    expect(geopend).toEqual(STUREN_OP_KWALITEIT_1.stappen.map(({ sleutel }) => sleutel));
    const gepland = maakPlan(STUREN_OP_KWALITEIT_1, STARTDATUM).stappen.map(({ opentOp }) => opentOp);
    expect(toestand.openingen).toEqual(gepland);
    const taken = STUREN_OP_KWALITEIT_1.stappen.flatMap((stap) =>
      stap.taken.flatMap((taak) => taak.uitvoerders),
    );
    const ingediend = feiten.filter(({ soort }) => soort === 'taak-ingediend');
    expect(ingediend).toHaveLength(taken.length);
    const runs = await historiesVan(omgeving, rit.workflowId);
    expect(runs).toHaveLength(5);
    expect(Math.max(...runs.map(({ events }) => events))).toBeLessThanOrEqual(600);
    await legVast(omgeving, rit.workflowId, 'sturen-op-kwaliteit');
  });
});

test('een lopend traject gaat bij de volgende stap over op een andere versie', async () => {
  const rit = new Rit(omgeving);
  await metRit(rit, async () => {
    await omgeving.sleep('1 day');
    await rit.vraag({ soort: 'kies-sjabloon', sjabloon: procesDeel(MAATWERKTRAJECT_2) });
    expect(rit.projectie.toestand.sjabloon.versie).toBe(1);
    await rit.rijdUit();
    await rit.handle.result();
    expect(rit.projectie.toestand).toMatchObject({ status: 'afgerond', sjabloon: { versie: 2 } });
    expect(rit.projectie.soorten().filter((soort) => soort === 'sjabloon-overgezet')).toHaveLength(1);
    // The same windows, and nothing late: the same days.
    expect(rit.projectie.toestand.openingen).toEqual(
      maakPlan(MAATWERKTRAJECT_2, STARTDATUM).stappen.map(({ opentOp }) => opentOp),
    );
    await legVast(omgeving, rit.workflowId, 'andere-versie');
  });
});
