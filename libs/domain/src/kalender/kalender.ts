import type { Instant } from './amsterdam.js';
import { lokaleTijd } from './amsterdam.js';
import { plusDagen, weekdag as isoWeekdag, type Datum } from './datum.js';
import { feestdagOp } from './feestdagen.js';
import { ochtendVan, sluitingVan } from './verzendtijd.js';
import { eersteWerkdagVanaf, isWerkdag, plusWerkdagen } from './werkdagen.js';

/** Days on which a cohort leaves its gemeenten alone, such as a zomerreces; both ends included. */
export interface Rustperiode {
  readonly naam: string;
  readonly van: Datum;
  readonly tot: Datum;
}

/**
 * What a cohort adds to the werkdagen of everyone (ADR 0022). In a rustperiode no mail leaves and no date falls; the days
 * do count in a term. `versie` grows with each change, so that an older message about it can be told apart.
 */
export interface Kalender {
  readonly versie: number;
  readonly rustperiodes: readonly Rustperiode[];
}

export const GEWONE_KALENDER: Kalender = { versie: 0, rustperiodes: [] };

export function rustperiodeOp({ rustperiodes }: Kalender, datum: Datum): Rustperiode | undefined {
  return rustperiodes.find(({ van, tot }) => van <= datum && datum <= tot);
}

/** Whether people may be asked something on this day: a werkdag outside the rustperiodes. */
export function isBeschikbaar(kalender: Kalender, datum: Datum): boolean {
  return isWerkdag(datum) && !rustperiodeOp(kalender, datum);
}

/** This day, or the first one after it on which people may be asked something. */
export function eersteBeschikbareDag(kalender: Kalender, datum: Datum): Datum {
  let dag = eersteWerkdagVanaf(datum);
  for (let rust = rustperiodeOp(kalender, dag); rust; rust = rustperiodeOp(kalender, dag))
    dag = eersteWerkdagVanaf(plusDagen(rust.tot, 1));
  return dag;
}

/** The day that lies `werkdagen` werkdagen from `datum`, moved out of a rustperiode when it falls in one. */
export function termijn(kalender: Kalender, datum: Datum, werkdagen: number): Datum {
  return eersteBeschikbareDag(kalender, plusWerkdagen(datum, werkdagen));
}

/** The first instant from `vanaf` on at which a mail of this cohort may leave. */
export function eersteMailmoment(kalender: Kalender, vanaf: Instant): Instant {
  const { datum } = lokaleTijd(vanaf);
  if (isBeschikbaar(kalender, datum)) {
    if (vanaf <= ochtendVan(datum)) return ochtendVan(datum);
    if (vanaf < sluitingVan(datum)) return vanaf;
  }
  return ochtendVan(eersteBeschikbareDag(kalender, plusDagen(datum, 1)));
}

/** A step in how a day was found, to be shown to who asks why a mail came when it came. */
export type Rekenstap =
  | { readonly stap: 'basis'; readonly van: Datum; readonly naar: Datum }
  | { readonly stap: 'plus-werkdagen'; readonly van: Datum; readonly naar: Datum; readonly aantal: number }
  | { readonly stap: 'feestdag'; readonly van: Datum; readonly naar: Datum; readonly naam: string }
  | { readonly stap: 'rustperiode'; readonly van: Datum; readonly naar: Datum; readonly naam: string };

/** How `termijn` comes to its day: the werkdagen counted, the holidays passed over, the rustperiodes moved out of. */
export function herleid(kalender: Kalender, basis: Datum, werkdagen: number): Rekenstap[] {
  const geteld = plusWerkdagen(basis, werkdagen);
  const stappen: Rekenstap[] = [{ stap: 'basis', van: basis, naar: basis }];
  if (geteld !== basis) stappen.push({ stap: 'plus-werkdagen', van: basis, naar: geteld, aantal: werkdagen });
  const [eerste, laatste] = basis < geteld ? [basis, geteld] : [geteld, basis];
  for (let dag = eerste; dag <= laatste; dag = plusDagen(dag, 1)) {
    const naam = feestdagOp(dag);
    if (naam) stappen.push({ stap: 'feestdag', van: dag, naar: dag, naam });
  }
  let dag = geteld;
  for (let rust = rustperiodeOp(kalender, dag); rust; rust = rustperiodeOp(kalender, dag)) {
    const naar = eersteWerkdagVanaf(plusDagen(rust.tot, 1));
    stappen.push({ stap: 'rustperiode', van: dag, naar, naam: rust.naam });
    dag = naar;
  }
  return stappen;
}

/** Weeks that a rustperiode may last at most; a digest day that fell in one is looked for this far back. */
const LANGSTE_RUST_WEKEN = 12;

/**
 * The first day from `vanaf` on of a weekly rhythm on ISO weekday `weekdag`. An occurrence on a day that is not available
 * moves to the next that is, and then counts there.
 */
export function volgendeWekelijkse(kalender: Kalender, weekdag: number, vanaf: Datum): Datum {
  let kandidaat = plusDagen(vanaf, -7 * LANGSTE_RUST_WEKEN);
  while (isoWeekdag(kandidaat) !== weekdag) kandidaat = plusDagen(kandidaat, 1);
  for (;;) {
    const dag = eersteBeschikbareDag(kalender, kandidaat);
    if (dag >= vanaf) return dag;
    kandidaat = plusDagen(kandidaat, 7);
  }
}
