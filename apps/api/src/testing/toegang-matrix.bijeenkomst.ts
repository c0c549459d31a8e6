import type { MatrixRij } from './toegang-vormen.js';

const SESSIES = '/cohorten/{cohortId}/groepssessies';
const SESSIE = `${SESSIES}/{bijeenkomstId}`;
const GELEGENHEID = {
  onderwerp: 'Samen kijken',
  begintOp: '2090-03-01T09:00:00Z',
  eindigtOp: '2090-03-01T11:00:00Z',
};
const VERSIE = { 'If-Match': '"1"' };

/** Who sees and arranges meetings. Who leads one that is not his own is refused, and knows that it is there. */
export const BIJEENKOMSTEN: readonly MatrixRij[] = [
  {
    route: 'GET /bijeenkomsten',
    recht: 'bijeenkomsten.lezen',
    bevat: ['a0-sessie'],
    eigen: [200, 200, 200, 200, 200, 403, 403, 200, 403, 401],
  },
  {
    route: `GET ${SESSIES}`,
    recht: 'bijeenkomsten.lezen',
    bevat: ['a0-sessie'],
    eigen: [200, 200, 200, 200, 200, 403, 403, 200, 403, 401],
    ander: [404, 404, 404, 404, 404, 403, 403, 404, 403, 401],
  },
  {
    route: `POST ${SESSIES}`,
    recht: 'bijeenkomsten.plannen',
    inhoud: GELEGENHEID,
    eigen: [503, 403, 403, 403, 403, 403, 403, 503, 403, 401],
    ander: [404, 403, 403, 403, 403, 403, 403, 404, 403, 401],
  },
  {
    route: `GET ${SESSIE}`,
    recht: 'bijeenkomsten.lezen',
    eigen: [200, 200, 200, 200, 200, 403, 403, 200, 403, 401],
    ander: [404, 404, 404, 404, 404, 403, 403, 404, 403, 401],
  },
  {
    route: `PUT ${SESSIE}`,
    recht: 'bijeenkomsten.leiden',
    inhoud: GELEGENHEID,
    kop: VERSIE,
    eigen: [503, 403, 403, 403, 403, 403, 403, 503, 403, 401],
    ander: [404, 403, 403, 404, 404, 403, 403, 404, 403, 401],
  },
  {
    route: `POST ${SESSIE}/afzegging`,
    recht: 'bijeenkomsten.leiden',
    kop: VERSIE,
    eigen: [503, 403, 403, 403, 403, 403, 403, 503, 403, 401],
    ander: [404, 403, 403, 404, 404, 403, 403, 404, 403, 401],
  },
  // It has not begun.
  {
    route: `PUT ${SESSIE}/aanwezigheid`,
    recht: 'bijeenkomsten.leiden',
    inhoud: { aanwezigen: [], verslag: 'Besproken' },
    kop: VERSIE,
    eigen: [409, 403, 403, 403, 403, 403, 403, 409, 403, 401],
    ander: [404, 403, 403, 404, 404, 403, 403, 404, 403, 401],
  },
  {
    route: 'GET /cohorten/{cohortId}/voorwaarden',
    recht: 'bijeenkomsten.plannen',
    eigen: [200, 403, 403, 403, 403, 403, 403, 200, 403, 401],
    ander: [404, 403, 403, 403, 403, 403, 403, 404, 403, 401],
  },
  {
    route: 'PUT /cohorten/{cohortId}/voorwaarden',
    recht: 'bijeenkomsten.plannen',
    inhoud: { items: [] },
    eigen: [503, 403, 403, 403, 403, 403, 403, 503, 403, 401],
    ander: [404, 403, 403, 403, 403, 403, 403, 404, 403, 401],
  },
];
