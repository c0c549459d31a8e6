import { setTimeout as rust } from 'node:timers/promises';
import type { Instant } from '@maatwerktraject/domain';

/** Runs pieces of work at moments of the practice clock, a few at once. The first that fails ends it all. */
export class Planner {
  private readonly werk: { op: Instant; doe: () => Promise<void> }[] = [];
  private bezig = 0;
  private fout: Error | undefined;

  /** `nu` is the time on the practice clock, in ms. */
  constructor(
    private readonly nu: () => Instant,
    private readonly gelijktijdig: number,
  ) {}

  plan(op: Instant, doe: () => Promise<void>): void {
    this.werk.push({ op, doe });
  }

  /** Runs until `klaar` says so. */
  async loop(klaar: () => boolean): Promise<void> {
    while (!klaar()) {
      if (this.fout) throw this.fout;
      this.begin();
      await rust(20);
    }
  }

  private begin(): void {
    const nu = this.nu();
    this.werk.sort((a, b) => a.op - b.op);
    while (this.bezig < this.gelijktijdig && (this.werk[0]?.op ?? Infinity) <= nu) {
      const taak = this.werk.shift();
      if (!taak) return;
      this.bezig++;
      taak
        .doe()
        .catch((fout: unknown) => {
          this.fout ??= fout instanceof Error ? fout : new Error('een onderdeel mislukte', { cause: fout });
        })
        .finally(() => {
          this.bezig--;
        });
    }
  }
}
