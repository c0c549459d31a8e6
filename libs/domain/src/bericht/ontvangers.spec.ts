import fc from 'fast-check';
import { plusDagen } from '../kalender/datum.js';
import { NIVEAUS, UITVOERDERS } from '../sjabloon/sjabloon.js';
import type { Geadresseerde } from '../traject/gebeurtenis.js';
import {
  isEr,
  ontvangersVan,
  wordtVervangen,
  type Geadresseerd,
  type Ontvanger,
  type OpDag,
  type Personen,
} from './ontvangers.js';

const VANDAAG = '2027-03-03'; // a Wednesday
const DINSDAG = '2027-03-09';
const GEEN_OVERZICHT: OpDag = { vandaag: VANDAAG, volgendOverzicht: null };
const OP_DINSDAG: OpDag = { vandaag: VANDAAG, volgendOverzicht: DINSDAG };

const iemand = (id: string, anders: Partial<Geadresseerd> = {}): Geadresseerd => ({
  id,
  account: `account-${id}`,
  niveau: 'beleid',
  hoofdcontact: false,
  vertrektOp: null,
  vervanging: null,
  weekoverzicht: true,
  ...anders,
});
const hoofd = (anders: Partial<Geadresseerd> = {}): Geadresseerd =>
  iemand('h', { niveau: 'bestuur', hoofdcontact: true, ...anders });
const afwezig = (door: string, van = '2027-03-01', tot = '2027-03-05') => ({
  vervanging: { door, van, tot },
});

const naar = (
  aan: Geadresseerde,
  contactpersonen: readonly Geadresseerd[],
  opDag = GEEN_OVERZICHT,
  vervaltOp: string | null = null,
): Ontvanger[] => ontvangersVan({ aan, vervaltOp }, { contactpersonen, heeftLeider: false }, opDag);
const ids = (ontvangers: readonly Ontvanger[]): string[] =>
  ontvangers.map((een) => (een.wie === 'contactpersoon' ? een.id : een.wie));
const los = (id: string, namens: string | null = null): Ontvanger => ({
  wie: 'contactpersoon',
  id,
  namens,
  wijze: 'los',
});

describe('wie een mail krijgt', () => {
  it('is the adviseur, or the leider where there is one', () => {
    const personen: Personen = { contactpersonen: [hoofd()], heeftLeider: true };
    expect(ontvangersVan({ aan: 'adviseur', vervaltOp: null }, personen, OP_DINSDAG)).toEqual([
      { wie: 'adviseur' },
    ]);
    expect(ontvangersVan({ aan: 'leider', vervaltOp: null }, personen, OP_DINSDAG)).toEqual([
      { wie: 'leider' },
    ]);
    expect(naar('leider', [hoofd()])).toEqual([{ wie: 'adviseur' }]);
  });

  it('is everyone on the niveau who is there, and the hoofdcontact where nobody is', () => {
    const weg = iemand('weg', { vertrektOp: VANDAAG });
    const gewist = iemand('gewist', { account: null });
    expect(ids(naar('beleid', [hoofd(), iemand('a'), weg, gewist, iemand('b')]))).toEqual(['a', 'b']);
    expect(ids(naar('beleid', [hoofd(), iemand('morgen', { vertrektOp: '2027-03-04' })]))).toEqual([
      'morgen',
    ]);
    expect(ids(naar('beleid', [hoofd(), weg, gewist]))).toEqual(['h']);
    expect(ids(naar('uitvoering', [hoofd(), iemand('a')]))).toEqual(['h']);
    expect(ids(naar('hoofdcontact', [hoofd(), iemand('a')]))).toEqual(['h']);
  });

  it.each([
    ['2027-02-28', 'a'],
    ['2027-03-01', 'v'],
    ['2027-03-05', 'v'],
    ['2027-03-06', 'a'],
  ])('is the vervanger from the first to the last day: on %s %s', (vandaag, wie) => {
    const personen = [hoofd(), iemand('a', afwezig('v')), iemand('v', { niveau: 'uitvoering' })];
    const opDag = { vandaag, volgendOverzicht: null };
    expect(naar('beleid', personen, opDag)).toEqual([los(wie, wie === 'v' ? 'a' : null)]);
  });

  it('is the one who is away himself, when his vervanger is away, gone or erased', () => {
    const ander = { niveau: 'uitvoering' } as const;
    for (const vervanger of [
      iemand('v', { ...ander, ...afwezig('h') }),
      iemand('v', { ...ander, vertrektOp: '2027-03-02' }),
      iemand('v', { ...ander, account: null }),
    ])
      expect(naar('beleid', [hoofd(), iemand('a', afwezig('v')), vervanger])).toEqual([los('a')]);
  });

  it('is nobody twice: not for two whom he stands in for, and not besides his own mail', () => {
    const a = iemand('a', afwezig('v'));
    const b = iemand('b', afwezig('v'));
    expect(naar('beleid', [hoofd(), a, b, iemand('v', { niveau: 'uitvoering' })])).toEqual([los('v', 'a')]);
    expect(naar('beleid', [hoofd(), a, b, iemand('v')])).toEqual([los('v')]);
    const ook = iemand('v2', { niveau: 'uitvoering', account: 'account-v' });
    expect(naar('beleid', [hoofd(), iemand('a', afwezig('v2')), iemand('v'), ook])).toEqual([los('v')]);
  });

  it('stands in for the hoofdcontact too', () => {
    expect(naar('uitvoering', [hoofd(afwezig('a')), iemand('a')])).toEqual([los('a', 'h')]);
  });
});

