import type { Meting, Toets } from '@maatwerktraject/domain';
import type { DataSource } from 'typeorm';

interface Rij {
  readonly id: string;
  readonly voldoet: boolean;
}

/** Who stopped is not behind. */
const DOET_MEE = `t.cohort_id = $1 AND t.status <> 'teruggetrokken'`;

/** Per traject of a cohort whether it does as a condition asks. */
function vraag(cohortId: string, toets: Toets): [string, unknown[]] {
  switch (toets.soort) {
    case 'deel-afgerond':
      return [
        `SELECT t.id, EXISTS (SELECT FROM stap s WHERE s.traject_id = t.id AND s.sleutel = $2 AND s.status = 'afgerond') AS voldoet
           FROM traject t WHERE ${DOET_MEE} ORDER BY t.id`,
        [cohortId, toets.stap],
      ];
    case 'deel-ingediend':
      return [
        `SELECT t.id, EXISTS (SELECT FROM taak a WHERE a.traject_id = t.id AND a.stap = $2 AND a.taak = $3) AND NOT EXISTS (
                  SELECT FROM taak a WHERE a.traject_id = t.id AND a.stap = $2 AND a.taak = $3 AND a.status <> 'ingediend') AS voldoet
           FROM traject t WHERE ${DOET_MEE} ORDER BY t.id`,
        [cohortId, toets.stap, toets.taak],
      ];
    case 'aanwezigen-minimaal':
      return [
        `SELECT t.id, EXISTS (SELECT FROM genodigde g WHERE g.bijeenkomst_id = $2 AND g.traject_id = t.id AND g.uitgenodigd) AS voldoet
           FROM traject t WHERE ${DOET_MEE} ORDER BY t.id`,
        [cohortId, toets.groepssessie],
      ];
  }
}

/** Counts how many trajecten of a cohort do as a condition asks, and names (by ID) those that do not. */
export async function meet(database: DataSource, cohortId: string, toets: Toets): Promise<Meting> {
  const rijen = await database.query<Rij[]>(...vraag(cohortId, toets));
  const achter = rijen.filter(({ voldoet }) => !voldoet).map(({ id }) => id);
  return { totaal: rijen.length, voldoen: rijen.length - achter.length, achter };
}
