import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  instantVan,
  MAATWERKTRAJECT_1,
  nieuwTraject,
  pasToe,
  procesDeel,
  type Gebeurtenis,
  type Klok,
  type ProcesSjabloon,
  type TrajectCommando,
  type TrajectToestand,
} from '@maatwerktraject/domain';
import {
  TASK_QUEUE,
  TRAJECT_WORKFLOW,
  trajectVerzoek,
  trajectWorkflowId,
  type TrajectInvoer,
  type TrajectProjectie,
  type VerzoekAntwoord,
} from '@maatwerktraject/messages';
import type { WorkflowHandle } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';

const BUNDLE = join(import.meta.dirname, '../dist/workflow-bundle.js');
const HISTORIES = join(import.meta.dirname, '../histories');

export const STARTDATUM = '2027-02-01';
export const SJABLOON = procesDeel(MAATWERKTRAJECT_1);

/** The time-skipping server, on the production bundle. Fails loudly without one. */
export async function maakOmgeving(): Promise<TestWorkflowEnvironment> {
  const path = process.env['TEMPORAL_TEST_SERVER'];
  if (!path)
    throw new Error(
      'TEMPORAL_TEST_SERVER ontbreekt: draai deze tests met "npm test" of met de globalSetup van jest.config',
    );
  return TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path } },
  });
}

export function maakWorker(
  omgeving: TestWorkflowEnvironment,
  activities: object,
  dataConverter: DataConverter = {},
): Promise<Worker> {
  return Worker.create({
    connection: omgeving.nativeConnection,
    dataConverter,
    taskQueue: TASK_QUEUE,
    workflowBundle: { codePath: BUNDLE },
    activities,
  });
}

/** A clock on which it is 07:00 on the starting day now, at the speed of real time. */
export async function klokOpStart(omgeving: TestWorkflowEnvironment): Promise<Klok> {
  return {
    echt: await omgeving.currentTimeMs(),
    domein: instantVan(STARTDATUM, '07:00'),
    factor: 1,
    versie: 1,
  };
}

/** On one line, and without the name of the machine it was made on. */
function zonderMachine(json: string): string {
  return JSON.stringify(JSON.parse(json), (sleutel, waarde: unknown) =>
    sleutel === 'identity' ? 'test' : waarde,
  );
}

/** The histories of all runs of a chain, oldest first. */
export async function historiesVan(
  { client }: TestWorkflowEnvironment,
  workflowId: string,
): Promise<{ events: number; json: string }[]> {
  const runs: { events: number; json: string }[] = [];
  // The test server has no list of workflows; each run names the one after it.
  let runId = (await client.workflow.getHandle(workflowId).describe()).raw.workflowExecutionInfo?.firstRunId;
  while (runId) {
    const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    const events = history.events ?? [];
    runs.push({ events: events.length, json: historyToJSON(history) });
    runId = events.at(-1)?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId;
  }
  return runs;
}

/** With RECORD_HISTORIES set, keeps the histories of a chain for the replay test. */
export async function legVast(
  omgeving: TestWorkflowEnvironment,
  workflowId: string,
  naam: string,
): Promise<void> {
  if (!process.env['RECORD_HISTORIES']) return;
  await mkdir(HISTORIES, { recursive: true });
  for (const [index, { json }] of (await historiesVan(omgeving, workflowId)).entries())
    await writeFile(join(HISTORIES, `${naam}-${String(index + 1)}.json`), `${zonderMachine(json)}\n`);
}

/**
 * Stands in for PostgreSQL in workflow tests, by the same rule as the real projection: facts have numbers without gaps,
 * and one that is there already stays. `storing` makes the next attempts fail.
 */
export class Projectie {
  readonly feiten: Gebeurtenis[] = [];
  toestand: TrajectToestand;
  storing = 0;
  pogingen = 0;

  constructor(readonly sjabloon: ProcesSjabloon = SJABLOON) {
    this.toestand = nieuwTraject(sjabloon, STARTDATUM);
  }

