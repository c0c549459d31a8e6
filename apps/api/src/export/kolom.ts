/** Types of Frictionless Table Schema that this export uses. A `datetime` is an instant in UTC. */
export type KolomType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime';

/** One variable: its name in the file, what it means, and the SQL that gives it. The single source of all three. */
export interface Kolom {
  /** ASCII snake_case of at most 32 characters: also valid in SPSS, Stata and R. */
  readonly naam: string;
  readonly type: KolomType;
  readonly omschrijving: string;
  readonly sql: string;
  readonly eenheid?: string;
  /** The values that occur. */
  readonly waarden?: readonly string[];
  /** Never empty. */
  readonly verplicht?: boolean;
  /** Written by a person: protected against being run as a formula by a spreadsheet. */
  readonly vrijeTekst?: boolean;
}

export interface Tabel {
  readonly naam: string;
  readonly titel: string;
  readonly omschrijving: string;
  readonly kolommen: readonly Kolom[];
  readonly sleutel: readonly string[];
  readonly verwijzingen: readonly {
    readonly velden: readonly string[];
    readonly tabel: string;
    readonly naar: readonly string[];
  }[];
  /** FROM and what belongs to it; `$1` is the cohort. */
  readonly bron: string;
  readonly volgorde: string;
}

export const bestandVan = (tabel: Pick<Tabel, 'naam'>): string => `${tabel.naam}.csv`;

type Soort = Omit<Kolom, 'naam' | 'type' | 'omschrijving' | 'sql'>;

/** A column; without `sql` it is a column of the same name in the table `alias`. */
export const kolommenVan =
  (alias: string) =>
  (
    naam: string,
    type: KolomType,
    omschrijving: string,
    extra: Soort & { readonly sql?: string } = {},
  ): Kolom => ({
    sql: `${alias}.${naam}`,
    ...extra,
    naam,
    type,
    omschrijving,
  });

// Text for dates and instants, so that no time zone of a program in between can shift them.
const alsTekst: Readonly<Partial<Record<KolomType, (sql: string) => string>>> = {
  date: (sql) => `to_char(${sql}, 'YYYY-MM-DD')`,
  datetime: (sql) => `to_char((${sql}) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`,
  boolean: (sql) => `CASE WHEN (${sql}) THEN 'true' WHEN NOT (${sql}) THEN 'false' END`,
};

/** The query of a table: its columns in order, one row per row of the file. */
export function selectVan(tabel: Tabel): string {
  const kolommen = tabel.kolommen.map(
    ({ naam, type, sql }) => `${alsTekst[type]?.(sql) ?? sql} AS "${naam}"`,
  );
  return `SELECT ${kolommen.join(',\n  ')}\n${tabel.bron}\nORDER BY ${tabel.volgorde}`;
}
