import type { BerichtDetail } from '../api/types.js';
import { stapInWoorden, tijdlijn } from './tijdlijn.view-model.js';

const bericht = (anders: Partial<BerichtDetail> = {}): BerichtDetail => ({
  id: 'b',
  trajectId: 't',
  gemeente: { code: 'GM0153', naam: 'Enschede' },
  oefen: false,
  soort: 'taak-geopend',
  stap: 'inventariseren',
  onderwerp: 'scan.beleid',
  titel: 'Nieuwe taak: Scan (beleid)',
  aan: { naam: 'Kim', email: 'kim@x.example' },
  namens: null,
  voorNiveau: null,
  status: 'verzonden',
  op: '2027-02-08T08:00:00.000Z',
  verzondenOp: '2027-02-08T08:20:00.000Z',
  pogingen: 1,
  messageId: null,
  toelichting: null,
  sleutel: 's',
  regel: null,
  gemaaktOp: '2027-02-08T08:00:00.000Z',
  herleiding: [],
  verloop: [],
  adresprobleemId: null,
  besluiten: [],
  ...anders,
});

const poging = {
  nummer: 1,
  begonnenOp: '2027-02-08T08:20:00.000Z',
  geeindigdOp: '2027-02-08T08:20:01.000Z',
  uitkomst: 'mislukt-later',
  antwoord: '421 druk',
  nagekomen: null,
  nagekomenOp: null,
} as const;

describe('de tijdlijn van een mail', () => {
  it('goes from being set ready to how it stands now', () => {
    const regels = tijdlijn(
      bericht({
        verloop: [
          poging,
          {
            ...poging,
            nummer: 2,
            uitkomst: 'verzonden',
            antwoord: null,
            nagekomen: '550 weg',
            nagekomenOp: '2027-02-08T09:00:00.000Z',
          },
        ],
        status: 'aangehouden',
        toelichting: 'De mail kwam terug (5.1.1).',
      }),
    );
    expect(regels.map(({ wat, woorden }) => [wat, woorden])).toEqual([
      ['De mail werd klaargezet.', null],
      ['Poging 1. Het lukte niet. Wij proberen het later opnieuw.', '421 druk'],
      ['Poging 2. De mailserver nam de mail aan.', null],
      ['Later kwam er nog een melding van een mailserver.', '550 weg'],
      ['Wacht op een werkend adres. De mail kwam terug (5.1.1).', null],
    ]);
    expect(new Set(regels.map(({ sleutel }) => sleutel)).size).toBe(regels.length);
    expect(regels[1]?.wanneer).toBe('maandag 8 februari 2027, 09:20 uur');
    expect(regels.at(-1)?.wanneer).toBe('Nu');
  });
});

describe('stapInWoorden', () => {
  it.each([
    [{ stap: 'basis', van: '2027-02-06', naar: '2027-02-06' }, 'Het begint bij zaterdag 6 februari 2027.'],
    [
      { stap: 'plus-werkdagen', van: '2027-02-08', naar: '2027-02-10', aantal: 2 },
      '2 werkdagen later is woensdag 10 februari 2027.',
    ],
    [
      { stap: 'plus-werkdagen', van: '2027-02-10', naar: '2027-02-09', aantal: -1 },
      '1 werkdag eerder is dinsdag 9 februari 2027.',
    ],
    [
      { stap: 'feestdag', van: '2027-04-27', naar: '2027-04-28', naam: 'Koningsdag' },
      'Dat is geen werkdag (Koningsdag). Het wordt woensdag 28 april 2027.',
    ],
    [
      { stap: 'rustperiode', van: '2027-07-20', naar: '2027-08-30' },
      'Dan is er een rustperiode. Het wordt maandag 30 augustus 2027.',
    ],
    [
      { stap: 'spreiding', van: '2027-02-08T08:00:00.000Z', naar: '2027-02-08T08:20:00.000Z' },
      'De mail van een ochtend gaat niet tegelijk weg. Deze gaat om maandag 8 februari 2027, 09:20 uur.',
    ],
  ] as const)('says %j', (stap, zin) => {
    expect(stapInWoorden(stap)).toBe(zin);
  });
});
