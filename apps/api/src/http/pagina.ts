/** Which part of a list is asked for; pages start at 1. */
export interface Paginavraag {
  readonly pagina: number;
  readonly paginaGrootte: number;
}

export const limietVan = ({ pagina, paginaGrootte }: Paginavraag): [limit: number, offset: number] => [
  paginaGrootte,
  (pagina - 1) * paginaGrootte,
];

export const pagina = <T>(items: T[], totaal: number, vraag: Paginavraag) => ({
  items,
  totaal,
  pagina: vraag.pagina,
  paginaGrootte: vraag.paginaGrootte,
});

/** Names in the order of a Dutch index, the same on every server whatever its own language is. */
export const OP_NAAM = 'COLLATE "nl-NL-x-icu"';

/** A text to look for with LIKE, in which `%` and `_` stand for themselves. */
export const bevat = (tekst: string): string => `%${tekst.replace(/[\\%_]/g, '\\$&')}%`;
