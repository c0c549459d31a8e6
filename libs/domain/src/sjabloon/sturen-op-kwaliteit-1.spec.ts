import { maakPlan } from '../plan/plan.js';
import { STUREN_OP_KWALITEIT_1 as sjabloon } from './sturen-op-kwaliteit-1.js';

describe('sjabloon Sturen op kwaliteit 1', () => {
  it('has five stappen of 6, 6, 8, 10 and 10 weeks', () => {
    expect(sjabloon.stappen.map(({ sleutel, vensterWeken }) => [sleutel, vensterWeken])).toEqual([
      ['beleidskader', 6],
      ['doelen_plannen', 6],
      ['kwaliteitskader', 8],
      ['selectie_aanbieders', 10],
      ['monitoring_evaluatie', 10],
    ]);
    const { stappen, eindigtOp } = maakPlan(sjabloon, '2027-02-01');
    expect(stappen.map(({ opentOp }) => opentOp)).toEqual([
      '2027-02-01',
      '2027-03-15',
      '2027-04-26',
      '2027-06-21',
      '2027-08-30',
    ]);
    expect(eindigtOp).toBe('2027-11-08');
  });

  it('asks where a gemeente stands at the start and at the end, on the same rows', () => {
    const [begin, eind] = ['waar_sta_je', 'bijstellen'].map((taak) =>
      sjabloon.stappen.flatMap(({ taken }) => taken).find(({ sleutel }) => sleutel === taak),
    );
    const { label: _begin, ...vraag } = begin?.velden[0] ?? {};
    const { label: _eind, ...later } = eind?.velden[0] ?? {};
    expect(vraag).toMatchObject({ soort: 'matrix', sleutel: 'stand' });
    expect(later).toEqual(vraag);
  });

  it('offers a theme in each stap', () => {
    for (const { sleutel } of sjabloon.stappen)
      expect(
        (sjabloon.themas ?? []).filter(({ stappen }) => stappen?.includes(sleutel) ?? true).length,
      ).toBeGreaterThan(3);
  });
});
