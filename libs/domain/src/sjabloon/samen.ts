import type { Sjabloon, SjabloonStap } from './sjabloon.js';

/** Which version each stap that a traject has begun is of, by its key, where that is not the version of now. */
export type StapVersies = Readonly<Record<string, number>>;

/**
 * The sjabloon as one traject goes through it: the stappen it began before it went over to another version are as they were
 * then, and the rest is of the version of now.
 * @param eerdere the versions that `versies` names
 * @throws RangeError when one of them lacks the stap
 */
export function metBegonnenStappen(
  huidig: Sjabloon,
  versies: StapVersies,
  eerdere: readonly Sjabloon[],
): Sjabloon {
  const begonnen = Object.entries(versies).map(([sleutel, versie]): SjabloonStap => {
    const stap = eerdere.find((een) => een.versie === versie)?.stappen.find((een) => een.sleutel === sleutel);
    if (!stap)
      throw new RangeError(`versie ${String(versie)} van ${huidig.sleutel} heeft geen stap ${sleutel}`);
    return stap;
  });
  return { ...huidig, stappen: [...begonnen, ...huidig.stappen.slice(begonnen.length)] };
}
