import { defineSignal } from '@temporalio/workflow';

export interface WebhookInvoer {
  readonly webhookId: string;
}

/** There may be something to deliver. */
export const wekWebhook = defineSignal('wek');

/** What a round came to. */
export interface BezorgRonde {
  readonly afgeleverd: number;
  readonly nietGelukt: number;
  /** Ms until there is something to deliver again; 0: now. Null: nothing waits, or the webhook is paused, ended or gone. */
  readonly volgendeOverMs: number | null;
}

export interface WebhookActivities {
  /** Delivers what is due for one webhook, one after another, until nothing is, the receiver needs rest or it took long. */
  bezorgRonde(webhookId: string): Promise<BezorgRonde>;
}
