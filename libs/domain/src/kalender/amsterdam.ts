import { dagnummer, datumVan, weekdag, type Datum } from './datum.js';

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

const UUR = 3_600_000;
const DAG = 24 * UUR;

const twee = (getal: number): string => String(getal).padStart(2, '0');

function laatsteZondag(jaar: number, maand: number): number {
  const laatste = datumVan(Date.UTC(jaar, maand, 0) / DAG);
  return dagnummer(laatste) - (weekdag(laatste) % 7);
}

const perJaar = new Map<number, readonly [Instant, Instant]>();

/** From when to when it is summer time in a year. */
function zomertijd(jaar: number): readonly [Instant, Instant] {
  const bekend = perJaar.get(jaar);
  if (bekend) return bekend;
  const grens = (maand: number): Instant => laatsteZondag(jaar, maand) * DAG + UUR;
  const grenzen = [grens(3), grens(10)] as const;
  perJaar.set(jaar, grenzen);
  return grenzen;
}

/**
 * Offset of Europe/Amsterdam from UTC in ms. Directive 2000/84/EC: summer time runs from the last Sunday of March to
 * the last Sunday of October, both at 01:00 UTC. Written out, and not asked of `Intl`, because this also runs in
 * workflows, where an answer must not change with the host's time zone data. Valid from 1996.
 */
export function amsterdamOffset(instant: Instant): number {
  const [begin, eind] = zomertijd(new Date(instant).getUTCFullYear());
  return instant >= begin && instant < eind ? 2 * UUR : UUR;
}

/**
 * The instant at which a clock in Amsterdam shows `tijd` (`HH:MM`) on `datum`. The hour that is skipped in March gives
 * the instant as if summer time had not begun; of the hour that comes twice in October the first is taken.
 */
export function instantVan(datum: Datum, tijd: string): Instant {
  const delen = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(tijd);
  if (!delen) throw new RangeError(`geen tijd in de vorm UU:MM: ${tijd}`);
  const alsUtc = dagnummer(datum) * DAG + Number(delen[1]) * UUR + Number(delen[2]) * 60_000;
  const zomer = alsUtc - 2 * UUR;
  return amsterdamOffset(zomer) === 2 * UUR ? zomer : alsUtc - UUR;
}

/** The day and the time (`HH:MM`) that a clock in Amsterdam shows at this instant. */
export function lokaleTijd(instant: Instant): { datum: Datum; tijd: string } {
  const lokaal = instant + amsterdamOffset(instant);
  const nummer = Math.floor(lokaal / DAG);
  const minuten = Math.floor((lokaal - nummer * DAG) / 60_000);
  const tijd = `${twee(Math.floor(minuten / 60))}:${twee(minuten % 60)}`;
  return { datum: datumVan(nummer), tijd };
}
