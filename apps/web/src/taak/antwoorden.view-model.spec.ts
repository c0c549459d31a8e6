import { controleerAntwoord, type Veld } from '@maatwerktraject/domain';
import {
  beginInhoud,
  bewaarbaar,
  getalUit,
  ingevuld,
  lees,
  samengevat,
  zet,
} from './antwoorden.view-model.js';

const ja = [{ waarde: 'ja', label: 'Ja' }];
const velden: Veld[] = [
  { soort: 'tekst', sleutel: 'naam', label: 'Naam', verplicht: true },
  { soort: 'getal', sleutel: 'uren', label: 'Uren', min: 0, max: 40, verplicht: true },
  {
    soort: 'matrix',
    sleutel: 'scores',
    label: 'Scores',
    verplicht: true,
    rijen: [
      { waarde: 'werk', label: 'Werk' },
      { waarde: 'zorg', label: 'Zorg' },
    ],
    kolommen: [
      { waarde: 'steun', label: 'Steun' },
      { waarde: 'geld', label: 'Geld' },
    ],
    schaal: ja,
  },
  {
    soort: 'lijst',
    sleutel: 'acties',
    label: 'Acties',
    itemNaam: 'actie',
    minimum: 1,
    maximum: 3,
    verplicht: true,
    velden: [{ soort: 'datum', sleutel: 'klaar', label: 'Klaar', verplicht: true }],
  },
];

describe('antwoorden van een taak', () => {
  it('zet en leest een antwoord diep in een lijst of matrix, zonder het oude te wijzigen', () => {
    const oud = { acties: [{}, { klaar: '2027-01-01' }] };
    const nieuw = zet(oud, ['acties', '0', 'klaar'], '2027-02-01');
    expect(lees(nieuw, ['acties', '0', 'klaar'])).toBe('2027-02-01');
    expect(oud.acties[0]).toEqual({});
    expect(zet({}, ['scores', 'werk', 'steun'], 'ja')).toEqual({ scores: { werk: { steun: 'ja' } } });
  });

  it('haalt een antwoord of een item weg', () => {
    expect(zet({ naam: 'a', uren: 1 }, ['naam'], undefined)).toEqual({ uren: 1 });
    expect(zet({ acties: [{ klaar: 'a' }, { klaar: 'b' }] }, ['acties', '0'], undefined)).toEqual({
      acties: [{ klaar: 'b' }],
    });
  });

  it('begint met het concept en met de items die er minstens moeten zijn', () => {
    expect(beginInhoud(velden, undefined)).toEqual({ scores: {}, acties: [{}] });
    expect(beginInhoud(velden, { naam: 'a', acties: [] })).toEqual({ naam: 'a', scores: {}, acties: [] });
  });

  it('laat uit een concept alleen weg wat niet past', () => {
    const inhoud = { naam: 'a', uren: 99, acties: [{ klaar: 'morgen' }], scores: { werk: { steun: 'ja' } } };
    const klaar = bewaarbaar(velden, inhoud);
    expect(klaar.weggelaten).toBe(2);
    expect(klaar.inhoud).toEqual({ naam: 'a', acties: [{}], scores: { werk: { steun: 'ja' } } });
    expect(bewaarbaar(velden, klaar.inhoud).weggelaten).toBe(0);
  });

  it('vat de open plekken van een matrix samen per rij', () => {
    const inhoud = {
      naam: 'a',
      uren: 1,
      acties: [{ klaar: '2027-01-01' }],
      scores: { zorg: { steun: 'ja' } },
    };
    expect(samengevat(velden, controleerAntwoord(velden, inhoud))).toEqual([
      { pad: 'scores.werk.steun', zin: 'Geef nog 2 scores voor Werk.' },
      { pad: 'scores.zorg.geld', zin: 'Geef een score voor Zorg: Geld.' },
    ]);
  });

  it('telt wat er in een rij is ingevuld', () => {
    const kolommen = [{ waarde: 'steun' }, { waarde: 'geld' }];
    expect(ingevuld({ steun: 'ja', geld: '' }, kolommen)).toBe(1);
    expect(ingevuld(undefined, kolommen)).toBe(0);
  });

  it('leest een getal met komma, en laat andere tekst staan', () => {
    expect(getalUit('7,5')).toBe(7.5);
    expect(getalUit(' ')).toBeUndefined();
    expect(getalUit('veel')).toBe('veel');
  });
});
