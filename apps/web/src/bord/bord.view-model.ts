import type { Bord, BordRij, BordStap } from '../api/types.js';
import type { MerkSoort } from '../ui/merk.component.js';
import { aantal, STAP_STATUS_NAAM } from '../ui/woorden.js';

export interface BordCel {
  readonly soort: MerkSoort;
  readonly tekst: string;
  /** How far the stap is; empty when there is nothing to count yet. */
  readonly toelichting: string;
}

/** One cell of the board: lateness goes before everything else. */
export function cel(stap: BordStap): BordCel {
  const klaar = `${String(stap.takenKlaar)} van ${aantal(stap.takenTotaal, 'taak', 'taken')} klaar`;
  if (stap.takenTeLaat > 0)
    return {
      soort: 'fout',
      tekst: `${aantal(stap.takenTeLaat, 'taak', 'taken')} te laat`,
      toelichting: klaar,
    };
  const tekst = STAP_STATUS_NAAM[stap.status];
  switch (stap.status) {
    case 'gepland':
      return { soort: 'rust', tekst, toelichting: '' };
    case 'open':
      return { soort: 'bezig', tekst, toelichting: klaar };
    case 'wacht-op-akkoord':
      return { soort: 'let-op', tekst, toelichting: klaar };
    case 'afgerond':
      return { soort: 'goed', tekst, toelichting: '' };
  }
}

export type BordFilter = 'alles' | 'te-laat' | 'wacht-op-akkoord' | 'post';

const vraagtAandacht = ({ post }: BordRij): boolean =>
  post !== null && post.adresproblemen + post.onbekend + post.mislukt > 0;

function past(rij: BordRij, filter: BordFilter): boolean {
  switch (filter) {
    case 'alles':
      return true;
    case 'te-laat':
      return rij.takenTeLaat > 0;
    case 'wacht-op-akkoord':
      return rij.stappen.some(({ status }) => status === 'wacht-op-akkoord');
    case 'post':
      return vraagtAandacht(rij);
  }
}

export const gefilterd = (bord: Bord, filter: BordFilter): BordRij[] =>
  bord.items.filter((rij) => past(rij, filter));

/** The board in one sentence. */
export function samenvatting(bord: Bord): string {
  const gemeenten = aantal(bord.items.length, 'gemeente', 'gemeenten');
  const achter = gefilterd(bord, 'te-laat').length;
  const wacht = gefilterd(bord, 'wacht-op-akkoord').length;
  const akkoord =
    wacht === 1
      ? 'Bij 1 wacht een stap op uw akkoord.'
      : `Bij ${String(wacht)} wacht een stap op uw akkoord.`;
  return `${gemeenten}. Bij ${String(achter)} is een taak te laat. ${akkoord}`;
}
