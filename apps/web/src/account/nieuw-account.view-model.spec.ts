import {
  foutenIn,
  gemaaktInWoorden,
  LEEG,
  verzoekVan,
  type AccountInvoer,
} from './nieuw-account.view-model.js';

const paden = (invoer: AccountInvoer): string[] => foutenIn(invoer).map(({ pad }) => pad);

describe('een nieuw account', () => {
  it('van een persoon vraagt een naam, een adres en een rol', () => {
    expect(paden(LEEG)).toEqual(['naam', 'email', 'rollen']);
    expect(paden({ ...LEEG, naam: 'Ank', email: 'geen adres', rollen: ['adviseur'] })).toEqual(['email']);
    expect(paden({ ...LEEG, naam: 'Ank', email: 'ank@advies.example', rollen: ['adviseur'] })).toEqual([]);
  });

  it('van een dienst vraagt alleen een naam, ook als er eerst meer was ingevuld', () => {
    const dienst: AccountInvoer = {
      soort: 'dienst',
      naam: ' Export ',
      email: 'half@',
      rollen: ['beheerder'],
    };
    expect(paden(dienst)).toEqual([]);
    expect(verzoekVan(dienst)).toEqual({ soort: 'dienst', naam: 'Export' });
  });

  it('zegt daarna wat er is gemaakt: alleen een persoon krijgt mail', () => {
    expect(gemaaktInWoorden({ soort: 'mens', naam: 'Ank' })).toMatch(
      /^Het account van Ank is gemaakt\. .*mail/,
    );
    expect(gemaaktInWoorden({ soort: 'dienst', naam: 'Export' })).toMatch(
      /^Het account van Export is gemaakt\. .*token/,
    );
  });
});
