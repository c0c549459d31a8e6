import type { OpenAPIObject } from '@nestjs/swagger';
import { API_VERSION } from '../api-version.js';
import { VERVAL } from '../http/vervalt.decorator.js';
import { problemResponse } from '../http/operation.decorator.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Responses = Operation['responses'];
type Headers = NonNullable<Extract<Responses[string], { description: string }>['headers']>;

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** The headers that answers share, by their name in `components.headers`. */
const HEADERS: Headers = {
  ApiVersion: {
    description: 'De volledige versie van deze API.',
    schema: { type: 'string', examples: [API_VERSION] },
  },
  ETag: {
    description: 'Kenmerk van deze inhoud, voor `If-None-Match`; van een versie ook voor `If-Match`.',
    schema: { type: 'string', examples: ['"3"'] },
  },
  Link: {
    description: 'Het adres van het vervolg van de lijst (`rel="next"`), als dat er is.',
    schema: { type: 'string' },
  },
  RateLimitPolicy: {
    description: 'Hoeveel verzoeken (`q`) u mag doen in hoeveel seconden (`w`).',
    schema: { type: 'string', examples: ['"aanroeper";q=600;w=60'] },
  },
  RateLimit: {
    description: 'Hoeveel verzoeken u nog hebt (`r`), en over hoeveel seconden het er weer meer zijn (`t`).',
    schema: { type: 'string', examples: ['"aanroeper";r=599;t=60'] },
  },
  RateLimitLimit: { description: 'Als `q` in `RateLimit-Policy`.', schema: { type: 'integer' } },
  RateLimitRemaining: { description: 'Als `r` in `RateLimit`.', schema: { type: 'integer' } },
  RateLimitReset: { description: 'Als `t` in `RateLimit`.', schema: { type: 'integer' } },
  Deprecation: {
    description: 'Sinds wanneer u dit beter niet meer gebruikt (RFC 9745).',
    schema: { type: 'string', examples: ['@1798761600'] },
  },
  Sunset: {
    description: 'Tot wanneer dit blijft werken (RFC 8594).',
    schema: { type: 'string', examples: ['Thu, 31 Dec 2027 23:59:59 GMT'] },
  },
  IdempotencyReplayed: {
    description: '`true` als dit het bewaarde antwoord is op een eerder verzoek met hetzelfde kenmerk.',
    schema: { type: 'string', enum: ['true'] },
  },
};

/** A question that can be asked again without getting the same content twice. */
const IF_NONE_MATCH = {
  name: 'If-None-Match',
  in: 'header',
  required: false,
  description: 'De `ETag` van wat u al hebt. Is het nog hetzelfde, dan krijgt u 304 zonder inhoud.',
  schema: { type: 'string' },
} as const;

const ref = (name: string): { $ref: string } => ({ $ref: `#/components/headers/${name}` });

/** The operations of a document, each with its method and path. */
export const operationsOf = (
  document: OpenAPIObject,
): { method: (typeof METHODS)[number]; path: string; operation: Operation }[] =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation ? [{ method, path, operation }] : [];
    }),
  );

const RATE_LIMIT = {
  'RateLimit-Policy': ref('RateLimitPolicy'),
  RateLimit: ref('RateLimit'),
  'RateLimit-Limit': ref('RateLimitLimit'),
  'RateLimit-Remaining': ref('RateLimitRemaining'),
  'RateLimit-Reset': ref('RateLimitReset'),
};

/** Refusals that follow from what an operation takes; an address and headers it always has. */
const refusalsOf = ({ parameters = [], requestBody }: Operation): number[] => [
  ...(parameters.length > 0 || requestBody ? [400] : []),
  ...(requestBody ? [413, 415] : []),
  ...[414, 429, 431],
];

const has = ({ parameters = [] }: Operation, name: string): boolean =>
  parameters.some((parameter) => 'name' in parameter && parameter.name === name);

/** The headers of a success, by what the operation is. */
function describeSuccess(method: string, operation: Operation): void {
  for (const [status, response] of Object.entries(operation.responses)) {
    if (!response || '$ref' in response || !status.startsWith('2')) continue;
    const readable = method === 'get' && response.content?.['application/json'] !== undefined;
    response.headers = {
      ...response.headers,
      ...(readable || has(operation, 'If-Match') ? { ETag: ref('ETag') } : {}),
      ...(has(operation, 'na') ? { Link: ref('Link') } : {}),
      ...(operation.deprecated ? { Deprecation: ref('Deprecation'), Sunset: ref('Sunset') } : {}),
      ...(has(operation, 'Idempotency-Key') ? { 'Idempotency-Replayed': ref('IdempotencyReplayed') } : {}),
    };
    if (!readable) continue;
    operation.parameters = [...(operation.parameters ?? []), { ...IF_NONE_MATCH }];
    operation.responses['304'] = { description: 'Niets veranderd.', headers: { ETag: ref('ETag') } };
  }
}

/** JSON Schema's `examples` in the place of OpenAPI's older `example`, which the generator of the document makes of it. */
function withExamples(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withExamples);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([key, part]) =>
      key === 'example' ? ['examples', [part]] : [key, withExamples(part)],
    ),
  );
}

/** What holds for every operation stands here once; controllers say only what is their own. */
export function applyConventions(document: OpenAPIObject): void {
  for (const { method, operation } of operationsOf(document)) {
    if (VERVAL in operation) operation.deprecated = true;
    describeSuccess(method, operation);
    // Said, so that it is no slip: this one is for everyone.
    operation.security ??= [];
    for (const status of refusalsOf(operation))
      operation.responses[String(status)] ??= problemResponse(status) as Responses[string];
    for (const [status, response] of Object.entries(operation.responses))
      if (response && !('$ref' in response))
        response.headers = {
          'API-Version': ref('ApiVersion'),
          ...response.headers,
          ...(/^2|^429/.test(status) ? RATE_LIMIT : {}),
        };
  }
  const used = JSON.stringify(document.paths);
  document.components = {
    ...document.components,
    schemas: withExamples(document.components?.schemas) as NonNullable<
      OpenAPIObject['components']
    >['schemas'] &
      object,
    headers: Object.fromEntries(
      Object.entries(HEADERS).filter(([name]) => used.includes(`"${ref(name).$ref}"`)),
    ),
  };
}
