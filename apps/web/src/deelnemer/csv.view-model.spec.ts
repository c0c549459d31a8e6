import { csvFouten, csvTekst } from './csv.view-model.js';

describe('CSV met deelnemers', () => {
  it('leest regel en kolom uit een fout', () => {
    expect(csvFouten([{ pad: 'regel 3, kolom email', zin: 'Fout.' }])).toEqual([
      { waar: '3, email', zin: 'Fout.' },
    ]);
    expect(csvFouten([{ pad: '', zin: 'Leeg.' }])).toEqual([{ waar: '–', zin: 'Leeg.' }]);
    expect(csvFouten([{ pad: 'regel 4', zin: 'Leeg.' }])).toEqual([{ waar: '4', zin: 'Leeg.' }]);
  });

  it('leest UTF-8 en Windows-1252', () => {
    expect(csvTekst(new TextEncoder().encode('Zoë').buffer)).toBe('Zoë');
    expect(csvTekst(new Uint8Array([0x5a, 0x6f, 0xeb]).buffer)).toBe('Zoë');
  });
});
