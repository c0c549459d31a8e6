import { instantVan, type Instant } from '../kalender/amsterdam.js';
import type { GeplandeCheckIn } from '../plan/plan.js';

const TIJD = '10:00';
const DUUR_MS = 60 * 60_000;

/** The moment that is proposed for a check-in: one hour, from 10:00 on the first werkdag of its week. */
export function voorstelVoorCheckIn({ weekVan }: GeplandeCheckIn): {
  readonly beginOp: Instant;
  readonly eindOp: Instant;
} {
  const beginOp = instantVan(weekVan, TIJD);
  return { beginOp, eindOp: beginOp + DUUR_MS };
}
