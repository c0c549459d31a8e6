import { MAATWERKTRAJECT_1 } from '@maatwerktraject/domain';
import type { MatrixRij, Rooster } from './toegang-vormen.js';

/** Only an adviseur, or a service that acts as one. */
const adviseur = (status: number): Rooster => [status, 403, 403, 403, 403, 403, 403, status, 403, 401];

const CONCEPT = '/sjablonen/{sleutel}/{versie}/concept';
const RECHT = { recht: 'sjablonen.beheren' } as const;
const IF_MATCH = { 'If-Match': '"1"' };
const OVERGANG = { recht: 'trajecten.begeleiden', ander: adviseur(404) } as const;

/** Versions of sjablonen, and trajecten that go from one to another. Version 1 is published: there is no concept of it. */
export const SJABLONEN: readonly MatrixRij[] = [
  { route: 'POST /sjablonen/{sleutel}/{versie}/nieuwe-versie', ...RECHT, eigen: adviseur(201) },
  { route: `GET ${CONCEPT}`, ...RECHT, eigen: adviseur(404) },
  { route: `PUT ${CONCEPT}`, ...RECHT, inhoud: MAATWERKTRAJECT_1, kop: IF_MATCH, eigen: adviseur(404) },
  { route: `DELETE ${CONCEPT}`, ...RECHT, eigen: adviseur(404) },
  {
    route: 'POST /sjablonen/{sleutel}/{versie}/publicatie',
    ...RECHT,
    inhoud: { bevestigd: true },
    kop: IF_MATCH,
    eigen: adviseur(404),
  },
  {
    route: 'GET /cohorten/{cohortId}/sjabloonovergang',
    ...OVERGANG,
    toont: ['gemeente'],
    eigen: adviseur(200),
  },
  {
    route: 'GET /trajecten/{trajectId}/sjabloonovergang',
    ...OVERGANG,
    toont: ['gemeente'],
    eigen: adviseur(200),
  },
  // These have no process behind them.
  {
    route: 'POST /trajecten/{trajectId}/sjabloonovergang',
    ...OVERGANG,
    inhoud: { versie: 2 },
    eigen: adviseur(409),
  },
];
