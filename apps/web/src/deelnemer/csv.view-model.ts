import type { Fout } from '../api/types.js';

export interface CsvFout {
  readonly regel: string;
  readonly kolom: string;
  readonly zin: string;
}

/** Splits `regel 3, kolom email` for the table; a fault of the whole file has neither. */
export function csvFouten(fouten: readonly Fout[]): CsvFout[] {
  return fouten.map(({ pad, zin }) => ({
    regel: /regel (\d+)/.exec(pad)?.[1] ?? '–',
    kolom: /kolom ([^,]+)/.exec(pad)?.[1] ?? '–',
    zin,
  }));
}

/** The text of a CSV file. Older versions of Excel write Windows-1252, and then `ë` would break. */
export function csvTekst(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
