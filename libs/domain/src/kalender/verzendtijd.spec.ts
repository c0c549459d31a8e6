import fc from 'fast-check';
import { instantVan, lokaleTijd } from './amsterdam.js';
import { eersteVerzendmoment, ochtendVan, sluitingVan } from './verzendtijd.js';
import { isWerkdag } from './werkdagen.js';

const instant = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2045, 11, 31) });

const mag = (moment: number): boolean => {
  const { datum, tijd } = lokaleTijd(moment);
  return isWerkdag(datum) && tijd >= '09:00' && tijd < '17:00';
};

describe('eersteVerzendmoment', () => {
  it('is the moment itself where mail may leave, and else the next 09:00 of a werkdag', () => {
    fc.assert(
      fc.property(instant, (vanaf) => {
        const eerste = eersteVerzendmoment(vanaf);
        expect(mag(eerste)).toBe(true);
        if (mag(vanaf)) {
          expect(eerste).toBe(vanaf);
          return;
        }
        expect(lokaleTijd(eerste).tijd).toBe('09:00');
        expect(eerste).toBeGreaterThan(vanaf);
        // Nothing in between was allowed.
        for (let moment = vanaf; moment < eerste; moment += 1_800_000) expect(mag(moment)).toBe(false);
      }),
    );
  });

  it('never comes earlier for a later moment', () => {
    fc.assert(
      fc.property(instant, fc.nat(20 * 86_400_000), (a, erbij) => {
        expect(eersteVerzendmoment(a)).toBeLessThanOrEqual(eersteVerzendmoment(a + erbij));
      }),
    );
  });

  it.each([
    ['2027-02-01', '08:59', '2027-02-01', '09:00'],
    ['2027-02-01', '09:00', '2027-02-01', '09:00'],
    ['2027-02-01', '16:59', '2027-02-01', '16:59'],
    ['2027-02-01', '17:00', '2027-02-02', '09:00'],
    ['2027-03-25', '17:00', '2027-03-30', '09:00'],
    ['2027-03-28', '12:00', '2027-03-30', '09:00'],
  ])('of %s %s is %s %s', (datum, tijd, opDatum, opTijd) => {
    expect(eersteVerzendmoment(instantVan(datum, tijd))).toBe(instantVan(opDatum, opTijd));
  });

  it('lies between the morning and the close of its day, eight hours apart also in summer', () => {
    for (const datum of ['2027-02-01', '2027-07-01', '2027-03-29', '2027-11-01'])
      expect(sluitingVan(datum) - ochtendVan(datum)).toBe(8 * 3_600_000);
  });
});
