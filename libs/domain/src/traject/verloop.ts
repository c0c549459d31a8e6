import type { Instant } from '../kalender/amsterdam.js';
import { lokaleTijd } from '../kalender/amsterdam.js';
import { sluitingVan } from '../kalender/verzendtijd.js';
import { domeinTijd, type Klok } from '../klok/klok.js';
import type { Moment } from '../plan/agenda.js';
import { geplandeOpening, planStap } from '../plan/plan.js';
import type { ProcesStap } from '../sjabloon/sjabloon.js';
import {
  HERINNERINGSOORTEN,
  type Actor,
  type Bericht,
  type Gebeurtenis,
  type GebeurtenisInhoud,
} from './gebeurtenis.js';
import { huidigeStap, pasToe, volgendMoment, type TrajectToestand } from './toestand.js';

/** A state, and the facts that led to it since the last time it was written down. */
export interface Verloop {
  readonly toestand: TrajectToestand;
  readonly feiten: readonly Gebeurtenis[];
}

/** How late, in ms of real time, a reminder may be handled before it counts as missed because the system was down. */
export const SPELING_MS = 30_000;

export function voegToe(
  verloop: Verloop,
  op: Instant,
  door: Actor,
  ...erbij: readonly GebeurtenisInhoud[]
): Verloop {
  const feiten = erbij.map((feit): Gebeurtenis => ({ ...feit, op, door }));
  return { toestand: feiten.reduce(pasToe, verloop.toestand), feiten: [...verloop.feiten, ...feiten] };
}

export function stapUitSjabloon(toestand: TrajectToestand, volgnummer: number): ProcesStap {
  const stap = toestand.sjabloon.stappen[volgnummer - 1];
  if (!stap) throw new Error(`sjabloon zonder stap ${String(volgnummer)}`);
  return stap;
}

/** The facts with which a traject begins: it has started, and its first stap is planned. */
export function begin(toestand: TrajectToestand, op: Instant): Verloop {
  return voegToe(
    { toestand, feiten: [] },
    op,
    'systeem',
    { soort: 'traject-gestart', startdatum: toestand.startdatum },
    {
      soort: 'stap-gepland',
      stap: stapUitSjabloon(toestand, 1).sleutel,
      volgnummer: 1,
      opentOp: geplandeOpening(toestand.sjabloon, toestand.startdatum, 1),
    },
  );
}

/** The mail of a moment, or undefined for a moment that brings none of its own. */
function berichtBij(toestand: TrajectToestand, moment: Moment): Bericht | undefined {
  const { sleutel: stap, taken } = huidigeStap(toestand);
  const { onderwerp, soort } = moment;
  const uitvoerder = taken.find((taak) => taak.sleutel === onderwerp)?.uitvoerder;
  switch (soort) {
    case 'stap-opent':
      return undefined;
    case 'taak-opent':
      return uitvoerder && { bericht: 'taak-geopend', stap, onderwerp, aan: uitvoerder };
    case 'herinnering-voor':
    case 'herinnering-op':
    case 'herinnering-na':
      return uitvoerder && { bericht: soort, stap, onderwerp, aan: uitvoerder };
    case 'check-in-week': {
      // A conversation may belong to a stap that was approved before its week came.
      const bij = toestand.checkIns.find(({ sleutel }) => sleutel === onderwerp)?.stap;
      return bij ? { bericht: soort, stap: bij, onderwerp, aan: 'adviseur' } : undefined;
    }
    case 'escalatie':
    case 'stap-ingeleverd':
    case 'akkoord-herinnering':
      return { bericht: soort, stap, onderwerp, aan: 'adviseur' };
    case 'traject-afgerond':
      return { bericht: soort, stap, onderwerp, aan: 'hoofdcontact' };
  }
}

/** A reminder is missed when its day's mail hours are over and the delay is no mere load (`SPELING_MS`). */
function isGemist(moment: Moment, bericht: Bericht, nu: Instant, klok: Klok): boolean {
  return (
    HERINNERINGSOORTEN.includes(bericht.bericht) &&
    nu > sluitingVan(lokaleTijd(moment.op).datum) &&
    (nu - moment.op) / klok.factor > SPELING_MS
  );
}

function handelAf(verloop: Verloop, moment: Moment, nu: Instant, klok: Klok): Verloop {
  const { toestand } = verloop;
  const stap = huidigeStap(toestand);
  if (moment.soort === 'stap-opent') {
    const plan = planStap(stapUitSjabloon(toestand, stap.volgnummer), stap.volgnummer, stap.opentOp);
    return voegToe(verloop, moment.op, 'systeem', { soort: 'stap-geopend', stap: stap.sleutel, plan });
  }
  const bericht = berichtBij(toestand, moment);
  if (!bericht) throw new Error(`moment zonder taak: ${moment.soort} ${moment.onderwerp}`);
  if (isGemist(moment, bericht, nu, klok)) {
    const reden = 'moment-voorbij-tijdens-storing';
    return voegToe(verloop, moment.op, 'systeem', { soort: 'bericht-overgeslagen', reden, ...bericht });
  }
  const open: GebeurtenisInhoud[] =
    moment.soort === 'taak-opent'
      ? [{ soort: 'taak-geopend', stap: stap.sleutel, taak: moment.onderwerp }]
      : [];
  return voegToe(verloop, moment.op, 'systeem', ...open, { soort: 'bericht-klaargezet', ...bericht });
}

/**
 * Handles every moment that is due at the real instant `echtNu`, each at its own domain time and in order, so that the
 * result does not depend on how late or in how many batches the system came to it.
 */
export function verstrijkt(verloop: Verloop, klok: Klok, echtNu: Instant): Verloop {
  const nu = domeinTijd(klok, echtNu);
  let stand = verloop;
  for (
    let moment = volgendMoment(stand.toestand);
    moment && moment.op <= nu;
    moment = volgendMoment(stand.toestand)
  )
    stand = handelAf(stand, moment, nu, klok);
  return stand;
}
