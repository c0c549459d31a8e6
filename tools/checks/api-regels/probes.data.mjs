// One fault for each thing that a rule looks at: [rule, what its message must say, how the document is broken].
// A fourth value names rules that see the same fault, each from its own side.

const list = (d) => d.paths['/cohorten'].get;
const create = (d) => d.paths['/cohorten'].post;
const remove = (d) => d.paths['/cohorten/{cohortId}'].delete;
const ending = (d) => d.paths['/cohorten/{cohortId}/volgend-moment'].get;
const cohort = (d) => d.components.schemas.Cohort;
const problem = (d) => d.components.schemas.Probleem;
const rename = (map, from, to) => {
  map[to] = map[from];
  delete map[from];
};
const renamePath =
  (to, from = '/cohorten/_zoek') =>
  (d) =>
    rename(d.paths, from, to);

/** @type {[string, string, (document: object) => void, string[]?][]} */
export const probes = [
  ['/core/doc-openapi', '3.1', (d) => (d.openapi = '3.0.3'), ['oas3-schema']],
  ['/core/doc-openapi', 'geen paden', (d) => (d.paths = {}), ['oas3-unused-component']],
  ['/core/doc-openapi-contact', 'contact.name', (d) => delete d.info.contact.name],
  ['/core/doc-openapi-contact', 'contact.url', (d) => (d.info.contact.url = 'http://team.example')],
  ['/core/doc-openapi-contact', 'contact.email', (d) => delete d.info.contact.email],
  ['/core/semver', 'drie getallen', (d) => (d.info.version = '1.4')],
  ['/core/uri-version', 'Noem in servers', (d) => delete d.servers, ['oas3-api-servers']],
  ['/core/uri-version', 'alleen het hoofdnummer', (d) => (d.servers[0].url = '/api')],
  ['/core/uri-version', 'alleen het hoofdnummer', (d) => (d.servers[0].url = '/api/v1.4')],
  ['/core/uri-version', 'ander hoofdnummer', (d) => (d.servers[0].url = '/api/v2')],
  ['/core/uri-version', 'niet in een pad', renamePath('/v1/cohorten')],
  ['/core/uri-version', 'alleen het hoofdnummer', (d) => (d.paths['/cohorten'].servers = [{ url: '/' }])],
  ['/core/uri-version', 'alleen het hoofdnummer', (d) => (list(d).servers = [{ url: '/api' }])],
  ['nlgov/servers-use-https', 'https', (d) => (d.servers[0].url = 'http://team.example/v1')],
  ['/core/doc-language', '«Returns»', (d) => (list(d).description = 'Returns cohorten.')],
  ['/core/doc-language', '«the»', (d) => (cohort(d).properties.naam.description = 'Name of the cohort')],
  [
    '/core/hide-implementation',
    '«Temporal»',
    (d) => (list(d).responses[503].description = 'Temporal ligt stil.'),
  ],
  [
    '/core/hide-implementation',
    '«Workflow»',
    (d) => {
      rename(d.components.schemas, 'Moment', 'WorkflowMoment');
      cohort(d).properties.gestartOp.anyOf[0].$ref = '#/components/schemas/WorkflowMoment';
    },
  ],
  ['/core/no-trailing-slash', 'schuine streep', renamePath('/cohorten/_zoek/')],
  ['/core/path-segments-kebab-case', '«eenPad»', renamePath('/eenPad')],
  ['/core/path-segments-kebab-case', '«een_pad»', renamePath('/een_pad')],
  ['/core/path-segments-kebab-case', '«-pad»', renamePath('/-pad')],
  ['/core/path-segments-kebab-case', '«lijst.csv»', renamePath('/lijst.csv')],
  [
    '/core/path-segments-kebab-case',
    '«lijst.csv»',
    (d) => (d.paths['/cohorten/{cohortId}'].parameters[0].schema = { type: 'string', enum: ['lijst.csv'] }),
  ],
  ['/core/query-keys-camel-case', '«na_volgnummer»', (d) => (list(d).parameters[0].name = 'na_volgnummer')],
  [
    'huis/pad-parameters-camel-case',
    '«{cohort_id}»',
    (d) => {
      rename(d.paths, '/cohorten/{cohortId}', '/cohorten/{cohort_id}');
      d.paths['/cohorten/{cohort_id}'].parameters[0] = {
        ...d.paths['/cohorten/{cohort_id}'].parameters[0],
        name: 'cohort_id',
      };
    },
  ],
  ['/core/naming-resources', '«aanmaken»', renamePath('/cohorten/aanmaken')],
  ['/core/naming-collections', '«cohort»', renamePath('/cohort/{cohortId}', '/cohorten/{cohortId}')],
  ['/core/http-methods', '«head»', (d) => (d.paths['/cohorten'].head = { ...list(d), operationId: 'kop' })],
  ['/core/http-safety', 'neemt geen inhoud', (d) => (list(d).requestBody = create(d).requestBody)],
  ['/core/transport/no-sensitive-uris', '«token»', (d) => (list(d).parameters[0].name = 'token')],
  [
    '/core/transport/no-sensitive-uris',
    'mag niet in een adres',
    (d) => (d.components.securitySchemes.sleutel = { type: 'apiKey', in: 'query', name: 'sleutel' }),
  ],
  ['/core/version-header', 'ontbreekt', (d) => delete list(d).responses[200].headers],
  ['/core/version-header', 'ontbreekt', (d) => delete list(d).responses[503].headers['API-Version']],
  [
    '/core/version-header',
    'is een tekst',
    (d) => (list(d).responses[200].headers['API-Version'] = { schema: { type: 'integer' } }),
  ],
  [
    '/core/error-handling/problem-details',
    'niet als application/json',
    (d) => rename(list(d).responses[503].content, 'application/problem+json', 'application/json'),
  ],
  ['/core/error-handling/problem-details', 'niet als niets', (d) => delete list(d).responses[503].content],
  ['/core/error-handling/problem-details', 'altijd detail', (d) => problem(d).required.pop()],
  ['/core/error-handling/invalid-input', 'neemt invoer', (d) => delete list(d).responses[400]],
  ['/core/error-handling/invalid-input', 'neemt invoer', (d) => delete create(d).responses[400]],
  ['/core/error-handling/invalid-input', 'neemt invoer', (d) => delete remove(d).responses[400]],
  ['/core/error-handling/all-errors', 'alle fouten', (d) => delete problem(d).properties.fouten],
  ['/core/http-response-code', 'als het lukt', (d) => delete create(d).responses[201]],
  ['/core/http-response-code', '«299»', (d) => rename(create(d).responses, '201', '299')],
  [
    '/core/http-response-code',
    'geen inhoud',
    (d) => (remove(d).responses[204].content = list(d).responses[200].content),
  ],
  ['/core/deprecation-schedule', 'Sunset', (d) => delete ending(d).responses[200].headers.Sunset],
  ['/core/deprecation-schedule', 'Deprecation', (d) => delete ending(d).responses[200].headers.Deprecation],
  [
    'nlgov/schema-camel-case',
    '«start_moment»',
    (d) => {
      rename(d.components.schemas, 'Moment', 'start_moment');
      cohort(d).properties.gestartOp.anyOf[0].$ref = '#/components/schemas/start_moment';
    },
  ],
  ['nlgov/property-casing', '«aantal_uren»', (d) => (cohort(d).properties.aantal_uren = { type: 'integer' })],
  [
    '/core/date-time/format',
    '«time»',
    (d) => (cohort(d).properties.begin = { type: 'string', format: 'time' }),
  ],
  ['/core/date-time/format', 'hoort type string', (d) => (cohort(d).properties.dag = { format: 'date' })],
  ['/core/date-time/format', '«startdatum»', (d) => delete cohort(d).properties.startdatum.format],
  [
    '/core/date-time/format',
    '«geopendOp»',
    (d) => (cohort(d).properties.geopendOp = { type: ['string', 'null'] }),
  ],
  [
    '/core/date-time/date-omit-time-portion',
    '«einddatum»',
    (d) => (cohort(d).properties.einddatum = { type: 'string', format: 'date-time' }),
  ],
  ['/core/date-time/timezone', 'andere tijdzone', (d) => (d.components.schemas.Moment.pattern = 'Z$')],
  [
    'huis/benoemde-vormen',
    'een naam',
    (d) => (create(d).requestBody.content['application/json'].schema = { ...cohort(d) }),
  ],
  ['huis/voorbeelden', 'een voorbeeld', (d) => delete cohort(d).examples],
  ['huis/operatie-beschreven', 'operationId', (d) => (list(d).operationId = 'lees-cohorten')],
  ['huis/operatie-beschreven', 'summary', (d) => (list(d).summary = 'cohorten')],
  ['huis/operatie-beschreven', 'tags', (d) => delete list(d).tags],
  ['huis/toegang-gezegd', 'security ontbreekt', (d) => delete list(d).security],
  ['oas3-schema', '', (d) => (d.info.title = 3)],
  ['oas3-api-servers', '', (d) => (d.servers = []), ['/core/uri-version']],
  ['oas3-operation-security-defined', '', (d) => (list(d).security = [{ anders: [] }])],
  [
    'oas3-valid-media-example',
    '',
    (d) => (list(d).responses[200].content['application/json'].example = { naam: 3 }),
  ],
  ['huis/ware-voorbeelden', 'klopt niet', (d) => (cohort(d).examples[0].naam = 3)],
  ['huis/ware-voorbeelden', 'klopt niet', (d) => (cohort(d).examples[0].startdatum = 'gisteren')],
  ['oas3-valid-schema-example', '', (d) => (cohort(d).properties.naam.example = 3)],
  ['oas3-unused-component', '', (d) => (d.components.schemas.Los = { type: 'object' })],
  ['operation-operationId-unique', '', (d) => (list(d).operationId = 'maakCohort')],
  ['operation-parameters', '', (d) => list(d).parameters.push(list(d).parameters[0])],
  ['operation-tag-defined', '', (d) => (list(d).tags = ['anders'])],
  ['openapi-tags-uniqueness', '', (d) => d.tags.push(d.tags[0])],
  [
    'path-declarations-must-exist',
    '',
    renamePath('/cohorten/{}/_zoek'),
    ['/core/path-segments-kebab-case', 'huis/pad-parameters-camel-case'],
  ],
  ['path-not-include-query', '', renamePath('/cohorten/_zoek?naam=x'), ['/core/path-segments-kebab-case']],
  ['path-params', '', (d) => (d.paths['/cohorten/{cohortId}'].parameters = [])],
];
