import type { Veld } from './veld.js';

export const NIVEAUS = ['bestuur', 'beleid', 'uitvoering'] as const;
export type Niveau = (typeof NIVEAUS)[number];

/** Who a taak is for: the hoofdcontact of a gemeente, its people on one niveau, or the adviseur. */
export const UITVOERDERS = ['hoofdcontact', ...NIVEAUS, 'adviseur'] as const;
export type Uitvoerder = (typeof UITVOERDERS)[number];

/** A taak as the process knows it. Offsets are werkdagen after the day on which the stap opens. */
export interface ProcesTaak {
  readonly sleutel: string;
  readonly uitvoerders: readonly Uitvoerder[];
  readonly opentNaWerkdagen: number;
  readonly termijnWerkdagen: number;
  /** Whose agreement it takes besides: another person than the one who handed it in. */
  readonly akkoordDoor?: Niveau;
}

/** A conversation of the adviseur with the hoofdcontact, in week `week` (from 1) of the stap. */
export interface ProcesCheckIn {
  readonly sleutel: string;
  readonly week: number;
}

export interface ProcesStap {
  readonly sleutel: string;
  readonly vensterWeken: number;
  readonly taken: readonly ProcesTaak[];
  readonly checkIns: readonly ProcesCheckIn[];
  /** Whether the traject's outcome must be on record before this stap can be approved. */
  readonly vraagtUitkomst: boolean;
  /** How many adviseurs must approve it; one where absent. */
  readonly goedkeuringen?: number;
}

/** One rule about a taak that is not done: `werkdagen` from its due day (before it when negative), a mail to `aan`. */
export interface Herinneringsregel {
  readonly sleutel: string;
  readonly werkdagen: number;
  readonly aan: 'uitvoerder' | 'adviseur' | 'leider';
}

/** A weekly mail to each contactpersoon who wants one, instead of mail per taak. `weekdag` is ISO: 1 = Monday. */
export interface Weekoverzicht {
  readonly weekdag: number;
}

/** When a traject gives a sign of stagnation, and which causes A–F (source 001) it may point to. */
export type Signaalregel =
  | {
      readonly sleutel: 'geen-antwoord';
      readonly herinneringen: number;
      readonly oorzaken: readonly string[];
    }
  | {
      readonly sleutel: 'stap-over-venster';
      readonly werkdagen: number;
      readonly oorzaken: readonly string[];
    }
  | { readonly sleutel: 'check-in-gemist'; readonly keer: number; readonly oorzaken: readonly string[] };

/** The part of a sjabloon that the running process needs: keys, terms and policy, no texts. */
export interface ProcesSjabloon {
  readonly sleutel: string;
  readonly versie: number;
  readonly stappen: readonly ProcesStap[];
  readonly herinneringen: readonly Herinneringsregel[];
  /** Werkdagen after all was handed in before the adviseur is asked again to approve. */
  readonly akkoordNaWerkdagen: number;
  /** Werkdagen that somebody gets at least when a taak is sent back. */
  readonly terugstuurWerkdagen: number;
  /** Null: each mail by itself. */
  readonly weekoverzicht: Weekoverzicht | null;
  readonly signalen: readonly Signaalregel[];
}

export interface SjabloonTaak extends ProcesTaak {
  readonly titel: string;
  /** What is asked and why, in plain Dutch. */
  readonly uitleg: string;
  /** Minutes asked of one person, per uitvoerder. */
  readonly minuten: Readonly<Partial<Record<Uitvoerder, number>>>;
  readonly velden: readonly Veld[];
}

export interface SjabloonCheckIn extends ProcesCheckIn {
  readonly titel: string;
}

export interface SjabloonStap extends ProcesStap {
  readonly titel: string;
  readonly uitleg: string;
  readonly taken: readonly SjabloonTaak[];
  readonly checkIns: readonly SjabloonCheckIn[];
}

/** A subject that an adviseur can add to a stap as an extra taak. */
export interface SjabloonThema {
  readonly sleutel: string;
  readonly titel: string;
  /** What is asked in the extra taak, in plain Dutch. */
  readonly uitleg: string;
  /** Keys of the stappen that it suits; all of them where absent. */
  readonly stappen?: readonly string[];
}

/** A versioned template of a guided programme: what is asked of whom, when, and with which form. */
export interface Sjabloon extends ProcesSjabloon {
  readonly titel: string;
  /** How it is called inside a sentence, with its article; the title where absent. */
  readonly naam?: string;
  /** What it is for: one sentence for somebody who hears of it for the first time. */
  readonly doel?: string;
  readonly themas?: readonly SjabloonThema[];
  readonly stappen: readonly SjabloonStap[];
}

function procesTaak(taak: ProcesTaak): ProcesTaak {
  const { sleutel, uitvoerders, opentNaWerkdagen, termijnWerkdagen, akkoordDoor } = taak;
  return {
    sleutel,
    uitvoerders,
    opentNaWerkdagen,
    termijnWerkdagen,
    ...(akkoordDoor && { akkoordDoor }),
  };
}

function procesStap({
  sleutel,
  vensterWeken,
  vraagtUitkomst,
  goedkeuringen,
  ...stap
}: ProcesStap): ProcesStap {
  return {
    sleutel,
    vensterWeken,
    vraagtUitkomst,
    ...(goedkeuringen && { goedkeuringen }),
    taken: stap.taken.map(procesTaak),
    checkIns: stap.checkIns.map((checkIn) => ({ sleutel: checkIn.sleutel, week: checkIn.week })),
  };
}

/** Leaves out all texts and forms, so that a workflow carries only what it decides on. */
export function procesDeel(sjabloon: ProcesSjabloon): ProcesSjabloon {
  const { sleutel, versie, herinneringen, akkoordNaWerkdagen, terugstuurWerkdagen, weekoverzicht, signalen } =
    sjabloon;
  return {
    sleutel,
    versie,
    herinneringen,
    akkoordNaWerkdagen,
    terugstuurWerkdagen,
    weekoverzicht,
    signalen,
    stappen: sjabloon.stappen.map(procesStap),
  };
}
