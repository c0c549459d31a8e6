import { Contactpersoon, Gemeentecode, type Fout } from '@maatwerktraject/contracts';
import { CsvError, parse } from 'csv-parse/sync';

export const KOLOMMEN = ['gemeentecode', 'naam', 'email', 'niveau', 'hoofdcontact'] as const;
type Kolom = (typeof KOLOMMEN)[number];

/** One line of the file: a contactpersoon of a gemeente. `regel` counts from 1, the header included. */
export interface CsvRij {
  readonly regel: number;
  readonly gemeentecode: string;
  readonly contactpersoon: Contactpersoon;
}

export interface CsvInhoud {
  readonly rijen: readonly CsvRij[];
  readonly fouten: readonly Fout[];
}

const MAX_RIJEN = 20_000;
const JA = new Set(['ja', 'j', 'true', 'waar', '1', 'x']);
const NEE = new Set(['', 'nee', 'n', 'false', 'onwaar', '0']);

export const plek = (regel: number, kolom?: Kolom): string =>
  kolom === undefined ? `regel ${String(regel)}` : `regel ${String(regel)}, kolom ${kolom}`;

const fout = (regel: number, kolom: Kolom | undefined, zin: string): Fout => ({
  pad: plek(regel, kolom),
  zin,
});

function tekstVan(bestand: Uint8Array): string | undefined {
  try {
    // Drops a byte order mark, which Excel writes.
    return new TextDecoder('utf-8', { fatal: true }).decode(bestand);
  } catch {
    return undefined;
  }
}

interface Record {
  readonly info: { readonly lines: number };
  readonly record: string[];
}

function ontleed(tekst: string): Record[] {
  const [kop = ''] = tekst.split(/\r?\n/, 1);
  const puntkomma = (kop.match(/;/g)?.length ?? 0) > (kop.match(/,/g)?.length ?? 0);
  return parse(tekst, {
    delimiter: puntkomma ? ';' : ',',
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
    max_record_size: 10_000,
  }) as unknown as Record[];
}

function foutenInKop(kop: readonly string[]): Fout[] {
  const ontbreekt = KOLOMMEN.filter((kolom) => !kop.includes(kolom)).map((kolom) =>
    fout(1, kolom, `Deze kolom ontbreekt. De eerste regel moet zijn: ${KOLOMMEN.join(',')}`),
  );
  const vreemd = kop.filter(
    (naam, index) => !KOLOMMEN.some((kolom) => kolom === naam) || kop.indexOf(naam) !== index,
  );
  return [
    ...ontbreekt,
    ...vreemd.map((naam) =>
      fout(1, undefined, `De kolom "${naam.slice(0, 40)}" hoort hier niet. Haal deze weg.`),
    ),
  ];
}

const alsKolom = (naam: unknown): Kolom => KOLOMMEN.find((kolom) => kolom === naam) ?? 'naam';

function leesRij(
  cellen: ReadonlyMap<string, string>,
  regel: number,
): { rij: CsvRij | undefined; fouten: Fout[] } {
  const cel = (kolom: Kolom): string => cellen.get(kolom) ?? '';
  const fouten: Fout[] = [];
  const code = Gemeentecode.safeParse(cel('gemeentecode').toUpperCase());
  if (!code.success)
    fouten.push(fout(regel, 'gemeentecode', 'Een gemeentecode is GM met vier cijfers, zoals GM0153.'));
  // A cell that a spreadsheet takes for a formula is no name, and would be one again in a next spreadsheet.
  if (/^[=+\-@]/.test(cel('naam')))
    fouten.push(fout(regel, 'naam', 'Een naam begint niet met =, +, - of @. Haal dit teken weg.'));
  const hoofdcontact = cel('hoofdcontact').toLowerCase();
  if (!JA.has(hoofdcontact) && !NEE.has(hoofdcontact))
    fouten.push(fout(regel, 'hoofdcontact', 'Vul ja of nee in.'));
  const niveau = cel('niveau').toLowerCase();
  const persoon = Contactpersoon.safeParse({
    naam: cel('naam'),
    email: cel('email'),
    niveau,
    hoofdcontact: JA.has(hoofdcontact),
  });
  for (const { path, message } of persoon.error?.issues ?? []) {
    const kolom = alsKolom(path[0]);
    fouten.push(fout(regel, kolom, kolom === 'niveau' ? 'Kies bestuur, beleid of uitvoering.' : message));
  }
  const goed = fouten.length === 0 && code.success && persoon.success;
  return { rij: goed ? { regel, gemeentecode: code.data, contactpersoon: persoon.data } : undefined, fouten };
}

/** Reads the file whole: every line that is good, and every fault by line and column. Never throws on its content. */
export function leesDeelnemersCsv(bestand: Uint8Array): CsvInhoud {
  const tekst = tekstVan(bestand);
  if (tekst === undefined)
    return {
      rijen: [],
      fouten: [
        fout(
          1,
          undefined,
          'Wij kunnen dit bestand niet lezen. Bewaar het als "CSV UTF-8" en probeer het opnieuw.',
        ),
      ],
    };
  let records: Record[];
  try {
    records = ontleed(tekst);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const regel = typeof error['lines'] === 'number' ? error['lines'] : 1;
    return {
      rijen: [],
      fouten: [
        fout(regel, undefined, 'Deze regel klopt niet. Kijk of alle aanhalingstekens in paren staan.'),
      ],
    };
  }
  const [kopRij, ...rest] = records;
  const kop = kopRij?.record.map((naam) => naam.toLowerCase()) ?? [];
  const inKop = foutenInKop(kop);
  if (inKop.length > 0) return { rijen: [], fouten: inKop };
  if (rest.length === 0)
    return { rijen: [], fouten: [fout(2, undefined, 'Er staan geen contactpersonen in het bestand.')] };
  if (rest.length > MAX_RIJEN)
    return { rijen: [], fouten: [fout(MAX_RIJEN, undefined, 'Het bestand heeft te veel regels.')] };
  const rijen: CsvRij[] = [];
  const fouten: Fout[] = [];
  for (const { record, info } of rest) {
    // A cell may hold line breaks; a person looks for the line on which the row begins.
    const regel = info.lines - record.join('').split('\n').length + 1;
    if (record.length !== kop.length)
      fouten.push(
        fout(
          regel,
          undefined,
          `Deze regel heeft ${String(record.length)} kolommen, en dat moeten er ${String(kop.length)} zijn.`,
        ),
      );
    else {
      const gelezen = leesRij(new Map(kop.map((naam, index) => [naam, record[index] ?? ''])), regel);
      if (gelezen.rij) rijen.push(gelezen.rij);
      fouten.push(...gelezen.fouten);
    }
  }
  return { rijen, fouten };
}
