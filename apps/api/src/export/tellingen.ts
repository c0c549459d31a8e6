import { HERINNERINGSOORTEN } from '@maatwerktraject/domain';
import { dagSql } from '../cohort/klok.js';

/** SQL: whether the bericht under this alias is a reminder. */
export const isHerinnering = (alias: string): string =>
  `${alias}.soort IN (${HERINNERINGSOORTEN.map((soort) => `'${soort}'`).join(', ')})`;

/** Counts per traject, or per stap when `stap` names its column; joined as `k`, `m` and `g`. */
export function tellingen(traject: string, stap?: string): string {
  const bij = (alias: string): string =>
    `${alias}.traject_id = ${traject}${stap === undefined ? '' : ` AND ${alias}.stap = ${stap}`}`;
  return `
  CROSS JOIN LATERAL (
    SELECT count(*) AS taken_totaal, count(*) FILTER (WHERE ta.status = 'ingediend') AS taken_ingediend,
           count(*) FILTER (WHERE ta.status = 'ingediend' AND ${dagSql('ta.ingediend_op')} > ta.vervalt_op) AS taken_te_laat
      FROM taak ta WHERE ${bij('ta')}) k
  CROSS JOIN LATERAL (
    SELECT count(*) AS berichten, count(*) FILTER (WHERE ${isHerinnering('b')}) AS herinneringen,
           count(*) FILTER (WHERE b.soort = 'escalatie') AS escalaties
      FROM bericht b WHERE b.status = 'verzonden' AND ${bij('b')}) m
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE ci.status = 'gehouden') AS gesprekken FROM check_in ci WHERE ${bij('ci')}) g`;
}

/** Days between two instants, with parts of a day, rounded to hundredths. */
export const dagenTussen = (van: string, tot: string): string =>
  `round(extract(epoch FROM ${tot} - ${van}) / 86400, 2)`;
