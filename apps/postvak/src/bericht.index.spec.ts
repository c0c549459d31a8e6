import type { BerichtMetadata } from './bericht.js';
import { BerichtIndex } from './bericht.index.js';

const bericht = (volgnummer: number, over: Partial<BerichtMetadata> = {}): BerichtMetadata => ({
  volgnummer,
  messageId: `<m${volgnummer}@maatwerktraject.example>`,
  aan: [`persoon${volgnummer}@borne.example`],
  van: 'noreply@maatwerktraject.example',
  onderwerp: `Bericht ${volgnummer}`,
  ontvangenOp: new Date(Date.UTC(2027, 1, 1, 9, 0, volgnummer)).toISOString(),
  ...over,
});

const indexOf = (...berichten: BerichtMetadata[]): BerichtIndex => {
  const index = new BerichtIndex();
  for (const one of berichten) index.add(one);
  return index;
};

const numbers = (berichten: BerichtMetadata[]): number[] => berichten.map(({ volgnummer }) => volgnummer);

describe('BerichtIndex', () => {
  it('gives what came after a number, over gaps, in order', () => {
    const index = indexOf(bericht(1), bericht(2), bericht(7), bericht(9));
    expect(numbers(index.after(0, 10))).toEqual([1, 2, 7, 9]);
    expect(numbers(index.after(2, 1))).toEqual([7]);
    expect(numbers(index.after(8, 10))).toEqual([9]);
    expect(numbers(index.after(9, 10))).toEqual([]);
  });

  it('finds a mail by its number', () => {
    const index = indexOf(bericht(1), bericht(7));
    expect(index.get(7)?.onderwerp).toBe('Bericht 7');
    expect(index.get(3)).toBeUndefined();
    expect(index.get(8)).toBeUndefined();
  });

  it('shows each of two mails with the same Message-ID, with or without brackets', () => {
    const index = indexOf(bericht(1, { messageId: '<a@b>' }), bericht(2), bericht(3, { messageId: '<a@b>' }));
    expect(numbers(index.after(0, 10, { messageId: '<a@b>' }))).toEqual([1, 3]);
    expect(numbers(index.after(1, 10, { messageId: 'a@b' }))).toEqual([3]);
    expect(index.after(0, 10, { messageId: 'c@d' })).toEqual([]);
  });

  it('filters by recipient, moment, and text in subject or address', () => {
    const index = indexOf(
      bericht(1),
      bericht(2, { aan: ['Jan@Enschede.example', 'piet@hof.example'] }),
      bericht(3),
    );
    expect(numbers(index.after(0, 10, { aan: 'jan@enschede' }))).toEqual([2]);
    expect(numbers(index.after(0, 10, { sinds: Date.UTC(2027, 1, 1, 9, 0, 2) }))).toEqual([2, 3]);
    expect(numbers(index.after(0, 10, { zoek: 'HOF' }))).toEqual([2]);
    expect(numbers(index.after(0, 10, { zoek: 'bericht 3' }))).toEqual([3]);
  });

  it('pages newest first and says how many match', () => {
    const index = indexOf(bericht(1), bericht(2), bericht(3));
    expect(numbers(index.page(1, 2, {}).berichten)).toEqual([3, 2]);
    expect(index.page(2, 2, {})).toMatchObject({ total: 3, berichten: [{ volgnummer: 1 }] });
  });

  it('refuses a number that does not rise', () => {
    expect(() => indexOf(bericht(2), bericht(2))).toThrow('rise');
  });
});
