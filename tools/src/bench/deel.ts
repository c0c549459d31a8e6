/** One aim, and what was measured of it. */
export interface Doel {
  readonly naam: string;
  /** A sentence with the figure that is aimed at. */
  readonly streef: string;
  readonly gemeten: string;
  readonly gehaald: boolean;
}

export interface Uitslag {
  readonly doelen: readonly Doel[];
  /** Rows of the table that is shown; each with the same columns. */
  readonly tabel: readonly Readonly<Record<string, string | number>>[];
  /** All figures, for the file. */
  readonly cijfers: unknown;
}

/** A part of the bench, by the name that is given on the command line. It cleans up after itself. */
export interface BenchDeel {
  readonly naam: string;
  meet(): Promise<Uitslag>;
}
