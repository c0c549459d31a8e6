import { TASK_QUEUE, WEBHOOK_WORKFLOW, webhookWorkflowId, wekWebhook } from '@maatwerktraject/messages';
import type { WorkflowClient } from '@temporalio/client';

const DEADLINE_MS = 5_000;

/** Wakes the process of a webhook, or starts it. */
export type WebhookStarter = (webhookId: string) => Promise<void>;

export const createWebhookStarter =
  (client: WorkflowClient): WebhookStarter =>
  async (webhookId) => {
    // It is asked again later: nobody waits for it, also not a program that wants to stop.
    await client.withDeadline(Date.now() + DEADLINE_MS, () =>
      client.signalWithStart(WEBHOOK_WORKFLOW, {
        workflowId: webhookWorkflowId(webhookId),
        taskQueue: TASK_QUEUE,
        args: [{ webhookId }],
        signal: wekWebhook,
        signalArgs: [],
        staticSummary: 'Bezorgt gebeurtenissen bij een ander systeem',
      }),
    );
  };
