import type { Bijeenkomst } from '@maatwerktraject/contracts';
import { nuVan, type KlokRij } from '../cohort/klok.js';
import type { Db } from '../database/scoped.database.js';

interface Rij
  extends KlokRij, Pick<Bijeenkomst, 'id' | 'soort' | 'status' | 'onderwerp' | 'plaats' | 'link'> {
  readonly cohort_id: string;
  readonly cohort_naam: string;
  readonly begint_op: Date;
  readonly eindigt_op: Date;
}

/** More than anybody has in a year of meetings. */
const MEEST = 200;

/** The meetings that the caller may see: a gemeente those to which somebody of it is invited. The last ones first. */
export async function leesBijeenkomsten(db: Db, echtNu: number): Promise<Bijeenkomst[]> {
  const rijen = await db.query<Rij[]>(
    `SELECT b.id, b.soort, b.status, b.begint_op, b.eindigt_op, i.onderwerp, i.plaats, i.link, c.id AS cohort_id,
            c.naam AS cohort_naam, c.klok_echt, c.klok_domein, c.klok_factor, c.afgesloten_op
       FROM bijeenkomst b JOIN bijeenkomst_inhoud i ON i.id = b.inhoud_id JOIN cohort c ON c.id = b.cohort_id
      WHERE b.status <> 'voorstel' ORDER BY b.begint_op DESC, b.id LIMIT $1`,
    [MEEST],
  );
  return rijen.map((rij) => ({
    id: rij.id,
    soort: rij.soort,
    status: rij.status,
    cohortId: rij.cohort_id,
    cohortNaam: rij.cohort_naam,
    onderwerp: rij.onderwerp,
    begintOp: rij.begint_op.toISOString(),
    eindigtOp: rij.eindigt_op.toISOString(),
    voorbij: rij.eindigt_op.getTime() <= nuVan(rij, echtNu),
    plaats: rij.plaats,
    link: rij.link,
  }));
}
