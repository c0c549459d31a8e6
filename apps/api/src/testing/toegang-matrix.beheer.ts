import type { MatrixRij, Rooster } from './toegang-vormen.js';

/** Only a beheerder, in person: no role of a service holds these permissions. */
const beheerder = (status: number): Rooster => [403, 403, 403, 403, 403, status, status, 403, 403, 401];
/** About an account, of whoever: a beheerder finds them all. */
const overAccounts = (status: number): Pick<MatrixRij, 'recht' | 'eigen' | 'ander'> => ({
  recht: 'accounts.beheren',
  eigen: beheerder(status),
  ander: beheerder(status),
});

const ACCOUNT = '/accounts/{accountId}';
/** Accounts have names and addresses, also those of contactpersonen. */
const MENSEN = ['account', 'adviseur', 'persoon', 'cohort'];
const REDEN = { reden: 'Op eigen verzoek gewist' };

/** What a beheerder manages. */
export const BEHEER: readonly MatrixRij[] = [
  { route: 'GET /accounts', recht: 'accounts.beheren', eigen: beheerder(200), toont: MENSEN },
  {
    route: 'POST /accounts',
    recht: 'accounts.beheren',
    inhoud: { soort: 'mens', naam: 'Nieuw', email: 'nieuw-{nummer}@x.example', rollen: ['onderzoeker'] },
    eigen: beheerder(201),
  },
  { route: `GET ${ACCOUNT}`, ...overAccounts(200) },
  // Made, and then given two parts: version 3.
  { route: `PATCH ${ACCOUNT}`, inhoud: { naam: 'Anders' }, kop: { 'If-Match': '"3"' }, ...overAccounts(200) },
  { route: `POST ${ACCOUNT}/rollen`, inhoud: { rol: 'onderzoeker' }, ...overAccounts(201) },
  { route: `DELETE ${ACCOUNT}/rollen/{rol}`, ...overAccounts(204) },
  { route: `GET ${ACCOUNT}/diensttokens`, over: 'dienst', ...overAccounts(200) },
  {
    route: `POST ${ACCOUNT}/diensttokens`,
    over: 'dienst',
    inhoud: { naam: 'Koppeling', rol: 'adviseur', rechten: ['ik'], geldigDagen: 1 },
    ...overAccounts(201),
  },
  { route: `DELETE ${ACCOUNT}/diensttokens/{tokenId}`, over: 'dienst', ...overAccounts(204) },
  { route: `POST ${ACCOUNT}/wissing`, inhoud: REDEN, ...overAccounts(200) },
  { route: `POST ${ACCOUNT}/passkeys/intrekking`, inhoud: REDEN, ...overAccounts(200) },
  { route: 'GET /wissingsverzoeken', recht: 'accounts.beheren', eigen: beheerder(200), toont: MENSEN },
  {
    route: 'GET /inzagen',
    recht: 'inzage.vragen',
    eigen: beheerder(200),
    toont: ['account', 'cohort', 'gemeente', 'kenmerk'],
  },
  // A beheerder sees that cohorten are there, and chooses a gemeente by its name; not the trajecten themselves.
  {
    route: 'GET /cohorten/{cohortId}/gemeenten',
    recht: 'inzage.vragen',
    eigen: beheerder(200),
    ander: beheerder(200),
    toont: ['gemeente'],
  },
  // Of a traject that nobody asks for elsewhere in the matrix.
  {
    route: 'POST /inzagen',
    recht: 'inzage.vragen',
    inhoud: { trajectId: '{versTrajectId}', reden: 'Melding van een contactpersoon', uren: 1 },
    eigen: beheerder(201),
  },
  // A beheerder does not end the inzage of another one.
  {
    route: 'DELETE /inzagen/{inzageId}',
    recht: 'inzage.vragen',
    eigen: beheerder(204),
    ander: beheerder(404),
  },
  {
    route: 'GET /auditregels',
    recht: 'audit.lezen',
    eigen: beheerder(200),
    toont: [...MENSEN, 'gemeente', 'kenmerk'],
  },
];

/** What everyone may ask about himself. A service is nobody. */
export const PRIVACY: readonly MatrixRij[] = [
  {
    route: 'GET /ik/gegevens',
    recht: 'ik',
    // What one asked for oneself by its ID is on record, also when it was refused.
    toont: ['kenmerk'],
    eigen: [200, 200, 200, 200, 200, 200, 200, 403, 403, 401],
  },
  {
    route: 'POST /ik/wissing',
    recht: 'ik',
    inhoud: { reden: 'Ik werk hier niet meer' },
    eigen: [201, 201, 201, 201, 201, 201, 201, 403, 403, 401],
  },
  {
    route: 'PUT /ik/naam',
    recht: 'ik',
    inhoud: { naam: 'Nieuwe Naam' },
    eigen: [204, 204, 204, 204, 204, 204, 204, 403, 403, 401],
  },
];
