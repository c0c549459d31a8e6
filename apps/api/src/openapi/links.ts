import type { OpenAPIObject } from '@nestjs/swagger';
import { operationsOf } from './conventions.js';

type Found = ReturnType<typeof operationsOf>[number];
type Response = Extract<Found['operation']['responses'][string], { description: string }>;

const inPath = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');

/** The names of the fields of an answer in JSON. */
function fieldsOf(document: OpenAPIObject, { content }: Response): string[] {
  const schema = content?.['application/json']?.schema;
  if (!schema || !('$ref' in schema)) return [];
  const named = document.components?.schemas?.[schema.$ref.split('/').at(-1) ?? ''];
  return named && 'properties' in named ? Object.keys(named.properties ?? {}) : [];
}

const hasVersion = ({ parameters = [] }: Found['operation']): boolean =>
  parameters.some((parameter) => 'name' in parameter && parameter.name === 'If-Match');

/** What `to` needs to act on what `from` made: its ID, what `from` itself was asked with, and its version. */
function parametersFor(
  from: Found,
  to: Found,
  fields: readonly string[],
): Record<string, string> | undefined {
  const own = inPath(from.path);
  const [made, ...others] = inPath(to.path).filter((name) => !own.includes(name));
  if (made === undefined || others.length > 0 || !to.path.startsWith(`${from.path}/{${made}}`))
    return undefined;
  const field = fields.includes(made) ? made : 'id';
  if (!fields.includes(field)) return undefined;
  return {
    ...Object.fromEntries(own.map((name) => [name, `$request.path.${name}`])),
    [made]: `$response.body#/${field}`,
    ...(hasVersion(to.operation) && fields.includes('versie')
      ? { 'If-Match': '"{$response.body#/versie}"' }
      : {}),
  };
}

/** Says with each answer to making something what can be done with it, and where its ID comes. */
export function addLinks(document: OpenAPIObject): void {
  const operations = operationsOf(document);
  for (const from of operations) {
    const response = from.operation.responses['201'];
    if (!response || '$ref' in response) continue;
    const fields = fieldsOf(document, response);
    const links = operations.flatMap((to) => {
      const { operationId } = to.operation;
      const parameters = parametersFor(from, to, fields);
      return operationId && parameters ? [[operationId, { operationId, parameters }] as const] : [];
    });
    if (links.length > 0) response.links = Object.fromEntries(links);
  }
}
