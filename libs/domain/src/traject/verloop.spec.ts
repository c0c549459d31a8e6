import { eenTraject } from '@maatwerktraject/testing';
import fc from 'fast-check';
import { lokaleTijd } from '../kalender/amsterdam.js';
import { datumVan } from '../kalender/datum.js';
import { ochtendVan, sluitingVan } from '../kalender/verzendtijd.js';
import { isWerkdag } from '../kalender/werkdagen.js';
import { domeinTijd, GEWONE_KLOK, oefenklok, SECONDEN_PER_DAG, type Klok } from '../klok/klok.js';
import { vergelijkMomenten } from '../plan/agenda.js';
import { MAATWERKTRAJECT_1 } from '../sjabloon/maatwerktraject-1.js';
import { procesDeel } from '../sjabloon/sjabloon.js';
import { controleer, voerUit, type TrajectCommando } from './commando/commando.js';
import { HERINNERINGSOORTEN, UITKOMSTKLASSEN, type Gebeurtenis } from './gebeurtenis.js';
import { huidigeStap, nieuwTraject, volgendMoment, type TrajectToestand } from './toestand.js';
import { begin, SPELING_MS, verstrijkt, type Verloop } from './verloop.js';

const UUR = 3_600_000;
const DAG = 24 * UUR;
const SJABLOON = procesDeel(MAATWERKTRAJECT_1);
const INVOER = '00000000-0000-4000-a000-000000000001';

/** One thing that happens: time goes on by `wacht` ms of domain time, then somebody asks for something. */
interface Zet {
  readonly wacht: number;
  readonly vraag: 'niets' | 'dien-in' | 'dien-alles-in' | 'keur' | 'gesprek' | 'uitkomst';
  /** Which of the things that can be asked for. */
  readonly keuze: number;
}

const zet: fc.Arbitrary<Zet> = fc.record({
  wacht: fc.oneof(fc.nat(3 * UUR), fc.nat(4 * DAG), fc.nat(25 * DAG)),
  vraag: fc.constantFrom(
    'niets',
    'dien-in',
    'dien-in',
    'dien-alles-in',
    'dien-alles-in',
    'keur',
    'keur',
    'gesprek',
    'uitkomst',
  ),
  keuze: fc.nat(50),
});
const zetten = fc.array(zet, { maxLength: 50, size: 'max' });
const startdatum = fc.integer({ min: 20_454, max: 22_279 }).map(datumVan);

/** What is asked for, as commands; some of them will be refused. */
function commandos(toestand: TrajectToestand, { vraag, keuze }: Zet, nu: number): TrajectCommando[] {
  const stap = huidigeStap(toestand);
  const dienIn = (taak: string): TrajectCommando => ({ soort: 'dien-taak-in', taak, invoerId: INVOER });
  switch (vraag) {
    case 'niets':
      return [];
    case 'dien-in':
      return [dienIn(stap.taken[keuze % (stap.taken.length + 1)]?.sleutel ?? 'geen.beleid')];
    case 'dien-alles-in':
      return stap.taken.map(({ sleutel }) => dienIn(sleutel));
    case 'keur':
      return [{ soort: 'keur-stap-goed', stap: keuze % 5 === 0 ? 'uitvoeren' : stap.sleutel }];
    case 'gesprek': {
      const checkIn = toestand.checkIns[keuze % (toestand.checkIns.length + 1)]?.sleutel ?? 'praatje';
      const { datum } = lokaleTijd(keuze % 7 === 0 ? nu + 3 * DAG : nu);
      return [{ soort: 'leg-check-in-vast', checkIn, gehouden: keuze % 2 === 0, datum, invoerId: INVOER }];
    }
    case 'uitkomst':
      return [{ soort: 'leg-uitkomst-vast', klasse: UITKOMSTKLASSEN[keuze % 4]!, invoerId: INVOER }];
  }
}

interface Loop {
  readonly verloop: Verloop;
  readonly echtNu: number;
}

interface Meekijker {
  /** After each time that time has gone by: what came of it, and what it was before. */
  verstreken?(na: Verloop, voor: Verloop, nu: number): void;
  gevraagd?(toestand: TrajectToestand, commando: TrajectCommando, nu: number): void;
}

