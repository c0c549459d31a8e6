import { wekWebhook, type WebhookActivities, type WebhookInvoer } from '@maatwerktraject/messages';
import {
  condition,
  continueAsNew,
  proxyActivities,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';

const { bezorgRonde } = proxyActivities<WebhookActivities>({
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '1 minute',
  // Never given up: what waits is in the database, and so is how often it was tried.
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

const MAX_EVENTS_PER_RUN = 450;

/**
 * Delivers to one receiver for as long as there is something to deliver: one round now, the next when something is due or
 * new. With nothing left it ends; the next event starts it again (ADR 0016).
 */
export async function webhookWorkflow(invoer: WebhookInvoer): Promise<void> {
  let gewekt = 0;
  setHandler(wekWebhook, () => {
    gewekt++;
  });
  for (;;) {
    const voor = gewekt;
    const isGewekt = (): boolean => gewekt !== voor;
    const { afgeleverd, nietGelukt, volgendeOverMs } = await bezorgRonde(invoer.webhookId);
    setCurrentDetails(`Laatste ronde: ${String(afgeleverd)} afgeleverd, ${String(nietGelukt)} niet gelukt`);
    const { historyLength, continueAsNewSuggested } = workflowInfo();
    // A new run begins with a round, so that it needs to know nothing of this one.
    if (continueAsNewSuggested || historyLength > MAX_EVENTS_PER_RUN)
      await continueAsNew<typeof webhookWorkflow>(invoer);
    if (volgendeOverMs === null) {
      if (!isGewekt()) return;
    } else if (volgendeOverMs > 0) {
      await condition(isGewekt, volgendeOverMs, { summary: 'Volgende poging' });
    }
  }
}
