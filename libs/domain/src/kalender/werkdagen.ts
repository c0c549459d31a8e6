import { plusDagen, weekdag, type Datum } from './datum.js';
import { feestdagOp } from './feestdagen.js';

/** Monday to Friday, and no holiday of the Algemene termijnenwet. */
export function isWerkdag(datum: Datum): boolean {
  return weekdag(datum) <= 5 && feestdagOp(datum) === undefined;
}

/** This day when it is a werkdag, else the first werkdag after it (Algemene termijnenwet, art. 1). */
export function eersteWerkdagVanaf(datum: Datum): Datum {
  let dag = datum;
  while (!isWerkdag(dag)) dag = plusDagen(dag, 1);
  return dag;
}

/**
 * The werkdag that lies `aantal` werkdagen after `datum` (before it when negative). The day itself does not count;
 * with 0 a day that is no werkdag moves to the next one.
 */
export function plusWerkdagen(datum: Datum, aantal: number): Datum {
  if (!Number.isInteger(aantal)) throw new RangeError(`geen heel aantal werkdagen: ${String(aantal)}`);
  if (aantal === 0) return eersteWerkdagVanaf(datum);
  const richting = Math.sign(aantal);
  let dag = datum;
  for (let teGaan = Math.abs(aantal); teGaan > 0;) {
    dag = plusDagen(dag, richting);
    if (isWerkdag(dag)) teGaan--;
  }
  return dag;
}

/** How many werkdagen lie after `van` up to and including `tot`; negative when `tot` is the earlier one. */
export function werkdagenTussen(van: Datum, tot: Datum): number {
  if (tot < van) return -werkdagenTussen(tot, van);
  let aantal = 0;
  for (let dag = van; dag < tot;) {
    dag = plusDagen(dag, 1);
    if (isWerkdag(dag)) aantal++;
  }
  return aantal;
}
