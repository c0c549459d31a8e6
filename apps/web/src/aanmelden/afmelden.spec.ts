import { leegOpslag } from '../testing/opslag.js';
import { afmeldenBijOrganisatie, onthoudAfmelden } from './afmelden.js';

describe('afmelden bij de organisatie', () => {
  const url = 'https://login.example/afmelden?client_id=maatwerktraject';

  it('kan na het afmelden hier, als de API zegt waar', () => {
    const opslag = leegOpslag();
    expect(afmeldenBijOrganisatie(opslag)).toBeNull();
    onthoudAfmelden(url, opslag);
    expect(afmeldenBijOrganisatie(opslag)).toBe(url);
  });

  it('kan niet meer na wie zich daarna met een link aanmeldde en afmeldde', () => {
    const opslag = leegOpslag();
    onthoudAfmelden(url, opslag);
    onthoudAfmelden(null, opslag);
    expect(afmeldenBijOrganisatie(opslag)).toBeNull();
  });

  it('is geen opdracht voor de browser', () => {
    const opslag = leegOpslag();
    onthoudAfmelden('javascript:alert(1)', opslag);
    expect(afmeldenBijOrganisatie(opslag)).toBeNull();
  });
});
