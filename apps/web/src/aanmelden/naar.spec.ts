import { oidcAdres, onthoudenNaar, onthoudNaar, vergeetNaar, veiligPad } from './naar.js';
import { leegOpslag } from '../testing/opslag.js';

describe('de pagina na het aanmelden', () => {
  it('is een pagina van deze website', () => {
    expect(veiligPad('/taken/0c9f.inventariseren.scan.beleid?na=x')).toBe(
      '/taken/0c9f.inventariseren.scan.beleid?na=x',
    );
  });

  it.each([
    '//kwaad.example',
    '/\\kwaad.example',
    'https://kwaad.example',
    'javascript:alert(1)',
    '/a#b',
    '',
    undefined,
    `/${'a'.repeat(300)}`,
  ])('is het begin als het adres ergens anders heen leidt: %s', (adres) => {
    expect(veiligPad(adres)).toBe('/');
  });

  it('gaat mee naar de organisatie, zonder het adres te breken', () => {
    expect(oidcAdres('/mijn?a=1&b=2')).toBe('/api/v1/aanmelding/oidc?naar=%2Fmijn%3Fa%3D1%26b%3D2');
    expect(oidcAdres('//kwaad.example')).toBe('/api/v1/aanmelding/oidc?naar=%2F');
  });

  it('wordt onthouden tot het aanmelden lukt', () => {
    const opslag = leegOpslag();
    expect(onthoudenNaar(opslag)).toBe('/');
    onthoudNaar('/taken/1', opslag);
    expect(onthoudenNaar(opslag)).toBe('/taken/1');
    vergeetNaar(opslag);
    expect(onthoudenNaar(opslag)).toBe('/');
  });
});