/** Plays the whole; time goes on in jumps of at most `stapMs` ms of domain time. */
function speel(
  begindag: string,
  spel: readonly Zet[],
  klok: Klok,
  stapMs: number,
  kijk: Meekijker = {},
): Loop {
  let nu = ochtendVan(begindag) - DAG;
  let verloop = begin(nieuwTraject(SJABLOON, begindag), nu);
  const laatVerstrijken = (): void => {
    const voor = verloop;
    verloop = verstrijkt(voor, klok, klok.echt + (nu - klok.domein) / klok.factor);
    kijk.verstreken?.(verloop, voor, nu);
  };
  for (const een of spel) {
    for (let rest = een.wacht; rest > 0; rest -= stapMs) {
      nu += Math.min(stapMs, rest);
      laatVerstrijken();
    }
    for (const commando of commandos(verloop.toestand, een, nu)) {
      laatVerstrijken();
      kijk.gevraagd?.(verloop.toestand, commando, nu);
      if (!controleer(verloop.toestand, commando, nu)) verloop = voerUit(verloop, commando, nu, 'gemeente');
    }
  }
  laatVerstrijken();
  return { verloop, echtNu: nu };
}

const naam = (feit: Extract<Gebeurtenis, { bericht: unknown }>): string =>
  `${feit.bericht}/${feit.stap}/${feit.onderwerp}`;
const isBericht = (feit: Gebeurtenis): feit is Extract<Gebeurtenis, { bericht: unknown }> =>
  'bericht' in feit;

/** The facts as they would be had no reminder been skipped. */
const zonderOverslaan = (feiten: readonly Gebeurtenis[]): unknown[] =>
  feiten.map((feit) => {
    if (feit.soort !== 'bericht-overgeslagen') return feit;
    const { reden: _, ...rest } = feit;
    return { ...rest, soort: 'bericht-klaargezet' };
  });

const SPRONG = Number.POSITIVE_INFINITY;
const runs = { numRuns: 50 };

