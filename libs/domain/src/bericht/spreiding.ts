import type { Instant } from '../kalender/amsterdam.js';
import { lokaleTijd } from '../kalender/amsterdam.js';
import { eersteVerzendmoment, ochtendVan, sluitingVan } from '../kalender/verzendtijd.js';

const MINUUT = 60_000;

/** FNV-1a with the final mixing of MurmurHash3: 32 bits in which each bit of the text counts. */
function hash(tekst: string): number {
  let som = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(tekst)) som = Math.imul(som ^ byte, 0x01000193);
  som = Math.imul(som ^ (som >>> 16), 0x85ebca6b);
  som = Math.imul(som ^ (som >>> 13), 0xc2b2ae35);
  return (som ^ (som >>> 16)) >>> 0;
}

/** How long what has this key waits, in whole ms: always the same, evenly over `[0, breedteMinuten)`. */
export const spreiding = (sleutel: string, breedteMinuten: number): number =>
  Math.floor((hash(sleutel) / 2 ** 32) * Math.max(0, breedteMinuten) * MINUUT);

/**
 * When a mail that belongs at `op` may leave, given the width over which a morning's mail is spread. Only what waits for
 * 09:00 is many mails of one moment; what follows during the day from what somebody did, leaves at once. Never at or
 * after 17:00, however wide.
 */
export function gespreidMoment(op: Instant, sleutel: string, breedteMinuten: number): Instant {
  const eerste = eersteVerzendmoment(op);
  const { datum } = lokaleTijd(eerste);
  if (eerste !== ochtendVan(datum)) return eerste;
  const ruimte = (sluitingVan(datum) - eerste) / MINUUT;
  return eerste + spreiding(sleutel, Math.min(breedteMinuten, ruimte));
}
