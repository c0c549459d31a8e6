import type { MatrixRij, Rooster } from './toegang-vormen.js';

const adviseurs = (status: number): Rooster => [status, 403, 403, 403, 403, 403, 403, status, 403, 401];

/** Signs of stagnation, for who guides the cohort. */
export const SIGNALEN: readonly MatrixRij[] = [
  {
    route: 'GET /cohorten/{cohortId}/signalen',
    recht: 'trajecten.begeleiden',
    toont: ['gemeente'],
    eigen: adviseurs(200),
    ander: adviseurs(404),
  },
  {
    route: 'PUT /signalen/{signaalId}/besluit',
    recht: 'trajecten.begeleiden',
    toont: ['gemeente'],
    inhoud: { besluit: 'bevestigd', oorzaken: ['B'], toelichting: 'Geen tijd' },
    eigen: adviseurs(200),
    ander: adviseurs(404),
  },
];
