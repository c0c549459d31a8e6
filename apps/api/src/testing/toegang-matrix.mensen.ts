import type { MatrixRij, Rooster } from './toegang-vormen.js';

const CONTACT = '/trajecten/{trajectId}/contactpersonen/{contactpersoonId}';
const VREEMD: Rooster = [404, 404, 404, 403, 403, 403, 403, 404, 403, 401];
const beheren = (eigen: Rooster): Pick<MatrixRij, 'recht' | 'eigen' | 'ander'> => ({
  recht: 'contactpersonen.beheren',
  eigen,
  ander: VREEMD,
});
/** Whoever guides the traject and the hoofdcontact arrange it for everybody; others for themselves alone. */
const voorAllen = (status: number) => beheren([status, status, 403, 403, 403, 403, 403, status, 403, 401]);

/** The people around a traject. */
export const MENSEN: readonly MatrixRij[] = [
  {
    route: 'POST /trajecten/{trajectId}/contactpersonen',
    inhoud: { naam: 'Nieuw', email: 'nieuw-{nummer}@x.example', niveau: 'uitvoering' },
    ...voorAllen(201),
  },
  {
    route: `PATCH ${CONTACT}`,
    inhoud: { naam: 'Anders', vertrektOp: '2099-01-01' },
    ...beheren([200, 403, 403, 403, 403, 403, 403, 200, 403, 401]),
  },
  {
    route: `PUT ${CONTACT}/vervanger`,
    inhoud: { vervangerId: '{collegaId}', van: '2099-01-01', tot: '2099-01-31' },
    ...voorAllen(200),
  },
  { route: `DELETE ${CONTACT}/vervanger`, ...voorAllen(204) },
  // Refused after the right to ask was looked at: here nobody hands over, or the rows after this would be of another.
  {
    route: 'PUT /trajecten/{trajectId}/hoofdcontact',
    inhoud: { contactpersoonId: '{geenId}' },
    ...beheren([404, 404, 403, 403, 403, 403, 403, 404, 403, 401]),
  },
  {
    route: 'PUT /trajecten/{trajectId}/adviseur',
    recht: 'trajecten.begeleiden',
    inhoud: { accountId: null },
    eigen: [200, 403, 403, 403, 403, 403, 403, 200, 403, 401],
    ander: [404, 403, 403, 403, 403, 403, 403, 404, 403, 401],
  },
  {
    route: 'GET /cohorten/{cohortId}/leider',
    recht: 'toegang.beheren',
    eigen: [200, 403, 403, 403, 403, 200, 200, 403, 403, 401],
    ander: [404, 403, 403, 403, 403, 200, 200, 403, 403, 401],
  },
  // Somebody who does not work there, and somebody who does.
  {
    route: 'PUT /cohorten/{cohortId}/leider',
    recht: 'toegang.beheren',
    over: 'dienst',
    inhoud: { accountId: '{accountId}' },
    eigen: [409, 403, 403, 403, 403, 409, 409, 403, 403, 401],
    ander: [404, 403, 403, 403, 403, 409, 409, 403, 403, 401],
    geen: [404, 403, 403, 403, 403, 404, 404, 403, 403, 401],
  },
  {
    route: 'PUT /cohorten/{cohortId}/leider',
    recht: 'toegang.beheren',
    over: 'nieuw-cohort',
    inhoud: { accountId: '{accountId}' },
    eigen: [200, 403, 403, 403, 403, 200, 200, 403, 403, 401],
    ander: [404, 403, 403, 403, 403, 200, 200, 403, 403, 401],
  },
];
