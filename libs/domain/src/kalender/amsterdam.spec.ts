import fc from 'fast-check';
import { amsterdamOffset, instantVan, lokaleTijd } from './amsterdam.js';

const UUR = 3_600_000;
const instant = fc.integer({ min: Date.UTC(1996, 0, 1), max: Date.UTC(2060, 11, 31) });
const klok = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  dateStyle: 'short',
  timeStyle: 'short',
});

function byIntl(moment: number): { datum: string; tijd: string } {
  const [datum = '', tijd = ''] = klok.format(new Date(moment)).split(' ');
  return { datum, tijd };
}

/** Every hour of the three days around both changes of the clock, in each year. */
const changes = Array.from({ length: 65 }, (_, index) => 1996 + index).flatMap((jaar) =>
  [2, 9].flatMap((maand) =>
    Array.from({ length: 9 * 24 }, (_, uur) => Date.UTC(jaar, maand, 24) + uur * UUR),
  ),
);

describe('de klok in Amsterdam', () => {
  it('shows what Intl shows', () => {
    fc.assert(
      fc.property(instant, (moment) => expect(lokaleTijd(moment)).toEqual(byIntl(moment))),
      {
        numRuns: 2000,
      },
    );
  });

  it('shows what Intl shows in every hour around both changes', () => {
    const wrong = changes.filter((moment) => {
      const [hier, daar] = [lokaleTijd(moment), byIntl(moment)];
      return hier.datum !== daar.datum || hier.tijd !== daar.tijd;
    });
    expect(wrong).toEqual([]);
  });

  it('is one or two hours ahead of UTC, and changes at 01:00 UTC', () => {
    expect(amsterdamOffset(Date.UTC(2027, 2, 28, 1) - 1)).toBe(UUR);
    expect(amsterdamOffset(Date.UTC(2027, 2, 28, 1))).toBe(2 * UUR);
    expect(amsterdamOffset(Date.UTC(2027, 9, 31, 1) - 1)).toBe(2 * UUR);
    expect(amsterdamOffset(Date.UTC(2027, 9, 31, 1))).toBe(UUR);
  });

  it('gives back the minute that it showed', () => {
    fc.assert(
      fc.property(instant, (moment) => {
        const { datum, tijd } = lokaleTijd(moment);
        const terug = instantVan(datum, tijd);
        expect(lokaleTijd(terug)).toEqual({ datum, tijd });
        // Only the hour that comes twice has two answers, and then the first is given.
        const verschil = moment - (moment % 60_000) - terug;
        expect([0, UUR]).toContain(verschil);
        if (verschil === UUR) expect(amsterdamOffset(terug)).not.toBe(amsterdamOffset(moment));
      }),
      { numRuns: 2000, examples: [[Date.UTC(2027, 9, 31, 0, 30)], [Date.UTC(2027, 9, 31, 1, 30)]] },
    );
  });

  it('takes the first of the hour that comes twice, and passes over the hour that is skipped', () => {
    expect(instantVan('2027-10-31', '02:30')).toBe(Date.UTC(2027, 9, 31, 0, 30));
    expect(instantVan('2027-03-28', '02:30')).toBe(Date.UTC(2027, 2, 28, 1, 30));
    expect(lokaleTijd(instantVan('2027-03-28', '02:30')).tijd).toBe('03:30');
  });

  it.each(['9:00', '24:00', '09:60', '0900', '09:00:00', ''])('refuses the time "%s"', (tijd) => {
    expect(() => instantVan('2027-02-01', tijd)).toThrow(RangeError);
  });
});
