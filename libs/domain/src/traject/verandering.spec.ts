import { commandosVan, VRAGEN, type Zet } from '@maatwerktraject/testing';
import fc from 'fast-check';
import { lokaleTijd } from '../kalender/amsterdam.js';
import { datumVan, plusDagen } from '../kalender/datum.js';
import { isBeschikbaar, rustperiodeOp, type Kalender } from '../kalender/kalender.js';
import { ochtendVan } from '../kalender/verzendtijd.js';
import { werkdagenTussen } from '../kalender/werkdagen.js';
import { GEWONE_KLOK } from '../klok/klok.js';
import { vergelijkMomenten } from '../plan/agenda.js';
import { MAATWERKTRAJECT_2 } from '../sjabloon/maatwerktraject-2.js';
import { procesDeel } from '../sjabloon/sjabloon.js';
import { controleer, voerUit, type TrajectCommando } from './commando/commando.js';
import { beweegbareDagen, omgekeerd, verschuif } from './dagen.js';
import type { Gebeurtenis } from './gebeurtenis.js';
import { huidigeStap, nieuwTraject, volgendMoment } from './toestand.js';
import { begin, verstrijkt, type Verloop } from './verloop.js';

const UUR = 3_600_000;
const DAG = 24 * UUR;
const SJABLOON = procesDeel(MAATWERKTRAJECT_2);
const INVOER = '00000000-0000-4000-a000-000000000001';
const zet: fc.Arbitrary<Zet> = fc.record({
  wacht: fc.oneof(fc.nat(3 * UUR), fc.nat(4 * DAG), fc.nat(25 * DAG)),
  vraag: fc.constantFrom(...VRAGEN),
  keuze: fc.nat(50),
});
const zetten = fc.array(zet, { maxLength: 60, size: 'max' });
const startdatum = fc.integer({ min: 20_454, max: 22_279 }).map(datumVan);

interface Meekijker {
  verstreken?(na: Verloop, nu: number): void;
  gevraagd?(voor: Verloop, commando: TrajectCommando, nu: number): void;
}

const ZOMER: Kalender = {
  versie: 1,
  rustperiodes: [
    { naam: 'Zomerreces', van: '2027-07-05', tot: '2027-08-15' },
    { naam: 'Kerst', van: '2027-12-20', tot: '2028-01-02' },
  ],
};

function speel(
  begindag: string,
  spel: readonly Zet[],
  stapMs: number,
  kijk: Meekijker = {},
): Verloop & { nu: number } {
  let nu = ochtendVan(begindag) - DAG;
  let verloop = begin(nieuwTraject(SJABLOON, begindag, ZOMER), nu);
  const verstrijk = (): void => {
    verloop = verstrijkt(verloop, GEWONE_KLOK, nu);
    kijk.verstreken?.(verloop, nu);
  };
  for (const een of spel) {
    for (let rest = een.wacht; rest > 0; rest -= stapMs) {
      nu += Math.min(stapMs, rest);
      verstrijk();
    }
    verstrijk();
    for (const commando of commandosVan(verloop.toestand, een, nu)) {
      kijk.gevraagd?.(verloop, commando, nu);
      if (!controleer(verloop.toestand, commando, nu)) verloop = voerUit(verloop, commando, nu, 'adviseur');
      verstrijk();
    }
  }
  return { ...verloop, nu };
}

type Mail = Extract<Gebeurtenis, { bericht: unknown }>;
const mailsVan = (feiten: readonly Gebeurtenis[]): Mail[] =>
  feiten.filter((feit): feit is Mail => 'bericht' in feit);
const sleutelVan = ({ bericht, stap, onderwerp, regel, basis }: Mail): string =>
  [bericht, stap, onderwerp, regel, basis].join('/');
/** Other stories by hand: FC_SEED=… npx jest --selectProjects unit --testPathPatterns verandering */
const seed = Number(process.env['FC_SEED'] ?? 2027);
const runs = { numRuns: 40, seed };
const SPRONG = Number.POSITIVE_INFINITY;

