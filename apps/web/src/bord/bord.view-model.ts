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

export type BordFilter = 'alles' | 'te-laat' | 'wacht-op-akkoord' | 'post' | 'staat-stil';

const vraagtAandacht = ({ post }: BordRij): boolean =>
  post !== null && post.adresproblemen + post.onbekend + post.mislukt > 0;

/** What is said of a gemeente that does not go on; null for the others. */
export function rijMerk({ status }: Pick<BordRij, 'status'>): { soort: MerkSoort; tekst: string } | null {
  if (status === 'gepauzeerd') return { soort: 'let-op', tekst: 'Gepauzeerd' };
  return status === 'teruggetrokken' ? { soort: 'rust', tekst: 'Gestopt' } : null;
}

function past(rij: BordRij, filter: BordFilter): boolean {
  switch (filter) {
    case 'alles':
      return true;
    case 'te-laat':
      return rij.takenTeLaat > 0;
    case 'wacht-op-akkoord':
      return rij.status === 'lopend' && rij.stappen.some(({ status }) => status === 'wacht-op-akkoord');
    case 'post':
      return vraagtAandacht(rij);
    case 'staat-stil':
      return rijMerk(rij) !== null;
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
  const pauze = bord.items.filter(({ status }) => status === 'gepauzeerd').length;
  const gestopt = bord.items.filter(({ status }) => status === 'teruggetrokken').length;
  return [
    `${gemeenten}. Bij ${String(achter)} is een taak te laat. ${akkoord}`,
    ...(pauze > 0 ? [`${aantal(pauze, 'gemeente heeft', 'gemeenten hebben')} pauze.`] : []),
    ...(gestopt > 0 ? [`${aantal(gestopt, 'gemeente is', 'gemeenten zijn')} gestopt.`] : []),
  ].join(' ');
}
