/** Of a set of ms: the middle, the tail, and the last. */
export interface Spreiding {
  readonly aantal: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly hoogste: number;
}

/** NaN where there is nothing to measure. */
export function spreiding(waarden: readonly number[]): Spreiding {
  const op = [...waarden].sort((a, b) => a - b);
  const bij = (deel: number): number => op[Math.max(0, Math.ceil(deel * op.length) - 1)] ?? NaN;
  return { aantal: op.length, p50: bij(0.5), p95: bij(0.95), p99: bij(0.99), hoogste: op.at(-1) ?? NaN };
}
