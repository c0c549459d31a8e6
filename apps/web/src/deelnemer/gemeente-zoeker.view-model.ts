import type { Gemeente } from '../api/types.js';

/** The one gemeente that was found, when it is the only one and does not take part yet. */
export function enigeTreffer(
  gevonden: readonly Gemeente[],
  alErin: ReadonlySet<string>,
): Gemeente | undefined {
  const [eerste, ...rest] = gevonden;
  return eerste && rest.length === 0 && !alErin.has(eerste.code) ? eerste : undefined;
}
