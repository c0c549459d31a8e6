import { eenTraject } from '@maatwerktraject/testing';
import { eenCohort, type BewaardCohort } from '@maatwerktraject/testing/services';
import type { DataSource } from 'typeorm';
import { createTrajectActivities } from '../traject/traject.activities.js';

export interface PostOpties {
  /** Seed of the cohort: another one for each in a database. */
  readonly zaad: number;
  readonly trajecten?: number;
  readonly oefen?: boolean;
}

/**
 * A cohort that has just begun, written as the process writes it. Five mails per traject: four taken that have opened, two
 * of them for the hoofdcontact (bestuur), and the first conversation, for the adviseur.
 */
export async function maakPost(
  database: DataSource,
  worker: DataSource,
  { zaad, trajecten = 1, oefen = false }: PostOpties,
): Promise<BewaardCohort> {
  const factory = eenCohort(zaad).metGemeenten(trajecten);
  const cohort = await (oefen ? factory.alsOefencohort() : factory).bewaar(database);
  const { feiten } = eenTraject().inStap('inventariseren').bouw();
  const activities = createTrajectActivities({ database: worker });
  for (const { id } of cohort.trajecten)
    await activities.projecteerTraject({ trajectId: id, vanaf: 1, feiten, volgendMomentOp: null });
  return cohort;
}
