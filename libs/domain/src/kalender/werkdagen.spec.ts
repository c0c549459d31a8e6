import fc from 'fast-check';
import { datumVan, plusDagen, weekdag } from './datum.js';
import { feestdagOp } from './feestdagen.js';
import { eersteWerkdagVanaf, isWerkdag, plusWerkdagen, werkdagenTussen } from './werkdagen.js';

// 2020–2045.
const dag = fc.integer({ min: 18_262, max: 27_758 }).map(datumVan);
const werkdag = dag.map(eersteWerkdagVanaf);
const aantal = fc.integer({ min: -130, max: 130 });

describe('werkdagen', () => {
  it('never fall in a weekend or on a feestdag', () => {
    fc.assert(
      fc.property(dag, aantal, (begin, n) => {
        const uit = plusWerkdagen(begin, n);
        expect(weekdag(uit)).toBeLessThanOrEqual(5);
        expect(feestdagOp(uit)).toBeUndefined();
      }),
    );
  });

  it('can be added and taken away again', () => {
    fc.assert(
      fc.property(werkdag, aantal, (begin, n) => plusWerkdagen(plusWerkdagen(begin, n), -n) === begin),
    );
  });

  it('add up', () => {
    const positief = fc.nat(60);
    fc.assert(
      fc.property(dag, positief, positief, (begin, a, b) => {
        fc.pre(a > 0);
        expect(plusWerkdagen(plusWerkdagen(begin, a), b)).toBe(plusWerkdagen(begin, a + b));
      }),
    );
  });

  it('keep the order of days', () => {
    fc.assert(
      fc.property(dag, dag, aantal, (a, b, n) => {
        const [eerder, later] = a <= b ? [a, b] : [b, a];
        expect(plusWerkdagen(eerder, n) <= plusWerkdagen(later, n)).toBe(true);
      }),
    );
    fc.assert(
      fc.property(werkdag, aantal, (begin, n) => plusWerkdagen(begin, n) < plusWerkdagen(begin, n + 1)),
      {
        examples: [['2027-03-26', -1]],
      },
    );
  });

  it('are counted as they are added', () => {
    fc.assert(
      fc.property(werkdag, aantal, (begin, n) => werkdagenTussen(begin, plusWerkdagen(begin, n)) === n),
    );
    fc.assert(
      fc.property(dag, fc.integer({ min: -400, max: 400 }), (a, dagen) => {
        const b = plusDagen(a, dagen);
        expect(werkdagenTussen(a, b) + werkdagenTussen(b, a)).toBe(0);
      }),
    );
  });

  it('move a term to the first werkdag from its end on', () => {
    fc.assert(
      fc.property(dag, (begin) => {
        const uit = eersteWerkdagVanaf(begin);
        expect(isWerkdag(uit)).toBe(true);
        expect(uit >= begin).toBe(true);
        expect(plusWerkdagen(uit, -1) < begin).toBe(true);
      }),
    );
  });

  it('skip the long weekend of Easter 2027', () => {
    expect(plusWerkdagen('2027-03-25', 1)).toBe('2027-03-30');
    expect(plusWerkdagen('2027-03-30', -1)).toBe('2027-03-25');
    expect(eersteWerkdagVanaf('2027-03-26')).toBe('2027-03-30');
  });

  it.each([1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuse %d days', (n) => {
    expect(() => plusWerkdagen('2027-02-01', n)).toThrow(RangeError);
  });
});
