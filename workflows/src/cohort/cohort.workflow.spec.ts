import { randomUUID } from 'node:crypto';
import {
  domeinTijd,
  GEWONE_KLOK,
  instantVan,
  oefenklok,
  type Klok,
  type Meting,
  type Toets,
} from '@maatwerktraject/domain';
import {
  COHORT_WORKFLOW,
  cohortWorkflowId,
  TASK_QUEUE,
  verzetKlokVerzoek,
  type CohortActivities,
  type CohortFeit,
  type CohortProjectie,
  type TrajectInvoer,
} from '@maatwerktraject/messages';
import { WorkflowUpdateFailedError, type WorkflowHandle } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { klokOpStart, legVast, maakOmgeving, maakWorker, SJABLOON, STARTDATUM } from '../../test/omgeving.js';

jest.setTimeout(120_000);

let omgeving: TestWorkflowEnvironment;

beforeAll(async () => {
  omgeving = await maakOmgeving();
});

afterAll(async () => {
  await omgeving.teardown();
});

/** Records what the cohort asks of its activities; `lopend` is how many trajecten have not ended. */
class Boekhouding implements CohortActivities {
  readonly feiten: CohortFeit[] = [];
  readonly nummers: number[] = [];
  readonly klokken: Klok[] = [];
  readonly verspreid: Klok[] = [];
  readonly controles: number[] = [];
  lopend = 3;
  readonly gestart: TrajectInvoer[] = [];
  readonly gemeten: Toets[] = [];
  meting: Meting = { totaal: 3, voldoen: 3, achter: [] };

  constructor(private readonly nu: () => Promise<number>) {}

  projecteerCohort = ({ vanaf, feiten, klok }: CohortProjectie): Promise<void> => {
    feiten.forEach((feit, index) => {
      this.feiten.push(feit);
      this.nummers.push(vanaf + index);
    });
    this.klokken.push(klok);
    return Promise.resolve();
  };
  startTrajecten = (): Promise<number> => Promise.resolve(3);
  verspreidKlok = (_cohortId: string, klok: Klok): Promise<void> => {
    this.verspreid.push(klok);
    return Promise.resolve();
  };
  startTraject = (invoer: TrajectInvoer): Promise<void> => {
    this.gestart.push(invoer);
    return Promise.resolve();
  };
  meet = (_cohortId: string, toets: Toets): Promise<Meting> => {
    this.gemeten.push(toets);
    return Promise.resolve(this.meting);
  };
  telLopendeTrajecten = async (): Promise<number> => {
    this.controles.push(await this.nu());
    return this.lopend;
  };
}

async function metCohort(
  naam: string,
  klok: Klok,
  verhaal: (boek: Boekhouding, handle: WorkflowHandle) => Promise<void>,
): Promise<void> {
  const boek = new Boekhouding(() => omgeving.currentTimeMs());
  const worker = await maakWorker(omgeving, boek);
  const cohortId = randomUUID();
  await worker.runUntil(async () => {
    const handle = await omgeving.client.workflow.start(COHORT_WORKFLOW, {
      workflowId: cohortWorkflowId(cohortId),
      taskQueue: TASK_QUEUE,
      args: [{ cohortId, klok, sjabloon: SJABLOON, startdatum: STARTDATUM }],
    });
    await verhaal(boek, handle);
    boek.lopend = 0;
    await handle.result();
    await legVast(omgeving, cohortWorkflowId(cohortId), naam);
  });
}

test('een cohort start, kijkt vanaf de laatste stap op werkdagen of alles klaar is, en sluit dan af', async () => {
  const klok = await klokOpStart(omgeving);
  await metCohort('cohort', klok, async (boek) => {
    await omgeving.sleep('250 days');
    expect(boek.feiten.map(({ soort }) => soort)).toEqual(['cohort-gestart']);
    expect(boek.controles).toEqual([]);
    await omgeving.sleep('30 days');
    const momenten = boek.controles.map((echt) => domeinTijd(klok, echt));
    expect(momenten.length).toBeGreaterThan(5);
    // The last stap opens 38 weeks after the start.
    expect(Math.min(...momenten)).toBeGreaterThanOrEqual(instantVan('2027-10-25', '17:00'));
    expect(boek.feiten).toHaveLength(1);

    boek.lopend = 0;
    await omgeving.sleep('5 days');
    expect(boek.feiten.map(({ soort }) => soort)).toEqual([
      'cohort-gestart',
      'cohort-geevalueerd',
      'cohort-afgesloten',
    ]);
    expect(boek.nummers).toEqual([1, 2, 3]);
  });
});

test('een cohort waarvan één traject blijft hangen, wacht zonder dat zijn geschiedenis te lang wordt', async () => {
  await metCohort('cohort-wacht', await klokOpStart(omgeving), async (boek, handle) => {
    await omgeving.sleep('700 days');
    expect(boek.controles.length).toBeGreaterThan(200);
    const { historyLength } = await handle.describe();
    expect(historyLength).toBeLessThanOrEqual(600);
  });
});

test('de oefenklok gaat vooruit, voor het cohort en voor alle trajecten, en nooit twee keer voor één verzoek', async () => {
  const begin = instantVan(STARTDATUM, '08:00');
  // At the pace of real time: what makes it practice is that it has a clock of its own.
  const klok = oefenklok(await omgeving.currentTimeMs(), begin, 1 / 86_400);
  await metCohort('cohort-klok', klok, async (boek, handle) => {
    const naar = instantVan('2027-03-01', '09:00');
    const verzet = (verzoekId: string): Promise<unknown> =>
      handle.executeUpdate(verzetKlokVerzoek, { args: [{ verzoekId, naar }] });
    await verzet('een');
    await verzet('een');
    expect(boek.verspreid).toHaveLength(1);
    expect(boek.verspreid[0]).toMatchObject({ domein: naar, factor: klok.factor, versie: 2 });
    expect(boek.klokken.at(-1)).toEqual(boek.verspreid[0]);
    expect(boek.feiten.map(({ soort }) => soort)).toEqual(['cohort-gestart', 'klok-verzet']);
  });
});

test('de klok van een echt cohort kan niet worden verzet', async () => {
  await metCohort('cohort-echt', GEWONE_KLOK, async (boek, handle) => {
    const fout: unknown = await handle
      .executeUpdate(verzetKlokVerzoek, {
        args: [{ verzoekId: 'een', naar: instantVan('2027-03-01', '09:00') }],
      })
      .catch((reden: unknown) => reden);
    expect(fout).toBeInstanceOf(WorkflowUpdateFailedError);
    expect((fout as WorkflowUpdateFailedError).cause).toBeInstanceOf(ApplicationFailure);
    expect(boek.verspreid).toEqual([]);
  });
});
