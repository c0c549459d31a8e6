import type { BerichtRegel, TrajectContact } from '@maatwerktraject/contracts';
import { verzegel } from '@maatwerktraject/database';
import { TEST_KEYRING } from '@maatwerktraject/testing/services';
import { BERICHTSOORTEN, instantVan, maakPlan, MAATWERKTRAJECT_1 } from '@maatwerktraject/domain';
import { eenTraject } from '@maatwerktraject/testing';
import { taakIsTeLaat } from '../taak/taak.mapper.js';
import { berichtRegel, type BerichtRij } from './bericht.query.js';
import { zinVan } from './gebeurtenis.zin.js';
import { Titels } from './onderwerp.js';
import { geplandeDelen } from './traject.gepland.js';
import { alsTraject } from './traject.mapper.js';
import type { TrajectRij } from './traject.query.js';

const titels = new Titels(MAATWERKTRAJECT_1);

const RIJ: TrajectRij = {
  id: '9b6b2bf8-8b3a-8df4-8543-79ab3040fc1d',
  cohort_id: '8a1fd92c-1a9e-831e-87c7-855b901f40a2',
  cohort_naam: 'Twente',
  oefen: false,
  code: 'GM0153',
  gemeente: 'Enschede',
  status: 'gepland',
  stap: null,
  startdatum: '2027-02-01',
  sjabloon_sleutel: 'maatwerktraject',
  sjabloon_versie: 1,
  stap_versies: null,
  adviseur_naam: 'A',
  adviseur_email: 'a@x.example',
  begeleider: null,
  uitkomst: null,
  uitkomst_op: null,
  uitkomst_invoer_id: null,
  uitkomst_toelichting: null,
  klok_echt: null,
  klok_domein: null,
  klok_factor: null,
  afgesloten_op: null,
  rustperiodes: [],
  kalender_versie: 0,
  onderbroken_op: null,
  hervat_op: null,
  onderbreking_toelichting: null,
};
const PERSOON: TrajectContact = {
  id: 'b8d7f3a2-6c1e-4a59-9d04-2e7f8c5b1a63',
  naam: 'Kim',
  email: 'kim@x.example',
  niveau: 'beleid',
  hoofdcontact: true,
  uzelf: false,
  weekoverzicht: true,
  vertrektOp: null,
  vervanging: null,
  uitnodiging: null,
};
const ADVISEUR = { accountId: null, naam: 'Ank', email: 'ank@les.example' };
const LEIDER = { naam: 'Loes', email: 'loes@les.example' };

describe('traject', () => {
  const delen = geplandeDelen(RIJ.id, MAATWERKTRAJECT_1, '2027-02-01');
  const gegevens = {
    ...delen,
    rij: RIJ,
    personen: [PERSOON],
    eigenUitvoerders: [],
    adviseur: ADVISEUR,
    sjabloon: MAATWERKTRAJECT_1,
    nu: 0,
  };

  it('shows before its start what its process will make', () => {
    const traject = alsTraject(gegevens, 'adviseur');
    const plan = maakPlan(MAATWERKTRAJECT_1, '2027-02-01');
    expect(traject.stappen.map(({ sleutel, geplandOp, status }) => [sleutel, geplandOp, status])).toEqual(
      plan.stappen.map(({ sleutel, opentOp }) => [sleutel, opentOp, 'gepland']),
    );
    expect(traject.stappen[0]?.taken[0]).toMatchObject({
      id: `${RIJ.id}.inventariseren.startgegevens.hoofdcontact`,
      titel: 'Startgegevens',
      teLaat: false,
    });
    expect(
      traject.stappen.flatMap(({ checkIns }) => checkIns).every(({ openVoorVerslag }) => !openVoorVerslag),
    ).toBe(true);
  });

  it('shows people and notes only to those who work with them', () => {
    const checkIns = delen.checkIns.map((checkIn) => ({ ...checkIn, verslag: 'vertrouwelijk' }));
    const voor = (rol: 'adviseur' | 'gemeente') => alsTraject({ ...gegevens, checkIns }, rol);
    expect(voor('adviseur').stappen[0]?.checkIns[0]?.verslag).toBe('vertrouwelijk');
    expect(JSON.stringify(voor('gemeente'))).not.toContain('vertrouwelijk');
    expect(voor('gemeente').contactpersonen).toHaveLength(1);
  });

  it('knows which taken are late, handed in or not', () => {
    const taak = { status: 'open', vervalt_op: '2027-02-15', ingediend_op: null } as const;
    const op = (datum: string): number => instantVan(datum, '00:00');
    expect(taakIsTeLaat(taak, op('2027-02-16') - 1)).toBe(false);
    expect(taakIsTeLaat(taak, op('2027-02-16'))).toBe(true);
    expect(
      taakIsTeLaat(
        { ...taak, status: 'ingediend', ingediend_op: new Date(op('2027-02-15')) },
        op('2027-03-01'),
      ),
    ).toBe(false);
    expect(
      taakIsTeLaat(
        { ...taak, status: 'ingediend', ingediend_op: new Date(op('2027-02-16')) },
        op('2027-03-01'),
      ),
    ).toBe(true);
    expect(taakIsTeLaat({ ...taak, status: 'gepland', vervalt_op: null }, op('2027-03-01'))).toBe(false);
  });
});

