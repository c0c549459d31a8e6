import { instantVan } from '../kalender/amsterdam.js';
import { MAATWERKTRAJECT_1 } from '../sjabloon/maatwerktraject-1.js';
import type { Voorwaarde } from '../voorwaarde/voorwaarde.js';
import {
  besluitCohort,
  controleerCohort,
  getoetst,
  herinner,
  LEGE_AGENDA,
  pasAgendaToe,
  teToetsen,
  volgendCohortMoment,
  wachtOpSessie,
  type CohortAgenda,
} from './cohort-agenda.js';
import { voorstelVoorCheckIn } from './check-in-moment.js';
import { type CohortCommando, type Sessieplan } from './groepssessie.js';

const KADER = { sjabloon: MAATWERKTRAJECT_1, startdatum: '2027-02-01' };
const NU = instantVan('2027-02-01', '09:00');
const plan = (deel: Partial<Sessieplan> = {}): Sessieplan => ({
  beginOp: instantVan('2027-03-30', '10:00'),
  eindOp: instantVan('2027-03-30', '12:00'),
  inhoudId: 'tekst-1',
  genodigden: ['an', 'bo'],
  herinneringWerkdagen: 2,
  ...deel,
});
const voorwaarde = (deel: Partial<Voorwaarde> = {}): Voorwaarde => ({
  sleutel: 'v',
  peil: { groepssessie: 's', werkdagen: -5 },
  toets: { soort: 'deel-afgerond', stap: 'inventariseren', onder: 0.7 },
  dan: { bericht: 'adviseur' },
  ...deel,
});

/** The agenda after these commands, each at its own moment. */
const na = (...stappen: readonly (readonly [CohortCommando, number?])[]): CohortAgenda =>
  stappen.reduce(
    (agenda, [commando, nu = NU]) => pasAgendaToe(agenda, besluitCohort(agenda, commando), KADER, nu),
    LEGE_AGENDA,
  );
const gepland = (deel: Partial<Sessieplan> = {}): [CohortCommando] => [
  { soort: 'plan-groepssessie', sessie: 's', plan: plan(deel) },
];
const wijzig = (deel: Partial<Sessieplan>, versie = 1): CohortCommando => ({
  soort: 'wijzig-groepssessie',
  sessie: 's',
  versie,
  plan: plan(deel),
});
const zet = (...voorwaarden: Voorwaarde[]): [CohortCommando] => [{ soort: 'zet-voorwaarden', voorwaarden }];
const code = (agenda: CohortAgenda, commando: CohortCommando, nu = NU): string | undefined =>
  controleerCohort(agenda, commando, KADER, nu)?.code;

