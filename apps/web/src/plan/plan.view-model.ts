import { BERICHTSOORTEN } from '@maatwerktraject/domain';
import { BERICHT_SOORT_NAAM } from '../ui/woorden.js';

/** The name of a kind of mail; a kind that this app does not know keeps its key. */
export function mailNaam(soort: string): string {
  const bekend = BERICHTSOORTEN.find((een) => een === soort);
  return bekend ? BERICHT_SOORT_NAAM[bekend].toLowerCase() : soort;
}

/** Minutes as `6 uur en 15 minuten`. */
export function urenInWoorden(minuten: number): string {
  const uren = Math.floor(minuten / 60);
  const rest = minuten % 60;
  if (uren === 0) return `${String(rest)} minuten`;
  return rest === 0 ? `${String(uren)} uur` : `${String(uren)} uur en ${String(rest)} minuten`;
}
