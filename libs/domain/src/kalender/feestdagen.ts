import { datumVan, dagnummer, plusDagen, weekdag, type Datum } from './datum.js';

/**
 * Version of the rules below: Algemene termijnenwet, art. 3 (text in force since 2010), with Koningsdag on 27 April
 * since 2014. A change of the law gets a new version; running trajecten keep the one they started with.
 */
export const KALENDER_VERSIE = 'atw-1';

/** Easter Sunday in the Gregorian calendar (Meeus/Jones/Butcher, *Astronomical Algorithms*, ch. 8). */
export function eerstePaasdag(jaar: number): Datum {
  const a = jaar % 19;
  const b = Math.floor(jaar / 100);
  const c = jaar % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const maand = Math.floor((h + l - 7 * m + 114) / 31);
  const dag = ((h + l - 7 * m + 114) % 31) + 1;
  return datumVan(Date.UTC(jaar, maand - 1, dag) / 86_400_000);
}

function koningsdag(jaar: number): Datum {
  const dag = `${String(jaar)}-04-27`;
  return weekdag(dag) === 7 ? plusDagen(dag, -1) : dag;
}

const perJaar = new Map<number, ReadonlyMap<Datum, string>>();

/** The holidays of one year on which no term ends, with their Dutch names. */
export function feestdagen(jaar: number): ReadonlyMap<Datum, string> {
  const bekend = perJaar.get(jaar);
  if (bekend) return bekend;
  const j = String(jaar);
  const pasen = eerstePaasdag(jaar);
  // Hemelvaartsdag can fall on 5 mei: the later name then stands, the day counts once.
  const dagen = new Map<Datum, string>([
    [`${j}-01-01`, 'nieuwjaarsdag'],
    [plusDagen(pasen, -2), 'Goede Vrijdag'],
    [plusDagen(pasen, 1), 'tweede paasdag'],
    [koningsdag(jaar), 'Koningsdag'],
    [`${j}-05-05`, 'Bevrijdingsdag'],
    [plusDagen(pasen, 39), 'Hemelvaartsdag'],
    [plusDagen(pasen, 50), 'tweede pinksterdag'],
    [`${j}-12-25`, 'eerste kerstdag'],
    [`${j}-12-26`, 'tweede kerstdag'],
  ]);
  perJaar.set(jaar, dagen);
  return dagen;
}

/** The name of the holiday on this day, or undefined. */
export function feestdagOp(datum: Datum): string | undefined {
  dagnummer(datum);
  return feestdagen(Number(datum.slice(0, 4))).get(datum);
}
