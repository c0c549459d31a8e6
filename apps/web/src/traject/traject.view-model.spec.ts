import type { TaakRegel, Traject, TrajectStap } from '../api/types.js';
import { goedkeuring, opVolgorde, taakMerk } from './traject.view-model.js';

const taak = (deel: Partial<TaakRegel>): TaakRegel => ({
  id: 't',
  sleutel: 'scan',
  stap: 'evalueren',
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

const metStap = (deel: Partial<TrajectStap>, traject: Partial<Traject> = {}): Traject => ({
  id: 't',
  cohortId: 'c',
  cohortNaam: 'Twente',
  oefen: false,
  nu: '2027-02-09T08:00:00.000Z',
  gemeente: { code: 'GM0147', naam: 'Borne' },
  adviseur: { accountId: null, naam: 'Anna', email: 'anna@voorbeeld.nl' },
  status: 'lopend',
  onderbreking: null,
  stap: 'evalueren',
  stappen: [
    {
      sleutel: 'evalueren',
      volgnummer: 5,
      titel: 'Evalueren',
      uitleg: '',
      status: 'open',
      geplandOp: '2027-02-01',
      geplandEindigtOp: '2027-03-29',
      opentOp: '2027-02-01',
      eindigtOp: '2027-03-29',
      geopendOp: null,
      ingeleverdOp: null,
      goedgekeurdOp: null,
      vraagtUitkomst: true,
      magHeropenen: false,
      taken: [taak({}), taak({ status: 'ingediend' })],
      checkIns: [],
      ...deel,
    },
  ],
  uitkomst: null,
  contactpersonen: [],
  eigenUitvoerders: ['adviseur'],
  ...traject,
});

const uitkomst = { klasse: 'aandacht', toelichting: 'Zo', vastgelegdOp: '2027-02-09T08:00:00.000Z' } as const;

describe('het traject zoals de adviseur het ziet', () => {
  it('laat pas goedkeuren als alles is ingediend en de uitkomst er is', () => {
    expect(goedkeuring(metStap({}))).toEqual({
      mag: false,
      zin: 'U kunt deze stap goedkeuren als alles is ingediend. Nu open: 1 taak.',
    });
    expect(goedkeuring(metStap({ status: 'wacht-op-akkoord' })).zin).toContain(
      'Leg eerst hieronder de uitkomst vast',
    );
    expect(goedkeuring(metStap({ status: 'wacht-op-akkoord' }, { uitkomst })).mag).toBe(true);
    expect(goedkeuring(metStap({ status: 'wacht-op-akkoord', vraagtUitkomst: false })).mag).toBe(true);
    expect(goedkeuring(metStap({ status: 'gepland' })).zin).toContain('begint op maandag 1 februari 2027');
    expect(goedkeuring(metStap({}, { status: 'afgerond' })).mag).toBe(false);
  });

  it('telt apart wat later opengaat', () => {
    const gepland = taak({ status: 'gepland' });
    expect(goedkeuring(metStap({ taken: [taak({}), taak({}), gepland] })).zin).toMatch(
      / Nu open: 2 taken\. Later open: 1 taak\.$/,
    );
    expect(goedkeuring(metStap({ taken: [gepland, gepland] })).zin).toMatch(
      /ingediend\. Later open: 2 taken\.$/,
    );
  });

  it('noemt te laat voor al het andere', () => {
    expect(taakMerk(taak({ teLaat: true }), '2027-03-10')).toEqual({
      soort: 'fout',
      tekst: '2 dagen te laat',
    });
    expect(taakMerk(taak({}), '2027-03-01')).toEqual({ soort: 'bezig', tekst: 'Open' });
    expect(taakMerk(taak({ status: 'ingediend', teLaat: true }), '2027-03-10').tekst).toBe(
      'Ingediend, te laat',
    );
    expect(taakMerk(taak({ status: 'gepland' }), '2027-03-10').tekst).toBe('Nog niet open');
  });

  it('zet taken op volgorde van de dag, en dan van wie ze doet', () => {
    const rij = [taak({ id: 'a', uitvoerder: 'uitvoering' }), taak({ id: 'b', uitvoerder: 'bestuur' })];
    expect(opVolgorde([...rij, taak({ id: 'c', vervaltOp: '2027-03-01' })]).map(({ id }) => id)).toEqual([
      'c',
      'b',
      'a',
    ]);
  });
});
