import { Transform, type Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { Tabel } from './kolom.js';

type Rij = Readonly<Record<string, unknown>>;

const VORM = { record_delimiter: 'windows', header: true } as const;

/** A text that a spreadsheet would run as a formula gets an apostrophe in front of it. */
export const zonderFormule = (tekst: string): string => (/^[=+\-@\t\r]/.test(tekst) ? `'${tekst}` : tekst);

/** RFC 4180: CRLF, quotes where needed, empty for what is missing. */
export function alsCsv(rijen: Readable, tabel: Pick<Tabel, 'kolommen'>): Readable {
  const vrij = tabel.kolommen.filter(({ vrijeTekst }) => vrijeTekst).map(({ naam }) => naam);
  const veilig = new Transform({
    objectMode: true,
    transform(rij: Rij, _encoding, klaar) {
      const teksten = vrij.flatMap((naam) => {
        const tekst = rij[naam];
        return typeof tekst === 'string' ? [[naam, zonderFormule(tekst)] as const] : [];
      });
      klaar(null, { ...rij, ...Object.fromEntries(teksten) });
    },
  });
  const csv = stringify({ ...VORM, columns: tabel.kolommen.map(({ naam }) => naam) });
  // A fault at the source must reach who reads the file, and who stops reading must stop the source.
  rijen.once('error', (fout) => veilig.destroy(fout));
  veilig.once('error', (fout) => csv.destroy(fout));
  csv.once('close', () => {
    veilig.destroy();
    rijen.destroy();
  });
  return rijen.pipe(veilig).pipe(csv);
}

/** The same for rows that are at hand. */
export function rijenAlsCsv(kop: readonly string[], rijen: readonly (readonly string[])[]): Readable {
  const csv = stringify({ ...VORM, columns: [...kop] });
  for (const rij of rijen) csv.write(rij);
  csv.end();
  return csv;
}
