// A small document that keeps every rule. Each probe breaks one thing in a fresh copy.

const version = { 'API-Version': { description: 'De hele versie.', schema: { type: 'string' } } };
const json = (name) => ({ 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } });
const well = (name) => ({ description: 'Gelukt.', headers: { ...version }, content: json(name) });
const problem = (description) => ({
  description,
  headers: { ...version },
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Probleem' } } },
});
const wrong = () => problem('De invoer is niet goed.');
const described = (operationId, summary) => ({
  operationId,
  summary,
  tags: ['cohorten'],
  security: [{ sleutel: [] }],
});
const id = () => ({
  name: 'cohortId',
  in: 'path',
  required: true,
  schema: { type: 'string', format: 'uuid' },
});

/** @returns {any} an OpenAPI 3.1 document */
export const cleanDocument = () => ({
  openapi: '3.1.0',
  info: {
    title: 'Proef',
    description: 'Een API om de regels te proberen.',
    version: '1.4.2',
    contact: { name: 'Team', url: 'https://team.example', email: 'team@team.example' },
  },
  servers: [{ url: '/api/v1' }],
  tags: [{ name: 'cohorten', description: 'Groepen gemeenten.' }],
  paths: {
    '/cohorten': {
      get: {
        ...described('leesCohorten', 'Geeft de cohorten.'),
        parameters: [{ name: 'naVolgnummer', in: 'query', schema: { type: 'integer' } }],
        responses: { 200: well('Cohort'), 400: wrong(), 503: problem('Probeer het straks opnieuw.') },
      },
      post: {
        ...described('maakCohort', 'Maakt een cohort.'),
        requestBody: { content: json('Cohort') },
        responses: { 201: well('Cohort'), 400: wrong() },
      },
    },
    '/cohorten/{cohortId}': {
      parameters: [id()],
      delete: {
        ...described('verwijderCohort', 'Verwijdert een cohort.'),
        responses: { 204: { description: 'Gelukt.', headers: { ...version } }, 400: wrong() },
      },
    },
    '/cohorten/{cohortId}/volgend-moment': {
      get: {
        ...described('leesVolgendMoment', 'Geeft het volgende moment.'),
        deprecated: true,
        parameters: [id()],
        responses: {
          200: {
            ...well('Cohort'),
            headers: {
              ...version,
              Deprecation: { schema: { type: 'string' } },
              Sunset: { schema: { type: 'string' } },
            },
          },
          400: wrong(),
        },
      },
    },
    '/cohorten/_zoek': {
      post: {
        ...described('zoekCohorten', 'Zoekt cohorten.'),
        requestBody: { content: json('Cohort') },
        responses: { 200: well('Cohort'), 400: wrong() },
      },
    },
    '/health/live': {
      servers: [{ url: '/' }],
      get: {
        ...described('leeft', 'Zegt of het systeem leeft.'),
        security: [],
        responses: { 200: well('Cohort') },
      },
    },
  },
  components: {
    securitySchemes: { sleutel: { type: 'http', scheme: 'bearer' } },
    schemas: {
      Cohort: {
        type: 'object',
        properties: {
          naam: { type: 'string' },
          startdatum: { type: 'string', format: 'date' },
          gestartOp: { anyOf: [{ $ref: '#/components/schemas/Moment' }, { type: 'null' }] },
        },
        required: ['naam'],
        examples: [{ naam: 'Twente', startdatum: '2027-02-01', gestartOp: null }],
      },
      Moment: { type: 'string', format: 'date-time', pattern: '^.+(Z|[+-]\\d\\d:\\d\\d)$' },
      Probleem: {
        type: 'object',
        properties: {
          status: { type: 'integer' },
          title: { type: 'string' },
          detail: { type: 'string' },
          fouten: { type: 'array', items: { type: 'string' } },
        },
        required: ['status', 'title', 'detail'],
      },
    },
  },
});
