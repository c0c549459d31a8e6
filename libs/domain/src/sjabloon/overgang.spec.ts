import { instantVan } from '../kalender/amsterdam.js';
import { GEWONE_KLOK } from '../klok/klok.js';
import { voerUit } from '../traject/commando/commando.js';
import { huidigeStap, nieuwTraject, type TrajectToestand } from '../traject/toestand.js';
import { begin, verstrijkt, type Verloop } from '../traject/verloop.js';
import { MAATWERKTRAJECT_1 } from './maatwerktraject-1.js';
import { MAATWERKTRAJECT_2 } from './maatwerktraject-2.js';
import { bepaalOvergang } from './overgang.js';
import { procesDeel, type ProcesSjabloon, type ProcesStap } from './sjabloon.js';
import { STUREN_OP_KWALITEIT_1 } from './sturen-op-kwaliteit-1.js';

const EEN = procesDeel(MAATWERKTRAJECT_1);
const TWEE = procesDeel(MAATWERKTRAJECT_2);
const NU = instantVan('2027-02-01', '12:00');

const gestart = (): Verloop =>
  verstrijkt(begin(nieuwTraject(EEN, '2027-02-01'), instantVan('2027-01-31', '12:00')), GEWONE_KLOK, NU);

/** All that is asked in the stap under way is handed in on 1 April, and it is approved then. */
function keurGoed(verloop: Verloop, nu = instantVan('2027-04-01', '12:00')): Verloop {
  let stand = verstrijkt(verloop, GEWONE_KLOK, nu);
  for (const { sleutel } of huidigeStap(stand.toestand).taken)
    stand = voerUit(stand, { soort: 'dien-taak-in', taak: sleutel, invoerId: sleutel }, nu, 'gemeente');
  return voerUit(
    stand,
    { soort: 'keur-stap-goed', stap: huidigeStap(stand.toestand).sleutel },
    nu,
    'adviseur',
  );
}

const metStappen = (versie: number, stappen: readonly ProcesStap[]): ProcesSjabloon => ({
  ...TWEE,
  versie,
  stappen,
});
const [inventariseren, prioriteren, verbeteracties, uitvoeren, evalueren] = TWEE.stappen as [
  ProcesStap,
  ProcesStap,
  ProcesStap,
  ProcesStap,
  ProcesStap,
];
const code = (toestand: TrajectToestand, nieuw: ProcesSjabloon): string | undefined =>
  bepaalOvergang(toestand, nieuw).bezwaar?.code;

