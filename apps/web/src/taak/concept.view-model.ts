import type { Veld } from '@maatwerktraject/domain';
import type { Versies } from '../api/types.js';
import type { Inhoud } from './antwoorden.view-model.js';
import { ApiFout, isNietAangemeld, isTijdelijk, zinVan } from '../api/fout.js';

/** How the draft of a form stands. `om` is a time as on the wall, `HH:MM`. */
export type BewaarStand =
  | { readonly soort: 'rust' }
  | { readonly soort: 'bewaard'; readonly om: string; readonly weggelaten: number }
  | { readonly soort: 'geen-verbinding'; readonly poging: number }
  | { readonly soort: 'niet-aangemeld' }
  | { readonly soort: 'conflict'; readonly bewaard: Versies['bewaard'] | null }
  | { readonly soort: 'geweigerd'; readonly zin: string };

/** What a failed save means: try again by itself, wait for a login, let the user choose, or stop. */
export function naFout(fout: unknown, poging: number): BewaarStand {
  if (isTijdelijk(fout)) return { soort: 'geen-verbinding', poging };
  if (isNietAangemeld(fout)) return { soort: 'niet-aangemeld' };
  if (fout instanceof ApiFout && fout.status === 412)
    return { soort: 'conflict', bewaard: fout.versies?.bewaard ?? null };
  return { soort: 'geweigerd', zin: zinVan(fout) };
}

/** Milliseconds to wait before attempt `poging` (1 is the second one): longer each time, half a minute at most. */
export const wachttijd = (poging: number): number => Math.min(30_000, 2_000 * 2 ** (poging - 1));

/** One line under the form. It changes with the minute and not with each save, so that it is not read out over and over. */
export function standInWoorden(stand: BewaarStand): string {
  switch (stand.soort) {
    case 'rust':
      return 'Uw antwoorden worden vanzelf bewaard.';
    case 'bewaard':
      if (stand.weggelaten === 0) return `Bewaard om ${stand.om} uur.`;
      return stand.weggelaten === 1
        ? `Bewaard om ${stand.om} uur, behalve 1 antwoord dat nog niet klopt.`
        : `Bewaard om ${stand.om} uur, behalve ${String(stand.weggelaten)} antwoorden die nog niet kloppen.`;
    case 'geen-verbinding':
      return 'Nog niet bewaard: er is geen verbinding. Sluit deze pagina niet. Wij proberen het steeds opnieuw.';
    case 'niet-aangemeld':
      return 'Nog niet bewaard: u bent niet meer aangemeld. Wat u hebt ingevuld, staat er nog.';
    case 'conflict':
      return 'Nog niet bewaard: deze taak is ook ergens anders gewijzigd.';
    case 'geweigerd':
      return `Niet bewaard. ${stand.zin}`;
  }
}

/** The questions to which two drafts give another answer; one that is empty in both is the same. */
export const verschillen = (velden: readonly Veld[], een: Inhoud, ander: Inhoud): readonly Veld[] =>
  velden.filter(
    ({ sleutel }) => JSON.stringify(een[sleutel] ?? null) !== JSON.stringify(ander[sleutel] ?? null),
  );
