import { onderwerpVan, overigeParams } from './verzoek.js';

describe('waar een verzoek over gaat', () => {
  it('is what the address says most about, and the rest apart', () => {
    const params = { cohortId: 'c-1', trajectId: 't-1', stap: 'uitvoeren' };
    expect(onderwerpVan(params)).toBe('traject/t-1');
    expect(overigeParams(params)).toEqual({ cohortId: 'c-1', stap: 'uitvoeren' });
    expect(onderwerpVan({})).toBeUndefined();
  });

  it('leaves out what a caller made up', () => {
    const params = { cohortId: 'c-1', trajectId: 'a\u0000b', stap: 'x y', sleutel: 'z'.repeat(201) };
    expect(onderwerpVan(params)).toBe('cohort/c-1');
    expect(overigeParams(params)).toEqual({});
  });
});
