import { VOORBEELDEN } from '@maatwerktraject/contracts';
import { z } from 'zod';

type Json = Record<string, unknown>;
type Io = 'input' | 'output';

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The schema in JSON Schema 2020-12, and those with an ID that it refers to, by their IDs. */
function toJsonSchema(schema: z.ZodType, io: Io): { root: Json; named: Record<string, Json> } {
  const {
    $schema: _,
    $defs = {},
    ...root
  } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io,
    override: ({ zodSchema, jsonSchema }) => {
      if (VOORBEELDEN.has(zodSchema)) jsonSchema.examples = [VOORBEELDEN.get(zodSchema)];
      // Who reads must allow for fields that come later; who writes gets a field refused that is not known.
      if (io === 'output' && jsonSchema.additionalProperties === false)
        delete jsonSchema.additionalProperties;
    },
  });
  return { root, named: $defs };
}

function withRenamedRefs(value: unknown, rename: (id: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => withRenamedRefs(item, rename));
  if (!isJson(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      key === '$ref' && typeof part === 'string'
        ? `#/components/schemas/${rename(part.replace('#/$defs/', ''))}`
        : withRenamedRefs(part, rename),
    ]),
  );
}

const refersTo = (schema: Json, ids: ReadonlySet<string>): boolean =>
  [...ids].some((id) => JSON.stringify(schema).includes(`"#/$defs/${id}"`));

/** Those IDs whose input differs from the output of the same name, also because of what they refer to. */
function differing(input: Record<string, Json>, output: Record<string, Json>): ReadonlySet<string> {
  const found = new Set<string>();
  for (let size = -1; size !== found.size;) {
    size = found.size;
    for (const [id, schema] of Object.entries(input)) {
      const other = output[id];
      if (other && (JSON.stringify(schema) !== JSON.stringify(other) || refersTo(schema, found)))
        found.add(id);
    }
  }
  return found;
}

/**
 * Converts zod schemas for the document. A schema that reads differently as input (a default makes a field optional)
 * and is also an output gets a second name, with `Invoer` behind it.
 */
export function createSchemaConverter(answers: Iterable<z.ZodType>) {
  const output: Record<string, Json> = {};
  for (const answer of answers) Object.assign(output, toJsonSchema(answer, 'output').named);
  return (schema: unknown, { schemaType }: { schemaType: Io }) => {
    if (!(schema instanceof z.ZodType)) return undefined;
    const { root, named } = toJsonSchema(schema, schemaType);
    const double = schemaType === 'input' ? differing(named, output) : new Set<string>();
    const rename = (id: string): string => (double.has(id) ? `${id}Invoer` : id);
    return {
      schema: withRenamedRefs(root, rename),
      components: Object.fromEntries(
        Object.entries(named).map(([id, part]) => [rename(id), withRenamedRefs(part, rename)]),
      ),
    };
  };
}
