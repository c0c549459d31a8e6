import type { Bord, BordStap } from '../api/types.js';
import { cel, gefilterd, rijMerk, samenvatting } from './bord.view-model.js';

const stap = (deel: Partial<BordStap>): BordStap => ({
  sleutel: 'inventariseren',
  status: 'open',
  geplandOp: '2027-02-01',
  eindigtOp: '2027-03-29',
  takenTotaal: 5,
  takenKlaar: 2,
  takenTeLaat: 0,
  ...deel,
});

const GEEN_POST = { adresproblemen: 0, onbekend: 0, mislukt: 0, aangehouden: 0 };

const bord: Bord = {
  cohortId: 'c',
  post: GEEN_POST,
  nu: '2027-02-01T08:00:00.000Z',
  items: [stap({}), stap({ takenTeLaat: 1 }), stap({ status: 'wacht-op-akkoord', takenKlaar: 5 })].map(
    (een, nummer) => ({
      trajectId: String(nummer),
      gemeente: { code: 'GM0000', naam: String(nummer) },
      status: 'lopend',
      huidigeStap: een.sleutel,
      openTaken: 1,
      takenTeLaat: een.takenTeLaat,
      uitkomst: null,
      post: GEEN_POST,
      stappen: [een],
    }),
  ),
};

describe('bord', () => {
  it('zegt per stap hoe het staat, en eerst of iets te laat is', () => {
    expect(cel(stap({}))).toEqual({ soort: 'bezig', tekst: 'Bezig', toelichting: '2 van 5 taken klaar' });
    expect(cel(stap({ takenTeLaat: 1 }))).toMatchObject({ soort: 'fout', tekst: '1 taak te laat' });
    expect(cel(stap({ status: 'gepland' }))).toEqual({
      soort: 'rust',
      tekst: 'Nog niet begonnen',
      toelichting: '',
    });
    expect(cel(stap({ status: 'wacht-op-akkoord' })).soort).toBe('let-op');
    expect(cel(stap({ status: 'afgerond' })).soort).toBe('goed');
  });

  it('laat alleen zien waar iets te laat is of wacht', () => {
    expect(gefilterd(bord, 'alles')).toHaveLength(3);
    expect(gefilterd(bord, 'te-laat').map(({ trajectId }) => trajectId)).toEqual(['1']);
    expect(gefilterd(bord, 'wacht-op-akkoord').map(({ trajectId }) => trajectId)).toEqual(['2']);
  });

  it('zegt welke gemeenten niet verder gaan', () => {
    const [een, twee, drie] = bord.items;
    const stil: Bord = {
      ...bord,
      items: [een!, { ...twee!, status: 'gepauzeerd' }, { ...drie!, status: 'teruggetrokken' }],
    };
    expect(stil.items.map((rij) => rijMerk(rij)?.tekst)).toEqual([undefined, 'Gepauzeerd', 'Gestopt']);
    expect(gefilterd(stil, 'staat-stil').map(({ trajectId }) => trajectId)).toEqual(['1', '2']);
    expect(gefilterd(stil, 'wacht-op-akkoord')).toEqual([]);
    expect(samenvatting(stil)).toContain('1 gemeente heeft pauze. 1 gemeente is gestopt.');
  });

  it('vat het bord samen', () => {
    expect(samenvatting(bord)).toBe(
      '3 gemeenten. Bij 1 is een taak te laat. Bij 1 wacht een stap op uw akkoord.',
    );
  });
});

describe('de mail op het bord', () => {
  it('is found where something is wrong with it, and nowhere for who may not see it', () => {
    const [een, twee, drie] = bord.items;
    const met = {
      ...bord,
      items: [
        { ...een!, post: { ...GEEN_POST, onbekend: 1 } },
        // Only held: what it is held for is at the gemeente of the address.
        { ...twee!, post: { ...GEEN_POST, aangehouden: 2 } },
        { ...drie!, post: null },
      ],
    };
    expect(gefilterd(met, 'post').map(({ trajectId }) => trajectId)).toEqual(['0']);
  });
});
