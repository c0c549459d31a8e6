import Holidays from 'date-holidays';
import { feestdagen, feestdagOp } from './feestdagen.js';

/** Easter and Whit Sunday are no holidays of the law's article 3: a term never ends on a Sunday anyway. */
const SUNDAYS = ['easter', 'easter 49'];

function fromLibrary(jaar: number): string[] {
  // `school` is how the library knows Goede Vrijdag and Bevrijdingsdag: by law terms do not end on them.
  const calendar = new Holidays('NL', { types: ['public', 'school'] });
  const days = calendar
    .getHolidays(jaar)
    .filter(({ rule }) => !SUNDAYS.includes(rule))
    .map(({ date }) => date.slice(0, 10));
  return [...new Set(days)].sort();
}

const jaren = Array.from({ length: 26 }, (_, index) => 2020 + index);

describe('feestdagen', () => {
  it.each(jaren)('are those of date-holidays in %i', (jaar) => {
    expect([...feestdagen(jaar).keys()].sort()).toEqual(fromLibrary(jaar));
  });

  it('move Koningsdag to Saturday when 27 april is a Sunday', () => {
    expect(feestdagOp('2025-04-26')).toBe('Koningsdag');
    expect(feestdagOp('2025-04-27')).toBeUndefined();
    expect(feestdagOp('2027-04-27')).toBe('Koningsdag');
  });

  it('know the moving days of 2027', () => {
    expect(feestdagOp('2027-03-26')).toBe('Goede Vrijdag');
    expect(feestdagOp('2027-03-29')).toBe('tweede paasdag');
    expect(feestdagOp('2027-05-06')).toBe('Hemelvaartsdag');
    expect(feestdagOp('2027-05-17')).toBe('tweede pinksterdag');
  });

  it('count a day once when two of them fall together', () => {
    // In 2016 Hemelvaartsdag was on 5 mei.
    expect(feestdagen(2016).size).toBe(8);
    expect(feestdagOp('2016-05-05')).toBe('Hemelvaartsdag');
  });

  it('refuse a day that does not exist', () => {
    expect(() => feestdagOp('2027-02-29')).toThrow(RangeError);
  });
});
