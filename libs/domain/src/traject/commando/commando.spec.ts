import { eenTraject, type GebouwdTraject } from '@maatwerktraject/testing';
import { instantVan, lokaleTijd } from '../../kalender/amsterdam.js';
import type { Datum } from '../../kalender/datum.js';
import { GEWONE_KLOK } from '../../klok/klok.js';
import { controleer, voerUit, type TrajectCommando } from './commando.js';
import type { Gebeurtenis } from '../gebeurtenis.js';
import { huidigeStap } from '../toestand.js';
import { begin, verstrijkt } from '../verloop.js';

const INVOER = '00000000-0000-4000-a000-000000000001';
const dien = (taak: string): TrajectCommando => ({ soort: 'dien-taak-in', taak, invoerId: INVOER });
const keur = (stap: string): TrajectCommando => ({ soort: 'keur-stap-goed', stap });
const gesprek = (checkIn: string, datum: Datum): TrajectCommando => ({
  soort: 'leg-check-in-vast',
  checkIn,
  gehouden: true,
  datum,
  invoerId: INVOER,
});
const uitkomst: TrajectCommando = { soort: 'leg-uitkomst-vast', klasse: 'getraind', invoerId: INVOER };

const code = ({ toestand, nu }: GebouwdTraject, commando: TrajectCommando): string | undefined =>
  controleer(toestand, commando, nu)?.code;

/** The facts of the approval of this stap at the given time, when all its taken have been handed in. */
function keurGoed(stap: string, datum: Datum, tijd: string): readonly Gebeurtenis[] {
  const { toestand, nu } = eenTraject().inStap(stap).ingeleverd().bouw();
  const moment = Math.max(nu, instantVan(datum, tijd));
  const verloop = verstrijkt({ toestand, feiten: [] }, GEWONE_KLOK, moment);
  return voerUit({ ...verloop, feiten: [] }, keur(stap), moment, 'adviseur').feiten;
}

const opening = (feiten: readonly Gebeurtenis[]): string | undefined =>
  feiten.find((feit) => feit.soort === 'stap-gepland')?.opentOp;

describe('het akkoord op een stap', () => {
  it('opens the next stap on its planned day when it comes early', () => {
    expect(opening(keurGoed('inventariseren', '2027-03-25', '12:00'))).toBe('2027-03-30');
    expect(opening(keurGoed('prioriteren', '2027-05-03', '12:00'))).toBe('2027-05-10');
  });

  it('shifts the next stap to the next werkdag when it comes late', () => {
    expect(opening(keurGoed('inventariseren', '2027-04-14', '11:30'))).toBe('2027-04-15');
    expect(opening(keurGoed('inventariseren', '2027-04-16', '16:00'))).toBe('2027-04-19');
    // 27 april is Koningsdag.
    expect(opening(keurGoed('inventariseren', '2027-04-26', '10:00'))).toBe('2027-04-28');
  });

  it('still makes it on the day itself until 09:00', () => {
    expect(opening(keurGoed('inventariseren', '2027-04-14', '08:59'))).toBe('2027-04-14');
    expect(opening(keurGoed('inventariseren', '2027-04-14', '09:00'))).toBe('2027-04-14');
    expect(opening(keurGoed('inventariseren', '2027-04-14', '09:01'))).toBe('2027-04-15');
  });

  it('brings the taken of the next stap at 09:00 of that day', () => {
    const laat = instantVan('2027-04-14', '11:30');
    const { toestand } = eenTraject().inStap('inventariseren').ingeleverd().op(laat).goedgekeurd().bouw();
    expect(toestand.stap).toMatchObject({ sleutel: 'prioriteren', status: 'gepland' });
    const { feiten } = verstrijkt({ toestand, feiten: [] }, GEWONE_KLOK, instantVan('2027-04-15', '09:00'));
    expect(feiten.map(({ soort }) => soort).slice(0, 2)).toEqual(['stap-geopend', 'taak-geopend']);
    for (const { op } of feiten) expect(lokaleTijd(op)).toEqual({ datum: '2027-04-15', tijd: '09:00' });
  });

  it('ends the traject after the last stap, and drops the conversations that were not held', () => {
    const { toestand, feiten } = eenTraject().afgerond().bouw();
    expect(toestand.status).toBe('afgerond');
    expect(feiten.filter(({ soort }) => soort === 'check-in-vervallen')).toHaveLength(8);
    expect(feiten.filter(({ soort }) => soort === 'traject-afgerond')).toHaveLength(1);
  });
});

