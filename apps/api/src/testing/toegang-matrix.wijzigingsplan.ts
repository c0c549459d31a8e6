import type { MatrixRij, Rooster } from './toegang-vormen.js';

const PLANNEN = '/cohorten/{cohortId}/wijzigingsplannen';
const PLAN = `${PLANNEN}/{planId}`;

const adviseurs = (status: number): Rooster => [status, 403, 403, 403, 403, 403, 403, status, 403, 401];
const rij = (route: string, status: number, anders: Partial<MatrixRij> = {}): MatrixRij => ({
  route,
  recht: 'cohorten.beheren',
  eigen: adviseurs(status),
  ander: adviseurs(404),
  ...anders,
});

/** Changes of the planning. The trajecten here have no process: 409 where it would be looked ahead, 503 where it is asked. */
export const WIJZIGINGSPLANNEN: readonly MatrixRij[] = [
  rij(`GET ${PLANNEN}`, 200),
  rij(`POST ${PLANNEN}`, 409, {
    inhoud: { vraag: { soort: 'verschuif', vanaf: '2027-03-01', werkdagen: 5 }, toelichting: 'Recept' },
  }),
  rij(`GET ${PLAN}`, 200, { toont: ['gemeente'] }),
  rij(`GET ${PLAN}/trajecten/{trajectId}`, 409),
  rij(`POST ${PLAN}/toepassing`, 503),
  rij(`POST ${PLAN}/herstel`, 409),
];
