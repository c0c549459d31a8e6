const PROGRAMMAS: readonly (readonly [RegExp, string])[] = [
  [/Edg/, 'Edge'],
  [/OPR|Opera/, 'Opera'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS|Chromium/, 'Chrome'],
  [/Safari/, 'Safari'],
];
const SYSTEMEN: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'een iPhone'],
  [/iPad/, 'een iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'een Mac'],
  [/Linux|X11/, 'Linux'],
];

const kies = (lijst: readonly (readonly [RegExp, string])[], tekst: string): string | undefined =>
  lijst.find(([vorm]) => vorm.test(tekst))?.[1];

/** A browser in words in which its owner knows it again; no more is kept of the header than that. */
export function apparaatVan(userAgent: string | undefined): string {
  const tekst = (userAgent ?? '').slice(0, 500);
  const programma = kies(PROGRAMMAS, tekst);
  const systeem = kies(SYSTEMEN, tekst);
  if (programma === undefined) return 'Onbekend programma';
  return systeem === undefined ? programma : `${programma} op ${systeem}`;
}
