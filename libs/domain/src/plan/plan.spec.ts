import fc from 'fast-check';
import { datumVan } from '../kalender/datum.js';
import { eersteWerkdagVanaf, isWerkdag } from '../kalender/werkdagen.js';
import { MAATWERKTRAJECT_1 } from '../sjabloon/maatwerktraject-1.js';
import { geplandeOpening, maakPlan, planStap } from './plan.js';

// 2020–2045.
const startdatum = fc.integer({ min: 18_262, max: 27_758 }).map(datumVan);

describe('plan', () => {
  it('has werkdagen only', () => {
    fc.assert(
      fc.property(startdatum, (begin) => {
        const plan = maakPlan(MAATWERKTRAJECT_1, begin);
        const dagen = plan.stappen.flatMap(({ opentOp, eindigtOp, taken, checkIns }) => [
          opentOp,
          eindigtOp,
          ...taken.flatMap((taak) => [taak.opentOp, taak.vervaltOp]),
          ...checkIns.map(({ weekVan }) => weekVan),
        ]);
        expect([...dagen, plan.eindigtOp].filter((dag) => !isWerkdag(dag))).toEqual([]);
      }),
    );
  });

  it('has its stappen one after the other, and in each all taken and check-ins from its opening on', () => {
    fc.assert(
      fc.property(startdatum, (begin) => {
        const { stappen, eindigtOp } = maakPlan(MAATWERKTRAJECT_1, begin);
        expect(stappen[0]?.opentOp).toBe(eersteWerkdagVanaf(begin));
        expect(eindigtOp).toBe(stappen.at(-1)?.eindigtOp);
        stappen.forEach((stap, index) => {
          expect(stap.volgnummer).toBe(index + 1);
          expect(stap.opentOp < stap.eindigtOp).toBe(true);
          const vorige = stappen[index - 1];
          if (vorige) expect(vorige.opentOp < stap.opentOp).toBe(true);
          for (const { opentOp, vervaltOp } of stap.taken) {
            expect(opentOp >= stap.opentOp).toBe(true);
            expect(vervaltOp > opentOp).toBe(true);
          }
          for (const { weekVan } of stap.checkIns) expect(weekVan >= stap.opentOp).toBe(true);
        });
      }),
    );
  });

  it('is the same whether a stap is planned on its own or with the rest', () => {
    fc.assert(
      fc.property(startdatum, (begin) => {
        const los = MAATWERKTRAJECT_1.stappen.map((stap, index) =>
          planStap(stap, index + 1, geplandeOpening(MAATWERKTRAJECT_1, begin, index + 1)),
        );
        expect(maakPlan(MAATWERKTRAJECT_1, begin).stappen).toEqual(los);
        for (const { volgnummer, opentOp } of los)
          expect(geplandeOpening(MAATWERKTRAJECT_1, begin, volgnummer)).toBe(opentOp);
      }),
    );
  });

  it('has a taak of its own for each uitvoerder', () => {
    const [eerste] = maakPlan(MAATWERKTRAJECT_1, '2027-02-01').stappen;
    expect(eerste?.taken.map(({ sleutel, vervaltOp }) => [sleutel, vervaltOp])).toEqual([
      ['startgegevens.hoofdcontact', '2027-02-15'],
      ['scan.bestuur', '2027-03-08'],
      ['scan.beleid', '2027-03-08'],
      ['scan.uitvoering', '2027-03-08'],
      ['scan_bespreken.hoofdcontact', '2027-03-25'],
    ]);
  });

  it('moves past Easter 2027: the second stap opens on the Tuesday after it', () => {
    const { stappen, eindigtOp } = maakPlan(MAATWERKTRAJECT_1, '2027-02-01');
    expect(stappen.map(({ opentOp }) => opentOp)).toEqual([
      '2027-02-01',
      '2027-03-30',
      '2027-05-10',
      '2027-06-21',
      '2027-10-25',
    ]);
    expect(eindigtOp).toBe('2027-11-29');
  });

  it('needs a sjabloon with stappen', () => {
    expect(() => maakPlan({ ...MAATWERKTRAJECT_1, stappen: [] }, '2027-02-01')).toThrow(RangeError);
  });
});