  readonly activities = {
    projecteerTraject: (projectie: TrajectProjectie): Promise<void> => {
      this.pogingen++;
      if (this.storing > 0) {
        this.storing--;
        return Promise.reject(new Error('de database is even weg'));
      }
      if (projectie.vanaf > this.feiten.length + 1)
        return Promise.reject(new Error(`gat in de nummers bij ${String(projectie.vanaf)}`));
      for (const feit of projectie.feiten.slice(this.feiten.length + 1 - projectie.vanaf)) {
        this.feiten.push(feit);
        this.toestand = pasToe(this.toestand, feit);
      }
      return Promise.resolve();
    },
  };

  /** Kinds of facts in order, for short expectations. */
  soorten(): string[] {
    return this.feiten.map(({ soort }) => soort);
  }

  openTaken(): string[] {
    return (
      this.toestand.stap?.taken.filter(({ status }) => status === 'open').map(({ sleutel }) => sleutel) ?? []
    );
  }
}

/** One traject on the test server, and how a person drives it. */
export class Rit {
  readonly trajectId: string;
  readonly projectie: Projectie;

  /** @param eerder the same traject, seen from another environment */
  constructor(
    readonly omgeving: TestWorkflowEnvironment,
    eerder?: Rit,
    sjabloon?: ProcesSjabloon,
  ) {
    this.trajectId = eerder?.trajectId ?? randomUUID();
    this.projectie = eerder?.projectie ?? new Projectie(sjabloon);
  }

  get workflowId(): string {
    return trajectWorkflowId(this.trajectId);
  }

  get handle(): WorkflowHandle {
    return this.omgeving.client.workflow.getHandle(this.workflowId);
  }

  async start(klok: Klok): Promise<void> {
    const invoer: TrajectInvoer = {
      trajectId: this.trajectId,
      cohortId: randomUUID(),
      klok,
      sjabloon: this.projectie.sjabloon,
      startdatum: STARTDATUM,
    };
    await this.omgeving.client.workflow.start(TRAJECT_WORKFLOW, {
      workflowId: this.workflowId,
      taskQueue: TASK_QUEUE,
      args: [invoer],
    });
  }

  vraag(commando: TrajectCommando, verzoekId: string = randomUUID()): Promise<VerzoekAntwoord> {
    const door = commando.soort === 'dien-taak-in' ? 'gemeente' : 'adviseur';
    return this.handle.executeUpdate(trajectVerzoek, {
      updateId: verzoekId,
      args: [{ verzoekId, door, commando }],
    });
  }

  dienIn(taak: string): Promise<VerzoekAntwoord> {
    return this.vraag({ soort: 'dien-taak-in', taak, invoerId: randomUUID() });
  }

  /** Does everything as soon as it is asked, looking once a day, until the traject has ended. */
  async rijdUit(maxDagen = 400): Promise<void> {
    for (let dag = 0; dag < maxDagen && this.projectie.toestand.status !== 'afgerond'; dag++) {
      for (const taak of this.projectie.openTaken()) await this.dienIn(taak);
      for (const { sleutel, status } of this.projectie.toestand.stap?.taken ?? [])
        if (status === 'wacht-op-akkoord')
          await this.vraag({
            soort: 'geef-akkoord',
            taak: sleutel,
            wie: randomUUID(),
            invoerId: randomUUID(),
          });
      const stap = this.projectie.toestand.stap;
      if (stap?.status === 'wacht-op-akkoord') {
        const { sjabloon } = this.projectie.toestand;
        if (sjabloon.stappen[stap.volgnummer - 1]?.vraagtUitkomst)
          await this.vraag({ soort: 'leg-uitkomst-vast', klasse: 'getraind', invoerId: randomUUID() });
        await this.vraag({ soort: 'keur-stap-goed', stap: stap.sleutel });
      }
      await this.omgeving.sleep('1 day');
    }
  }
}
