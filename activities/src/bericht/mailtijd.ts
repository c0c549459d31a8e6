import {
  domeinTijd,
  eersteMailmoment,
  GEWONE_KLOK,
  type Instant,
  type Rustperiode,
} from '@maatwerktraject/domain';
import type { DataSource } from 'typeorm';

/** The columns of a cohort that say what time it is there; null before it has started. */
export interface KlokKolommen {
  readonly klok_echt: number | null;
  readonly klok_domein: number | null;
  readonly klok_factor: number | null;
}

/** The time in a cohort at the real instant `nu`. */
export function tijdIn(
  { klok_echt: echt, klok_domein: domein, klok_factor: factor }: KlokKolommen,
  nu: Instant,
): Instant {
  if (echt === null || domein === null || factor === null) return domeinTijd(GEWONE_KLOK, nu);
  return domeinTijd({ echt, domein, factor, versie: 0 }, nu);
}

/**
 * Mail leaves on werkdagen between nine and five and outside the rustperiodes, by the clock and the calendar of its cohort;
 * practice mail at any time.
 */
export async function cohortenBuitenMailtijd(database: DataSource, nu: Instant): Promise<string[]> {
  const cohorten = await database.query<
    (KlokKolommen & { id: string; rustperiodes: readonly Rustperiode[]; kalender_versie: number })[]
  >(
    `SELECT id, klok_echt, klok_domein, klok_factor, rustperiodes, kalender_versie FROM cohort
      WHERE oefen_dagen_per_seconde IS NULL`,
  );
  return cohorten.flatMap(({ id, rustperiodes, kalender_versie: versie, ...klok }) => {
    const tijd = tijdIn(klok, nu);
    return eersteMailmoment({ versie, rustperiodes }, tijd) > tijd ? [id] : [];
  });
}
