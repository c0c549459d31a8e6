export interface Optie {
  readonly waarde: string;
  readonly label: string;
}

interface VeldBasis {
  readonly sleutel: string;
  readonly label: string;
  readonly hulp?: string;
  readonly verplicht: boolean;
}

export type EnkelVeld =
  | (VeldBasis & { readonly soort: 'tekst' | 'lange-tekst'; readonly maxTekens?: number })
  | (VeldBasis & {
      readonly soort: 'getal';
      readonly min: number;
      readonly max: number;
      readonly eenheid?: string;
    })
  | (VeldBasis & { readonly soort: 'datum' })
  | (VeldBasis & { readonly soort: 'keuze' | 'meerkeuze'; readonly opties: readonly Optie[] });

/** A question per cell, each answered on the same scale. Answer: `{ [rij]: { [kolom]: waarde } }`. */
export type MatrixVeld = VeldBasis & {
  readonly soort: 'matrix';
  readonly rijen: readonly Optie[];
  readonly kolommen: readonly Optie[];
  readonly schaal: readonly Optie[];
};

/** A list of items with the same fields. Answer: `[{ [sleutel]: waarde }, …]`. */
export type LijstVeld = VeldBasis & {
  readonly soort: 'lijst';
  readonly itemNaam: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly velden: readonly EnkelVeld[];
};

/** One question of a form, as data. */
export type Veld = EnkelVeld | MatrixVeld | LijstVeld;

export type EnkeleWaarde = string | number | readonly string[] | null;
export type MatrixWaarde = Readonly<Record<string, Readonly<Record<string, string>>>>;
export type LijstWaarde = readonly Readonly<Record<string, EnkeleWaarde>>[];
export type VeldWaarde = EnkeleWaarde | MatrixWaarde | LijstWaarde;

/** The answers of one form, by the key of the field. */
export type Antwoord = Readonly<Record<string, VeldWaarde>>;
