import { MENSEN } from './toegang-matrix.mensen.js';
import { BEZORGING } from './toegang-matrix.bezorging.js';
import { BEHEER, PRIVACY } from './toegang-matrix.beheer.js';
import { BIJEENKOMSTEN } from './toegang-matrix.bijeenkomst.js';
import { PASSKEYS } from './toegang-matrix.passkey.js';
import { SJABLONEN } from './toegang-matrix.sjabloon.js';
import { WEBHOOKS } from './toegang-matrix.webhook.js';
import { SIGNALEN } from './toegang-matrix.signaal.js';
import { VERANDERING } from './toegang-matrix.verandering.js';
import { WIJZIGINGSPLANNEN } from './toegang-matrix.wijzigingsplan.js';
import { openbaar, type MatrixRij } from './toegang-vormen.js';

const CONTACT = { naam: 'Nieuw', email: 'nieuw@x.example', niveau: 'beleid', hoofdcontact: true };
const IF_MATCH = { 'If-Match': '"0"' };
const COHORT = {
  naam: 'Nieuw',
  sjabloon: { sleutel: 'maatwerktraject', versie: 1 },
  startdatum: '2027-02-01',
  adviseur: { naam: 'Nieuw', email: 'nieuw@les.example' },
};
const TAAK = '/taken/{taakId}';
const COLLEGA = { email: 'collega@uni.example', naam: 'Collega', rol: 'onderzoeker' };
const TOEKENNINGEN = '/cohorten/{cohortId}/toekenningen';
const DEELNEMERS = '/cohorten/{cohortId}/deelnemers';

/**
 * In the order of `WIE`: adviseur, hoofdcontact, niveau, onderzoeker (twice), beheerder (twice), dienst (twice), niemand.
 */