describe('een traject dat onderweg verandert', () => {
  it('is the same in one jump and in many small steps', () => {
    fc.assert(
      fc.property(startdatum, zetten, (dag, spel) => {
        const zonderReden = (feiten: readonly Gebeurtenis[]): unknown[] =>
          feiten.map((feit) => {
            if (feit.soort !== 'bericht-overgeslagen') return feit;
            const { reden: _, ...rest } = feit;
            return { ...rest, soort: 'bericht-klaargezet' };
          });
        const ineens = speel(dag, spel, SPRONG);
        const stapjes = speel(dag, spel, 7 * UUR);
        expect(zonderReden(ineens.feiten)).toEqual(stapjes.feiten);
        expect(ineens.toestand).toEqual(stapjes.toestand);
      }),
      { numRuns: 15, seed },
    );
  });

  it('sends no mail twice', () => {
    fc.assert(
      fc.property(startdatum, zetten, (dag, spel) => {
        const sleutels = mailsVan(speel(dag, spel, SPRONG).feiten).map(sleutelVan);
        expect(sleutels.filter((sleutel, index) => sleutels.indexOf(sleutel) !== index)).toEqual([]);
      }),
      runs,
    );
  });

  it('has an agenda in order with nothing of the past, within mail hours and outside rustperiodes', () => {
    fc.assert(
      fc.property(startdatum, zetten, (dag, spel) => {
        speel(dag, spel, SPRONG, {
          verstreken({ toestand: { agenda, kalender } }, nu) {
            const mis = agenda.filter((moment, index) => {
              const { datum, tijd } = lokaleTijd(moment.op);
              const vorige = agenda[index - 1];
              const inOrde = !vorige || vergelijkMomenten(vorige, moment) < 0;
              return (
                moment.op <= nu ||
                !inOrde ||
                !isBeschikbaar(kalender, datum) ||
                tijd < '09:00' ||
                tijd >= '17:00'
              );
            });
            expect(mis).toEqual([]);
          },
        });
      }),
      runs,
    );
  });

  it('asks nothing of a gemeente while it stands still', () => {
    fc.assert(
      fc.property(startdatum, zetten, (dag, spel) => {
        let stil = false;
        for (const feit of speel(dag, spel, SPRONG).feiten) {
          if (feit.soort === 'traject-gepauzeerd' || feit.soort === 'traject-teruggetrokken') stil = true;
          if (feit.soort === 'traject-hervat' || feit.soort === 'traject-heropend') stil = false;
          if (!stil || !('bericht' in feit)) continue;
          expect(['taak-geopend', 'weekoverzicht', 'escalatie', 'check-in-week']).not.toContain(feit.bericht);
          expect(feit.bericht.startsWith('herinnering')).toBe(false);
        }
      }),
      runs,
    );
  });

  it('survives being handed over as JSON, at any moment', () => {
    fc.assert(
      fc.property(startdatum, zetten, (dag, spel) => {
        const { toestand } = speel(dag, spel, SPRONG);
        expect(JSON.parse(JSON.stringify(toestand))).toEqual(toestand);
      }),
      runs,
    );
  });

  it('carries out what the check lets through, and throws at what it refuses', () => {
    const gezien = new Set<string>();
    fc.assert(
      fc.property(startdatum, zetten, (dag, spel) => {
        speel(dag, spel, SPRONG, {
          gevraagd({ toestand }, commando, nu) {
            const weigering = controleer(toestand, commando, nu);
            const doe = (): Verloop => voerUit({ toestand, feiten: [] }, commando, nu, 'adviseur');
            gezien.add(weigering?.code ?? commando.soort);
            if (weigering) expect(doe).toThrow(weigering.zin);
            else expect(doe().feiten.length).toBeGreaterThan(0);
          },
        });
      }),
      { numRuns: 120, seed },
    );
    for (const soort of [
      ...['geef-akkoord', 'stuur-taak-terug', 'voeg-taak-toe', 'laat-taak-vervallen', 'pauzeer', 'hervat'],
      ...[
        'wijzig-dagen',
        'trek-terug',
        'heropen-traject',
        'heropen-stap',
        'neem-kalender-over',
        'kies-sjabloon',
      ],
      ...['traject-gepauzeerd', 'zelfde-persoon', 'zelfde-versie'],
    ])
      expect([...gezien]).toContain(soort);
  });

  it('keeps the werkdagen that were left when it is paused', () => {
    fc.assert(
      fc.property(startdatum, zetten, fc.nat(60 * DAG), (dag, spel, duur) => {
        const { toestand, nu } = speel(dag, spel, SPRONG);
        if (toestand.status !== 'lopend') return;
        const pauze = voerUit(
          { toestand, feiten: [] },
          { soort: 'pauzeer', tot: null, invoerId: null },
          nu,
          'adviseur',
        );
        const later = nu + duur;
        const weer = voerUit(verstrijkt(pauze, GEWONE_KLOK, later), { soort: 'hervat' }, later, 'adviseur');
        const sinds = lokaleTijd(nu).datum;
        const { kalender } = toestand;
        for (const { wat, sleutel, van } of beweegbareDagen(toestand)) {
          const na = beweegbareDagen(weer.toestand).find((een) => een.wat === wat && een.sleutel === sleutel);
          if (van < sinds) expect(na?.van).toBe(van);
          else {
            // Over a rustperiode it may come later, never earlier.
            const begonnen = lokaleTijd(later).datum;
            expect(werkdagenTussen(begonnen, na!.van)).toBeGreaterThanOrEqual(werkdagenTussen(sinds, van));
            expect(rustperiodeOp(kalender, na!.van)).toBeUndefined();
          }
        }
      }),
      runs,
    );
  });

  it('is as it was when a change of days is undone before it had any effect', () => {
    let gedaan = 0;
    fc.assert(
      fc.property(startdatum, zetten, fc.integer({ min: 1, max: 30 }), (dag, spel, werkdagen) => {
        const { toestand, nu } = speel(dag, spel, SPRONG);
        const vandaag = lokaleTijd(nu).datum;
        const wijzigingen = verschuif(toestand, { vanaf: plusDagen(vandaag, 1), werkdagen, vandaag });
        const doe = { soort: 'wijzig-dagen', planId: 'p', invoerId: null } as const;
        if (controleer(toestand, { ...doe, wijzigingen, ongedaan: false }, nu)) return;
        gedaan++;
        const na = voerUit(
          { toestand, feiten: [] },
          { ...doe, wijzigingen, ongedaan: false },
          nu,
          'adviseur',
        );
        const terug = voerUit(
          na,
          { ...doe, wijzigingen: omgekeerd(wijzigingen), ongedaan: true },
          nu,
          'adviseur',
        );
        const { agenda, ...rest } = terug.toestand;
        const { agenda: eerst, ...oud } = toestand;
        expect(rest).toEqual(oud);
        expect(agenda).toEqual(eerst);
      }),
      runs,
    );
    expect(gedaan).toBeGreaterThan(20);
  });

  it('can always be brought to its end', () => {
    fc.assert(
      fc.property(startdatum, zetten, (dag, spel) => {
        const start = speel(dag, spel, SPRONG);
        let { nu } = start;
        let verloop: Verloop = start;
        const doe = (commando: TrajectCommando): void => {
          verloop = verstrijkt(voerUit(verloop, commando, nu, 'adviseur'), GEWONE_KLOK, nu);
        };
        for (let beurt = 0; beurt < 500 && verloop.toestand.status !== 'afgerond'; beurt++) {
          const { status, uitkomst } = verloop.toestand;
          const stap = huidigeStap(verloop.toestand);
          const open = stap.taken.find((taak) => taak.status === 'open');
          const wacht = stap.taken.find((taak) => taak.status === 'wacht-op-akkoord');
          if (status === 'gepauzeerd') doe({ soort: 'hervat' });
          else if (status === 'teruggetrokken') doe({ soort: 'heropen-traject' });
          else if (open) doe({ soort: 'dien-taak-in', taak: open.sleutel, invoerId: INVOER, wie: 'p0' });
          else if (wacht) doe({ soort: 'geef-akkoord', taak: wacht.sleutel, wie: 'ander', invoerId: null });
          else if (stap.status === 'wacht-op-akkoord') {
            if (!uitkomst && stap.volgnummer === 5)
              doe({ soort: 'leg-uitkomst-vast', klasse: 'geen', invoerId: INVOER });
            doe({ soort: 'keur-stap-goed', stap: stap.sleutel, wie: `a${String(beurt)}` });
          } else {
            nu = Math.max(nu, volgendMoment(verloop.toestand)!.op);
            verloop = verstrijkt(verloop, GEWONE_KLOK, nu);
          }
        }
        expect(verloop.toestand.status).toBe('afgerond');
        const einde = verstrijkt(verloop, GEWONE_KLOK, nu + 120 * DAG);
        expect(einde.toestand.agenda).toEqual([]);
      }),
      runs,
    );
  });
});
