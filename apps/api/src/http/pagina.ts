import { z } from 'zod';
import { invalid } from './problem.js';

/** Which part of a list is asked for: at most `limiet` rows, after the place that the cursor `na` names. */
export interface Paginavraag {
  readonly limiet: number;
  readonly na?: string | undefined;
}

/** The sort keys of a row, in the order in which the list is sorted. Text and numbers only, as PostgreSQL takes them. */
export type Plaats = readonly (string | number)[];

const BASE64URL = /^[A-Za-z0-9_-]+$/;

/** A place as callers carry it: opaque, and fit for an address. */
export const cursorVan = (plaats: Plaats): string =>
  Buffer.from(JSON.stringify(plaats)).toString('base64url');

function plaatsVan(cursor: string): unknown {
  try {
    return BASE64URL.test(cursor) ? JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The place that a cursor names, of the shape that this list has; undefined for the beginning.
 * @throws ProblemException (400) for a cursor that did not come from this list.
 */
export function leesCursor<T extends z.ZodType<Plaats>>(
  na: string | undefined,
  vorm: T,
): z.output<T> | undefined {
  if (na === undefined) return undefined;
  const gelezen = vorm.safeParse(plaatsVan(na));
  if (!gelezen.success)
    throw invalid([
      {
        pad: 'na',
        zin: 'Dit is geen plaats in deze lijst. Begin zonder na, of neem volgende uit het vorige antwoord.',
      },
    ]);
  return gelezen.data;
}

/** What a list query gives: one row more than asked for, when there are more. */
export interface Gelezen<Rij> {
  readonly rijen: readonly Rij[];
  readonly totaal: number;
}

/** A part of a list from the rows that were read with `limiet + 1`. */
export function deel<Rij, Item>(
  rijen: readonly Rij[],
  { limiet }: Paginavraag,
  plaats: (rij: Rij) => Plaats,
  item: (rij: Rij) => Item,
): { items: Item[]; volgende: string | null } {
  const gevraagd = rijen.slice(0, limiet);
  const laatste = gevraagd.at(-1);
  return {
    items: gevraagd.map(item),
    volgende: rijen.length > limiet && laatste !== undefined ? cursorVan(plaats(laatste)) : null,
  };
}

/** Such a part, with how many there are in all. */
export const pagina = <Rij, Item>(
  { rijen, totaal }: Gelezen<Rij>,
  vraag: Paginavraag,
  plaats: (rij: Rij) => Plaats,
  item: (rij: Rij) => Item,
): { items: Item[]; volgende: string | null; totaal: number } => ({
  ...deel(rijen, vraag, plaats, item),
  totaal,
});

/** SQL: an instant as text that loses nothing; a JavaScript date would lose the microseconds, and with them the place. */
export const momentSql = (kolom: string): string =>
  `to_char(${kolom} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** Such a text in a cursor. */
export const Moment = z.iso.datetime({ precision: 6 });

/** Names in the order of a Dutch index, the same on every server whatever its own language is. */
export const OP_NAAM = 'COLLATE "nl-NL-x-icu"';

/** A text to look for with LIKE, in which `%` and `_` stand for themselves. */
export const bevat = (tekst: string): string => `%${tekst.replace(/[\\%_]/g, '\\$&')}%`;
