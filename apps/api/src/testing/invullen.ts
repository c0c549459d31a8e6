import type { Wereld } from './werelden.js';

/** What tells somebody how this was built: code, paths, statements, names of tables. */
export const BINNENKANT =
  /node_modules|\.(ts|js):\d|\bat \w+ \(|stack|SELECT |INSERT |QueryFailed|relation "|syntax error|violates|typeorm|maatwerktraject_/;

/** A path with something of this world for each of its parameters, or what `extra` gives for it. */
export function invullen(
  vorm: string,
  { cohortId, trajecten }: Wereld,
  extra: Readonly<Record<string, string>> = {},
): string {
  const trajectId = trajecten[0].id;
  const waarden: Readonly<Record<string, string>> = {
    ...{ cohortId, trajectId, taakId: `${trajectId}.inventariseren.startgegevens.hoofdcontact` },
    ...{ stap: 'inventariseren', sleutel: 'startgesprek', versie: '1', bestand: 'trajecten.csv' },
    // There is no such session, grant, account, token or inzage.
    ...{ sessieId: cohortId, toekenningId: cohortId, accountId: cohortId, tokenId: cohortId },
    ...{ inzageId: cohortId, rol: 'adviseur' },
    ...extra,
  };
  return vorm.replace(/\{(\w+)\}/g, (_, naam: string) => waarden[naam] ?? '');
}
