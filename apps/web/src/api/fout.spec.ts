import { foutenVan, foutUitAntwoord, geenVerbinding, isTijdelijk, zinVan } from './fout.js';

describe('fouten van de API', () => {
  it('neemt de zin en de velden van een probleem over', () => {
    const fouten = [{ pad: 'naam', zin: 'Vul dit in.' }];
    const fout = foutUitAntwoord(400, {
      type: 'x',
      title: 'x',
      status: 400,
      detail: 'De invoer klopt niet.',
      fouten,
    });
    expect(zinVan(fout)).toBe('De invoer klopt niet.');
    expect(foutenVan(fout)).toEqual(fouten);
    expect(isTijdelijk(fout)).toBe(false);
  });

  it('weet welke fouten vanzelf over kunnen gaan', () => {
    expect(isTijdelijk(geenVerbinding())).toBe(true);
    expect(isTijdelijk(foutUitAntwoord(503, undefined))).toBe(true);
    const loopt = { detail: 'Even wachten.', code: 'verzoek-loopt-nog' };
    expect(isTijdelijk(foutUitAntwoord(409, loopt))).toBe(true);
    expect(isTijdelijk(foutUitAntwoord(409, { ...loopt, code: 'anders' }))).toBe(false);
    expect(isTijdelijk(foutUitAntwoord(500, '<html>'))).toBe(false);
    expect(zinVan(foutUitAntwoord(500, '<html>'))).toContain('fout 500');
    expect(isTijdelijk(new Error('x'))).toBe(false);
  });
});