describe('hoe iemand een mail krijgt', () => {
  const wijze = (persoon: Geadresseerd, vervaltOp: string | null, opDag = OP_DINSDAG) =>
    naar('beleid', [hoofd(), persoon], opDag, vervaltOp).map((een) => 'wijze' in een && een.wijze);

  it('is by itself what falls due before the next weekoverzicht', () => {
    expect(wijze(iemand('a'), '2027-03-08')).toEqual(['los']);
    expect(wijze(iemand('a'), DINSDAG)).toEqual(['weekoverzicht']);
    expect(wijze(iemand('a'), '2027-04-01')).toEqual(['weekoverzicht']);
  });

  it('is by itself for who wants that, for what is no taak, and where there is no weekoverzicht', () => {
    expect(wijze(iemand('a', { weekoverzicht: false }), '2027-04-01')).toEqual(['los']);
    expect(wijze(iemand('a'), null)).toEqual(['los']);
    expect(wijze(iemand('a'), '2027-04-01', GEEN_OVERZICHT)).toEqual(['los']);
  });

  it('is as the one wants who reads it', () => {
    const personen = [
      hoofd(),
      iemand('a', afwezig('v')),
      iemand('v', { niveau: 'uitvoering', weekoverzicht: false }),
    ];
    expect(naar('beleid', personen, OP_DINSDAG, '2027-04-01')).toEqual([los('v', 'a')]);
  });

  it('is for the gemeente the weekoverzicht: of each who reads mail today and wants one', () => {
    const personen = [
      hoofd({ weekoverzicht: false }),
      iemand('a', afwezig('v')),
      iemand('v', { niveau: 'uitvoering' }),
      iemand('w', { vertrektOp: VANDAAG }),
    ];
    expect(naar('gemeente', personen, OP_DINSDAG)).toEqual([los('v')]);
  });
});

describe('bij willekeurige mensen', () => {
  const AANTAL = 6;
  const dag = fc.integer({ min: -10, max: 10 }).map((over) => plusDagen(VANDAAG, over));
  const vervanging = fc
    .tuple(fc.integer({ min: 0, max: AANTAL - 1 }), dag, fc.integer({ min: 0, max: 8 }))
    .map(([wie, van, dagen]) => ({ door: String(wie), van, tot: plusDagen(van, dagen) }));
  const persoon = fc.record({
    // Fewer accounts than people: somebody is there on two niveaus.
    account: fc.option(fc.integer({ min: 0, max: 4 }).map(String), { freq: 5 }),
    niveau: fc.constantFrom(...NIVEAUS),
    vertrektOp: fc.option(dag, { freq: 1 }),
    vervanging: fc.option(vervanging, { freq: 1 }),
    weekoverzicht: fc.boolean(),
  });
  const mensen: fc.Arbitrary<Geadresseerd[]> = fc
    .tuple(fc.array(persoon, { minLength: 1, maxLength: AANTAL }), fc.nat())
    .map(([alle, nummer]) =>
      alle.map((een, plek) => {
        const hoofdcontact = plek === nummer % alle.length;
        return {
          ...een,
          id: String(plek),
          hoofdcontact,
          ...(hoofdcontact ? { account: een.account ?? '9', vertrektOp: null } : {}),
        };
      }),
    );
  const vraag = fc.record({
    contactpersonen: mensen,
    aan: fc.constantFrom(...UITVOERDERS.filter((een) => een !== 'adviseur')),
    vervaltOp: fc.option(dag, { freq: 4 }),
    volgendOverzicht: fc.option(dag, { freq: 4 }),
  });

  it('keeps the promises', () => {
    fc.assert(
      fc.property(vraag, ({ contactpersonen, aan, vervaltOp, volgendOverzicht }) => {
        const opDag = { vandaag: VANDAAG, volgendOverzicht };
        const ontvangers = ontvangersVan({ aan, vervaltOp }, { contactpersonen, heeftLeider: false }, opDag);
        const van = (id: string | null) => contactpersonen.find((een) => een.id === id);
        const mensen = ontvangers.map((een) => (een.wie === 'contactpersoon' ? van(een.id)?.account : null));
        // Somebody, who is there, and nobody twice.
        expect(mensen.length).toBeGreaterThan(0);
        expect(new Set(mensen).size).toBe(mensen.length);
        const gevraagd = contactpersonen.filter((een) => een.niveau === aan && isEr(een, VANDAAG));
        for (const een of ontvangers) {
          if (een.wie !== 'contactpersoon') throw new Error('not a contactpersoon');
          const lezer = van(een.id)!;
          const namens = van(een.namens) ?? lezer;
          expect(isEr(lezer, VANDAAG)).toBe(true);
          // Of those who are asked, or in the place of one of them.
          expect(gevraagd.length > 0 ? gevraagd.includes(namens) : namens.hoofdcontact).toBe(true);
          if (een.namens !== null) {
            expect(wordtVervangen(namens, VANDAAG)).toBe(true);
            expect(namens.vervanging?.door).toBe(lezer.id);
            expect(wordtVervangen(lezer, VANDAAG)).toBe(false);
          }
          const merged = een.wijze === 'weekoverzicht';
          expect(merged).toBe(
            lezer.weekoverzicht &&
              vervaltOp !== null &&
              volgendOverzicht !== null &&
              vervaltOp >= volgendOverzicht,
          );
        }
        // The taak of nobody who is asked is forgotten: it reached him, or who stands in for him.
        for (const een of gevraagd) {
          const bereikt = [een.account, van(een.vervanging?.door ?? null)?.account];
          expect(bereikt.some((account) => mensen.includes(account))).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
