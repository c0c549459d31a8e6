import {
  domeinTijd,
  lokaleTijd,
  type Datum,
  type Instant,
  type Kalender,
  type Rustperiode,
} from '@maatwerktraject/domain';

/** The columns of a cohort that say what time it is there. Null before it has started. */
export interface KlokRij {
  readonly klok_echt: number | null;
  readonly klok_domein: number | null;
  readonly klok_factor: number | null;
  readonly afgesloten_op: Date | null;
}

/** The columns of a cohort with its rustperiodes. */
export interface KalenderRij {
  readonly rustperiodes: readonly Rustperiode[];
  readonly kalender_versie: number;
}

export const kalenderVan = ({ rustperiodes, kalender_versie }: KalenderRij): Kalender => ({
  versie: kalender_versie,
  rustperiodes,
});

/** The domain's time of a cohort at the real instant `echtNu`; a practice clock stands still once the cohort has ended. */
export function nuVan(
  { klok_echt, klok_domein, klok_factor, afgesloten_op }: KlokRij,
  echtNu: Instant,
): Instant {
  if (klok_echt === null || klok_domein === null || klok_factor === null) return echtNu;
  const nu = domeinTijd({ echt: klok_echt, domein: klok_domein, factor: klok_factor, versie: 0 }, echtNu);
  return afgesloten_op ? Math.min(nu, afgesloten_op.getTime()) : nu;
}

/** Whether a taak that was due on `vervaltOp` is late at this instant: the day itself, in Amsterdam, is still in time. */
export const isTeLaat = (vervaltOp: Datum, op: Instant): boolean => lokaleTijd(op).datum > vervaltOp;

/**
 * The same two in SQL, for a cohort `c` and a taak `ta`; `nu` is the parameter with the real instant in ms.
 * A column of type `date` can be compared with `vandaagSql`.
 */
export const vandaagSql = (nu: string): string => `(to_timestamp(least(
    coalesce(floor(c.klok_domein + (${nu}::double precision - c.klok_echt) * c.klok_factor), ${nu}::double precision),
    extract(epoch FROM c.afgesloten_op) * 1000) / 1000.0) AT TIME ZONE 'Europe/Amsterdam')::date`;

/** SQL for the day in Amsterdam of an instant. */
export const dagSql = (kolom: string): string => `(${kolom} AT TIME ZONE 'Europe/Amsterdam')::date`;

/** SQL: whether taak `ta` is late, or was handed in late. */
export const teLaatSql = (nu: string): string => `CASE ta.status
    WHEN 'open' THEN ${vandaagSql(nu)} > ta.vervalt_op
    WHEN 'wacht-op-akkoord' THEN ${dagSql('ta.ingediend_op')} > ta.vervalt_op
    WHEN 'ingediend' THEN ${dagSql('ta.ingediend_op')} > ta.vervalt_op
    ELSE false END`;
