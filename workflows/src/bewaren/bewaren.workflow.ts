import type { BewaarActivities, BewaarInvoer } from '@maatwerktraject/messages';
import {
  ApplicationFailure,
  isCancellation,
  log,
  proxyActivities,
  setCurrentDetails,
  workflowInfo,
} from '@temporalio/workflow';

const { pasBewaarregelToe } = proxyActivities<BewaarActivities>({
  startToCloseTimeout: '1 hour',
  heartbeatTimeout: '2 minutes',
  // Tomorrow is another night: a rule that keeps failing does not keep the others waiting.
  retry: { initialInterval: '10 seconds', backoffCoefficient: 3, maximumAttempts: 5 },
});
const { legBewarenVast } = proxyActivities<BewaarActivities>({ startToCloseTimeout: '1 minute' });

/** Carries out every rule of how long things are kept, one after the other, and writes down what that came to. */
export async function bewaarWorkflow({ regels }: BewaarInvoer): Promise<void> {
  const geteld: Record<string, number> = {};
  const mislukt: string[] = [];
  for (const regel of regels) {
    setCurrentDetails(`Bewaartermijn: ${regel}`);
    try {
      geteld[regel] = await pasBewaarregelToe(regel);
    } catch (error) {
      if (isCancellation(error)) throw error;
      log.warn('bewaarregel mislukt', { regel });
      mislukt.push(regel);
    }
  }
  await legBewarenVast(workflowInfo().runId, { geteld, mislukt });
  setCurrentDetails('Klaar');
  if (mislukt.length > 0)
    throw ApplicationFailure.nonRetryable(`Bewaarregels mislukt: ${mislukt.join(', ')}`, 'bewaren-mislukt');
}
