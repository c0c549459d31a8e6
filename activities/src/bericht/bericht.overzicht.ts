import { takenVan, type Datum, type Sjabloon, type Uitvoerder } from '@maatwerktraject/domain';
import type { DataSource } from 'typeorm';
import type { OpenTaak } from './bericht.tekst.js';
import { leesPersonen } from './personen.js';

/** A weekoverzicht that is about to leave: of which traject, to whom, and on which day in its cohort. */
export interface Overzicht {
  readonly id: string;
  readonly trajectId: string;
  readonly contactpersoonId: string;
  readonly vandaag: Datum;
}

interface TaakRij {
  readonly id: string;
  readonly traject_id: string;
  readonly stap: string;
  readonly taak: string;
  readonly uitvoerder: Uitvoerder;
  readonly vervaltOp: Datum;
  readonly opdracht: { readonly titel?: string; readonly minuten?: number } | null;
}

/** What is open for who gets a weekoverzicht, the earliest first; by what is true now, not when it was asked for. */
export async function leesOverzichten(
  database: DataSource,
  overzichten: readonly Overzicht[],
): Promise<(id: string, sjabloon: Sjabloon, publicUrl: string) => OpenTaak[]> {
  const trajecten = [...new Set(overzichten.map(({ trajectId }) => trajectId))];
  if (trajecten.length === 0) return () => [];
  const [personenVan, taken] = await Promise.all([
    leesPersonen(database, trajecten),
    database.query<TaakRij[]>(
      `SELECT id, traject_id, stap, taak, uitvoerder, vervalt_op AS "vervaltOp", opdracht_bij(opdracht_id) AS opdracht
         FROM taak WHERE traject_id = ANY ($1) AND status = 'open' AND uitvoerder <> 'adviseur' ORDER BY vervalt_op, id`,
      [trajecten],
    ),
  ]);
  return (id, sjabloon, publicUrl) => {
    const overzicht = overzichten.find((een) => een.id === id);
    if (!overzicht) return [];
    const { trajectId, contactpersoonId, vandaag } = overzicht;
    const vanTraject = taken.filter((taak) => taak.traject_id === trajectId);
    return takenVan(contactpersoonId, vanTraject, personenVan(trajectId), vandaag).map((taak) => {
      const inhoud = sjabloon.stappen
        .find(({ sleutel }) => sleutel === taak.stap)
        ?.taken.find(({ sleutel }) => sleutel === taak.taak);
      return {
        titel: taak.opdracht?.titel ?? inhoud?.titel ?? taak.taak,
        minuten: taak.opdracht?.minuten ?? inhoud?.minuten[taak.uitvoerder] ?? null,
        vervaltOp: taak.vervaltOp,
        link: `${publicUrl}/taken/${taak.id}`,
      };
    });
  };
}
