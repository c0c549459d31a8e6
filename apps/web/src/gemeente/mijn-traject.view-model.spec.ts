import type { TaakRegel, Traject, TrajectStap } from '../api/types.js';
import { klareTaken, komendeTaken, openTaken, waarStaanWij } from './mijn-traject.view-model.js';

const VANDAAG = '2027-02-09';

const taak = (deel: Partial<TaakRegel>): TaakRegel => ({
  id: `t.${deel.sleutel ?? 'scan'}`,
  sleutel: 'scan',
  stap: 'inventariseren',
  titel: 'Scan',
  uitvoerder: 'beleid',
  status: 'open',
  minuten: 25,
  geplandOpenOp: '2027-02-01',
  geplandVervaltOp: '2027-03-08',
  opentOp: '2027-02-01',
  vervaltOp: '2027-03-08',
  geopendOp: null,
  ingediendOp: null,
  teLaat: false,
  extra: false,
  akkoordDoor: null,
  akkoordOp: null,
  teruggestuurdOp: null,
  ...deel,
});

const stap = (volgnummer: number, deel: Partial<TrajectStap>): TrajectStap => ({
  sleutel: `stap_${String(volgnummer)}`,
  volgnummer,
  titel: `Naam ${String(volgnummer)}`,
  uitleg: '',
  status: 'gepland',
  geplandOp: '2027-02-01',
  geplandEindigtOp: '2027-03-29',
  opentOp: null,
  eindigtOp: null,
  geopendOp: null,
  ingeleverdOp: null,
  goedgekeurdOp: null,
  vraagtUitkomst: false,
  magHeropenen: false,
  taken: [],
  checkIns: [],
  ...deel,
});

const traject = (stappen: TrajectStap[], deel: Partial<Traject> = {}): Traject => ({
  id: 't',
  cohortId: 'c',
  cohortNaam: 'Twente',
  oefen: false,
  nu: '2027-02-09T08:00:00.000Z',
  gemeente: { code: 'GM0147', naam: 'Borne' },
  adviseur: { accountId: null, naam: 'Anna', email: 'anna@voorbeeld.nl' },
  status: 'lopend',
  onderbreking: null,
  stap: 'stap_1',
  stappen,
  uitkomst: null,
  contactpersonen: [],
  eigenUitvoerders: ['beleid', 'hoofdcontact'],
  ...deel,
});

describe('het traject zoals de gemeente het ziet', () => {
  const vol = traject([
    stap(1, {
      status: 'open',
      taken: [
        taak({}),
        taak({ sleutel: 'start', titel: 'Start', vervaltOp: '2027-02-08', minuten: 15, teLaat: true }),
        taak({ sleutel: 'later', status: 'gepland' }),
        taak({ sleutel: 'klaar', status: 'ingediend', ingediendOp: '2027-02-02T09:00:00.000Z' }),
        taak({ sleutel: 'advies', uitvoerder: 'adviseur' }),
      ],
    }),
    stap(2, { taken: [taak({ sleutel: 'volgend', status: 'gepland' })] }),
  ]);

  it('zet open taken op volgorde van de dag, zonder die van de adviseur', () => {
    expect(openTaken(vol, VANDAAG).map(({ id, wanneer, teLaat }) => [id, wanneer, teLaat])).toEqual([
      ['t.start', 'maandag 8 februari 2027 (1 dag te laat)', true],
      ['t.scan', 'maandag 8 maart 2027 (over 27 dagen)', false],
    ]);
  });

  it('telt taken en minuten van collega’s niet mee', () => {
    const open = [
      taak({}),
      taak({ sleutel: 'toets', uitvoerder: 'uitvoering', minuten: 20 }),
      taak({ sleutel: 'vaststellen', uitvoerder: 'bestuur', minuten: 10 }),
    ];
    const met = (taken: TaakRegel[], eigen: Traject['eigenUitvoerders']): string =>
      waarStaanWij(
        traject([stap(1, { status: 'open', taken })], { eigenUitvoerders: eigen }),
        VANDAAG,
      ).replace(/^U bent .*?: Naam 1\. /, '');
    expect(met(open, ['beleid'])).toBe(
      'Er staat 1 taak voor u open, ongeveer 25 minuten. Bij collega’s staan 2 taken open.',
    );
    expect(met(open, ['beleid', 'bestuur'])).toBe(
      'Er staan 2 taken voor u open, samen ongeveer 35 minuten. Bij collega’s staat 1 taak open.',
    );
    expect(met(open, [])).toBe('Er staat nu geen taak voor u open. Bij collega’s staan 3 taken open.');
    expect(
      openTaken(traject([stap(1, { status: 'open', taken: open })]), VANDAAG).map((een) => een.eigen),
    ).toEqual([true, false, false]);
  });

  it('laat van wat komt alleen deze stap zien', () => {
    expect(komendeTaken(vol).map(({ id }) => id)).toEqual(['t.later']);
    expect(klareTaken(vol).map(({ id }) => id)).toEqual(['t.klaar']);
  });

  it('zegt waar de gemeente is', () => {
    expect(waarStaanWij(vol, VANDAAG)).toBe(
      'U bent bij stap 1 van 2: Naam 1. Er staan 2 taken voor u open, samen ongeveer 40 minuten.',
    );
    const wacht = traject([stap(1, { status: 'wacht-op-akkoord' }), stap(2, {})]);
    expect(waarStaanWij(wacht, VANDAAG)).toContain('De adviseur bekijkt de antwoorden.');
    const tussen = traject([stap(1, { status: 'afgerond' }), stap(2, { geplandOp: '2027-03-30' })], {
      stap: 'stap_2',
    });
    expect(waarStaanWij(tussen, VANDAAG)).toBe(
      'Stap 1 is klaar. Stap 2, Naam 2, begint op dinsdag 30 maart 2027. U hoeft nu niets te doen.',
    );
    expect(waarStaanWij(traject([], { status: 'afgerond', stap: null }), VANDAAG)).toContain('afgerond');
  });
});
