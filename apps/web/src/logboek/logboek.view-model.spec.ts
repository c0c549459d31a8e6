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
  const id = '6f1f1d6e-55d4-4f0a-9d1b-0d7f0f6a1c11';
  const inhoudVan = (inhoud: Record<string, unknown>, namen: Record<string, string> = {}): string[] =>
    bijzonderheden({ handeling: 'proef', inhoud, namen });

  it('zegt waarover hij gaat, met de naam als die er is', () => {
    expect(onderwerpInWoorden(`account/${id}`)).toBe('Account 6f1f1d6e');
    expect(onderwerpInWoorden(`cohort/${id}`, { [`cohort/${id}`]: 'Twente 2027' })).toBe(
      'Cohort Twente 2027',
    );
    expect(onderwerpInWoorden(`webhook/${id}`)).toBe('Webhook 6f1f1d6e');
    expect(onderwerpInWoorden('raar')).toBe('raar');
    expect(onderwerpInWoorden(null)).toBe('–');
    expect(onderwerpVanSoort('account/1', 'account')).toBe('1');
    expect(onderwerpVanSoort('cohort/1', 'account')).toBeNull();
  });

  it('zegt van een taak welke het is, van wie', () => {
    const taak = `taak/${id}.inventariseren.scan_bespreken.beleid`;
    const woorden = 'Taak scan bespreken, door beleid, stap inventariseren';
    expect(onderwerpInWoorden(taak)).toBe(woorden);
    expect(onderwerpInWoorden(taak, { [taak]: 'Borne, Twente 2027' })).toBe(`${woorden}, Borne, Twente 2027`);
  });

  it('zegt wat er bijzonder aan was, in woorden', () => {
    expect(
      inhoudVan({ rol: 'adviseur', identiteiten: false, rollen: [], operatie: 'keurStapGoed', leeg: null }),
    ).toEqual(['rol: adviseur', 'ziet namen: nee', 'rollen: geen', 'wat: Keurde een stap goed']);
    expect(
      inhoudVan({ inzageId: id, taakId: `${id}.inventariseren.scan.beleid`, operatie: 'leesTaak' }),
    ).toEqual(['inzage: 6f1f1d6e', 'taak: scan, door beleid, stap inventariseren', 'wat: een taak']);
    expect(inhoudVan({ accountId: id, tokenId: id }, { [`account/${id}`]: 'Noor' })).toEqual([
      'account: Noor',
      'token: 6f1f1d6e',
    ]);
    expect(inhoudVan({ beeindigd: `sessie/${id}`, rechten: ['cohorten.lezen'] })).toEqual([
      'einde van: Sessie 6f1f1d6e',
      'rechten: cohorten lezen',
    ]);
    expect(inhoudVan({ vervaltOp: '2027-02-01T08:00:00.000Z' })).toEqual(['werkt tot: 1 feb 2027 09:00']);
  });

  it('zegt in woorden waarom iets werd geweigerd of stopte', () => {
    expect(inhoudVan({ waarom: 'teller-loopt-terug' })).toEqual([
      'waarom: er is misschien een kopie van deze passkey',
    ]);
    const REDENEN: readonly (readonly [string, string])[] = [
      ['op-verzoek', 'iemand heeft hem gepauzeerd'],
      ['steeds-mislukt', 'bezorgen lukte vijf dagen niet'],
      ['ontvanger-stopt', 'het andere systeem wil niets meer'],
      ['dienst-geblokkeerd', 'de dienst was geblokkeerd'],
      ['token-ingetrokken', 'het token was ingetrokken'],
      ['token-verlopen', 'het token was verlopen'],
      ['geen-toegang', 'de dienst had geen toegang meer tot een cohort'],
    ];
    for (const [reden, woorden] of REDENEN) expect(inhoudVan({ reden })).toEqual([`reden: ${woorden}`]);
  });

  it('telt van een nacht wat er is opgeruimd, in eigen woorden', () => {
    const nacht = (inhoud: Record<string, unknown>): string[] =>
      bijzonderheden({ handeling: 'bewaren', inhoud });
    expect(
      nacht({ geteld: { sessie: 0, limiet: 12, vroeger: 1 }, mislukt: ['account', 'passkey-vraag'] }),
    ).toEqual([
      'tellingen van aanmeldingen: 12',
      'vroeger: 1',
      'lukte niet: accounts, vragen om een passkey',
    ]);
    expect(nacht({ geteld: { sessie: 0 }, mislukt: [] })).toEqual(['er was niets om op te ruimen']);
    expect(inhoudVan({ limiet: 12 })).toEqual(['regels op een pagina: 12']);
  });

  it('zegt alleen dat iets niet lukte, niet dat iets lukte', () => {
    expect(inhoudVan({ status: 201 })).toEqual([]);
    expect(inhoudVan({ status: 409 })).toEqual(['Lukte niet (code 409)']);
    expect(inhoudVan({ status: 'geblokkeerd' })).toEqual(['status: geblokkeerd']);
  });
});