export const MATRIX: readonly MatrixRij[] = [
  openbaar('GET /health/live', 200),
  openbaar('GET /health/ready', 503),
  openbaar('GET /openapi.json', 200),
  openbaar('GET /openapi.yaml', 200),
  openbaar('GET /omgeving', 200),
  openbaar('GET /aanmelding', 200),
  // No provider is configured here; the whole flow is in aanmelden/oidc.integration.spec.ts.
  openbaar('GET /aanmelding/oidc', 503),
  openbaar('GET /aanmelding/oidc/terug', 302),
  openbaar('POST /aanmeldlinks', 202, { email: 'onbekend-{nummer}@x.example' }),
  openbaar('POST /aanmeldlinks/gebruik', 410, { sleutel: 'A'.repeat(43) }),

  { route: 'GET /ik', recht: 'ik', eigen: [200, 200, 200, 200, 200, 200, 200, 200, 200, 401] },
  // Each asks for the role of an adviseur.
  {
    route: 'PUT /ik/rol',
    recht: 'ik',
    eigen: [204, 403, 403, 403, 403, 403, 403, 403, 403, 401],
    inhoud: { rol: 'adviseur' },
  },
  { route: 'GET /ik/sessies', recht: 'ik', eigen: [200, 200, 200, 200, 200, 200, 200, 403, 403, 401] },
  // A service has no session, so none to see or end.
  {
    route: 'DELETE /ik/sessies/huidig',
    recht: 'ik',
    eigen: [200, 200, 200, 200, 200, 200, 200, 403, 403, 401],
  },
  {
    route: 'DELETE /ik/sessies/{sessieId}',
    recht: 'ik',
    eigen: [204, 204, 204, 204, 204, 204, 204, 403, 403, 401],
    ander: [404, 404, 404, 404, 404, 404, 404, 403, 403, 401],
  },
  {
    route: 'GET /gemeenten',
    recht: 'gemeenten.lezen',
    toont: ['gemeente'],
    eigen: [200, 200, 200, 200, 200, 200, 200, 200, 403, 401],
  },
  {
    route: 'GET /sjablonen',
    recht: 'sjablonen.lezen',
    eigen: [200, 200, 200, 200, 200, 200, 200, 200, 403, 401],
  },
  {
    route: 'GET /sjablonen/{sleutel}/{versie}',
    recht: 'sjablonen.lezen',
    eigen: [200, 200, 200, 200, 200, 200, 200, 200, 403, 401],
  },
  ...SJABLONEN,

  {
    route: 'GET /cohorten',
    recht: 'cohorten.lezen',
    eigen: [200, 403, 403, 200, 200, 200, 200, 200, 403, 401],
  },
  {
    route: 'POST /cohorten',
    recht: 'cohorten.beheren',
    inhoud: COHORT,
    eigen: [201, 403, 403, 403, 403, 403, 403, 201, 403, 401],
  },
  // A beheerder sees that cohorten are there, not what happens in them.
  {
    route: 'GET /cohorten/{cohortId}',
    recht: 'cohorten.lezen',
    eigen: [200, 403, 403, 200, 200, 200, 200, 200, 403, 401],
    ander: [404, 403, 403, 404, 404, 200, 200, 404, 403, 401],
  },
  {
    route: 'GET /cohorten/{cohortId}/plan',
    recht: 'cohorten.beheren',
    eigen: [200, 403, 403, 403, 403, 403, 403, 200, 403, 401],
    ander: [404, 403, 403, 403, 403, 403, 403, 404, 403, 401],
  },
  {
    route: 'GET /cohorten/{cohortId}/bord',
    recht: 'resultaten.lezen',
    eigen: [200, 403, 403, 200, 200, 403, 403, 200, 403, 401],
    ander: [404, 403, 403, 404, 404, 403, 403, 404, 403, 401],
  },
  {
    route: 'GET /cohorten/{cohortId}/resultaten',
    recht: 'resultaten.lezen',
    eigen: [200, 403, 403, 200, 200, 403, 403, 200, 403, 401],
    ander: [404, 403, 403, 404, 404, 403, 403, 404, 403, 401],
  },
  // It runs already: nothing new.
  {
    route: 'POST /cohorten/{cohortId}/start',
    recht: 'cohorten.beheren',
    eigen: [200, 403, 403, 403, 403, 403, 403, 200, 403, 401],
    ander: [404, 403, 403, 403, 403, 403, 403, 404, 403, 401],
  },
  // It is no oefencohort.
  {
    route: 'POST /cohorten/{cohortId}/klok/volgend-moment',
    recht: 'cohorten.beheren',
    eigen: [409, 403, 403, 403, 403, 403, 403, 409, 403, 401],
    ander: [404, 403, 403, 403, 403, 403, 403, 404, 403, 401],
  },
  {
    route: `GET ${DEELNEMERS}`,
    recht: 'deelnemers.lezen',
    eigen: [200, 403, 403, 403, 403, 403, 403, 200, 403, 401],
    ander: [404, 403, 403, 403, 403, 403, 403, 404, 403, 401],
  },
  {
    route: `POST ${DEELNEMERS}`,
    recht: 'deelnemers.beheren',
    over: 'concept-cohort',
    inhoud: { gemeentecode: 'GM0160', contactpersonen: [CONTACT] },
    eigen: [201, 403, 403, 403, 403, 403, 403, 201, 403, 401],
    ander: [404, 403, 403, 403, 403, 403, 403, 404, 403, 401],
  },
  {
    route: `POST ${DEELNEMERS}/csv`,
    recht: 'deelnemers.beheren',
    over: 'concept-cohort',
    csv: 'gemeentecode,naam,email,niveau,hoofdcontact\nGM0166,Nieuw,nieuw@x.example,beleid,ja',
    eigen: [201, 403, 403, 403, 403, 403, 403, 201, 403, 401],
    ander: [404, 403, 403, 403, 403, 403, 403, 404, 403, 401],
  },
  {
    route: `DELETE ${DEELNEMERS}/{trajectId}`,
    recht: 'deelnemers.beheren',
    over: 'concept-cohort',
    eigen: [204, 403, 403, 403, 403, 403, 403, 204, 403, 401],
    ander: [404, 403, 403, 403, 403, 403, 403, 404, 403, 401],
  },
  // Who works where is for a beheerder to arrange, in every cohort.
  {
    route: `GET ${TOEKENNINGEN}`,
    recht: 'toegang.beheren',
    eigen: [200, 403, 403, 403, 403, 200, 200, 403, 403, 401],
    ander: [404, 403, 403, 403, 403, 200, 200, 403, 403, 401],
  },
  {
    route: `POST ${TOEKENNINGEN}`,
    recht: 'toegang.beheren',
    inhoud: COLLEGA,
    eigen: [201, 403, 403, 403, 403, 201, 201, 403, 403, 401],
    ander: [404, 403, 403, 403, 403, 201, 201, 403, 403, 401],
  },
  // An adviseur names a service by its account, a person by the address.
  {
    route: `POST ${TOEKENNINGEN}`,
    recht: 'toegang.beheren',
    over: 'dienst',
    inhoud: { accountId: '{accountId}', rol: 'adviseur' },
    eigen: [201, 403, 403, 403, 403, 201, 201, 403, 403, 401],
    ander: [404, 403, 403, 403, 403, 201, 201, 403, 403, 401],
  },
  {
    route: `POST ${TOEKENNINGEN}`,
    recht: 'toegang.beheren',
    over: 'mens',
    inhoud: { accountId: '{accountId}', rol: 'adviseur' },
    eigen: [404, 403, 403, 403, 403, 201, 201, 403, 403, 401],
    ander: [404, 403, 403, 403, 403, 201, 201, 403, 403, 401],
  },
  {
    route: `DELETE ${TOEKENNINGEN}/{toekenningId}`,
    recht: 'toegang.beheren',
    eigen: [204, 403, 403, 403, 403, 204, 204, 403, 403, 401],
    ander: [404, 403, 403, 403, 403, 204, 204, 403, 403, 401],
  },
  {
    route: 'GET /cohorten/{cohortId}/adviseur',
    recht: 'toegang.beheren',
    eigen: [200, 403, 403, 403, 403, 200, 200, 403, 403, 401],
    ander: [404, 403, 403, 403, 403, 200, 200, 403, 403, 401],
  },
  // Somebody who does not work there: who may choose, is told so.
  {
    route: 'PUT /cohorten/{cohortId}/adviseur',
    recht: 'toegang.beheren',
    over: 'dienst',
    inhoud: { accountId: '{accountId}' },
    kop: { 'If-Match': '"1"' },
    eigen: [409, 403, 403, 403, 403, 409, 409, 403, 403, 401],
    ander: [404, 403, 403, 403, 403, 409, 409, 403, 403, 401],
    // A beheerder sees each cohort, and is told why that cannot be done now.
    geen: [404, 403, 403, 403, 403, 404, 404, 403, 403, 401],
  },
  // And somebody who does.
  {
    route: 'PUT /cohorten/{cohortId}/adviseur',
    recht: 'toegang.beheren',
    over: 'nieuw-cohort',
    inhoud: { accountId: '{accountId}' },
    kop: { 'If-Match': '"1"' },
    eigen: [200, 403, 403, 403, 403, 200, 200, 403, 403, 401],
    ander: [404, 403, 403, 403, 403, 200, 200, 403, 403, 401],
  },
  {
    route: 'GET /cohorten/{cohortId}/export',
    recht: 'export.lezen',
    eigen: [200, 403, 403, 200, 200, 403, 403, 200, 403, 401],
    ander: [404, 403, 403, 404, 404, 403, 403, 404, 403, 401],
  },
  {
    route: 'GET /cohorten/{cohortId}/export/bestanden/{bestand}',
    recht: 'export.lezen',
    eigen: [200, 403, 403, 200, 200, 403, 403, 200, 403, 401],
    ander: [404, 403, 403, 404, 404, 403, 403, 404, 403, 401],
  },

  {
    route: 'GET /trajecten',
    recht: 'trajecten.lezen',
    eigen: [200, 200, 200, 403, 403, 200, 200, 200, 403, 401],
  },
  {
    route: 'GET /trajecten/{trajectId}',
    recht: 'trajecten.lezen',
    eigen: [200, 200, 200, 403, 403, 404, 200, 200, 403, 401],
    ander: [404, 404, 404, 403, 403, 404, 404, 404, 403, 401],
  },
  {
    route: 'GET /trajecten/{trajectId}/gebeurtenissen',
    recht: 'logboek.lezen',
    eigen: [200, 403, 403, 403, 403, 403, 403, 200, 403, 401],
    ander: [404, 403, 403, 403, 403, 403, 403, 404, 403, 401],
  },
  {
    route: 'GET /trajecten/{trajectId}/berichten',
    recht: 'logboek.lezen',
    eigen: [200, 403, 403, 403, 403, 403, 403, 200, 403, 401],
    ander: [404, 403, 403, 403, 403, 403, 403, 404, 403, 401],
  },
  {
    route: 'POST /trajecten/{trajectId}/stappen/{stap}/goedkeuring',
    recht: 'trajecten.begeleiden',
    eigen: [503, 403, 403, 403, 403, 403, 403, 503, 403, 401],
    ander: [404, 403, 403, 403, 403, 403, 403, 404, 403, 401],
  },
  {
    route: 'POST /trajecten/{trajectId}/check-ins/{sleutel}/verslag',
    recht: 'trajecten.begeleiden',
    inhoud: { gehouden: true, datum: '2027-02-08', verslag: 'Besproken' },
    eigen: [503, 403, 403, 403, 403, 403, 403, 503, 403, 401],
    ander: [404, 403, 403, 403, 403, 403, 403, 404, 403, 401],
  },
  {
    route: 'PUT /trajecten/{trajectId}/uitkomst',
    recht: 'trajecten.begeleiden',
    inhoud: { klasse: 'getraind', toelichting: 'Gezien' },
    eigen: [503, 403, 403, 403, 403, 403, 403, 503, 403, 401],
    ander: [404, 403, 403, 403, 403, 403, 403, 404, 403, 401],
  },

  // The taak of the hoofdcontact, opened and with a draft.
  {
    route: `GET ${TAAK}`,
    recht: 'taken.lezen',
    eigen: [200, 200, 200, 403, 403, 404, 200, 200, 403, 401],
    ander: [404, 404, 404, 403, 403, 404, 404, 404, 403, 401],
  },
  {
    route: `GET ${TAAK}`,
    recht: 'taken.lezen',
    over: 'ingediende-taak',
    eigen: [200, 200, 200, 403, 403, 404, 200, 200, 403, 401],
    ander: [404, 404, 404, 403, 403, 404, 404, 404, 403, 401],
  },
  {
    route: `GET ${TAAK}/concept`,
    recht: 'taken.lezen',
    eigen: [200, 200, 200, 403, 403, 404, 200, 200, 403, 401],
    ander: [404, 404, 404, 403, 403, 404, 404, 404, 403, 401],
  },
  // What the draft holds now has version 1: who may write is told that it is another one.
  {
    route: `PUT ${TAAK}/concept`,
    recht: 'taken.invullen',
    inhoud: { inhoud: { uren: 4 } },
    kop: IF_MATCH,
    eigen: [403, 412, 403, 403, 403, 403, 403, 403, 403, 401],
    ander: [404, 404, 404, 403, 403, 403, 403, 404, 403, 401],
  },
  {
    route: `PUT ${TAAK}/concept`,
    recht: 'taken.invullen',
    inhoud: { inhoud: {} },
    kop: IF_MATCH,
    over: 'adviseurstaak',
    eigen: [200, 403, 403, 403, 403, 403, 403, 200, 403, 401],
    ander: [404, 404, 404, 403, 403, 403, 403, 404, 403, 401],
  },
  // Nothing filled in: who may hand it in, is told what is missing.
  {
    route: `POST ${TAAK}/inzending`,
    recht: 'taken.invullen',
    inhoud: { inhoud: {} },
    eigen: [403, 400, 403, 403, 403, 403, 403, 403, 403, 401],
    ander: [404, 404, 404, 403, 403, 403, 403, 404, 403, 401],
  },
  ...MENSEN,
  ...BEZORGING,
  ...BIJEENKOMSTEN,
  ...VERANDERING,
  ...WIJZIGINGSPLANNEN,
  ...SIGNALEN,
  ...BEHEER,
  ...PASSKEYS,
  ...WEBHOOKS,
  // At the end: what is written here are names of people.
  ...PRIVACY,
];
