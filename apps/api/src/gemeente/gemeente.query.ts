import { Gemeentecode, type Gemeente } from '@maatwerktraject/contracts';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { bevat, leesCursor, OP_NAAM, type Gelezen, type Paginavraag } from '../http/pagina.js';

export interface GemeenteVraag extends Paginavraag {
  readonly zoek?: string | undefined;
  readonly veiligheidsregio?: string | undefined;
  readonly provincie?: string | undefined;
}

// Someone who types "sudwest" means Súdwest-Fryslân.
const ZONDER_ACCENTEN = `regexp_replace(normalize(lower(naam), NFD), '[\\u0300-\\u036f]', '', 'g')`;

const WAAR = `WHERE ($1::text IS NULL OR ${ZONDER_ACCENTEN} LIKE $1 OR lower(code) LIKE $1)
  AND ($2::text IS NULL OR veiligheidsregio = $2) AND ($3::text IS NULL OR provincie = $3)`;

const zoekterm = (tekst: string | undefined): string | null =>
  tekst?.trim() ? bevat(tekst.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')) : null;

const Plaats = z.tuple([z.string(), Gemeentecode]);

export const plaatsVanGemeente = ({ naam, code }: Gemeente): z.infer<typeof Plaats> => [naam, code];

/** Gemeenten by part of their name or code, in the order of their names. */
export async function zoekGemeenten(database: DataSource, vraag: GemeenteVraag): Promise<Gelezen<Gemeente>> {
  const filter = [zoekterm(vraag.zoek), vraag.veiligheidsregio ?? null, vraag.provincie ?? null];
  const [naam = null, code = null] = leesCursor(vraag.na, Plaats) ?? [];
  const rijen = await database.query<Gemeente[]>(
    `SELECT code, naam, provincie, veiligheidsregio FROM gemeente ${WAAR}
        AND ($5::text IS NULL OR (naam ${OP_NAAM}, code) > ($4::text, $5::text))
      ORDER BY naam ${OP_NAAM}, code LIMIT $6`,
    [...filter, naam, code, vraag.limiet + 1],
  );
  const [geteld] = await database.query<{ aantal: number }[]>(
    `SELECT count(*) AS aantal FROM gemeente ${WAAR}`,
    filter,
  );
  return { rijen, totaal: geteld?.aantal ?? 0 };
}
