import type { Recht } from '@maatwerktraject/domain';

/** Everyone of whom it is tested what they may do; the numbers in a row of the matrix stand in this order. */
export const WIE = [
  'adviseur',
  'hoofdcontact',
  'ander niveau',
  'onderzoeker',
  'onderzoeker met namen',
  'beheerder',
  'beheerder met inzage',
  'dienst met het recht',
  'dienst zonder het recht',
  'niemand',
] as const;
export type WieNaam = (typeof WIE)[number];

/** Whose the object is that is asked for: one's own, of another gemeente in the same cohort, of others, of nobody. */
export const VAN = ['eigen', 'buur', 'ander', 'geen'] as const;
export type Van = (typeof VAN)[number];

/** The HTTP status for each of `WIE`. 503: passed every check, and then Temporal is not there. */
export type Rooster = readonly [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

export interface MatrixRij {
  /** As Express knows it, with `{}` for parameters. */
  readonly route: string;
  readonly recht: Recht | 'openbaar';
  readonly eigen: Rooster;
  /** Of an object of others. Absent when the route names no object. */
  readonly ander?: Rooster;
  /** Of what is not there, when that is told apart from what is of others. */
  readonly geen?: Rooster;
  /** Which of the objects of a world it is about, when not the usual ones. */
  readonly over?: 'concept-cohort' | 'nieuw-cohort' | 'ingediende-taak' | 'adviseurstaak' | 'dienst' | 'mens';
  /** `{nummer}` in it is another one in each request; other names are those of the parameters of a route. */
  readonly inhoud?: unknown;
  /** Kinds of text (`cohort`, or `a0-cohort`: of one place) that this route shows to whom it answers, besides what they may see anyway. */
  readonly toont?: readonly string[];
  /** What stands in each answer that is given: a list that is empty shows nobody too much. */
  readonly bevat?: readonly string[];
  readonly csv?: string;
  readonly kop?: Readonly<Record<string, string>>;
}

const alle = (n: number): Rooster => [n, n, n, n, n, n, n, n, n, n];

/** For everyone. */
export const openbaar = (route: string, status: number, inhoud?: unknown): MatrixRij => ({
  route,
  recht: 'openbaar',
  eigen: alle(status),
  ...(inhoud === undefined ? {} : { inhoud }),
});
