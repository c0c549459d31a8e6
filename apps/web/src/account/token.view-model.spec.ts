import type { Diensttoken } from '../api/types.js';
import { isInTeTrekken, tokenStand } from './token.view-model.js';

const STANDEN: readonly Diensttoken['stand'][] = [
  'werkt',
  'zonder-cohort',
  'zonder-rol',
  'geblokkeerd',
  'verlopen',
  'ingetrokken',
];

describe('de stand van een token', () => {
  it('zegt dat het niet werkt als de dienst de rol niet heeft, en wat u dan doet', () => {
    expect(tokenStand({ stand: 'zonder-rol', rol: 'onderzoeker' })).toEqual({
      soort: 'fout',
      tekst: 'Werkt niet',
      uitleg: 'Deze dienst is nu geen onderzoeker. Geef hierboven toegang tot een cohort als onderzoeker.',
    });
    expect(tokenStand({ stand: 'zonder-cohort', rol: 'adviseur' }).uitleg).toContain('geen enkel cohort');
    expect(tokenStand({ stand: 'geblokkeerd', rol: 'adviseur' }).uitleg).toBe(
      'Deze dienst is niet actief. Maak het account eerst weer actief.',
    );
  });

  it('is alleen groen als het werkt', () => {
    const groen = STANDEN.filter((stand) => tokenStand({ stand, rol: 'adviseur' }).soort === 'goed');
    expect(groen).toEqual(['werkt']);
  });

  it('laat intrekken wat later weer kan werken', () => {
    expect(STANDEN.filter((stand) => isInTeTrekken({ stand }))).toEqual([
      'werkt',
      'zonder-cohort',
      'zonder-rol',
      'geblokkeerd',
    ]);
  });
});
