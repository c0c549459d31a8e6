import { toeval } from './toeval.js';

describe('toeval', () => {
  const reeks = (zaad: number): unknown[] => {
    const { getal, kies, uuid } = toeval(zaad);
    return [getal(1000), getal(1000), kies(['a', 'b', 'c']), uuid(), uuid()];
  };

  it('is the same for the same seed, and another for another', () => {
    expect(reeks(7)).toEqual(reeks(7));
    expect(reeks(7)).not.toEqual(reeks(8));
    expect(toeval(7).uuid()).toBe('02ff152c-0fdc-4f12-aa16-9e5eb2f38b96');
  });

  it('makes UUIDs that differ, and numbers below the bound', () => {
    const { getal, uuid } = toeval(1);
    const ids = Array.from({ length: 2000 }, uuid);
    expect(new Set(ids).size).toBe(2000);
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    const getallen = Array.from({ length: 2000 }, () => getal(3));
    expect(new Set(getallen)).toEqual(new Set([0, 1, 2]));
  });

  it('cannot choose from nothing', () => {
    expect(() => toeval(1).kies([])).toThrow(RangeError);
  });
});
