import { setImmediate as beurt } from 'node:timers/promises';
import { bundel } from './bundel.js';

describe('bundel', () => {
  it('takes together what comes while a round is under way', async () => {
    const ronden: number[][] = [];
    let laatLos = (): void => undefined;
    const doe = bundel<number>(async (items) => {
      ronden.push([...items]);
      if (ronden.length === 1)
        await new Promise<void>((klaar) => {
          laatLos = klaar;
        });
    });
    const eerste = doe(1);
    await beurt();
    const rest = Promise.all([doe(2), doe(3), doe(4)]);
    await beurt();
    expect(ronden).toEqual([[1]]);
    laatLos();
    await Promise.all([eerste, rest]);
    expect(ronden).toEqual([[1], [2, 3, 4]]);
  });

  it('gives a failure to those whose round failed, and to nobody else', async () => {
    let ronde = 0;
    const doe = bundel<number>(() => {
      ronde += 1;
      return ronde === 1 ? Promise.reject(new Error('stuk')) : Promise.resolve();
    });
    const samen = [doe(1), doe(2)];
    await expect(Promise.allSettled(samen)).resolves.toMatchObject([
      { status: 'rejected' },
      { status: 'rejected' },
    ]);
    await expect(doe(3)).resolves.toBeUndefined();
  });
});
