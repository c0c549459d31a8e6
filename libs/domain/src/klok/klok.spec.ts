import fc from 'fast-check';
import {
  domeinTijd,
  echteTijd,
  GEWONE_KLOK,
  oefenklok,
  SECONDEN_PER_DAG,
  verzetKlok,
  type Klok,
} from './klok.js';

const tijd = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2030, 0, 1) });
const snelheid = fc.double({ min: 0.001, max: 20, noNaN: true });
const klok: fc.Arbitrary<Klok> = fc
  .tuple(tijd, tijd, snelheid)
  .map(([echt, domein, dagen]) => oefenklok(echt, domein, dagen));
const MAAND = 30 * 86_400_000;
const erbij = fc.nat(MAAND);

describe('klok', () => {
  it('is real time for a real cohort', () => {
    fc.assert(fc.property(tijd, (t) => domeinTijd(GEWONE_KLOK, t) === t && echteTijd(GEWONE_KLOK, t) === t));
  });

  it('gives the first real millisecond at which the domain has come so far', () => {
    const tweeJaar = fc.nat(730 * 86_400_000);
    fc.assert(
      fc.property(klok, tweeJaar, (k, later) => {
        const domein = k.domein + later;
        const echt = echteTijd(k, domein);
        // Were it a moment too early, then a workflow would wait for nothing over and over.
        expect(domeinTijd(k, echt)).toBeGreaterThanOrEqual(domein);
        // Rounding may make it a ms late.
        expect(domeinTijd(k, echt - 2)).toBeLessThan(domein);
      }),
      { numRuns: 2000 },
    );
  });

  it('never goes back', () => {
    fc.assert(
      fc.property(klok, erbij, erbij, (k, a, b) => {
        expect(domeinTijd(k, k.echt + a + b)).toBeGreaterThanOrEqual(domeinTijd(k, k.echt + a));
      }),
    );
  });

  it('never goes back when it is moved either', () => {
    fc.assert(
      fc.property(klok, erbij, fc.integer({ min: -MAAND, max: MAAND }), erbij, (k, a, sprong, b) => {
        const nu = k.echt + a;
        const naar = domeinTijd(k, nu) + sprong;
        const verzet = verzetKlok(k, nu, naar);
        expect(domeinTijd(verzet, nu)).toBe(Math.max(naar, domeinTijd(k, nu)));
        expect(domeinTijd(verzet, nu + b)).toBeGreaterThanOrEqual(domeinTijd(k, nu + b));
        expect(verzet.factor).toBe(k.factor);
        expect(verzet.versie).toBe(sprong > 0 ? k.versie + 1 : k.versie);
      }),
    );
  });

  it('runs a day in a second', () => {
    const k = oefenklok(1_000_000, Date.UTC(2027, 1, 1), 1);
    expect(k.factor).toBe(SECONDEN_PER_DAG);
    expect(domeinTijd(k, 1_001_000)).toBe(Date.UTC(2027, 1, 2));
    expect(echteTijd(k, Date.UTC(2027, 1, 3))).toBe(1_002_000);
  });
});