describe('zinnen bij gebeurtenissen', () => {
  it('tell a whole traject in Dutch, with titles for keys', () => {
    const { feiten } = eenTraject().inStap('inventariseren').metTeLateTaak().afgerond().bouw();
    const zinnen = feiten.map((feit) => zinVan(feit, titels));
    expect(zinnen[0]).toBe('Het traject is gestart. De startdatum is maandag 1 februari 2027.');
    expect(zinnen).toContain('De taak Startgegevens (hoofdcontact) is ingediend.');
    expect(zinnen).toContain('Stap Evalueren is goedgekeurd.');
    expect(zinnen.filter((zin) => /undefined|_|\binventariseren\b/.test(zin))).toEqual([]);
    expect(zinnen.every((zin) => /^[A-Z].*\.$/.test(zin))).toBe(true);
  });

  it('say whether a conversation was held, and what happened to the clock', () => {
    const gesprek = {
      soort: 'check-in-vastgelegd',
      stap: 'inventariseren',
      checkIn: 'startgesprek',
      datum: '2027-02-02',
      invoerId: 'x',
    } as const;
    expect(zinVan({ ...gesprek, gehouden: true }, titels)).toBe(
      'Startgesprek is gehouden op dinsdag 2 februari 2027.',
    );
    expect(zinVan({ ...gesprek, gehouden: false }, titels)).toBe('Startgesprek is niet gehouden.');
    expect(zinVan({ soort: 'klok-verzet' }, titels)).toBe('De oefenklok is vooruitgezet.');
  });
});

describe('mails van een traject', () => {
  const rij: BerichtRij = {
    id: 'x',
    soort: 'taak-geopend',
    stap: 'inventariseren',
    onderwerp: 'scan.beleid',
    aan: 'beleid',
    naam: verzegel(TEST_KEYRING, 'contactpersoon.naam', 'Kim'),
    email: verzegel(TEST_KEYRING, 'contactpersoon.email', 'kim@x.example'),
    status: 'verzonden',
    op: new Date(0),
    verzonden_op: new Date(0),
    pogingen: 1,
    message_id: '<x@y>',
    toelichting: null,
    namens: null,
  };
  const regel = (anders: Partial<BerichtRij> = {}): BerichtRegel =>
    berichtRegel({ ...rij, ...anders }, titels, TEST_KEYRING, { adviseur: ADVISEUR, leider: LEIDER });

  it('say what they are about', () => {
    expect(regel()).toMatchObject({
      aan: { naam: 'Kim', email: 'kim@x.example' },
      titel: 'Nieuwe taak: Scan vanuit uw eigen werk (beleid)',
      toelichting: null,
    });
    expect(regel({ soort: 'check-in-week', onderwerp: 'startgesprek' }).titel).toBe(
      'Gesprek deze week: Startgesprek',
    );
    expect(regel({ soort: 'stap-ingeleverd', onderwerp: 'inventariseren' }).titel).toBe(
      'Klaar voor akkoord: Inventariseren',
    );
    for (const soort of BERICHTSOORTEN) expect(regel({ soort }).titel).not.toMatch(/undefined/);
  });

  it('say to whom they go, and in whose place', () => {
    const namens = verzegel(TEST_KEYRING, 'contactpersoon.naam', 'Jan');
    expect(regel({ namens })).toMatchObject({ aan: { naam: 'Kim' }, namens: 'Jan' });
    expect(regel({ aan: 'adviseur' })).toMatchObject({
      aan: { naam: 'Ank', email: 'ank@les.example' },
      namens: null,
    });
    expect(regel({ aan: 'leider' }).aan).toEqual(LEIDER);
    expect(regel({ naam: null }).aan).toBeNull();
  });

  it.each(['vervallen', 'overgeslagen', 'samengevoegd', 'mislukt', 'onbekend'] as const)(
    'give a reason when they are %s',
    (status) => {
      expect(regel({ status }).toelichting).toMatch(/^Niet .*\.$/);
      expect(regel({ status, toelichting: 'Eigen reden.' }).toelichting).toBe('Eigen reden.');
    },
  );
});
