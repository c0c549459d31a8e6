import type { Fout } from '../api/types.js';

export interface CsvFout {
  /** `3, email`: the line, and the column where there is one. */
  readonly waar: string;
  readonly zin: string;
}

/** Splits `regel 3, kolom email` for the table; a fault of the whole file has neither. */
export function csvFouten(fouten: readonly Fout[]): CsvFout[] {
  return fouten.map(({ pad, zin }) => {
    const delen = [/regel (\d+)/.exec(pad)?.[1], /kolom ([^,]+)/.exec(pad)?.[1]];
    return { waar: delen.filter((deel) => deel !== undefined).join(', ') || '–', zin };
  });
}

/** The text of a CSV file. Older versions of Excel write Windows-1252, and then `ë` would break. */
export function csvTekst(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
