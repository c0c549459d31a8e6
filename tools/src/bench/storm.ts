import { progress } from '../../long-step.mjs';
import { Proefstraat } from '../proefstraat/proefstraat.js';
import type { BenchDeel, Doel, Uitslag } from './deel.js';
import { spreiding } from './storm/cijfers.js';
import { StormCohort } from './storm/cohort.js';
import { grootsteOmvang } from './storm/geschiedenis.js';
import { dienIn, meldAan } from './storm/inzending.js';
import { meetStorm, type Storm } from './storm/ronde.js';

/** All there are; fewer while working on the bench itself. */
const GEMEENTEN = Number(process.env['STORM_GEMEENTEN'] ?? 342);
const VORM = { inzendingen: Math.min(200, GEMEENTEN), overMs: 10_000 };

const ms = (getal: number): string => `${String(Math.round(getal))} ms`;
const seconden = (getal: number): string => `${(getal / 1000).toFixed(1)} s`;
const hooguit = (naam: string, grens: number, gemeten: number, toon: (x: number) => string): Doel => ({
  naam,
  streef: `hooguit ${toon(grens)}`,
  gemeten: toon(gemeten),
  gehaald: gemeten <= grens,
});
const geen = (naam: string, gemeten: number | null): Doel[] =>
  gemeten === null ? [] : [{ naam, streef: '0', gemeten: String(gemeten), gehaald: gemeten === 0 }];

function doelenVan(naam: string, storm: Storm, leegS: number, metInzending: boolean): Doel[] {
  return [
    hooguit(`${naam}, alle mail weg na T`, leegS * 1000, storm.leegMs, seconden),
    ...geen(`${naam}, dubbel`, storm.dubbel),
    ...geen(`${naam}, ontbreekt`, storm.ontbreekt),
    ...(metInzending ? [hooguit(`${naam}, inzenden p95`, 100, storm.inzending.p95, ms)] : []),
  ];
}

const rijVan = (naam: string, storm: Storm): Record<string, string | number> => ({
  storm: naam,
  mails: storm.mails,
  verzonden: storm.verzonden,
  vervallen: storm.vervallen,
  onbekend: `${String(storm.onbekend)} (${String(storm.onbekendAangenomen ?? '?')} aangekomen)`,
  dubbel: storm.dubbel ?? '?',
  ontbreekt: storm.ontbreekt ?? '?',
  leeg: seconden(storm.leegMs),
  'mails/s': Math.round(storm.perSeconde),
  'vertraging p50/p95/p99': [storm.vertraging.p50, storm.vertraging.p95, storm.vertraging.p99]
    .map(seconden)
    .join(' / '),
  'inzenden p50/p95/p99': [storm.inzending.p50, storm.inzending.p95, storm.inzending.p99].map(ms).join(' / '),
  opgeschreven: seconden(storm.geprojecteerdMs),
  gedood: storm.doodMs === null ? '' : seconden(storm.doodMs),
});

/** Somebody hands in while nothing else happens: one after the other. */
async function meetInRust(straat: Proefstraat, cohort: StormCohort): Promise<number[]> {
  await meldAan(straat, cohort.trajecten, 'beleid');
  const tijden: number[] = [];
  for (const traject of cohort.trajecten)
    tijden.push(await dienIn(straat, traject, 'startgegevens.hoofdcontact', 'beleid'));
  return tijden;
}

async function maakKlaar(
  straat: Proefstraat,
  naam: string,
): Promise<{ cohort: StormCohort; startMs: number }> {
  const cohort = await progress(`${String(GEMEENTEN)} gemeenten doen mee (cohort ${naam}).`, () =>
    StormCohort.maak(straat, naam, GEMEENTEN),
  );
  const startMs = await progress('Het cohort start.', () => cohort.start());
  await cohort.postWeg();
  return { cohort, startMs };
}

async function meet(straat: Proefstraat): Promise<Uitslag> {
  const eerste = await maakKlaar(straat, 'a');
  const inRust = await progress('Inzenden in rust wordt gemeten.', () => meetInRust(straat, eerste.cohort));
  const storm = await progress('De herinneringsstorm.', () =>
    meetStorm(straat, eerste.cohort, { ...VORM, doodWorker: false }),
  );
  const omvang = await grootsteOmvang(straat, eerste.cohort.trajecten);
  const tweede = await maakKlaar(straat, 'b');
  await meetInRust(straat, tweede.cohort);
  const metDood = await progress('De storm waarin de worker hard stopt.', () =>
    meetStorm(straat, tweede.cohort, { ...VORM, doodWorker: true }),
  );
  const rust = spreiding(inRust);
  return {
    doelen: [
      hooguit(`starten van ${String(GEMEENTEN)} trajecten`, 10_000, eerste.startMs, seconden),
      hooguit('inzenden in rust, p95', 60, rust.p95, ms),
      ...doelenVan('storm', storm, 5, true),
      // How long after the kill: the worker is away for the first part of it.
      ...doelenVan(
        'kill -9 halverwege',
        { ...metDood, leegMs: metDood.leegMs - (metDood.doodMs ?? 0) },
        15,
        false,
      ),
    ],
    tabel: [rijVan('gewoon', storm), rijVan('kill -9 van de worker', metDood)],
    cijfers: {
      gemeenten: GEMEENTEN,
      ...VORM,
      startMs: [eerste.startMs, tweede.startMs],
      inRust: rust,
      storm,
      metDood,
      grootsteRun: omvang,
    },
  };
}

/** Reminders of all gemeenten at one instant, while people hand in; without and with a worker that is killed. */
export const storm: BenchDeel = {
  naam: 'storm',
  async meet() {
    const { straat, klaar } = await openStraat();
    try {
      return await meet(straat);
    } finally {
      klaar();
      await straat.sluit();
    }
  },
};

async function openStraat(): Promise<{ straat: Proefstraat; klaar: () => void }> {
  const straat = await progress('De diensten worden gestart.', () =>
    Proefstraat.open({ naam: 'storm', mailMs: 1, smtpUrl: process.env['SMTP_URL'] }),
  );
  const stop = (): void => void straat.sluit().then(() => process.exit(1));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  return { straat, klaar: () => process.off('SIGINT', stop).off('SIGTERM', stop) };
}
