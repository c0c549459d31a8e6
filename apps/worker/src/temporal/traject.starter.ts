import type { TrajectStarter } from '@maatwerktraject/activities';
import { klokVerzet, TASK_QUEUE, TRAJECT_WORKFLOW, trajectWorkflowId } from '@maatwerktraject/messages';
import {
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  type WorkflowClient,
} from '@temporalio/client';

/** Starts trajecten and passes on the clock by way of a Temporal client. */
export function createTrajectStarter(client: WorkflowClient): TrajectStarter {
  return {
    async start(invoer) {
      try {
        await client.start(TRAJECT_WORKFLOW, {
          workflowId: trajectWorkflowId(invoer.trajectId),
          taskQueue: TASK_QUEUE,
          workflowIdReusePolicy: 'REJECT_DUPLICATE',
          staticSummary:
            invoer.klok.versie > 0 ? 'Oefentraject van een gemeente' : 'Traject van een gemeente',
          args: [invoer],
        });
      } catch (error) {
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      }
    },
    async meldKlok(trajectId, klok) {
      try {
        await client.getHandle(trajectWorkflowId(trajectId)).signal(klokVerzet, klok);
      } catch (error) {
        if (!(error instanceof WorkflowNotFoundError)) throw error;
      }
    },
  };
}
