import type { Instant } from '../kalender/amsterdam.js';
import { lokaleTijd } from '../kalender/amsterdam.js';
import { sluitingVan } from '../kalender/verzendtijd.js';
import { domeinTijd, type Klok } from '../klok/klok.js';
import { berichtnaam, type Moment } from '../plan/agenda.js';
import { planStap } from '../plan/plan.js';
import { eersteBeschikbareDag } from '../kalender/kalender.js';
import type { ProcesStap, Signaalregel } from '../sjabloon/sjabloon.js';
import { naOnderbreking } from './dagen.js';
import {
  HERINNERINGSOORTEN,
  type Actor,
  type Bericht,
  type Gebeurtenis,
  type GebeurtenisInhoud,
} from './gebeurtenis.js';
import { pasToe } from './pas-toe.js';
import { huidigeStap, volgendMoment, type TrajectToestand } from './toestand.js';

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
    {
      soort: 'traject-gestart',
      startdatum: toestand.startdatum,
      ...(toestand.kalender.versie > 0 && { kalender: toestand.kalender }),
    },
    {
      soort: 'stap-gepland',
      stap: stapUitSjabloon(toestand, 1).sleutel,
      volgnummer: 1,
      opentOp: toestand.openingen[0] ?? toestand.startdatum,
    },
  );
}

/** What a moment carries over into its mail: the rule that put it there, and what it was counted from. */
const herkomst = ({ regel, basis }: Moment): Pick<Bericht, 'regel' | 'basis'> => ({
  ...(regel !== undefined && { regel }),
  ...(basis !== undefined && { basis }),
});

/** For whom the mail of a moment is; undefined for a moment that brings none, or whose subject is gone. */
function geadresseerde(toestand: TrajectToestand, { soort, onderwerp }: Moment): Bericht['aan'] | undefined {
  const taak = huidigeStap(toestand).taken.find(({ sleutel }) => sleutel === onderwerp);
  switch (soort) {
    case 'stap-opent':
    case 'stap-over-venster':
    case 'pauze-eindigt':
      return undefined;
    case 'taak-opent':
    case 'herinnering-voor':
    case 'herinnering-op':
    case 'herinnering-na':
    case 'taak-teruggestuurd':
      return taak?.uitvoerder;
    case 'akkoord-gevraagd':
    case 'akkoord-gevraagd-na':
      return taak?.akkoordDoor;
    case 'check-in-week':
    case 'escalatie':
    case 'stap-ingeleverd':
    case 'akkoord-herinnering':
      return 'adviseur';
    case 'escalatie-leider':
      return 'leider';
    case 'weekoverzicht':
      return 'gemeente';
    case 'traject-gepauzeerd':
    case 'traject-hervat':
    case 'traject-teruggetrokken':
    case 'traject-afgerond':
      return 'hoofdcontact';
  }
}

/** The mail of a moment. @throws Error for a moment that has none: it should not have been on the agenda. */
function berichtBij(toestand: TrajectToestand, moment: Moment): Bericht {
  const aan = geadresseerde(toestand, moment);
  const { soort, onderwerp } = moment;
  // A conversation may belong to a stap that was approved before its week came.
  const stap =
    soort === 'check-in-week'
      ? toestand.checkIns.find(({ sleutel }) => sleutel === onderwerp)?.stap
      : huidigeStap(toestand).sleutel;
  if (!aan || !stap || soort === 'stap-opent' || soort === 'stap-over-venster' || soort === 'pauze-eindigt')
    throw new Error(`moment zonder mail: ${soort} ${onderwerp}`);
  return { bericht: berichtnaam(soort) as Bericht['bericht'], stap, onderwerp, aan, ...herkomst(moment) };
}

/** A reminder is missed when its day's mail hours are over and the delay is no mere load (`SPELING_MS`). */
function isGemist(moment: Moment, bericht: Bericht, nu: Instant, klok: Klok): boolean {
  return (
    HERINNERINGSOORTEN.includes(bericht.bericht) &&
    nu > sluitingVan(lokaleTijd(moment.op).datum) &&
    (nu - moment.op) / klok.factor > SPELING_MS
  );
}

