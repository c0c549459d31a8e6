import fc from 'fast-check';
import { lokaleTijd } from '../kalender/amsterdam.js';
import { datumVan } from '../kalender/datum.js';
import { isWerkdag, plusWerkdagen } from '../kalender/werkdagen.js';
import { MAATWERKTRAJECT_1 } from '../sjabloon/maatwerktraject-1.js';
import { agendaVanStap, momentenVanTaak, MOMENTSOORTEN, vergelijkMomenten, type Moment } from './agenda.js';
import { planStap, type GeplandeTaak } from './plan.js';

const moment: fc.Arbitrary<Moment> = fc.record({
  op: fc.integer({ min: 0, max: 3 }),
  soort: fc.constantFrom(...MOMENTSOORTEN),
  onderwerp: fc.constantFrom('a', 'a.b', 'B', 'ë', ''),
});
const beleid = MAATWERKTRAJECT_1.herinneringen;
const startdatum = fc.integer({ min: 18_262, max: 27_758 }).map(datumVan);

const taak: GeplandeTaak = {
  sleutel: 'scan.beleid',
  taak: 'scan',
  uitvoerder: 'beleid',
  opentOp: '2027-02-01',
  vervaltOp: '2027-03-08',
};
const dagen = (lijst: readonly Moment[]): [string, string][] =>
  lijst.map(({ soort, op }) => [soort, lokaleTijd(op).datum]);

describe('de volgorde van momenten', () => {
  it('is total', () => {
    fc.assert(
      fc.property(moment, moment, moment, (a, b, c) => {
        expect(Math.sign(vergelijkMomenten(a, b)) + Math.sign(vergelijkMomenten(b, a))).toBe(0);
        const gelijk = a.op === b.op && a.soort === b.soort && a.onderwerp === b.onderwerp;
        expect(vergelijkMomenten(a, b) === 0).toBe(gelijk);
        if (vergelijkMomenten(a, b) <= 0 && vergelijkMomenten(b, c) <= 0)
          expect(vergelijkMomenten(a, c)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 1000 },
    );
  });

  it('does not depend on the order in which moments came in', () => {
    fc.assert(
      fc.property(fc.array(moment, { maxLength: 12 }), (lijst) => {
        expect([...lijst].reverse().sort(vergelijkMomenten)).toEqual([...lijst].sort(vergelijkMomenten));
      }),
    );
  });
});

describe('agenda van een taak', () => {
  it('reminds before, on and after the due day, and tells the adviseur', () => {
    expect(dagen(momentenVanTaak(taak, beleid))).toEqual([
      ['taak-opent', '2027-02-01'],
      ['herinnering-voor', '2027-03-01'],
      ['herinnering-op', '2027-03-08'],
      ['herinnering-na', '2027-03-15'],
      ['escalatie', '2027-03-15'],
    ]);
  });

  it('does not report the adviseur to the adviseur', () => {
    const eigen = momentenVanTaak({ ...taak, uitvoerder: 'adviseur' }, beleid);
    expect(eigen.map(({ soort }) => soort)).not.toContain('escalatie');
  });

  it('does not remind on or before the day of its opening', () => {
    for (const opentOp of ['2027-03-01', '2027-03-02'])
      expect(momentenVanTaak({ ...taak, opentOp }, beleid).map(({ soort }) => soort)).not.toContain(
        'herinnering-voor',
      );
    const eerder = plusWerkdagen('2027-03-01', -1);
    expect(momentenVanTaak({ ...taak, opentOp: eerder }, beleid).map(({ soort }) => soort)).toContain(
      'herinnering-voor',
    );
  });
});

describe('agenda van een stap', () => {
  it('is sorted, and holds moments at 09:00 of werkdagen only, none before its opening', () => {
    fc.assert(
      fc.property(startdatum, fc.nat(4), (begin, nummer) => {
        const stap = planStap(MAATWERKTRAJECT_1.stappen[nummer]!, nummer + 1, begin);
        const agenda = agendaVanStap(stap, beleid);
        expect(agenda).toEqual([...agenda].sort(vergelijkMomenten));
        for (const { op } of agenda) {
          const { datum, tijd } = lokaleTijd(op);
          expect(tijd).toBe('09:00');
          expect(isWerkdag(datum)).toBe(true);
          expect(datum >= stap.opentOp).toBe(true);
        }
        // A taak opens before anything is said about it.
        for (const { sleutel } of stap.taken)
          expect(agenda.find(({ onderwerp }) => onderwerp === sleutel)?.soort).toBe('taak-opent');
      }),
    );
  });
});
