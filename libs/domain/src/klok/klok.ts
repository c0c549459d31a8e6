import type { Instant } from '../kalender/amsterdam.js';

/**
 * The time that the domain lives by, as a linear map of real time (ADR 0007): at the real instant `echt` it is `domein`,
 * and it runs `factor` times as fast. The clock of a real cohort is `GEWONE_KLOK`. All in ms.
 */
export interface Klok {
  readonly echt: Instant;
  readonly domein: Instant;
  readonly factor: number;
  /** Grows with each change, so that an older message about the clock can be told apart. */
  readonly versie: number;
}

export const GEWONE_KLOK: Klok = { echt: 0, domein: 0, factor: 1, versie: 0 };

/** Seconds in a day: at one day per second a practice clock runs this many times as fast. */
export const SECONDEN_PER_DAG = 86_400;

export function domeinTijd(klok: Klok, echt: Instant): Instant {
  return Math.floor(klok.domein + (echt - klok.echt) * klok.factor);
}

/** The first real instant (whole ms, by rounding at times one later) at which the domain has reached `domein`. */
export function echteTijd(klok: Klok, domein: Instant): Instant {
  // Rounded before it is added: a sum as large as today's time has no room for parts of a ms.
  return klok.echt + Math.ceil((domein - klok.domein) / klok.factor);
}

/** A clock that starts at `begin` now, at `dagenPerSeconde` days of domain time per real second. */
export function oefenklok(echtNu: Instant, begin: Instant, dagenPerSeconde: number): Klok {
  return { echt: echtNu, domein: begin, factor: dagenPerSeconde * SECONDEN_PER_DAG, versie: 1 };
}

/** The same clock, moved forward so that it is `naar` now; a moment in the past leaves it as it is. */
export function verzetKlok(klok: Klok, echtNu: Instant, naar: Instant): Klok {
  if (naar <= domeinTijd(klok, echtNu)) return klok;
  return { ...klok, echt: echtNu, domein: naar, versie: klok.versie + 1 };
}
