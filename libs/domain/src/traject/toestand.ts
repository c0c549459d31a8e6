import type { Instant } from '../kalender/amsterdam.js';
import type { Datum } from '../kalender/datum.js';
import { GEWONE_KALENDER, type Kalender } from '../kalender/kalender.js';
import type { Moment } from '../plan/agenda.js';
import { geplandeOpeningen, type GeplandeTaak } from '../plan/plan.js';
import type { ProcesSjabloon } from '../sjabloon/sjabloon.js';
import type { Uitkomstklasse } from './gebeurtenis.js';
import {
  TRAJECT_OVERGANGEN,
  type CheckInStatus,
  type StapStatus,
  type TaakStatus,
  type TrajectStatus,
} from './overgangen.js';

export interface TaakToestand extends GeplandeTaak {
  readonly status: TaakStatus;
  /** How often it was handed in. */
  readonly keer: number;
  /** How many reminders went out since it opened or was sent back. */
  readonly herinnerd: number;
  /** Opaque ID of who handed it in last, where another person must agree. */
  readonly ingediendDoor?: string;
  /** Since when it waits for that person. */
  readonly ingediendOp?: Instant;
}

export interface StapToestand {
  readonly sleutel: string;
  readonly volgnummer: number;
  readonly status: StapStatus;
  readonly opentOp: Datum;
  /** Known once it is open. */
  readonly eindigtOp: Datum | null;
  readonly taken: readonly TaakToestand[];
  /** How often all its taken were done. */
  readonly keer: number;
  /** Since when it waits for approval. */
  readonly ingeleverdOp: Instant | null;
  /** Who approved it so far: opaque IDs. */
  readonly akkoorden: readonly string[];
}

export interface CheckInToestand {
  readonly sleutel: string;
  readonly stap: string;
  readonly status: CheckInStatus;
  readonly weekVan: Datum;
}

/** A time in which nothing goes on: until somebody says so, or until the day `tot`. */
export interface Onderbreking {
  readonly sinds: Datum;
  readonly tot: Datum | null;
}

/** The live process of one traject: its current stap, and what is still to come in it (`agenda`, sorted). */
export interface TrajectToestand {
  readonly sjabloon: ProcesSjabloon;
  /** Takes over at the next boundary between two stappen. */
  readonly volgendSjabloon: ProcesSjabloon | null;
  readonly kalender: Kalender;
  readonly startdatum: Datum;
  readonly status: TrajectStatus;
  readonly stap: StapToestand | null;
  /** The stap before, as long as the current one has not opened: its approval can be taken back until then. */
  readonly vorigeStap: StapToestand | null;
  /** The day on which each stap opens when nothing runs late; moves with what is extended or paused. */
  readonly openingen: readonly Datum[];
  /** Those of this stap and of earlier ones; a conversation may be put on record later. */
  readonly checkIns: readonly CheckInToestand[];
  readonly uitkomst: Uitkomstklasse | null;
  readonly onderbreking: Onderbreking | null;
  /** How often it was paused, withdrawn or ended. */
  readonly keer: number;
  readonly agenda: readonly Moment[];
}

export function nieuwTraject(
  sjabloon: ProcesSjabloon,
  startdatum: Datum,
  kalender: Kalender = GEWONE_KALENDER,
): TrajectToestand {
  return {
    sjabloon,
    volgendSjabloon: null,
    kalender,
    startdatum,
    status: TRAJECT_OVERGANGEN.begin,
    stap: null,
    vorigeStap: null,
    openingen: geplandeOpeningen(sjabloon, startdatum, kalender),
    checkIns: [],
    uitkomst: null,
    onderbreking: null,
    keer: 0,
    agenda: [],
  };
}

/** The stap under way. @throws Error before the first one is planned. */
export function huidigeStap(toestand: TrajectToestand): StapToestand {
  if (!toestand.stap) throw new Error('dit traject heeft nog geen stap');
  return toestand.stap;
}

/** A stap as it stands when it has only been planned. */
export function geplandeStapToestand(sleutel: string, volgnummer: number, opentOp: Datum): StapToestand {
  return {
    sleutel,
    volgnummer,
    status: 'gepland',
    opentOp,
    eindigtOp: null,
    taken: [],
    keer: 0,
    ingeleverdOp: null,
    akkoorden: [],
  };
}

export const nieuweTaak = (taak: GeplandeTaak): TaakToestand => ({
  ...taak,
  status: 'gepland',
  keer: 0,
  herinnerd: 0,
});

/** Whether nothing is asked any more for this taak. */
export const isKlaar = ({ status }: TaakToestand): boolean =>
  status === 'ingediend' || status === 'vervallen';

/** What is due next, or undefined when nothing is left to wait for but people. */
export function volgendMoment(toestand: TrajectToestand): Moment | undefined {
  return toestand.agenda[0];
}
