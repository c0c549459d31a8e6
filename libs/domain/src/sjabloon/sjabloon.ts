import type { Veld } from './veld.js';

/** The five stappen of the Maatwerktraject in order; another sjabloon may name its own. */
export const STAPPEN = ['inventariseren', 'prioriteren', 'verbeteracties', 'uitvoeren', 'evalueren'] as const;

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
}

/** When mail reminds, in werkdagen relative to the due day; `naAkkoordWerkdagen` counts from the adviseur's own message. */
export interface Herinneringsbeleid {
  readonly voorWerkdagen: number;
  readonly naWerkdagen: number;
  readonly escalatieNaWerkdagen: number;
  readonly akkoordNaWerkdagen: number;
}

/** The part of a sjabloon that the running process needs: keys, terms and policy, no texts. */
export interface ProcesSjabloon {
  readonly sleutel: string;
  readonly versie: number;
  readonly stappen: readonly ProcesStap[];
  readonly herinneringen: Herinneringsbeleid;
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

/** A versioned template of a guided programme: what is asked of whom, when, and with which form. */
export interface Sjabloon extends ProcesSjabloon {
  readonly titel: string;
  readonly stappen: readonly SjabloonStap[];
}

/** Leaves out all texts and forms, so that a workflow carries only what it decides on. */
export function procesDeel(sjabloon: Sjabloon): ProcesSjabloon {
  return {
    sleutel: sjabloon.sleutel,
    versie: sjabloon.versie,
    herinneringen: sjabloon.herinneringen,
    stappen: sjabloon.stappen.map((stap) => ({
      sleutel: stap.sleutel,
      vensterWeken: stap.vensterWeken,
      vraagtUitkomst: stap.vraagtUitkomst,
      taken: stap.taken.map(({ sleutel, uitvoerders, opentNaWerkdagen, termijnWerkdagen }) => ({
        sleutel,
        uitvoerders,
        opentNaWerkdagen,
        termijnWerkdagen,
      })),
      checkIns: stap.checkIns.map(({ sleutel, week }) => ({ sleutel, week })),
    })),
  };
}
