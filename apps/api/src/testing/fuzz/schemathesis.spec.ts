import { delenVan } from './schemathesis.js';

describe('the parts of a budget', () => {
  const budget = { gevallen: 100, zaad: 7 };

  it('each get another seed, and what is the same at each turn the first time alone', () => {
    const fasen = 'examples,coverage,fuzzing,stateful';
    expect(delenVan({ ...budget, seconden: 2_000, fasen })).toEqual([
      { ...budget, seconden: 900, zaad: 7, fasen },
      { ...budget, seconden: 900, zaad: 8, fasen: 'fuzzing,stateful' },
      { ...budget, seconden: 200, zaad: 9, fasen: 'fuzzing,stateful' },
    ]);
  });

  it('are one part when there is nothing to ask at a later turn, or no time was given', () => {
    const eenmaal = { ...budget, seconden: 2_000, fasen: 'examples,coverage' };
    expect(delenVan(eenmaal)).toEqual([eenmaal]);
    const zonderTijd = { ...budget, fasen: 'fuzzing,stateful' };
    expect(delenVan(zonderTijd)).toEqual([zonderTijd]);
  });
});
