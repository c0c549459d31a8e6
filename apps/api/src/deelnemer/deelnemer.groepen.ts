import type { Contactpersoon, Fout } from '@maatwerktraject/contracts';
import { plek, type CsvRij } from './deelnemer.csv.js';

/** The lines of one gemeente; `regel` is the first of them. */
export interface Groep {
  readonly regel: number;
  readonly gemeentecode: string;
  readonly contactpersonen: readonly Contactpersoon[];
}

const MAX_PERSONEN = 50;

function foutenInGroep(rijen: readonly CsvRij[]): Fout[] {
  const [eerste] = rijen;
  if (!eerste) return [];
  const fouten: Fout[] = [];
  const hoofden = rijen.filter(({ contactpersoon }) => contactpersoon.hoofdcontact);
  if (hoofden.length === 0)
    fouten.push({
      pad: plek(eerste.regel, 'hoofdcontact'),
      zin: `${eerste.gemeentecode} heeft nog geen hoofdcontact. Kies er één.`,
    });
  for (const { regel } of hoofden.slice(1))
    fouten.push({
      pad: plek(regel, 'hoofdcontact'),
      zin: `${eerste.gemeentecode} heeft al een hoofdcontact. Kies er één.`,
    });
  const gezien = new Set<string>();
  for (const { regel, contactpersoon } of rijen) {
    const wie = `${contactpersoon.email.toLowerCase()} ${contactpersoon.niveau}`;
    if (gezien.has(wie))
      fouten.push({ pad: plek(regel, 'email'), zin: 'Deze persoon staat er twee keer op hetzelfde niveau.' });
    gezien.add(wie);
  }
  if (rijen.length > MAX_PERSONEN)
    fouten.push({
      pad: plek(eerste.regel),
      zin: `${eerste.gemeentecode} heeft meer dan ${String(MAX_PERSONEN)} contactpersonen.`,
    });
  return fouten;
}

/** Brings the lines together per gemeente, in the order of the file, and checks what only shows then. */
export function groepeer(rijen: readonly CsvRij[]): { groepen: Groep[]; fouten: Fout[] } {
  const perGemeente = new Map<string, CsvRij[]>();
  for (const rij of rijen)
    perGemeente.set(rij.gemeentecode, [...(perGemeente.get(rij.gemeentecode) ?? []), rij]);
  const lijsten = [...perGemeente.values()];
  return {
    groepen: lijsten.flatMap((lijst) => {
      const [eerste] = lijst;
      return eerste
        ? [{ ...eerste, contactpersonen: lijst.map(({ contactpersoon }) => contactpersoon) }]
        : [];
    }),
    fouten: lijsten.flatMap(foutenInGroep),
  };
}
