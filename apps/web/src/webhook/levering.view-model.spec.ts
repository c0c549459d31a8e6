import {
  beginVanDag,
  foutenInHerhaling,
  herhaaldInWoorden,
  pogingInWoorden,
  volgendeInWoorden,
} from './levering.view-model.js';

describe('een levering', () => {
  it('zegt per poging wanneer die was en hoe die ging', () => {
    const op = '2027-02-08T08:00:00.000Z';
    expect(pogingInWoorden({ op, status: 204, duurMs: 38, fout: null })).toBe(
      '8 feb 2027 09:00: Gelukt (204).',
    );
    expect(pogingInWoorden({ op, status: 503, duurMs: 38, fout: 'Uw systeem antwoordde met 503.' })).toBe(
      '8 feb 2027 09:00: Uw systeem antwoordde met 503.',
    );
    expect(volgendeInWoorden({ volgendePogingOp: op })).toBe('Volgende poging: 8 feb 2027 09:00.');
    expect(volgendeInWoorden({ volgendePogingOp: null })).toBeNull();
  });
});

describe('opnieuw sturen vanaf een dag', () => {
  // Half past midnight in Amsterdam, the day before in UTC.
  const nu = Date.parse('2027-06-30T22:30:00.000Z');
  const fout = { pad: 'vanaf', zin: 'Kies een dag van 2 jun 2027 tot en met vandaag.' };

  it('kan voor dagen die nog in de lijst staan, tot en met vandaag in Amsterdam', () => {
    for (const dag of ['2027-06-02', '2027-06-30', '2027-07-01'])
      expect(foutenInHerhaling(dag, nu)).toEqual([]);
    for (const dag of ['', '2027-06-01', '2027-07-02', '2027-06-31'])
      expect([dag, foutenInHerhaling(dag, nu)]).toEqual([dag, [fout]]);
  });

  it('begint om middernacht in Amsterdam', () => {
    expect(beginVanDag('2027-02-08')).toBe('2027-02-07T23:00:00.000Z');
    expect(beginVanDag('2027-06-08')).toBe('2027-06-07T22:00:00.000Z');
  });

  it('zegt hoeveel er klaarstaat', () => {
    expect(herhaaldInWoorden(0)).toContain('niets klaargezet');
    expect(herhaaldInWoorden(1)).toContain('1 gebeurtenis staat klaar');
    expect(herhaaldInWoorden(14)).toContain('14 gebeurtenissen staan klaar');
  });
});
