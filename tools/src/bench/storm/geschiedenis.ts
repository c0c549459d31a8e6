import type { Proefstraat } from '../../proefstraat/proefstraat.js';
import { opAlle, type StormTraject } from './cohort.js';

export interface Omvang {
  readonly events: number;
  readonly bytes: number;
}

/** Events and bytes of the run that each traject is in now, by Temporal's own account; the largest of all. */
export async function grootsteOmvang(
  straat: Proefstraat,
  trajecten: readonly StormTraject[],
): Promise<Omvang> {
  const client = await straat.client();
  const alle = await opAlle(trajecten, 8, async ({ id }) => {
    const { historyLength, historySize } = await client.workflow.getHandle(`traject/${id}`).describe();
    return { events: historyLength, bytes: historySize ?? 0 };
  });
  return {
    events: Math.max(...alle.map(({ events }) => events)),
    bytes: Math.max(...alle.map(({ bytes }) => bytes)),
  };
}
