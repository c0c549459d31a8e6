import { BEGIN_SNELHEID, snelheidInWoorden, SNELHEDEN } from './snelheid.js';

describe('snelheid van de oefenklok', () => {
  it('noemt de bekende snelheden zoals ze zijn gekozen', () => {
    expect(SNELHEDEN.map(({ dagenPerSeconde }) => snelheidInWoorden(dagenPerSeconde))).toEqual([
      '1 dag per seconde',
      '1 dag per 10 seconden',
      '1 dag per minuut',
      '1 dag per uur',
    ]);
  });

  it('doet over een dag wat het woord zegt, in seconden', () => {
    expect(SNELHEDEN.map(({ dagenPerSeconde }) => 1 / dagenPerSeconde)).toEqual([1, 10, 60, 3_600]);
  });

  it('begint met de klok die men zelf vooruitzet', () => {
    expect(snelheidInWoorden(BEGIN_SNELHEID.dagenPerSeconde)).toBe('1 dag per uur');
  });

  it('noemt ook andere snelheden', () => {
    expect(snelheidInWoorden(2.5)).toBe('2,5 dagen per seconde');
    expect(snelheidInWoorden(0.5)).toBe('1 dag per 2 seconden');
  });
});
