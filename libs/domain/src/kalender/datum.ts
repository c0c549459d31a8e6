/** A calendar day without time or zone, `YYYY-MM-DD` (ISO 8601, proleptic Gregorian), from the year 1 on. */
export type Datum = string;

const MS_PER_DAG = 86_400_000;
const VORM = /^(\d{4})-\d{2}-\d{2}$/;

/**
 * Days since 1970-01-01.
 * @throws RangeError when `datum` is not an existing day in the form `YYYY-MM-DD`.
 */
export function dagnummer(datum: Datum): number {
  const delen = VORM.exec(datum);
  if (!delen) throw new RangeError(`geen datum in de vorm JJJJ-MM-DD: ${datum}`);
  // `Date.UTC` would take the years up to 99 for those of the last century; a database knows no year 0.
  const ms = delen[1] === '0000' ? NaN : Date.parse(datum);
  if (Number.isNaN(ms) || datumVan(ms / MS_PER_DAG) !== datum)
    throw new RangeError(`deze dag bestaat niet: ${datum}`);
  return ms / MS_PER_DAG;
}

/** The day that is `nummer` whole days after 1970-01-01. */
export function datumVan(nummer: number): Datum {
  return new Date(nummer * MS_PER_DAG).toISOString().slice(0, 10);
}

export function isDatum(waarde: string): boolean {
  try {
    dagnummer(waarde);
    return true;
  } catch {
    return false;
  }
}

export function plusDagen(datum: Datum, dagen: number): Datum {
  return datumVan(dagnummer(datum) + dagen);
}

/** ISO weekday: 1 = Monday … 7 = Sunday. 1970-01-01 was a Thursday. */
export function weekdag(datum: Datum): number {
  return ((((dagnummer(datum) + 3) % 7) + 7) % 7) + 1;
}
