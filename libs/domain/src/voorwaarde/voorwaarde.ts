import { ochtendVan } from '../kalender/verzendtijd.js';
import { plusWerkdagen } from '../kalender/werkdagen.js';
import { lokaleTijd, type Instant } from '../kalender/amsterdam.js';
import { geplandeOpening } from '../plan/plan.js';
import type { ProcesSjabloon } from '../sjabloon/sjabloon.js';

/** From which day the moment of a condition counts: that of a groepssessie (its ID), or on which a stap is planned to open. */
export type Peil =
  | { readonly groepssessie: string; readonly werkdagen: number }
  | { readonly stap: string; readonly werkdagen: number };

/**
 * What is measured. `onder` of the first two is a part of all trajecten, from 0 to 1; of the last it is a number of
 * gemeenten that were invited.
 */
export type Toets =
  | { readonly soort: 'deel-afgerond'; readonly stap: string; readonly onder: number }
  | { readonly soort: 'deel-ingediend'; readonly stap: string; readonly taak: string; readonly onder: number }
  | { readonly soort: 'aanwezigen-minimaal'; readonly groepssessie: string; readonly onder: number };
export const TOETSSOORTEN = ['deel-afgerond', 'deel-ingediend', 'aanwezigen-minimaal'] as const;

/** A condition of a cohort, as data: "if under 70% finished stap 1 a week before the session, tell the adviseur". */
export interface Voorwaarde {
  readonly sleutel: string;
  readonly peil: Peil;
  readonly toets: Toets;
  readonly dan: { readonly bericht: 'adviseur' };
}

/** What was counted: how many there are, how many of them do as asked, and which trajecten do not. */
export interface Meting {
  readonly totaal: number;
  readonly voldoen: number;
  readonly achter: readonly string[];
}

export interface Toetsuitslag {
  readonly deel: number;
  readonly onder: number;
  readonly geraakt: boolean;
}

/** What a count means for a condition. Of nothing at all nobody is behind: then a part is 1. */
export function weeg({ toets }: Voorwaarde, { totaal, voldoen }: Meting): Toetsuitslag {
  const { onder } = toets;
  if (toets.soort === 'aanwezigen-minimaal') return { deel: voldoen, onder, geraakt: voldoen < onder };
  const deel = totaal === 0 ? 1 : voldoen / totaal;
  return { deel, onder, geraakt: deel < onder };
}

/** What a condition is looked at with. */
export interface Peilstand {
  readonly sjabloon: ProcesSjabloon;
  readonly startdatum: string;
  /** When a groepssessie begins; undefined when there is none (any more). */
  readonly beginVan: (groepssessie: string) => Instant | undefined;
}

/** When a condition is tested: at 09:00 on a werkdag. Undefined when its groepssessie is not there. */
export function momentVanVoorwaarde({ peil }: Voorwaarde, stand: Peilstand): Instant | undefined {
  if ('stap' in peil) {
    const plek = stand.sjabloon.stappen.findIndex(({ sleutel }) => sleutel === peil.stap);
    if (plek < 0) return undefined;
    const opening = geplandeOpening(stand.sjabloon, stand.startdatum, plek + 1);
    return ochtendVan(plusWerkdagen(opening, peil.werkdagen));
  }
  const begin = stand.beginVan(peil.groepssessie);
  return begin === undefined ? undefined : ochtendVan(plusWerkdagen(lokaleTijd(begin).datum, peil.werkdagen));
}

/** What is wrong with a list of conditions, as one sentence; undefined when nothing is. */
export function foutInVoorwaarden(voorwaarden: readonly Voorwaarde[], stand: Peilstand): string | undefined {
  const sleutels = voorwaarden.map(({ sleutel }) => sleutel);
  if (new Set(sleutels).size < sleutels.length)
    return 'Twee voorwaarden hebben dezelfde sleutel. Geef elke een eigen sleutel.';
  const stappen = new Map(stand.sjabloon.stappen.map((stap) => [stap.sleutel, stap]));
  for (const { sleutel, peil, toets } of voorwaarden) {
    const [genoemd] = [peil, toets].flatMap((deel) =>
      'stap' in deel && !stappen.has(deel.stap) ? [deel.stap] : [],
    );
    if (genoemd !== undefined)
      return `Voorwaarde ${sleutel} noemt een stap die er niet is: ${genoemd}. Kies een stap van het sjabloon.`;
    if (
      toets.soort === 'deel-ingediend' &&
      !stappen.get(toets.stap)?.taken.some((taak) => taak.sleutel === toets.taak)
    )
      return `Voorwaarde ${sleutel} noemt een taak die er niet is: ${toets.taak}. Kies een taak van het sjabloon.`;
    const zonder = [peil, toets].some(
      (deel) => 'groepssessie' in deel && stand.beginVan(deel.groepssessie) === undefined,
    );
    if (zonder)
      return `Voorwaarde ${sleutel} noemt een groepssessie die er niet is. Kies een geplande groepssessie.`;
  }
  return undefined;
}
