/**
 * A page of this website, as a path with a query: where somebody goes after logging in. Never another site, however a
 * browser or a program reads it: not two slashes in a row, as they are or written with `%`; no backslash; no steps up or
 * back, which could leave two slashes; no control characters, which browsers leave out.
 */
export const LOKAAL_PAD = {
  vorm: /^(?!\/%2[fF])(?!.*(?:\/\/|\/\.{1,2}(?:[/?]|$)|%2[eE]|%5[cC]|%[01][\da-fA-F]|%7[fF]))\/[\w\-./~%?=&]*$/,
  langst: 300,
} as const;

export const isLokaalPad = (tekst: string): boolean =>
  tekst.length <= LOKAAL_PAD.langst && LOKAAL_PAD.vorm.test(tekst);
