import type { OpenAPIObject } from '@nestjs/swagger';
import { API_VERSION } from '../api-version.js';
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
};

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

/** Refusals that follow from what an operation takes. */
const refusalsOf = ({ parameters = [], requestBody }: Operation): number[] => [
  ...(parameters.length > 0 || requestBody ? [400] : []),
  ...(requestBody ? [413, 415] : []),
];

/** What holds for every operation stands here once; controllers say only what is their own. */
export function applyConventions(document: OpenAPIObject): void {
  document.components = { ...document.components, headers: HEADERS };
  for (const { operation } of operationsOf(document)) {
    // Said, so that it is no slip: this one is for everyone.
    operation.security ??= [];
    for (const status of refusalsOf(operation))
      operation.responses[String(status)] ??= problemResponse(status) as Responses[string];
    for (const response of Object.values(operation.responses))
      if (response && !('$ref' in response))
        response.headers = { 'API-Version': ref('ApiVersion'), ...response.headers };
  }
}
