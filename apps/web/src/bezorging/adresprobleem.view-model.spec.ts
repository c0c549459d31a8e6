import type { Adresprobleem } from '../api/types.js';
import { postInWoorden, probleemInWoorden, watTeDoen } from './adresprobleem.view-model.js';

const probleem = (anders: Partial<Adresprobleem> = {}): Adresprobleem => ({
  id: 'p',
  wie: { naam: 'Kim', email: 'kim@x.example', niveau: 'beleid' },
  sinds: '2027-02-08T08:00:00.000Z',
  bron: 'geweigerd',
  code: '5.1.1',
  woorden: '550 weg',
  aangehouden: 2,
  opgelostOp: null,
  oplossing: null,
  ...anders,
});

describe('een adres dat niet werkt', () => {
  it('is told with who, since when and what waits', () => {
    expect(probleemInWoorden(probleem())).toBe(
      'Het adres kim@x.example wordt door de mailserver geweigerd sinds maandag 8 februari 2027 (code 5.1.1). 2 mails wachten tot dit is verholpen.',
    );
    expect(probleemInWoorden(probleem({ wie: null, bron: 'teruggekomen', aangehouden: 0 }))).toBe(
      'Dit adres geeft de mail terug sinds maandag 8 februari 2027 (code 5.1.1).',
    );
  });

  it('says to whom one turns', () => {
    expect(watTeDoen(probleem())).toContain('beheerder');
    expect(watTeDoen(probleem({ wie: { naam: 'Ank', email: 'a@x.example', niveau: null } }))).toContain(
      'andere adviseur',
    );
  });
});

describe('postInWoorden', () => {
  it('counts what there is, and is silent otherwise', () => {
    expect(postInWoorden({ adresproblemen: 0, onbekend: 0, mislukt: 0, aangehouden: 0 })).toBe('');
    expect(postInWoorden({ adresproblemen: 1, onbekend: 2, mislukt: 1, aangehouden: 3 })).toBe(
      '1 adres werkt niet, 2 mails onzeker, 1 mail mislukt',
    );
  });
});