describe('het verloop van een traject', () => {
  it('is the same in one jump and in many small steps, but for reminders that came too late', () => {
    fc.assert(
      fc.property(startdatum, zetten, (dag, spel) => {
        const ineens = speel(dag, spel, GEWONE_KLOK, SPRONG).verloop;
        const stapjes = speel(dag, spel, GEWONE_KLOK, 7 * UUR).verloop;
        expect(zonderOverslaan(ineens.feiten)).toEqual(stapjes.feiten);
        expect(ineens.toestand).toEqual(stapjes.toestand);
      }),
      runs,
    );
  });

  it('sends one mail about the opening of each taak, no mail twice, and none about a taak that was handed in', () => {
    fc.assert(
      fc.property(startdatum, zetten, (dag, spel) => {
        const { feiten } = speel(dag, spel, GEWONE_KLOK, SPRONG).verloop;
        const mails = feiten.filter(isBericht).map(naam);
        expect(new Set(mails).size).toBe(mails.length);
        const geopend = feiten.flatMap((feit) =>
          feit.soort === 'taak-geopend' ? [`taak-geopend/${feit.stap}/${feit.taak}`] : [],
        );
        expect(mails.filter((mail) => mail.startsWith('taak-geopend/')).sort()).toEqual(geopend.sort());
        const ingediend = new Set<string>();
        for (const feit of feiten) {
          if (feit.soort === 'taak-ingediend') ingediend.add(`${feit.stap}/${feit.taak}`);
          if (isBericht(feit) && ingediend.has(`${feit.stap}/${feit.onderwerp}`))
            throw new Error(`te laat: ${naam(feit)}`);
        }
      }),
      runs,
    );
  });

  it('can always be brought to its end', () => {
    fc.assert(
      fc.property(startdatum, zetten, (dag, spel) => {
        const loop = speel(dag, spel, GEWONE_KLOK, SPRONG);
        let { verloop, echtNu: nu } = loop;
        for (let beurt = 0; beurt < 300 && verloop.toestand.status !== 'afgerond'; beurt++) {
          const stap = huidigeStap(verloop.toestand);
          const open = stap.taken.find(({ status }) => status === 'open');
          const doe = (commando: TrajectCommando): void => {
            verloop = verstrijkt(voerUit(verloop, commando, nu, 'adviseur'), GEWONE_KLOK, nu);
          };
          if (open) doe({ soort: 'dien-taak-in', taak: open.sleutel, invoerId: INVOER });
          else if (stap.status === 'wacht-op-akkoord') {
            if (SJABLOON.stappen[stap.volgnummer - 1]?.vraagtUitkomst && !verloop.toestand.uitkomst)
              doe({ soort: 'leg-uitkomst-vast', klasse: 'geen', invoerId: INVOER });
            doe({ soort: 'keur-stap-goed', stap: stap.sleutel });
          } else {
            // Then something must still be due by itself.
            nu = Math.max(nu, volgendMoment(verloop.toestand)!.op);
            verloop = verstrijkt(verloop, GEWONE_KLOK, nu);
          }
        }
        expect(verloop.toestand.status).toBe('afgerond');
        expect(
          verloop.feiten.flatMap((feit) => (feit.soort === 'stap-goedgekeurd' ? [feit.stap] : [])),
        ).toEqual(SJABLOON.stappen.map(({ sleutel }) => sleutel));
        const laatste = verstrijkt(verloop, GEWONE_KLOK, nu + 30 * DAG);
        expect(laatste.toestand.agenda).toEqual([]);
        expect(laatste.toestand.checkIns.filter(({ status }) => status === 'gepland')).toEqual([]);
      }),
      runs,
    );
  });

  it('has an agenda in order, with nothing of the past, whose mail leaves within mail hours', () => {
    fc.assert(
      fc.property(startdatum, zetten, (dag, spel) => {
        speel(dag, spel, GEWONE_KLOK, SPRONG, {
          verstreken({ toestand: { agenda } }, _voor, nu) {
            const mis = agenda.filter((moment, index) => {
              const { datum, tijd } = lokaleTijd(moment.op);
              const vorige = agenda[index - 1];
              const inOrde = !vorige || vergelijkMomenten(vorige, moment) < 0;
              return moment.op <= nu || !inOrde || !isWerkdag(datum) || tijd < '09:00' || tijd >= '17:00';
            });
            expect(mis).toEqual([]);
          },
        });
      }),
      runs,
    );
  });

  it('never goes back in time', () => {
    fc.assert(
      fc.property(startdatum, zetten, (dag, spel) => {
        const { feiten } = speel(dag, spel, GEWONE_KLOK, SPRONG).verloop;
        expect(feiten.map(({ op }) => op)).toEqual(feiten.map(({ op }) => op).sort((a, b) => a - b));
      }),
      runs,
    );
  });

  it('carries out what the check lets through, and throws at what it refuses', () => {
    const gezien = new Map<string, number>();
    fc.assert(
      fc.property(startdatum, zetten, (dag, spel) => {
        speel(dag, spel, GEWONE_KLOK, SPRONG, {
          gevraagd(toestand, commando, nu) {
            const weigering = controleer(toestand, commando, nu);
            const doe = (): Verloop => voerUit({ toestand, feiten: [] }, commando, nu, 'gemeente');
            const soort = weigering?.code ?? commando.soort;
            gezien.set(soort, (gezien.get(soort) ?? 0) + 1);
            if (weigering) expect(doe).toThrow(weigering.zin);
            else expect(doe().feiten.length).toBeGreaterThan(0);
          },
        });
      }),
      runs,
    );
    // Chance did reach both kinds.
    for (const soort of ['dien-taak-in', 'keur-stap-goed', 'taken-nog-open', 'taak-al-ingediend'])
      expect(gezien.get(soort) ?? 0).toBeGreaterThan(0);
  });

  it('skips a reminder exactly when its day is over and real time was lost, and nothing else ever', () => {
    const snelheid = fc.constantFrom(1 / 86_400, 0.01, 1, 20);
    let overgeslagen = 0;
    fc.assert(
      fc.property(startdatum, zetten, snelheid, (dag, spel, dagen) => {
        const klok: Klok = { ...GEWONE_KLOK, factor: dagen * SECONDEN_PER_DAG };
        speel(dag, spel, klok, SPRONG, {
          verstreken(na, voor, nu) {
            const gemist = (op: number): boolean =>
              nu > sluitingVan(lokaleTijd(op).datum) && (nu - op) / klok.factor > SPELING_MS;
            const nieuw = na.feiten.slice(voor.feiten.length).filter(isBericht);
            const moet = nieuw.filter(
              ({ bericht, op }) => HERINNERINGSOORTEN.includes(bericht) && gemist(op),
            );
            expect(nieuw.filter(({ soort }) => soort === 'bericht-overgeslagen')).toEqual(moet);
            overgeslagen += moet.length;
          },
        });
      }),
      runs,
    );
    expect(overgeslagen).toBeGreaterThan(0);
  });
});

