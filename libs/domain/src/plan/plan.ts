import type { Instant } from '../kalender/amsterdam.js';
import { plusDagen, type Datum } from '../kalender/datum.js';
import { ochtendVan, volgendeSluiting } from '../kalender/verzendtijd.js';
import { eersteBeschikbareDag, GEWONE_KALENDER, termijn, type Kalender } from '../kalender/kalender.js';
import type { Niveau, ProcesSjabloon, ProcesStap, Uitvoerder } from '../sjabloon/sjabloon.js';

/** One taak for one uitvoerder, with its days. */
export interface GeplandeTaak {
  /** `<taak>.<uitvoerder>`, unique within the stap. */
  readonly sleutel: string;
  readonly taak: string;
  readonly uitvoerder: Uitvoerder;
  readonly opentOp: Datum;
  readonly vervaltOp: Datum;
  /** Whose agreement it takes besides. */
  readonly akkoordDoor?: Niveau;
}

export interface GeplandeCheckIn {
  readonly sleutel: string;
  /** The first werkdag of its week. */
  readonly weekVan: Datum;
}

export interface GeplandeStap {
  readonly sleutel: string;
  /** 1 for the first stap. */
  readonly volgnummer: number;
  readonly opentOp: Datum;
  readonly eindigtOp: Datum;
  readonly taken: readonly GeplandeTaak[];
  readonly checkIns: readonly GeplandeCheckIn[];
}

export interface Plan {
  readonly stappen: readonly GeplandeStap[];
  readonly eindigtOp: Datum;
}

/** All days of one stap, once it is known on which day it opens (one that is available, else the next is taken). */
export function planStap(
  stap: ProcesStap,
  volgnummer: number,
  vanaf: Datum,
  kalender: Kalender = GEWONE_KALENDER,
): GeplandeStap {
  const opentOp = eersteBeschikbareDag(kalender, vanaf);
  return {
    sleutel: stap.sleutel,
    volgnummer,
    opentOp,
    eindigtOp: eersteBeschikbareDag(kalender, plusDagen(opentOp, 7 * stap.vensterWeken - 1)),
    taken: stap.taken.flatMap((taak) =>
      taak.uitvoerders.map((uitvoerder) => ({
        sleutel: `${taak.sleutel}.${uitvoerder}`,
        taak: taak.sleutel,
        uitvoerder,
        opentOp: termijn(kalender, opentOp, taak.opentNaWerkdagen),
        vervaltOp: termijn(kalender, opentOp, taak.termijnWerkdagen),
        ...(taak.akkoordDoor && { akkoordDoor: taak.akkoordDoor }),
      })),
    ),
    checkIns: stap.checkIns.map(({ sleutel, week }) => ({
      sleutel,
      weekVan: eersteBeschikbareDag(kalender, plusDagen(opentOp, 7 * (week - 1))),
    })),
  };
}

/** The day on which stap `volgnummer` opens when nothing runs late: the windows before it, in whole weeks from the start. */
export function geplandeOpening(
  sjabloon: ProcesSjabloon,
  startdatum: Datum,
  volgnummer: number,
  kalender: Kalender = GEWONE_KALENDER,
): Datum {
  const weken = sjabloon.stappen.slice(0, volgnummer - 1).reduce((som, stap) => som + stap.vensterWeken, 0);
  return eersteBeschikbareDag(kalender, plusDagen(startdatum, 7 * weken));
}

/** The days on which all stappen open when nothing runs late. */
export function geplandeOpeningen(
  sjabloon: ProcesSjabloon,
  startdatum: Datum,
  kalender: Kalender = GEWONE_KALENDER,
): Datum[] {
  return sjabloon.stappen.map((_, index) => geplandeOpening(sjabloon, startdatum, index + 1, kalender));
}

/**
 * When a cohort next looks whether all its trajecten have ended: at 17:00 on a werkdag after `nu`, from the day on which
 * the last stap was planned to open.
 */
export function volgendeControle(sjabloon: ProcesSjabloon, startdatum: Datum, nu: Instant): Instant {
  const laatsteStap = ochtendVan(geplandeOpening(sjabloon, startdatum, sjabloon.stappen.length));
  return volgendeSluiting(Math.max(nu, laatsteStap));
}

/** Every day of a whole traject that starts on `startdatum` and never runs late. */
export function maakPlan(
  sjabloon: ProcesSjabloon,
  startdatum: Datum,
  kalender: Kalender = GEWONE_KALENDER,
): Plan {
  const openingen = geplandeOpeningen(sjabloon, startdatum, kalender);
  const stappen = sjabloon.stappen.map((stap, index) =>
    planStap(stap, index + 1, openingen[index] ?? startdatum, kalender),
  );
  const laatste = stappen.at(-1);
  if (!laatste) throw new RangeError(`sjabloon ${sjabloon.sleutel} heeft geen stappen`);
  return { stappen, eindigtOp: laatste.eindigtOp };
}
