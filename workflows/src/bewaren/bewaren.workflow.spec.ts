import { randomUUID } from 'node:crypto';
import {
  BEWAAR_WORKFLOW,
  TASK_QUEUE,
  type BewaarActivities,
  type BewaarUitslag,
} from '@maatwerktraject/messages';
import { WorkflowFailedError } from '@temporalio/client';
import { ApplicationFailure, CancelledFailure } from '@temporalio/common';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { legVast, maakOmgeving, maakWorker } from '../../test/omgeving.js';

jest.setTimeout(120_000);

let omgeving: TestWorkflowEnvironment;

beforeAll(async () => {
  omgeving = await maakOmgeving();
});
afterAll(async () => {
  await omgeving.teardown();
});

/** Records what is asked; `storing` says how often a rule fails before it succeeds. */
class Nacht implements BewaarActivities {
  readonly pogingen: string[] = [];
  readonly uitslagen: [string, BewaarUitslag][] = [];

  constructor(private readonly storing: Readonly<Record<string, number>> = {}) {}

  pasBewaarregelToe = (regel: string): Promise<number> => {
    this.pogingen.push(regel);
    const keer = this.pogingen.filter((een) => een === regel).length;
    return keer <= (this.storing[regel] ?? 0)
      ? Promise.reject(new Error('de database is even weg'))
      : Promise.resolve(regel.length);
  };
  legBewarenVast = (uitvoering: string, uitslag: BewaarUitslag): Promise<void> => {
    this.uitslagen.push([uitvoering, uitslag]);
    return Promise.resolve();
  };
}

/** With `naam` its history is kept; that of a failure names the files of the machine it was made on. */
async function draai(nacht: Nacht, naam?: string): Promise<{ runId: string; fout: unknown }> {
  const worker = await maakWorker(omgeving, nacht);
  return worker.runUntil(async () => {
    const workflowId = `bewaren-${randomUUID()}`;
    const handle = await omgeving.client.workflow.start(BEWAAR_WORKFLOW, {
      workflowId,
      taskQueue: TASK_QUEUE,
      args: [{ regels: ['sessie', 'herkomst', 'account'] }],
    });
    const fout: unknown = await handle.result().then(
      () => undefined,
      (reden: unknown) => reden,
    );
    if (naam !== undefined) await legVast(omgeving, workflowId, naam);
    return { runId: handle.firstExecutionRunId, fout };
  });
}

test('elke regel komt een keer aan de beurt, op volgorde, en de uitslag wordt vastgelegd', async () => {
  const nacht = new Nacht();
  const { runId, fout } = await draai(nacht, 'bewaren');
  expect(fout).toBeUndefined();
  expect(nacht.pogingen).toEqual(['sessie', 'herkomst', 'account']);
  expect(nacht.uitslagen).toEqual([[runId, { geteld: { sessie: 6, herkomst: 8, account: 7 }, mislukt: [] }]]);
});

test('een regel die blijft mislukken houdt de andere niet tegen, en blijft niet stil', async () => {
  const nacht = new Nacht({ sessie: 2, herkomst: 99 });
  const { runId, fout } = await draai(nacht);
  expect(nacht.pogingen).toEqual([
    ...Array<string>(3).fill('sessie'),
    ...Array<string>(5).fill('herkomst'),
    'account',
  ]);
  expect(nacht.uitslagen).toEqual([[runId, { geteld: { sessie: 6, account: 7 }, mislukt: ['herkomst'] }]]);
  expect(fout).toBeInstanceOf(WorkflowFailedError);
  const oorzaak = (fout as WorkflowFailedError).cause;
  expect(oorzaak).toBeInstanceOf(ApplicationFailure);
  expect((oorzaak as ApplicationFailure).message).toBe('Bewaarregels mislukt: herkomst');
});

test('wie hem afbreekt, breekt hem echt af', async () => {
  const nacht = new Nacht({ sessie: 99 });
  const worker = await maakWorker(omgeving, nacht);
  await worker.runUntil(async () => {
    const handle = await omgeving.client.workflow.start(BEWAAR_WORKFLOW, {
      workflowId: `bewaren-${randomUUID()}`,
      taskQueue: TASK_QUEUE,
      args: [{ regels: ['sessie', 'account'] }],
    });
    await omgeving.sleep('1 second');
    await handle.cancel();
    await expect(handle.result()).rejects.toMatchObject({ cause: expect.any(CancelledFailure) });
  });
  expect(nacht.pogingen).not.toContain('account');
  expect(nacht.uitslagen).toEqual([]);
});
