import { openbaar, type MatrixRij, type Rooster } from './toegang-vormen.js';

/** A beheerder, and a service for what is its own. */
const beheerderEnDienst = (beheerder: number, dienst: number): Rooster => [
  ...([403, 403, 403, 403, 403] as const),
  beheerder,
  beheerder,
  dienst,
  403,
  401,
];
/** About a webhook: a beheerder finds them all, a service finds its own. */
const overWebhooks = (status: number): Pick<MatrixRij, 'recht' | 'eigen' | 'ander'> => ({
  recht: 'webhooks.beheren',
  eigen: beheerderEnDienst(status, status),
  ander: beheerderEnDienst(status, 404),
});

const WEBHOOK = '/webhooks/{webhookId}';
const NIEUW = { naam: 'Zaaksysteem', url: 'http://127.0.0.1:9/' };

/** What other systems follow. */
export const WEBHOOKS: readonly MatrixRij[] = [
  openbaar('GET /gebeurtenistypen', 200),
  openbaar('GET /gebeurtenistypen/{type}/schema', 200),
  {
    route: 'GET /gebeurtenissen',
    recht: 'gebeurtenissen.lezen',
    bevat: ['a1-feit', 'a2-feit'],
    eigen: [403, 403, 403, 403, 403, 403, 403, 200, 403, 401],
  },
  { route: 'GET /webhooks', recht: 'webhooks.beheren', eigen: beheerderEnDienst(200, 200) },
  // Made for oneself: a beheerder says for which service.
  { route: 'POST /webhooks', recht: 'webhooks.beheren', inhoud: NIEUW, eigen: beheerderEnDienst(400, 201) },
  {
    route: 'POST /webhooks',
    recht: 'webhooks.beheren',
    over: 'dienst',
    inhoud: { ...NIEUW, accountId: '{accountId}' },
    eigen: beheerderEnDienst(201, 404),
  },
  { route: `GET ${WEBHOOK}`, ...overWebhooks(200) },
  {
    route: `PATCH ${WEBHOOK}`,
    inhoud: { status: 'gepauzeerd' },
    kop: { 'If-Match': '"1"' },
    ...overWebhooks(200),
  },
  { route: `POST ${WEBHOOK}/geheim`, ...overWebhooks(201) },
  { route: `POST ${WEBHOOK}/test`, ...overWebhooks(202) },
  { route: `GET ${WEBHOOK}/leveringen`, toont: ['kenmerk'], ...overWebhooks(200) },
  { route: `POST ${WEBHOOK}/leveringen/{leveringId}/opnieuw`, toont: ['kenmerk'], ...overWebhooks(202) },
  { route: `POST ${WEBHOOK}/herhalen`, inhoud: { vanaf: '{nu}' }, ...overWebhooks(202) },
  { route: `DELETE ${WEBHOOK}`, ...overWebhooks(204) },
];
