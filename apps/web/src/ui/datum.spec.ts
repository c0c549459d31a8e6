import { datumInWoorden } from '@maatwerktraject/domain';
import { dagKort, dagVan, momentInWoorden, momentKort, tijdVan, vervalInWoorden } from './datum.js';

describe('datum', () => {
  it('schrijft een dag voluit en kort', () => {
    expect(datumInWoorden('2027-02-02')).toBe('dinsdag 2 februari 2027');
    expect(datumInWoorden('2027-12-31')).toBe('vrijdag 31 december 2027');
    expect(dagKort('2027-03-01')).toBe('1 mrt 2027');
  });

  it('rekent een tijdstip om naar Amsterdam, ook in de zomer en over middernacht', () => {
    expect(tijdVan('2027-02-01T08:00:00.000Z')).toBe('09:00');
    expect(dagVan('2027-07-01T22:30:00.000Z')).toBe('2027-07-02');
    expect(momentInWoorden('2027-07-01T22:30:00.000Z')).toBe('vrijdag 2 juli 2027, 00:30 uur');
    expect(momentKort('2027-02-01T08:00:00.000Z')).toBe('1 feb 2027 09:00');
  });

  it.each([
    ['2027-02-01', '1 dag te laat'],
    ['2027-01-29', '4 dagen te laat'],
    ['2027-02-02', 'vandaag'],
    ['2027-02-03', 'morgen'],
    ['2027-02-05', 'over 3 dagen'],
    ['2027-03-01', 'over 27 dagen'],
    ['2027-03-08', 'over 4 weken'],
    ['2027-03-30', 'over 8 weken'],
  ])('noemt %s op 2 februari: %s', (dag, woorden) => {
    expect(vervalInWoorden(dag, '2027-02-02')).toBe(woorden);
  });
});
