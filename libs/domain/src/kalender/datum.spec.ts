import fc from 'fast-check';
import { datumInWoorden } from './datum-in-woorden.js';
import { dagnummer, datumVan, isDatum, plusDagen, weekdag } from './datum.js';

const nummer = fc.integer({ min: -200_000, max: 200_000 });

describe('datum', () => {
  it('is the inverse of its number', () => {
    fc.assert(fc.property(nummer, (n) => dagnummer(datumVan(n)) === n));
  });

  it.each(['0001-01-01', '0003-01-21', '0099-12-31', '9999-12-31'])('knows %s', (datum) => {
    expect([isDatum(datum), datumVan(dagnummer(datum))]).toEqual([true, datum]);
  });

  it('moves on one weekday per day', () => {
    fc.assert(
      fc.property(nummer, (n) => {
        const dag = datumVan(n);
        expect(weekdag(plusDagen(dag, 1))).toBe((weekdag(dag) % 7) + 1);
      }),
    );
    expect(weekdag('2027-02-01')).toBe(1);
  });

  it.each([
    '2027-02-29',
    '2027-13-01',
    '2027-00-10',
    '2027-02-30',
    '0000-01-01',
    '2027-2-1',
    '27-02-01',
    '2027-02-01T00:00',
    '',
    ' 2027-02-01',
  ])('is not "%s"', (tekst) => {
    expect(isDatum(tekst)).toBe(false);
    expect(() => dagnummer(tekst)).toThrow(RangeError);
  });

  it('can be said in words, the same on every machine', () => {
    expect(datumInWoorden('2027-02-02')).toBe('dinsdag 2 februari 2027');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (n) => {
        const format = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'full', timeZone: 'UTC' });
        expect(datumInWoorden(datumVan(n))).toBe(format.format(new Date(n * 86_400_000)));
      }),
    );
  });
});
