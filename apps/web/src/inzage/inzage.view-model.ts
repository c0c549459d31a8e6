import type { Fout, Gemeente, Inzage, NieuweInzage } from '../api/types.js';

/** The form as it stands. */
export interface InzageInvoer {
  readonly cohortId: string;
  readonly gemeente: Gemeente | null;
  readonly reden: string;
  readonly uren: number;
}

/** Hours that can be chosen; the API allows no more. */
export const UREN = [1, 2, 3, 4] as const;

export const LEEG: InzageInvoer = { cohortId: '', gemeente: null, reden: '', uren: 1 };

export function foutenIn({ cohortId, gemeente, reden }: InzageInvoer): Fout[] {
  return [
    ...(cohortId === '' ? [{ pad: 'cohortId', zin: 'Kies een cohort.' }] : []),
    ...(gemeente === null ? [{ pad: 'gemeentecode', zin: 'Kies een gemeente.' }] : []),
    ...(reden.trim().length < 10
      ? [{ pad: 'reden', zin: 'Schrijf in ten minste 10 tekens op waarom u dit traject moet lezen.' }]
      : []),
  ];
}

export const verzoekVan = ({ cohortId, gemeente, reden, uren }: InzageInvoer): NieuweInzage => ({
  cohortId,
  ...(gemeente === null ? {} : { gemeentecode: gemeente.code }),
  reden: reden.trim(),
  uren,
});

/** What stands in the list of gemeenten when none is chosen. */
export function keuzeZin(cohortGekozen: boolean, aantalGemeenten: number | undefined): string {
  if (!cohortGekozen) return 'Kies eerst een cohort';
  if (aantalGemeenten === undefined) return 'De gemeenten komen eraan…';
  return aantalGemeenten === 0 ? 'Dit cohort heeft nog geen gemeenten' : 'Kies een gemeente';
}

/** The inzage under which somebody reads this traject now: of his own, the one that lasts longest. */
export function inzageVoor(
  items: readonly Inzage[],
  trajectId: string,
  accountId: string | undefined,
): Inzage | undefined {
  return items
    .filter((een) => een.actief && een.trajectId === trajectId && een.accountId === accountId)
    .sort((een, ander) => ander.vervaltOp.localeCompare(een.vervaltOp))[0];
}
