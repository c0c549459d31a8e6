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

/** Mail leaves on werkdagen between nine and five outside the rustperiodes, by the clock of its cohort; practice mail at any time. */
export async function cohortenBuitenMailtijd(database: DataSource, nu: Instant): Promise<string[]> {
  const cohorten = await database.query<
    (KlokKolommen & { id: string; rustperiodes: readonly Rustperiode[] })[]
  >(
    `SELECT id, klok_echt, klok_domein, klok_factor, rustperiodes FROM cohort WHERE oefen_dagen_per_seconde IS NULL`,
  );
  // Most have the same clock and no rustperiodes: those are worked out once.
  const isDicht = new Map<string, boolean>();
  return cohorten.flatMap(({ id, rustperiodes, ...klok }) => {
    const tijd = tijdIn(klok, nu);
    const sleutel = `${String(tijd)} ${JSON.stringify(rustperiodes)}`;
    const dicht = isDicht.get(sleutel) ?? eersteMailmoment({ versie: 0, rustperiodes }, tijd) > tijd;
    isDicht.set(sleutel, dicht);
    return dicht ? [id] : [];
  });
}
