/** Numbers that look like chance and are the same for the same seed, on every machine. */
export interface Toeval {
  /** A whole number from 0 up to and not including `max`. */
  getal(max: number): number;
  /** One of these. @throws RangeError when there are none. */
  kies<T>(lijst: readonly T[]): T;
  uuid(): string;
}

/** @param zaad seed: the same one gives the same sequence (mulberry32). */
export function toeval(zaad: number): Toeval {
  let staat = zaad >>> 0;
  const bits = (): number => {
    staat = (staat + 0x6d2b79f5) >>> 0;
    let t = Math.imul(staat ^ (staat >>> 15), staat | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
  const getal = (max: number): number => Math.floor((bits() / 2 ** 32) * max);
  return {
    getal,
    kies(lijst) {
      const gekozen = lijst[getal(lijst.length)];
      if (gekozen === undefined) throw new RangeError('niets om uit te kiezen');
      return gekozen;
    },
    uuid() {
      const hex = Array.from({ length: 4 }, () => bits().toString(16).padStart(8, '0')).join('');
      // Version 4, variant 1.
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
    },
  };
}
