import { HANDELINGEN } from '@maatwerktraject/domain';
import { HANDELING_NAAM } from './handeling.woorden.js';
import {
  bijzonderheden,
  HANDELING_KEUZES,
  handelingInWoorden,
  onderwerpInWoorden,
  onderwerpVanSoort,
  vraagVan,
  zoekIn,
} from './logboek.view-model.js';

describe('handelingen', () => {
  it('hebben elk eigen Nederlandse woorden, geen kenmerk', () => {
    const namen = HANDELINGEN.map((handeling) => HANDELING_NAAM[handeling]);
    expect(new Set(namen).size).toBe(HANDELINGEN.length);
    for (const naam of namen) expect(naam).toMatch(/^[A-Z][\p{L} ]+ [\p{L}\s]+$/u);
    expect(HANDELING_KEUZES).toHaveLength(HANDELINGEN.length);
  });

  it('die er niet meer zijn, staan er zoals ze zijn geschreven', () => {
    expect(handelingInWoorden('startCohort')).toBe('Startte een cohort');
    expect(handelingInWoorden('iets-van-vroeger')).toBe('iets-van-vroeger');
  });
});

describe('het filter', () => {
  it('rekent dagen om naar tijdstippen in Amsterdam, met de laatste dag erbij', () => {
    expect(vraagVan({ handeling: 'export', van: '2027-03-27', totEnMet: '2027-03-28' })).toEqual({
      handeling: 'export',
      van: '2027-03-26T23:00:00.000Z',
      // Summer time began on that day.
      tot: '2027-03-28T22:00:00.000Z',
    });
    expect(vraagVan({ van: 'ooit', totEnMet: '2027-02-30' })).toEqual({});
  });

  it('neemt uit het adres alleen tekst', () => {
    expect(zoekIn({ handeling: 'export', van: 2027, accountId: '', onderwerp: 'account/1', x: 'y' })).toEqual(
      {
        handeling: 'export',
        onderwerp: 'account/1',
      },
    );
  });
});

describe('een regel', () => {
  it('zegt waarover hij gaat', () => {
    expect(onderwerpInWoorden('account/6f1f1d6e-55d4-4f0a-9d1b-0d7f0f6a1c11')).toBe('Account 6f1f1d6e');
    expect(onderwerpInWoorden('raar')).toBe('raar');
    expect(onderwerpInWoorden(null)).toBe('–');
    expect(onderwerpVanSoort('account/1', 'account')).toBe('1');
    expect(onderwerpVanSoort('cohort/1', 'account')).toBeNull();
  });

  it('zegt wat er bijzonder aan was, in woorden', () => {
    expect(
      bijzonderheden({
        inhoud: { rol: 'adviseur', identiteiten: false, rollen: [], operatie: 'keurStapGoed', leeg: null },
      }),
    ).toEqual(['rol: adviseur', 'ziet namen: nee', 'rollen: geen', 'wat: Keurde een stap goed']);
    const id = '6f1f1d6e-55d4-4f0a-9d1b-0d7f0f6a1c11';
    expect(
      bijzonderheden({
        inhoud: { inzageId: id, taakId: `${id}.inventariseren.scan.beleid`, operatie: 'leesTaak' },
      }),
    ).toEqual(['inzage: 6f1f1d6e', 'taak: inventariseren.scan.beleid', 'wat: een taak']);
  });

  it('zegt in woorden waarom iets werd geweigerd of stopte', () => {
    expect(bijzonderheden({ inhoud: { waarom: 'teller-loopt-terug' } })).toEqual([
      'waarom: er is misschien een kopie van deze passkey',
    ]);
    expect(bijzonderheden({ inhoud: { reden: 'steeds-mislukt' } })).toEqual([
      'reden: bezorgen lukte vijf dagen niet',
    ]);
    expect(onderwerpInWoorden('webhook/6f1f1d6e-55d4-4f0a-9d1b-0d7f0f6a1c11')).toBe('Webhook 6f1f1d6e');
  });

  it('zegt alleen dat iets niet lukte, niet dat iets lukte', () => {
    expect(bijzonderheden({ inhoud: { status: 201 } })).toEqual([]);
    expect(bijzonderheden({ inhoud: { status: 409 } })).toEqual(['Lukte niet (code 409)']);
    expect(bijzonderheden({ inhoud: { status: 'geblokkeerd' } })).toEqual(['status: geblokkeerd']);
  });
});
