import { instantVan } from '../kalender/amsterdam.js';
import { gespreidMoment, spreiding } from './spreiding.js';

const UUR = 3_600_000;
const sleutels = Array.from({ length: 6_000 }, (_, nummer) => `traject-${String(nummer)}/contact`);

describe('de spreiding van mail', () => {
  it('is the same each time, and knows one key from another', () => {
    expect(spreiding('een', 60)).toBe(spreiding('een', 60));
    expect(spreiding('een', 60)).not.toBe(spreiding('twee', 60));
    // Kept: another hash in a new version would move mail that was already told when it would come.
    expect([spreiding('een', 60), spreiding('traject/contact', 60)]).toEqual([1418466, 2986188]);
  });

  it('stays within its width', () => {
    for (const breedte of [1, 60, 480])
      for (const sleutel of sleutels.slice(0, 1000)) {
        const ms = spreiding(sleutel, breedte);
        expect(Number.isInteger(ms) && ms >= 0 && ms < breedte * 60_000).toBe(true);
      }
    expect(spreiding('een', 0)).toBe(0);
    expect(spreiding('een', -5)).toBe(0);
  });

  it('is even: no ten minutes get more than a tenth above their part', () => {
    const vakken = Array.from({ length: 6 }, () => 0);
    for (const sleutel of sleutels) vakken[Math.floor(spreiding(sleutel, 60) / 600_000)]! += 1;
    for (const aantal of vakken) expect(Math.abs(aantal - 1000)).toBeLessThan(100);
  });
});

describe('gespreidMoment', () => {
  const op = (tijd: string, datum = '2026-11-23') => instantVan(datum, tijd);

  it('spreads what waits for nine o’clock, also what was ready in the weekend', () => {
    for (const moment of [op('09:00'), op('03:00'), op('12:00', '2026-11-22'), op('20:00', '2026-11-20')]) {
      const gespreid = sleutels.slice(0, 200).map((sleutel) => gespreidMoment(moment, sleutel, 60));
      expect(Math.min(...gespreid)).toBeGreaterThanOrEqual(op('09:00'));
      expect(Math.max(...gespreid)).toBeLessThan(op('10:00'));
      expect(Math.max(...gespreid) - Math.min(...gespreid)).toBeGreaterThan(UUR / 2);
    }
  });

  it('lets what follows from somebody’s work leave at once', () => {
    expect(gespreidMoment(op('14:03'), 'een', 60)).toBe(op('14:03'));
    expect(gespreidMoment(op('16:59'), 'een', 60)).toBe(op('16:59'));
  });

  it('never goes past 17:00, and is nothing without a width', () => {
    for (const sleutel of sleutels.slice(0, 1000))
      expect(gespreidMoment(op('09:00'), sleutel, 10_000)).toBeLessThan(op('17:00'));
    expect(gespreidMoment(op('09:00'), 'een', 0)).toBe(op('09:00'));
  });
});
