import { alsWoord, antwoordRegels, inWoorden } from './inhoud.view-model.js';

describe('wat iemand invulde', () => {
  it('krijgt een regel per vraag', () => {
    expect(antwoordRegels({ 'aantal-uren': 4, akkoord: true, opmerking: '' })).toEqual([
      'Aantal uren: 4',
      'Akkoord: ja',
      'Opmerking: –',
    ]);
  });

  it('is te lezen, ook als het diep zit', () => {
    expect(inWoorden([{ actie: 'Balie trainen', wie: ['Kim', 'Sam'] }, 'los'])).toBe(
      'Actie: Balie trainen, Wie: Kim; Sam; los',
    );
    expect([inWoorden(null), inWoorden([]), inWoorden({}), inWoorden(false), inWoorden(0)]).toEqual([
      '–',
      '–',
      '–',
      'nee',
      '0',
    ]);
  });

  it('heet naar de sleutel van de vraag', () => {
    expect([alsWoord('wie_doet-wat'), alsWoord('')]).toEqual(['Wie doet wat', '']);
  });
});
