import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import {
  COHORT_WORKFLOW,
  cohortVerzoek,
  cohortWorkflowId,
  TASK_QUEUE,
  TRAJECT_WORKFLOW,
  trajectVerzoek,
  trajectWorkflowId,
  verzetKlokVerzoek,
  type CohortInvoer,
  type CohortVerzoek,
  type KlokVerzoek,
  type TrajectInvoer,
  type TrajectVerzoek,
  type VerzoekAntwoord,
} from '@maatwerktraject/messages';
import type { cohortWorkflow, trajectWorkflow } from '@maatwerktraject/workflows';
import { Client, WithStartWorkflowOperation } from '@temporalio/client';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { unavailable } from '../http/problem.js';
import { isBetweenRuns, isNotFound, problemOfTemporal } from './temporal-fault.js';

const DEADLINE_MS = 25_000;
const READY_DEADLINE_MS = 2_000;

/** The messages that the API sends to the processes. Every call has a deadline; refusals come out as problems. */
@Injectable()
export class ProcesService {
  constructor(private readonly client: Client) {}

  /** Starts the process of a cohort; does nothing when it was started before. */
  async startCohort(invoer: CohortInvoer): Promise<void> {
    try {
      await this.within(DEADLINE_MS, () =>
        this.client.workflow.start<typeof cohortWorkflow>(COHORT_WORKFLOW, {
          workflowId: cohortWorkflowId(invoer.cohortId),
          taskQueue: TASK_QUEUE,
          workflowIdConflictPolicy: 'USE_EXISTING',
          workflowIdReusePolicy: 'REJECT_DUPLICATE',
          args: [invoer],
          staticSummary: invoer.klok.versie > 0 ? 'Oefencohort' : 'Cohort',
        }),
      );
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw problemOfTemporal(error) ?? error;
    }
  }

  /** Asks something of a traject. Undefined when its process does not run: not yet, or no longer. */
  vraagTraject(trajectId: string, verzoek: TrajectVerzoek): Promise<VerzoekAntwoord | undefined> {
    const handle = this.client.workflow.getHandle(trajectWorkflowId(trajectId));
    // An ID of its own per call: the workflow knows a repeated request by `verzoekId`, and says so.
    const updateId = randomUUID();
    return this.update(() => handle.executeUpdate(trajectVerzoek, { updateId, args: [verzoek] }));
  }

  /** Asks something of a traject whose chain may be over; then a next one begins, where the last one was. */
  herstartTraject(invoer: TrajectInvoer, verzoek: TrajectVerzoek): Promise<VerzoekAntwoord | undefined> {
    const updateId = randomUUID();
    return this.update(() =>
      this.client.workflow.executeUpdateWithStart(trajectVerzoek, {
        updateId,
        args: [verzoek],
        // It can be used once, so each attempt has its own.
        startWorkflowOperation: new WithStartWorkflowOperation<typeof trajectWorkflow>(TRAJECT_WORKFLOW, {
          workflowId: trajectWorkflowId(invoer.trajectId),
          taskQueue: TASK_QUEUE,
          workflowIdConflictPolicy: 'USE_EXISTING',
          workflowIdReusePolicy: 'ALLOW_DUPLICATE',
          args: [invoer],
          staticSummary:
            invoer.klok.versie > 0 ? 'Oefentraject van een gemeente' : 'Traject van een gemeente',
        }),
      }),
    );
  }

  async verzetKlok(cohortId: string, verzoek: KlokVerzoek): Promise<VerzoekAntwoord> {
    const handle = this.client.workflow.getHandle(cohortWorkflowId(cohortId));
    const antwoord = await this.update(() =>
      handle.executeUpdate(verzetKlokVerzoek, { updateId: verzoek.verzoekId, args: [verzoek] }),
    );
    if (!antwoord) throw unavailable('Het proces');
    return antwoord;
  }

  /** Asks something of a cohort. Undefined when its process does not run: not yet, or no longer. */
  vraagCohort(cohortId: string, verzoek: CohortVerzoek): Promise<VerzoekAntwoord | undefined> {
    const handle = this.client.workflow.getHandle(cohortWorkflowId(cohortId));
    const updateId = randomUUID();
    return this.update(() => handle.executeUpdate(cohortVerzoek, { updateId, args: [verzoek] }));
  }

  /** Whether Temporal answers for our namespace. */
  async isReady(): Promise<boolean> {
    try {
      const { namespace } = this.client.options;
      await this.within(READY_DEADLINE_MS, () =>
        this.client.workflowService.describeNamespace({ namespace }),
      );
      return true;
    } catch {
      return false;
    }
  }

  private async update(ask: () => Promise<VerzoekAntwoord>): Promise<VerzoekAntwoord | undefined> {
    for (const until = Date.now() + DEADLINE_MS; ; await wait(200)) {
      try {
        return await this.within(until - Date.now(), ask);
      } catch (error) {
        if (isNotFound(error)) return undefined;
        if (!isBetweenRuns(error) || Date.now() + 1_000 > until) throw problemOfTemporal(error) ?? error;
      }
    }
  }

  private within<T>(ms: number, call: () => Promise<T>): Promise<T> {
    return this.client.withDeadline(Date.now() + ms, call);
  }
}
