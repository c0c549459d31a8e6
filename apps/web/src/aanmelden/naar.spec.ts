import { oidcAdres, onthoudenNaar, onthoudNaar, tweedeAanmeldAdres, vergeetNaar, veiligPad } from './naar.js';
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
    '/%2f%2fkwaad.example',
    '/%5ckwaad.example',
    '/\t/kwaad.example',
    '/\n/kwaad.example',
    '/%09/kwaad.example',
    '/x/..//kwaad.example',
  ])('is het begin als het adres ergens anders heen leidt: %s', (adres) => {
    expect(veiligPad(adres)).toBe('/');
  });

  it('gaat mee naar de organisatie, zonder het adres te breken', () => {
    expect(oidcAdres('/mijn?a=1&b=2')).toBe('/api/v1/aanmelding/oidc?naar=%2Fmijn%3Fa%3D1%26b%3D2');
    expect(oidcAdres('//kwaad.example')).toBe('/api/v1/aanmelding/oidc?naar=%2F');
  });

  it('blijft bekend als iemand zich in een tweede venster aanmeldt', () => {
    const klaar = new URLSearchParams(tweedeAanmeldAdres('/taken/1.a.b.c?na=x').split('?')[1]).get('naar');
    expect(klaar).toBe('/aanmelden/klaar?naar=%2Ftaken%2F1.a.b.c%3Fna%3Dx');
    expect(veiligPad(klaar)).toBe(klaar);
    for (const kwaad of ['//kwaad.example', `/${'a'.repeat(290)}`])
      expect(tweedeAanmeldAdres(kwaad)).toMatch(/^\/aanmelden\?naar=%2Faanmelden%2Fklaar(%3Fnaar%3D%252F)?$/);
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
