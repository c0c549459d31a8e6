import { RECHTEN } from '@maatwerktraject/domain';
import {
  foutenInToken,
  LEEG_TOKEN,
  metRol,
  RECHT_NAAM,
  rechtenVan,
  tokenVerzoek,
} from './rechten.view-model.js';

const goed = {
  ...LEEG_TOKEN,
  naam: ' Nachtelijke export ',
  rechten: ['export.lezen' as const],
  geldigDagen: ' 30 ',
};

describe('een nieuw token', () => {
  it('heeft voor elk recht een eigen naam', () => {
    expect(new Set(RECHTEN.map((recht) => RECHT_NAAM[recht])).size).toBe(RECHTEN.length);
  });

  it('vraagt waarvoor het is, een recht, en 1 tot en met 365 hele dagen', () => {
    expect(foutenInToken(LEEG_TOKEN).map(({ pad }) => pad)).toEqual(['naam', 'rechten']);
    expect(foutenInToken(goed)).toEqual([]);
    for (const geldigDagen of ['', '0', '366', '1,5', '-3', 'tien'])
      expect(foutenInToken({ ...goed, geldigDagen }).map(({ pad }) => pad)).toEqual(['geldigDagen']);
    expect(tokenVerzoek(goed)).toEqual({
      naam: 'Nachtelijke export',
      rol: 'onderzoeker',
      rechten: ['export.lezen'],
      geldigDagen: 30,
    });
  });

  it('laat bij een andere rol alleen de rechten staan die ook daarbij horen', () => {
    const adviseur = metRol({ ...goed, rechten: ['export.lezen', 'trajecten.lezen'] }, 'onderzoeker');
    expect(adviseur.rechten).toEqual(['export.lezen']);
    expect(rechtenVan('onderzoeker')).not.toContain('trajecten.lezen');
    // Rights of people: no token holds them.
    expect(rechtenVan('adviseur')).not.toContain('toegang.beheren');
  });
});
