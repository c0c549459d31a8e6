import type { ResultatenStand } from './simulatie.js';

/** The results of a cohort as a table in plain text. */
export function samenvatting(resultaten: ResultatenStand): string {
  const koppen = [
    'stap',
    'gepland',
    'klaar',
    'taken gedaan',
    'te laat',
    'mails',
    'herinneringen',
    'gesprekken',
  ];
  const rijen = resultaten.stappen.map((stap) =>
    [
      stap.titel,
      resultaten.trajecten,
      stap.afgerond,
      stap.takenIngediend,
      stap.takenTeLaatIngediend,
      stap.berichten,
      stap.herinneringen,
      stap.checkInsGehouden,
    ].map(String),
  );
  const breedtes = koppen.map((kop, kolom) =>
    Math.max(kop.length, ...rijen.map((rij) => rij[kolom]?.length ?? 0)),
  );
  const regel = (cellen: readonly string[]): string =>
    cellen
      .map((cel, kolom) => (kolom === 0 ? cel.padEnd(breedtes[0] ?? 0) : cel.padStart(breedtes[kolom] ?? 0)))
      .join('  ');
  const { structureel, getraind, aandacht, geen } = resultaten.uitkomsten;
  return [
    regel(koppen),
    ...rijen.map(regel),
    '',
    `Uitkomsten: structureel ${String(structureel)}, getraind ${String(getraind)}, aandacht ${String(aandacht)}, geen ${String(geen)}.`,
  ].join('\n');
}
