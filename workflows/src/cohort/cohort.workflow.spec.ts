import { randomUUID } from 'node:crypto';
import {
  domeinTijd,
  GEWONE_KLOK,
  instantVan,
  oefenklok,
  type CohortCommando,
  type Klok,
  type Meting,
  type Sessieplan,
  type Toets,
  type Voorwaarde,
} from '@maatwerktraject/domain';
import {
  COHORT_WORKFLOW,
  cohortVerzoek,
  cohortWorkflowId,
  TASK_QUEUE,
  verzetKlokVerzoek,
  type CohortActivities,
  type CohortFeit,
  type CohortProjectie,
  type TrajectInvoer,
  type VerzoekAntwoord,
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
  /** What falls due next, as it was last written down. */
  moment: number | null | undefined;
  readonly gestart: TrajectInvoer[] = [];
  readonly gemeten: Toets[] = [];
  meting: Meting = { totaal: 3, voldoen: 3, achter: [] };

  constructor(private readonly nu: () => Promise<number>) {}

  projecteerCohort = ({ vanaf, feiten, klok, volgendMomentOp }: CohortProjectie): Promise<void> => {
    if (volgendMomentOp !== undefined) this.moment = volgendMomentOp;
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

describe('de agenda van een cohort', () => {
  const SESSIE = '6a0a5f8e-7c1d-4b7e-9d3a-2f5b1c8e4d01';
  const plan: Sessieplan = {
    beginOp: instantVan('2027-03-16', '10:00'),
    eindOp: instantVan('2027-03-16', '12:00'),
    inhoudId: '6a0a5f8e-7c1d-4b7e-9d3a-2f5b1c8e4d02',
    genodigden: ['6a0a5f8e-7c1d-4b7e-9d3a-2f5b1c8e4d03', '6a0a5f8e-7c1d-4b7e-9d3a-2f5b1c8e4d04'],
    herinneringWerkdagen: 2,
  };
  const voorwaarde: Voorwaarde = {
    sleutel: 'stap-1-klaar',
    peil: { groepssessie: SESSIE, werkdagen: -5 },
    toets: { soort: 'deel-afgerond', stap: 'inventariseren', onder: 0.7 },
    dan: { bericht: 'adviseur' },
  };
  const vraag = (
    handle: WorkflowHandle,
    commando: CohortCommando,
    verzoekId: string = randomUUID(),
  ): Promise<VerzoekAntwoord> =>
    handle.executeUpdate(cohortVerzoek, { args: [{ verzoekId, door: 'adviseur', commando }] });
  const code = async (antwoord: Promise<unknown>): Promise<string | null | undefined> => {
    const fout: unknown = await antwoord.catch((reden: unknown) => reden);
    const oorzaak = (fout as WorkflowUpdateFailedError).cause;
    return oorzaak instanceof ApplicationFailure ? oorzaak.type : undefined;
  };
  const verwacht = (boek: Boekhouding, ...soorten: CohortFeit['soort'][]): void => {
    expect(boek.feiten.map(({ soort }) => soort)).toEqual(['cohort-gestart', ...soorten]);
    expect(boek.nummers).toEqual(boek.feiten.map((_, index) => index + 1));
  };

  test('plant, verzet en zegt af; een verzoek geldt één keer, en een oude versie wordt geweigerd', async () => {
    await metCohort('cohort-sessies', await klokOpStart(omgeving), async (boek, handle) => {
      const gepland = { soort: 'plan-groepssessie', sessie: SESSIE, plan } as const;
      expect(await vraag(handle, gepland, 'een')).toEqual({ nieuw: true });
      expect(await vraag(handle, gepland, 'een')).toEqual({ nieuw: false });
      expect(await code(vraag(handle, gepland, 'twee'))).toBe('al-gepland');
      const later = { ...plan, beginOp: plan.beginOp + 3_600_000, eindOp: plan.eindOp + 3_600_000 };
      const gewijzigd = { soort: 'wijzig-groepssessie', sessie: SESSIE, versie: 1, plan: later } as const;
      await vraag(handle, gewijzigd);
      expect(await code(vraag(handle, gewijzigd))).toBe('andere-versie');
      expect(boek.feiten.at(-1)).toMatchObject({ versie: 2, volgnummer: 1, opnieuw: plan.genodigden });
      const voorbij = { ...later, beginOp: instantVan('2027-01-04', '10:00') };
      expect(await code(vraag(handle, { ...gewijzigd, versie: 2, plan: voorbij }))).toBe('begin-voorbij');
      await vraag(handle, { soort: 'zeg-groepssessie-af', sessie: SESSIE, versie: 2 });
      expect(await code(vraag(handle, { ...gewijzigd, versie: 3 }))).toBe('groepssessie-weg');
      await omgeving.sleep('60 days');
      verwacht(boek, 'groepssessie-gepland', 'groepssessie-gewijzigd', 'groepssessie-afgezegd');
      expect(boek.moment).toBeNull();
    });
  });

  test('herinnert en toetst elk op hun eigen moment, en blijft goed na een sprong van de klok', async () => {
    const begin = instantVan(STARTDATUM, '08:00');
    const klok = oefenklok(await omgeving.currentTimeMs(), begin, 1 / 86_400);
    await metCohort('cohort-voorwaarde', klok, async (boek, handle) => {
      boek.meting = { totaal: 3, voldoen: 2, achter: ['6a0a5f8e-7c1d-4b7e-9d3a-2f5b1c8e4d09'] };
      await vraag(handle, { soort: 'plan-groepssessie', sessie: SESSIE, plan });
      const onzin = { ...voorwaarde, toets: { ...voorwaarde.toets, stap: 'vergaderen' } as const };
      expect(await code(vraag(handle, { soort: 'zet-voorwaarden', voorwaarden: [onzin] }))).toBe(
        'voorwaarde-klopt-niet',
      );
      await vraag(handle, { soort: 'zet-voorwaarden', voorwaarden: [voorwaarde] });
      const toets = instantVan('2027-03-09', '09:00');
      expect(boek.moment).toBe(toets);
      await handle.executeUpdate(verzetKlokVerzoek, { args: [{ verzoekId: 'een', naar: toets - 60_000 }] });
      expect(boek.gemeten).toEqual([]);
      await omgeving.sleep('2 minutes');
      expect(boek.gemeten).toEqual([voorwaarde.toets]);
      expect(boek.feiten.at(-1)).toEqual({
        soort: 'voorwaarde-getoetst',
        sleutel: 'stap-1-klaar',
        deel: 2 / 3,
        onder: 0.7,
        geraakt: true,
        achter: boek.meting.achter,
        op: toets,
        door: 'systeem',
      });
      const herinnering = instantVan('2027-03-12', '09:00');
      expect(boek.moment).toBe(herinnering);
      await omgeving.sleep('4 days');
      expect(boek.feiten.at(-1)).toMatchObject({ soort: 'groepssessie-herinnerd', op: herinnering });
      expect(boek.gemeten).toHaveLength(1);
      expect(boek.moment).toBeNull();
      const mis = verwacht.bind(null, boek, 'groepssessie-gepland', 'voorwaarden-gezet', 'klok-verzet');
      mis('voorwaarde-getoetst', 'groepssessie-herinnerd');
      await omgeving.sleep('5 days');
      const afgezegd = { soort: 'zeg-groepssessie-af', sessie: SESSIE, versie: 1 } as const;
      expect(await code(vraag(handle, afgezegd))).toBe('groepssessie-begonnen');
    });
  });

  test('laat een gemeente later toe, met een eigen begin, en sluit niet voor de laatste sessie', async () => {
    await metCohort('cohort-later', await klokOpStart(omgeving), async (boek, handle) => {
      const trajectId = randomUUID();
      const laatToe = { soort: 'laat-toe', trajectId, startdatum: '2027-03-01' } as const;
      await vraag(handle, laatToe, 'een');
      await vraag(handle, laatToe, 'een');
      expect(boek.gestart).toEqual([expect.objectContaining({ trajectId, startdatum: '2027-03-01' })]);
      expect(await code(vraag(handle, { ...laatToe, startdatum: '2027-01-29' }))).toBe('startdatum-voorbij');
      const slot = { beginOp: instantVan('2027-12-14', '10:00'), eindOp: instantVan('2027-12-14', '12:00') };
      await vraag(handle, { soort: 'plan-groepssessie', sessie: SESSIE, plan: { ...plan, ...slot } });
      boek.lopend = 0;
      await omgeving.sleep('300 days');
      expect(boek.controles.length).toBeGreaterThan(5);
      verwacht(boek, 'traject-toegelaten', 'groepssessie-gepland');
      await omgeving.sleep('30 days');
      expect(boek.feiten.at(-1)?.soort).toBe('cohort-afgesloten');
    });
  });
});