describe('een taak die blijft liggen', () => {
  const mailsOver = (feiten: readonly Gebeurtenis[], taak: string): [string, string, string][] =>
    feiten
      .filter(isBericht)
      .flatMap((feit) =>
        feit.onderwerp === taak
          ? [[feit.soort.replace('bericht-', ''), feit.bericht, lokaleTijd(feit.op).datum]]
          : [],
      );
  const later = ochtendVan('2027-03-16');

  it('gets every reminder on its day, and is reported to the adviseur', () => {
    const { toestand, feiten } = eenTraject().inStap('inventariseren').bouw();
    let verloop: Verloop = { toestand, feiten };
    for (let nu = ochtendVan('2027-02-01'); nu <= later; nu += UUR)
      verloop = verstrijkt(verloop, GEWONE_KLOK, nu);
    expect(mailsOver(verloop.feiten, 'scan.beleid')).toEqual([
      ['klaargezet', 'taak-geopend', '2027-02-01'],
      ['klaargezet', 'herinnering-voor', '2027-03-01'],
      ['klaargezet', 'herinnering-op', '2027-03-08'],
      ['klaargezet', 'herinnering-na', '2027-03-15'],
      ['klaargezet', 'escalatie', '2027-03-15'],
    ]);
  });

  it('gets no reminder of a day on which the system was down, and that is on record', () => {
    const { toestand } = eenTraject().inStap('inventariseren').bouw();
    const { feiten } = verstrijkt({ toestand, feiten: [] }, GEWONE_KLOK, ochtendVan('2027-03-08') + 2 * UUR);
    expect(mailsOver(feiten, 'scan.beleid')).toEqual([
      ['overgeslagen', 'herinnering-voor', '2027-03-01'],
      ['klaargezet', 'herinnering-op', '2027-03-08'],
    ]);
    expect(feiten.find(({ soort }) => soort === 'bericht-overgeslagen')).toMatchObject({
      reden: 'moment-voorbij-tijdens-storing',
    });
  });

  it('gets its reminder on a fast practice clock that is a little behind', () => {
    const { toestand, nu } = eenTraject().inStap('inventariseren').bouw();
    const klok = oefenklok(0, nu, 1);
    const moment = ochtendVan('2027-03-01');
    const echt = (moment - nu) / klok.factor;
    // The adviseur's late reminder of fifteen days ago in the domain is fifteen seconds ago in the world.
    const { feiten } = verstrijkt({ toestand, feiten: [] }, klok, echt + 15_000);
    expect(mailsOver(feiten, 'scan.beleid').map(([hoe, soort]) => `${soort} ${hoe}`)).toContain(
      'herinnering-voor klaargezet',
    );
    const laat = verstrijkt({ toestand, feiten: [] }, klok, echt + SPELING_MS + 1_000);
    expect(mailsOver(laat.feiten, 'scan.beleid')[0]).toEqual([
      'overgeslagen',
      'herinnering-voor',
      '2027-03-01',
    ]);
    expect(domeinTijd(klok, echt)).toBe(moment);
  });

  it('is late when its due day has passed', () => {
    const { toestand, nu } = eenTraject().inStap('uitvoeren').metTeLateTaak().bouw();
    const [eerste] = huidigeStap(toestand).taken;
    expect(eerste).toMatchObject({ taak: 'partners', status: 'open' });
    expect(lokaleTijd(nu).datum > eerste!.vervaltOp).toBe(true);
  });
});
