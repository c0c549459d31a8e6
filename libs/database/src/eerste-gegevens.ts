import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { MAATWERKTRAJECT_1 } from '@maatwerktraject/domain';
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

/** Loads what a new database needs: the gemeenten and the first sjabloon. Does nothing where they are there already. */
export async function laadEersteGegevens(database: DataSource): Promise<void> {
  await database
    .createQueryBuilder()
    .insert()
    .into(GemeenteEntity)
    .values(await leesGemeenten())
    .orIgnore()
    .execute();
  const { sleutel, versie, titel } = MAATWERKTRAJECT_1;
  await database
    .createQueryBuilder()
    .insert()
    .into(SjabloonEntity)
    .values({ sleutel, versie, titel, definitie: MAATWERKTRAJECT_1 })
    .orIgnore()
    .execute();
}
