/** A calendar day without time or zone, `YYYY-MM-DD` (ISO 8601, proleptic Gregorian), from the year 1 on. */
export type Datum = string;

const VORM = /^\d{4}-\d{2}-\d{2}$/;
const DAGEN_PER_400_JAAR = 146_097;
/** Days from 1 March of the year 0 to 1970-01-01. */
const BEGIN = 719_468;

/**
 * Days since 1970-01-01 by arithmetic alone (H. Hinnant, *chrono-compatible low-level date algorithms*, `days_from_civil`):
 * a year is counted from March, so that the leap day is its last. `Date` takes ten times as long, and a draaiboek asks this
 * hundreds of thousands of times.
 */
function dagenTot(jaar: number, maand: number, dag: number): number {
  const j = maand <= 2 ? jaar - 1 : jaar;
  const eeuwen = Math.floor(j / 400);
  const inEeuwen = j - eeuwen * 400;
  const dagVanJaar = Math.floor((153 * (maand + (maand > 2 ? -3 : 9)) + 2) / 5) + dag - 1;
  const dagVanEeuwen = inEeuwen * 365 + Math.floor(inEeuwen / 4) - Math.floor(inEeuwen / 100) + dagVanJaar;
  return eeuwen * DAGEN_PER_400_JAAR + dagVanEeuwen - BEGIN;
}

const twee = (getal: number): string => (getal < 10 ? `0${String(getal)}` : String(getal));

/** The day that is `nummer` whole days after 1970-01-01 (`civil_from_days` of the same). */
export function datumVan(nummer: number): Datum {
  const vanaf = nummer + BEGIN;
  const eeuwen = Math.floor(vanaf / DAGEN_PER_400_JAAR);
  const dag = vanaf - eeuwen * DAGEN_PER_400_JAAR;
  const jaren = Math.floor(
    (dag - Math.floor(dag / 1460) + Math.floor(dag / 36_524) - Math.floor(dag / 146_096)) / 365,
  );
  const dagVanJaar = dag - (365 * jaren + Math.floor(jaren / 4) - Math.floor(jaren / 100));
  const m = Math.floor((5 * dagVanJaar + 2) / 153);
  const maand = m < 10 ? m + 3 : m - 9;
  const jaar = jaren + eeuwen * 400 + (maand <= 2 ? 1 : 0);
  const dagVanMaand = dagVanJaar - Math.floor((153 * m + 2) / 5) + 1;
  return `${String(jaar).padStart(4, '0')}-${twee(maand)}-${twee(dagVanMaand)}`;
}

const cijfer = (datum: Datum, plek: number): number => datum.charCodeAt(plek) - 48;

/**
 * Days since 1970-01-01.
 * @throws RangeError when `datum` is not an existing day in the form `YYYY-MM-DD`.
 */
export function dagnummer(datum: Datum): number {
  if (!VORM.test(datum)) throw new RangeError(`geen datum in de vorm JJJJ-MM-DD: ${datum}`);
  const jaar = 1000 * cijfer(datum, 0) + 100 * cijfer(datum, 1) + 10 * cijfer(datum, 2) + cijfer(datum, 3);
  const maand = 10 * cijfer(datum, 5) + cijfer(datum, 6);
  const dag = 10 * cijfer(datum, 8) + cijfer(datum, 9);
  const nummer = dagenTot(jaar, maand, dag);
  // Up to the 28th every month has its days; a database knows no year 0.
  const bestaat =
    jaar > 0 && maand >= 1 && maand <= 12 && dag >= 1 && (dag <= 28 || datumVan(nummer) === datum);
  if (!bestaat) throw new RangeError(`deze dag bestaat niet: ${datum}`);
  return nummer;
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