describe('wat wordt geweigerd', () => {
  const nieuw = eenTraject().bouw();
  const open = eenTraject().inStap('inventariseren').bouw();
  const klaar = eenTraject().inStap('inventariseren').ingeleverd().bouw();
  const laatste = eenTraject().inStap('evalueren').bouw();
  const voorbij = eenTraject().afgerond().bouw();

  it.each<[string, GebouwdTraject, TrajectCommando, string | undefined]>([
    ['a taak before its stap opens', nieuw, dien('startgegevens.hoofdcontact'), 'taak-niet-open'],
    ['a taak that has not opened', open, dien('scan_bespreken.hoofdcontact'), 'taak-niet-open'],
    ['a taak that is not there', open, dien('__proto__'), 'taak-niet-open'],
    ['a taak that was handed in', klaar, dien('scan.beleid'), 'taak-al-ingediend'],
    ['approval of a stap that has not opened', nieuw, keur('inventariseren'), 'stap-niet-aan-de-beurt'],
    ['approval of another stap', klaar, keur('prioriteren'), 'stap-niet-aan-de-beurt'],
    ['approval with taken open', open, keur('inventariseren'), 'taken-nog-open'],
    [
      'a conversation of a later stap',
      open,
      gesprek('keuzegesprek', '2027-02-01'),
      'check-in-niet-aan-de-beurt',
    ],
    ['a conversation of tomorrow', open, gesprek('startgesprek', '2027-02-02'), 'datum-in-de-toekomst'],
    ['a conversation on no day at all', open, gesprek('startgesprek', '2027-02-30'), 'datum-in-de-toekomst'],
    ['an early uitkomst', open, uitkomst, 'uitkomst-te-vroeg'],
    [
      'approval without uitkomst',
      eenTraject().inStap('evalueren').ingeleverd().bouw(),
      keur('evalueren'),
      'uitkomst-ontbreekt',
    ],
    ['anything after the end', voorbij, uitkomst, 'traject-afgerond'],
  ])('%s', (_wat, traject, commando, verwacht) => {
    expect(code(traject, commando)).toBe(verwacht);
    expect(() =>
      voerUit({ toestand: traject.toestand, feiten: [] }, commando, traject.nu, 'adviseur'),
    ).toThrow(controleer(traject.toestand, commando, traject.nu)?.zin);
  });

  it.each<[string, GebouwdTraject, TrajectCommando]>([
    ['an open taak', open, dien('scan.beleid')],
    ['approval when all is handed in', klaar, keur('inventariseren')],
    ['a conversation of today', open, gesprek('startgesprek', '2027-02-01')],
    ['a conversation of an earlier stap', laatste, gesprek('startgesprek', '2027-02-05')],
    ['the uitkomst in the last stap', laatste, uitkomst],
  ])('is not %s', (_wat, traject, commando) => {
    expect(code(traject, commando)).toBeUndefined();
  });

  it('says how many taken are left', () => {
    const zin = (traject: GebouwdTraject): string | undefined =>
      controleer(traject.toestand, keur('inventariseren'), traject.nu)?.zin;
    expect(zin(open)).toContain('5 taken');
    const bijna = huidigeStap(open.toestand).taken.map((taak) => ({
      ...taak,
      status: taak.taak === 'scan_bespreken' ? ('open' as const) : ('ingediend' as const),
    }));
    const stap = { ...huidigeStap(open.toestand), taken: bijna };
    expect(zin({ ...open, toestand: { ...open.toestand, stap } })).toContain('1 taak.');
  });
});

describe('een gesprek', () => {
  it('is put on record once, with the stap that it belongs to', () => {
    const { toestand, nu } = eenTraject().inStap('prioriteren').bouw();
    const { feiten, toestand: na } = voerUit(
      { toestand, feiten: [] },
      gesprek('startgesprek', '2027-02-05'),
      nu,
      'adviseur',
    );
    expect(feiten).toEqual([
      expect.objectContaining({
        soort: 'check-in-vastgelegd',
        stap: 'inventariseren',
        checkIn: 'startgesprek',
        door: 'adviseur',
        op: nu,
      }),
    ]);
    expect(controleer(na, gesprek('startgesprek', '2027-02-05'), nu)?.code).toBe('check-in-al-vastgelegd');
  });
});

describe('het begin', () => {
  it('plans the first stap on the first werkdag from the start date on', () => {
    const { sjabloon } = eenTraject().bouw().toestand;
    const { toestand } = eenTraject({ startdatum: '2027-03-27', sjabloon }).bouw();
    expect(huidigeStap(toestand)).toMatchObject({
      sleutel: 'inventariseren',
      volgnummer: 1,
      opentOp: '2027-03-30',
    });
    expect(() => huidigeStap({ ...toestand, stap: null })).toThrow('nog geen stap');
    expect(() => begin({ ...toestand, sjabloon: { ...sjabloon, stappen: [] } }, 0)).toThrow();
  });
});