describe('de agenda van een cohort', () => {
  it('has the reminder and the test of a session, over Easter, each at nine on a werkdag', () => {
    const { momenten } = na(gepland(), zet(voorwaarde()));
    // Good Friday and Easter Monday are 26 and 29 March.
    expect(momenten).toEqual([
      { soort: 'voorwaarde', onderwerp: 'v', op: instantVan('2027-03-19', '09:00') },
      { soort: 'sessie-herinnering', onderwerp: 's', op: instantVan('2027-03-24', '09:00') },
    ]);
    expect(volgendCohortMoment(na())).toBeUndefined();
    expect(na(gepland({ herinneringWerkdagen: null })).momenten).toEqual([]);
  });

  it('moves with the session, makes up for nothing that lies behind, and goes when it is cancelled', () => {
    const op = (agenda: CohortAgenda): string[] =>
      agenda.momenten.map((m) => new Date(m.op).toISOString().slice(0, 10));
    const april = { beginOp: instantVan('2027-04-20', '10:00'), eindOp: instantVan('2027-04-20', '12:00') };
    expect(op(na(gepland(), zet(voorwaarde()), [wijzig(april)]))).toEqual(['2027-04-13', '2027-04-16']);
    const laat = instantVan('2027-03-22', '12:00');
    expect(op(na(gepland(), zet(voorwaarde()), [wijzig({ inhoudId: 'tekst-2' }), laat]))).toEqual([
      '2027-03-24',
    ]);
    const af: CohortCommando = { soort: 'zeg-groepssessie-af', sessie: 's', versie: 1 };
    expect(op(na(gepland(), zet(voorwaarde()), [af]))).toEqual([]);
  });

  it('tests a condition before a stap was planned to open as well', () => {
    const voor = voorwaarde({ peil: { stap: 'prioriteren', werkdagen: -5 } });
    expect(na(zet(voor)).momenten[0]?.op).toBe(instantVan('2027-03-19', '09:00'));
  });

  it.each<[string, CohortCommando, string, number?]>([
    ['a session twice', gepland()[0], 'al-gepland'],
    [
      'one in the past',
      { soort: 'plan-groepssessie', sessie: 't', plan: plan({ beginOp: NU }) },
      'begin-voorbij',
    ],
    [
      'one that ends first',
      { soort: 'plan-groepssessie', sessie: 't', plan: plan({ eindOp: NU }) },
      'eind-voor-begin',
    ],
    ['another version', wijzig({}, 2), 'andere-versie'],
    ['what is not there', { ...wijzig({}), sessie: 't' } as CohortCommando, 'groepssessie-weg'],
    ['what has begun', wijzig({}), 'groepssessie-begonnen', instantVan('2027-03-30', '10:00')],
    [
      'a start in the past',
      { soort: 'laat-toe', trajectId: 't', startdatum: '2027-01-31' },
      'startdatum-voorbij',
    ],
    ['two conditions with one key', zet(voorwaarde(), voorwaarde())[0], 'voorwaarde-klopt-niet'],
    [
      'a stap that is not there',
      zet(voorwaarde({ peil: { stap: 'x', werkdagen: 0 } }))[0],
      'voorwaarde-klopt-niet',
    ],
    [
      'a taak that is not there',
      zet(voorwaarde({ toets: { soort: 'deel-ingediend', stap: 'inventariseren', taak: 'x', onder: 1 } }))[0],
      'voorwaarde-klopt-niet',
    ],
    [
      'a session that is not there',
      zet(voorwaarde({ toets: { soort: 'aanwezigen-minimaal', groepssessie: 'x', onder: 1 } }))[0],
      'voorwaarde-klopt-niet',
    ],
  ])('refuses %s', (_, commando, verwacht, nu = NU) => {
    expect(code(na(gepland()), commando, nu)).toBe(verwacht);
  });

  it('takes what is in order', () => {
    const agenda = na(gepland());
    for (const goed of [
      wijzig({}),
      zet(voorwaarde())[0],
      { soort: 'laat-toe', trajectId: 't', startdatum: '2027-02-01' } as const,
    ])
      expect(code(agenda, goed)).toBeUndefined();
  });

  it('says who hears of a change: everybody of another time or text, else who is added or left out', () => {
    const agenda = na(gepland());
    const feit = (deel: Partial<Sessieplan>) => besluitCohort(agenda, wijzig(deel));
    expect(feit({ genodigden: ['bo', 'cas'] })).toMatchObject({
      opnieuw: [],
      erbij: ['cas'],
      eraf: ['an'],
      volgnummer: 1,
      versie: 2,
    });
    expect(feit({ inhoudId: 'tekst-2', genodigden: ['bo', 'cas'] })).toMatchObject({
      opnieuw: ['bo'],
      erbij: ['cas'],
      eraf: ['an'],
    });
    expect(feit({ herinneringWerkdagen: 5 })).toMatchObject({
      opnieuw: [],
      erbij: [],
      eraf: [],
      volgnummer: 0,
      versie: 2,
    });
  });

  it('reminds who is invited now, and nobody of what has begun', () => {
    const agenda = na(gepland(), [wijzig({ genodigden: ['an'] })]);
    const [moment] = agenda.momenten;
    if (!moment) throw new Error('geen herinnering');
    expect(herinner(agenda, moment, moment.op)).toMatchObject({ genodigden: ['an'], volgnummer: 1 });
    expect(herinner(agenda, moment, instantVan('2027-03-30', '10:00'))).toBeUndefined();
  });

  it('weighs a count, and tests a condition of a session only before it', () => {
    const agenda = na(gepland(), zet(voorwaarde()));
    const [moment] = agenda.momenten;
    if (!moment) throw new Error('geen toets');
    expect(teToetsen(agenda, moment, moment.op)).toEqual(voorwaarde());
    expect(teToetsen(agenda, moment, instantVan('2027-03-30', '10:00'))).toBeUndefined();
    const uitslag = (totaal: number, voldoen: number, v = voorwaarde()) =>
      getoetst(v, { totaal, voldoen, achter: ['t'] });
    expect(uitslag(10, 7)).toMatchObject({ deel: 0.7, geraakt: false });
    expect(uitslag(10, 6)).toMatchObject({ deel: 0.6, onder: 0.7, geraakt: true, achter: ['t'] });
    expect(uitslag(0, 0)).toMatchObject({ geraakt: false });
    const minimaal = voorwaarde({ toets: { soort: 'aanwezigen-minimaal', groepssessie: 's', onder: 3 } });
    expect([uitslag(10, 2, minimaal), uitslag(10, 3, minimaal)]).toMatchObject([
      { deel: 2, geraakt: true },
      { geraakt: false },
    ]);
  });

  it('keeps a cohort open until its last session has ended', () => {
    const agenda = na(gepland());
    expect([wachtOpSessie(agenda, plan().eindOp - 1), wachtOpSessie(agenda, plan().eindOp)]).toEqual([
      true,
      false,
    ]);
  });
});

test('a check-in is proposed for an hour at ten on the first werkdag of its week', () => {
  expect(voorstelVoorCheckIn({ sleutel: 'x', weekVan: '2027-03-30' })).toEqual({
    beginOp: instantVan('2027-03-30', '10:00'),
    eindOp: instantVan('2027-03-30', '11:00'),
  });
});
