import {
  foutenIn,
  gegevenInWoorden,
  LEEG,
  verzoekVan,
  type ToegangInvoer,
} from './nieuwe-toegang.view-model.js';

const goed: ToegangInvoer = { ...LEEG, email: ' o@universiteit.example ', naam: ' Onderzoeker ' };
const paden = (invoer: ToegangInvoer): string[] => foutenIn(invoer).map(({ pad }) => pad);

describe('iemand toegang geven', () => {
  it('vraagt een naam en een adres', () => {
    expect(paden(LEEG)).toEqual(['email', 'naam']);
    expect(paden(goed)).toEqual([]);
  });

  it('zegt wat er is gegeven, ook dat iemand namen ziet', () => {
    const gegeven = { naam: 'Ank', rol: 'onderzoeker', identiteiten: false, uitnodiging: 'wacht' } as const;
    expect(gegevenInWoorden(gegeven)).toBe(
      'Ank heeft nu toegang als onderzoeker. Wij sturen daarover een mail.',
    );
    expect(gegevenInWoorden({ ...gegeven, identiteiten: true, uitnodiging: null })).toBe(
      'Ank heeft nu toegang als onderzoeker, en ziet ook de namen van gemeenten.',
    );
  });

  it('vraagt een reden voor wie namen mag zien', () => {
    expect(paden({ ...goed, identiteiten: true })).toEqual(['reden']);
    expect(paden({ ...goed, identiteiten: true, reden: '  te kort ' })).toEqual(['reden']);
    expect(paden({ ...goed, identiteiten: true, reden: 'Voor het promotieonderzoek' })).toEqual([]);
  });

  it('laat namen en reden weg bij een adviseur, ook als ze eerst waren ingevuld', () => {
    const invoer: ToegangInvoer = { ...goed, rol: 'adviseur', identiteiten: true, reden: 'kort' };
    expect(paden(invoer)).toEqual([]);
    expect(verzoekVan(invoer)).toEqual({
      email: 'o@universiteit.example',
      naam: 'Onderzoeker',
      rol: 'adviseur',
      identiteiten: false,
      reden: null,
      geldigDagen: null,
    });
  });

  it('vraagt tot wanneer iemand namen mag zien', () => {
    const invoer: ToegangInvoer = { ...goed, identiteiten: true, reden: 'Voor het promotieonderzoek' };
    for (const dagen of ['', '0', '366', '1,5', 'lang'])
      expect(paden({ ...invoer, dagen })).toEqual(['geldigDagen']);
    expect(verzoekVan({ ...invoer, dagen: ' 30 ' }).geldigDagen).toBe(30);
    expect(paden({ ...goed, dagen: 'lang' })).toEqual([]);
  });
});
