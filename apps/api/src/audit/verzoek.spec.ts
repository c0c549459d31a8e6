import { metGemaakt, onderwerpVan, overigeParams } from './verzoek.js';

describe('waar een verzoek over gaat', () => {
  it('is what the address says most about, and the rest apart', () => {
    const params = { cohortId: 'c-1', trajectId: 't-1', stap: 'uitvoeren' };
    expect(onderwerpVan(params)).toBe('traject/t-1');
    expect(overigeParams(params)).toEqual({ cohortId: 'c-1', stap: 'uitvoeren' });
    expect(onderwerpVan({})).toBeUndefined();
  });

  it('is what was made, where the answer says so', () => {
    expect(onderwerpVan(metGemaakt({}, 'maakCohort', { id: 'c-1', naam: 'x' }))).toBe('cohort/c-1');
    const toegevoegd = metGemaakt({ cohortId: 'c-1' }, 'voegDeelnemerToe', { trajectId: 't-1' });
    expect(onderwerpVan(toegevoegd)).toBe('traject/t-1');
    expect(overigeParams(toegevoegd)).toEqual({ cohortId: 'c-1' });
    for (const antwoord of [undefined, null, 'x', {}, { id: 3 }])
      expect(metGemaakt({ cohortId: 'c-1' }, 'maakCohort', antwoord)).toEqual({ cohortId: 'c-1' });
    expect(metGemaakt({}, 'startCohort', { id: 'c-1' })).toEqual({});
  });

  it('leaves out what a caller made up', () => {
    const params = { cohortId: 'c-1', trajectId: 'a\u0000b', stap: 'x y', sleutel: 'z'.repeat(201) };
    expect(onderwerpVan(params)).toBe('cohort/c-1');
    expect(overigeParams(params)).toEqual({});
  });
});
