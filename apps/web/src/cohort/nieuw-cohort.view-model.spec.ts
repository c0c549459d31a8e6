import {
  foutenIn,
  isVanEenAnder,
  sjabloonWaarde,
  verzoekVan,
  voorstelStartdatum,
} from './nieuw-cohort.view-model.js';

const goed = {
  naam: ' Twente ',
  sjabloon: sjabloonWaarde({ sleutel: 'maatwerktraject', versie: 1 }),
  startdatum: '2027-02-01',
  adviseur: { naam: 'Anna', email: 'anna@voorbeeld.nl' },
  oefen: 'ja',
  snelheid: 'minuut',
} as const;

describe('nieuw cohort', () => {
  it('stelt een werkdag voor die minstens twee weken verder ligt', () => {
    expect(voorstelStartdatum('2027-01-19')).toBe('2027-02-02');
    expect(voorstelStartdatum('2027-03-13')).toBe('2027-03-30');
  });

  it('maakt het verzoek aan de API', () => {
    expect(verzoekVan(goed)).toEqual({
      naam: 'Twente',
      sjabloon: { sleutel: 'maatwerktraject', versie: 1 },
      startdatum: '2027-02-01',
      adviseur: { naam: 'Anna', email: 'anna@voorbeeld.nl' },
      oefenklok: { dagenPerSeconde: 1 / 60 },
    });
    expect(verzoekVan({ ...goed, oefen: 'nee' }).oefenklok).toBeNull();
  });

  it('ziet dat het adres van iemand anders is, zodra het er helemaal staat', () => {
    const eigen = 'Anna@voorbeeld.nl';
    expect(
      ['', 'bram@', 'bram@voorbeeld.nl', ' anna@VOORBEELD.nl '].map((adres) => isVanEenAnder(adres, eigen)),
    ).toEqual([false, false, true, false]);
    expect(isVanEenAnder('anna@voorbeeld.nl', null)).toBe(true);
  });

  it('wijst elk leeg veld aan', () => {
    expect(foutenIn(goed)).toEqual([]);
    const leeg = {
      ...goed,
      naam: ' ',
      startdatum: '',
      adviseur: { naam: '', email: 'anna' },
      oefen: '',
    } as const;
    expect(foutenIn(leeg).map(({ pad }) => pad)).toEqual([
      'naam',
      'startdatum',
      'adviseur.naam',
      'adviseur.email',
      'oefenklok',
    ]);
  });
});
