import type { Diensttoken } from '../api/types.js';
import type { MerkSoort } from '../ui/merk.component.js';
import { ROL_NAAM } from '../ui/woorden.js';

export interface TokenStand {
  readonly soort: MerkSoort;
  readonly tekst: string;
  /** What is wrong and what to do; null when that needs no words. */
  readonly uitleg: string | null;
}

/** Whether a token works, as the API says: it decides in the same way on a request with the token. */
export function tokenStand({ stand, rol }: Pick<Diensttoken, 'stand' | 'rol'>): TokenStand {
  const naam = ROL_NAAM[rol].toLowerCase();
  switch (stand) {
    case 'werkt':
      return { soort: 'goed', tekst: 'Werkt', uitleg: null };
    case 'zonder-cohort':
      return {
        soort: 'let-op',
        tekst: 'Werkt, zonder cohort',
        uitleg: `De dienst ziet als ${naam} geen enkel cohort. Geef hierboven toegang tot een cohort.`,
      };
    case 'zonder-rol':
      return {
        soort: 'fout',
        tekst: 'Werkt niet',
        uitleg: `Deze dienst is nu geen ${naam}. Geef hierboven toegang tot een cohort als ${naam}.`,
      };
    case 'geblokkeerd':
      return {
        soort: 'fout',
        tekst: 'Werkt niet',
        uitleg: 'Deze dienst is niet actief. Maak het account eerst weer actief.',
      };
    case 'verlopen':
      return { soort: 'rust', tekst: 'Verlopen', uitleg: null };
    case 'ingetrokken':
      return { soort: 'rust', tekst: 'Ingetrokken', uitleg: null };
  }
}

/** A token that does not work now can work again later, unless it has ended for good. */
export const isInTeTrekken = ({ stand }: Pick<Diensttoken, 'stand'>): boolean =>
  stand !== 'verlopen' && stand !== 'ingetrokken';