describe('het overgangsverslag', () => {
  it('leaves the stap under way as it is, and tells what comes with the rest', () => {
    const extra = { ...prioriteren, sleutel: 'partners_zoeken', vensterWeken: 4 };
    const nieuw = metStappen(3, [inventariseren, prioriteren, extra, uitvoeren, evalueren]);
    const verslag = bepaalOvergang(gestart().toestand, nieuw);
    expect(verslag).toMatchObject({
      van: 1,
      naar: 3,
      wanneer: 'na-deze-stap',
      bezwaar: null,
      regelsAnders: true,
    });
    expect(
      verslag.stappen.map(({ sleutel, wat, opentOp, opentDanOp }) => [sleutel, wat, opentOp, opentDanOp]),
    ).toEqual([
      ['inventariseren', 'blijft', '2027-02-01', '2027-02-01'],
      ['prioriteren', 'gaat-mee', '2027-03-30', '2027-03-30'],
      ['partners_zoeken', 'nieuw', null, '2027-05-10'],
      ['uitvoeren', 'gaat-mee', '2027-06-21', '2027-06-07'],
      ['evalueren', 'gaat-mee', '2027-10-25', '2027-10-11'],
      ['verbeteracties', 'vervalt', '2027-05-10', null],
    ]);
    // Version 2 asks for the agreement of the bestuur with the choice.
    expect(verslag.stappen[1]).toMatchObject({ takenGewijzigd: ['keuze.hoofdcontact'], takenNieuw: [] });
    expect(verslag.stappen[5]?.takenVervallen).toHaveLength(3);
  });

  it('is what the process then does, half-way and between two stappen', () => {
    const nieuw = metStappen(3, [inventariseren, { ...prioriteren, vensterWeken: 9 }, uitvoeren, evalueren]);
    const halverwege = gestart();
    const beloofd = bepaalOvergang(halverwege.toestand, nieuw);
    const gekozen = voerUit(halverwege, { soort: 'kies-sjabloon', sjabloon: nieuw }, NU, 'adviseur');
    const tussen = keurGoed(gestart());
    // Approved on the day on which the next stap was planned, so that it runs on time.
    const opTijd = keurGoed(gekozen, instantVan('2027-03-29', '12:00'));
    expect(opTijd.toestand.sjabloon.versie).toBe(3);
    expect(opTijd.toestand.openingen).toEqual(beloofd.stappen.flatMap(({ opentDanOp }) => opentDanOp ?? []));
    const daarna = bepaalOvergang(tussen.toestand, nieuw);
    expect(daarna.wanneer).toBe('nu');
    const direct = voerUit(
      tussen,
      { soort: 'kies-sjabloon', sjabloon: nieuw },
      instantVan('2027-04-01', '12:00'),
      'adviseur',
    );
    expect(direct.toestand.openingen).toEqual(daarna.stappen.flatMap(({ opentDanOp }) => opentDanOp ?? []));
    expect(direct.toestand.sjabloon.stappen.map(({ sleutel }) => sleutel)).toEqual(
      nieuw.stappen.map(({ sleutel }) => sleutel),
    );
  });

  it('says why a traject cannot go', () => {
    const { toestand } = gestart();
    const tweede = keurGoed(gestart()).toestand;
    expect(code(nieuwTraject(EEN, '2027-02-01'), TWEE)).toBe('niet-gestart');
    expect(code(toestand, procesDeel(STUREN_OP_KWALITEIT_1))).toBe('ander-sjabloon');
    expect(code(toestand, EEN)).toBe('zelfde-versie');
    expect(code(tweede, metStappen(3, [inventariseren]))).toBe('stap-ontbreekt');
    expect(code(toestand, metStappen(3, [evalueren]))).toBe('niets-te-doen');
    expect(code(toestand, metStappen(3, [verbeteracties, inventariseren]))).toBe('stap-komt-terug');
    expect(code({ ...toestand, status: 'teruggetrokken' }, TWEE)).toBe('traject-voorbij');
    expect(code({ ...toestand, status: 'gepauzeerd' }, TWEE)).toBeUndefined();
    const gekozen = voerUit(gestart(), { soort: 'kies-sjabloon', sjabloon: TWEE }, NU, 'adviseur');
    expect(code(gekozen.toestand, TWEE)).toBe('zelfde-versie');
    expect(code(gekozen.toestand, EEN)).toBeUndefined();
  });

  it('refuses in the process what it refuses here: a stap that would come a second time', () => {
    const nieuw = metStappen(3, [verbeteracties, inventariseren]);
    expect(() => voerUit(gestart(), { soort: 'kies-sjabloon', sjabloon: nieuw }, NU, 'adviseur')).toThrow(
      /al heeft gehad/,
    );
  });

  it('reopens a stap on the version that it was done on', () => {
    const dubbel = metStappen(3, [{ ...inventariseren, goedkeuringen: 2 }, prioriteren, evalueren]);
    const gekozen = voerUit(gestart(), { soort: 'kies-sjabloon', sjabloon: dubbel }, NU, 'adviseur');
    const nu = instantVan('2027-04-01', '12:00');
    const heropend = voerUit(
      keurGoed(gekozen, nu),
      { soort: 'heropen-stap', stap: 'inventariseren' },
      nu,
      'adviseur',
    );
    const { toestand } = voerUit(
      heropend,
      { soort: 'keur-stap-goed', stap: 'inventariseren', wie: 'een' },
      nu,
      'adviseur',
    );
    expect(huidigeStap(toestand)).toMatchObject({ sleutel: 'prioriteren', status: 'gepland' });
  });
});
