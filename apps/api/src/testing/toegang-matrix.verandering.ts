import type { MatrixRij, Rooster } from './toegang-vormen.js';

const TRAJECT = '/trajecten/{trajectId}';
const TAAK = '/taken/{taakId}';
const RUST = '/cohorten/{cohortId}/rustperiodes';
const TOELICHTING = { toelichting: 'Daarom' };
const EXTRA = {
  titel: 'Extra',
  uitleg: 'Doe dit',
  minuten: 5,
  uitvoerder: 'beleid',
  opentOp: '2027-02-08',
  vervaltOp: '2027-02-15',
};

/** Of the adviseur of the cohort, and of a service in that role. */
const begeleiden = (status: number): Rooster => [status, 403, 403, 403, 403, 403, 403, status, 403, 401];
const VAN_ANDER: Rooster = [404, 403, 403, 403, 403, 403, 403, 404, 403, 401];

/** What changes while a traject runs. 503: it is asked of the process, which is not there. */
export const VERANDERING: readonly MatrixRij[] = [
  {
    route: `POST ${TRAJECT}/pauze`,
    recht: 'trajecten.begeleiden',
    inhoud: TOELICHTING,
    eigen: begeleiden(503),
    ander: VAN_ANDER,
  },
  {
    route: `POST ${TRAJECT}/hervatting`,
    recht: 'trajecten.begeleiden',
    eigen: begeleiden(503),
    ander: VAN_ANDER,
  },
  {
    route: `POST ${TRAJECT}/terugtrekking`,
    recht: 'trajecten.begeleiden',
    inhoud: TOELICHTING,
    eigen: begeleiden(503),
    ander: VAN_ANDER,
  },
  {
    route: `POST ${TRAJECT}/heropening`,
    recht: 'trajecten.begeleiden',
    eigen: begeleiden(503),
    ander: VAN_ANDER,
  },
  {
    route: `POST ${TRAJECT}/stappen/{stap}/heropening`,
    recht: 'trajecten.begeleiden',
    eigen: begeleiden(503),
    ander: VAN_ANDER,
  },
  {
    route: `POST ${TRAJECT}/taken`,
    recht: 'trajecten.begeleiden',
    inhoud: EXTRA,
    eigen: begeleiden(503),
    ander: VAN_ANDER,
  },
  {
    route: `POST ${TAAK}/verval`,
    recht: 'trajecten.begeleiden',
    inhoud: TOELICHTING,
    eigen: begeleiden(503),
    ander: VAN_ANDER,
  },
  // This taak asks no agreement: of the gemeente nobody may send it back.
  {
    route: `POST ${TAAK}/terugsturing`,
    recht: 'taken.invullen',
    inhoud: TOELICHTING,
    eigen: begeleiden(503),
    ander: [404, 404, 404, 403, 403, 403, 403, 404, 403, 401],
  },
  {
    route: `POST ${TAAK}/akkoord`,
    recht: 'taken.invullen',
    eigen: begeleiden(409),
    ander: [404, 404, 404, 403, 403, 403, 403, 404, 403, 401],
  },
  {
    route: `GET ${RUST}`,
    recht: 'cohorten.lezen',
    eigen: [200, 403, 403, 200, 200, 200, 200, 200, 403, 401],
    ander: [404, 403, 403, 404, 404, 200, 200, 404, 403, 401],
  },
  // Another version than the one that is there.
  {
    route: `PUT ${RUST}`,
    recht: 'cohorten.beheren',
    inhoud: { rustperiodes: [] },
    kop: { 'If-Match': '"9"' },
    eigen: begeleiden(412),
    ander: VAN_ANDER,
  },
];
