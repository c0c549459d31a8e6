import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import {
  BEWAARTERMIJNEN,
  MAATWERKTRAJECT_1,
  MAATWERKTRAJECT_2,
  STUREN_OP_KWALITEIT_1,
} from '@maatwerktraject/domain';
import type { DataSource } from 'typeorm';
import { GemeenteEntity } from './gemeente/gemeente.entity.js';
import { SjabloonEntity } from './sjabloon/sjabloon.entity.js';

/** The 342 gemeenten of 2026 (CBS codes, province and veiligheidsregio). */
async function leesGemeenten(): Promise<GemeenteEntity[]> {
  const tekst = await readFile(new URL('../data/gemeenten.csv', import.meta.url), 'utf8');
  const rijen = parse<Record<string, string>>(tekst, { columns: true });
  const cel = (rij: Record<string, string>, kolom: string): string => {
    const waarde = rij[kolom];
    if (!waarde) throw new Error(`gemeenten.csv: lege cel in kolom ${kolom}`);
    return waarde;
  };
  return rijen.map((rij) => ({
    code: cel(rij, 'gemeentecode'),
    naam: cel(rij, 'gemeentenaam'),
    provincieCode: cel(rij, 'provinciecode'),
    provincie: cel(rij, 'provincienaam'),
    veiligheidsregioCode: cel(rij, 'veiligheidsregiocode'),
    veiligheidsregio: cel(rij, 'veiligheidsregionaam'),
  }));
}

/** The terms of now in place of those of before; a rule that is gone removes nothing any more. */
async function zetBewaartermijnen(database: DataSource): Promise<void> {
  const termijnen = Object.entries(BEWAARTERMIJNEN).map(([regel, { dagen }]) => ({ regel, dagen }));
  await database.query(
    `WITH nieuw AS (
       SELECT r.regel, make_interval(days => r.dagen) AS termijn FROM jsonb_to_recordset($1::jsonb) AS r(regel text, dagen integer)
     ), weg AS (DELETE FROM bewaartermijn WHERE regel NOT IN (SELECT regel FROM nieuw))
     INSERT INTO bewaartermijn SELECT regel, termijn FROM nieuw
     ON CONFLICT (regel) DO UPDATE SET termijn = excluded.termijn`,
    [JSON.stringify(termijnen)],
  );
}

/** What there is to begin with. A version that is there already stays as it was stored. */
const SJABLONEN = [MAATWERKTRAJECT_1, MAATWERKTRAJECT_2, STUREN_OP_KWALITEIT_1];

/** Loads what a new database needs (gemeenten, the first sjablonen) where it is not there yet, and the terms of now. */
export async function laadEersteGegevens(database: DataSource): Promise<void> {
  await database
    .createQueryBuilder()
    .insert()
    .into(GemeenteEntity)
    .values(await leesGemeenten())
    .orIgnore()
    .execute();
  await database
    .createQueryBuilder()
    .insert()
    .into(SjabloonEntity)
    .values(
      SJABLONEN.map((definitie) => {
        const { sleutel, versie, titel } = definitie;
        return { sleutel, versie, titel, definitie };
      }),
    )
    .orIgnore()
    .execute();
  await zetBewaartermijnen(database);
}