function signaal(regel: Signaalregel, stap: string, onderwerp: string, aantal: number): GebeurtenisInhoud {
  const { sleutel, oorzaken } = regel;
  return { soort: 'signaal-gegeven', signaal: sleutel, stap, onderwerp, oorzaken, aantal };
}

function openStap(verloop: Verloop, moment: Moment): Verloop {
  const { toestand } = verloop;
  const { volgnummer, sleutel, opentOp } = huidigeStap(toestand);
  const plan = planStap(stapUitSjabloon(toestand, volgnummer), volgnummer, opentOp, toestand.kalender);
  return voegToe(verloop, moment.op, 'systeem', { soort: 'stap-geopend', stap: sleutel, plan });
}

function meldOverVenster(verloop: Verloop, moment: Moment): Verloop {
  const { sjabloon } = verloop.toestand;
  const regel = sjabloon.signalen.find(({ sleutel }) => sleutel === 'stap-over-venster');
  if (regel?.sleutel !== 'stap-over-venster') throw new Error('moment zonder signaalregel');
  const { onderwerp, op } = moment;
  return voegToe(verloop, op, 'systeem', signaal(regel, onderwerp, onderwerp, regel.werkdagen));
}

/** The facts with which a traject goes on after a time of standing still. */
export function hervat(
  verloop: Verloop,
  op: Instant,
  door: Actor,
  soort: 'traject-hervat' | 'traject-heropend',
): Verloop {
  const { onderbreking, kalender } = verloop.toestand;
  const dag = eersteBeschikbareDag(kalender, lokaleTijd(op).datum);
  const wijzigingen = onderbreking ? naOnderbreking(verloop.toestand, onderbreking.sinds, dag) : [];
  const reden = soort === 'traject-hervat' ? 'pauze' : 'heropening';
  const verschoven: GebeurtenisInhoud[] =
    wijzigingen.length > 0
      ? [{ soort: 'dagen-gewijzigd', reden, wijzigingen, planId: null, invoerId: null }]
      : [];
  return voegToe(verloop, op, door, { soort }, ...verschoven);
}

/** The sign that a taak has been asked for in vain, when this was the reminder that makes it so. */
function vergeefs(toestand: TrajectToestand, bericht: Bericht): GebeurtenisInhoud[] {
  const taak = huidigeStap(toestand).taken.find(({ sleutel }) => sleutel === bericht.onderwerp);
  const regel = toestand.sjabloon.signalen.find(({ sleutel }) => sleutel === 'geen-antwoord');
  if (!taak || regel?.sleutel !== 'geen-antwoord') return [];
  if (!HERINNERINGSOORTEN.includes(bericht.bericht) || taak.herinnerd + 1 !== regel.herinneringen) return [];
  return [signaal(regel, bericht.stap, taak.sleutel, regel.herinneringen)];
}

function handelAf(verloop: Verloop, moment: Moment, nu: Instant, klok: Klok): Verloop {
  const { toestand } = verloop;
  if (moment.soort === 'stap-opent') return openStap(verloop, moment);
  if (moment.soort === 'stap-over-venster') return meldOverVenster(verloop, moment);
  if (moment.soort === 'pauze-eindigt') return hervat(verloop, moment.op, 'systeem', 'traject-hervat');
  const bericht = berichtBij(toestand, moment);
  if (isGemist(moment, bericht, nu, klok)) {
    const reden = 'moment-voorbij-tijdens-storing';
    const gemist = { soort: 'bericht-overgeslagen', reden, ...bericht } as const;
    return voegToe(verloop, moment.op, 'systeem', gemist, ...vergeefs(toestand, bericht));
  }
  const open: GebeurtenisInhoud[] =
    moment.soort === 'taak-opent'
      ? [{ soort: 'taak-geopend', stap: bericht.stap, taak: moment.onderwerp }]
      : [];
  return voegToe(
    verloop,
    moment.op,
    'systeem',
    ...open,
    { soort: 'bericht-klaargezet', ...bericht },
    ...vergeefs(toestand, bericht),
  );
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
