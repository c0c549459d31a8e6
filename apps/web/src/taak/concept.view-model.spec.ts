import { ApiFout, geenVerbinding } from '../api/fout.js';
import { naFout, standInWoorden, verschillen, wachttijd } from './concept.view-model.js';

describe('bewaren van een concept', () => {
  it('probeert opnieuw bij een storing, laat kiezen bij een conflict en stopt bij een weigering', () => {
    expect(naFout(geenVerbinding(), 2)).toEqual({ soort: 'geen-verbinding', poging: 2 });
    expect(naFout(new ApiFout(503, 'Even niet.'), 1).soort).toBe('geen-verbinding');
    expect(naFout(new ApiFout(412, 'Anders.'), 1)).toEqual({ soort: 'conflict', bewaard: null });
    const bewaard = { inhoud: { uren: 4 }, versie: 3, bewaardOp: null };
    const metVersies = new ApiFout(412, 'Anders.', [], 'andere-versie', {
      gestuurd: { inhoud: {} },
      bewaard,
    });
    expect(naFout(metVersies, 1)).toEqual({ soort: 'conflict', bewaard });
    expect(naFout(new ApiFout(409, 'Deze taak is al ingediend.'), 1)).toEqual({
      soort: 'geweigerd',
      zin: 'Deze taak is al ingediend.',
    });
  });

  it('wacht op een nieuwe aanmelding als de sessie voorbij is', () => {
    const stand = naFout(new ApiFout(401, 'U bent niet aangemeld.'), 1);
    expect(stand).toEqual({ soort: 'niet-aangemeld' });
    expect(standInWoorden(stand)).toContain('Wat u hebt ingevuld, staat er nog.');
  });

  it('wacht steeds langer, en nooit langer dan een halve minuut', () => {
    expect([1, 2, 3, 10].map(wachttijd)).toEqual([2_000, 4_000, 8_000, 30_000]);
  });

  it('zegt wat er is bewaard', () => {
    expect(standInWoorden({ soort: 'bewaard', om: '14:03', weggelaten: 0 })).toBe('Bewaard om 14:03 uur.');
    expect(standInWoorden({ soort: 'bewaard', om: '14:03', weggelaten: 1 })).toContain('behalve 1 antwoord');
    expect(standInWoorden({ soort: 'geen-verbinding', poging: 1 })).toContain('geen verbinding');
  });
});

describe('verschillen', () => {
  it('noemt de vragen waarop de twee een ander antwoord hebben', () => {
    const velden = ['a', 'b', 'c'].map((sleutel) => ({
      soort: 'tekst' as const,
      sleutel,
      label: sleutel,
      verplicht: true,
    }));
    const anders = verschillen(velden, { a: 'x', b: ['1'] }, { a: 'y', b: ['1'], d: 'oud' });
    expect(anders.map(({ sleutel }) => sleutel)).toEqual(['a']);
  });
});
