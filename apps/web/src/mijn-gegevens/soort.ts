import type { MijnGegevens } from '../api/types.js';
import { dagKort, dagVan, momentKort } from '../ui/datum.js';
import { alsWoord } from './inhoud.view-model.js';

/** One line of a table; `lijst` stands in its last cell, a line for each. */
export interface GegevensRij {
  readonly id: string;
  readonly cellen: readonly string[];
  readonly lijst?: readonly string[];
  /** The taak that this was the answer to. */
  readonly taakId?: string;
}

/** What is kept of one kind, as a table in words. */
export interface GegevensSoort {
  readonly id: string;
  readonly titel: string;
  readonly uitleg?: string;
  readonly koppen: readonly string[];
  readonly rijen: readonly GegevensRij[];
}

export const GEEN = '–';
export const woord = (woorden: Readonly<Record<string, string>>, sleutel: string): string =>
  woorden[sleutel] ?? alsWoord(sleutel);
export const moment = (tijdstip: string | null): string => (tijdstip === null ? GEEN : momentKort(tijdstip));
export const dag = (tijdstip: string): string => dagKort(dagVan(tijdstip));

/** The API gives the oldest first; somebody looks for the newest. */
export const nieuwsteEerst = <T>(items: readonly T[]): T[] => [...items].reverse();

/** The rows with an ID by their place: what is shown is read once, and does not move. */
export const rijen = <T>(items: readonly T[], cellen: (item: T) => readonly string[]): GegevensRij[] =>
  items.map((item, nummer) => ({ id: String(nummer), cellen: cellen(item) }));

/** The gemeente of a traject, as far as somebody is contactpersoon there. */
export const gemeenteVan = (contactpersonen: MijnGegevens['contactpersonen'], trajectId: string): string =>
  contactpersonen.find((persoon) => persoon.trajectId === trajectId)?.gemeente ?? GEEN;

/** How many lines of a kind are shown at first. */
export const VEEL = 25;
