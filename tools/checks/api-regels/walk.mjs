// How the API rules walk an OpenAPI document. A place is a path of keys from its root, as Spectral wants it.

/** The methods that the Design Rules know (/core/http-methods). */
export const methods = ['get', 'put', 'post', 'delete', 'patch'];

/** Keys of a path item that are no method. */
const itemFields = ['parameters', 'servers', 'summary', 'description', '$ref'];

export const isExtension = (key) => key.startsWith('x-');

const entries = (value) => Object.entries(value ?? {});

/** Every key below a path that should be a method, known or not. */
export function* methodKeys(document) {
  for (const [path, item] of entries(document.paths)) {
    for (const key of Object.keys(item)) {
      if (!itemFields.includes(key) && !isExtension(key)) yield { path, key, at: ['paths', path, key] };
    }
  }
}

/**
 * Every operation, with the parameters of its path among its own.
 * @returns {Generator<{path: string, method: string, operation: object, parameters: object[], at: string[]}>}
 */
export function* operations(document) {
  for (const { path, key: method, at } of methodKeys(document)) {
    const item = document.paths[path];
    const operation = item[method];
    if (!methods.includes(method)) continue;
    yield {
      path,
      method,
      operation,
      parameters: [...(item.parameters ?? []), ...(operation.parameters ?? [])],
      at,
    };
  }
}

/** Every answer of every operation. `code` is the text in the document: `200`, `4XX` or `default`. */
export function* answers(document) {
  for (const one of operations(document)) {
    for (const [code, answer] of entries(one.operation.responses)) {
      yield { ...one, code, answer, at: [...one.at, 'responses', code] };
    }
  }
}

export const isError = (code) => /^([45]|default)/.test(code);
export const isSuccess = (code) => code.startsWith('2');
export const isJson = (type) => /^application\/(?:[\w.-]+\+)?json\b/.test(type);

/** Every JSON body that goes in or comes out well, as [place, media type object]. */
export function* jsonBodies(document) {
  for (const { operation, at } of operations(document)) {
    for (const [type, media] of entries(operation.requestBody?.content)) {
      if (isJson(type)) yield [[...at, 'requestBody', 'content', type], media];
    }
  }
  for (const { code, answer, at } of answers(document)) {
    for (const [type, media] of entries(answer.content)) {
      if (isSuccess(code) && isJson(type)) yield [[...at, 'content', type], media];
    }
  }
}

/** Values that are data of a user of the API, not words of the document. */
const dataKeys = new Set(['example', 'examples', 'default', 'enum', 'const', 'required']);

/** Every object in the document or a part of it, once; not what stands in examples. */
export function* objects(value, at = [], seen = new Set()) {
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  yield [at, value];
  const isMap = ['properties', 'schemas', 'responses', 'headers'].includes(at.at(-1));
  for (const [key, part] of Object.entries(value)) {
    // In a map of names, a name may be `default` or `required`.
    if (isMap || !dataKeys.has(key)) yield* objects(part, [...at, key], seen);
  }
}

/** Every property of every schema, as [place, name, schema]. */
export function* properties(document) {
  for (const [at, value] of objects(document)) {
    if (at.at(-1) !== 'properties') continue;
    for (const [name, schema] of Object.entries(value)) yield [[...at, name], name, schema];
  }
}

/** Every text that a reader of the document sees, as [place, text], without what stands between backticks. */
export function* texts(document) {
  for (const [at, value] of objects(document)) {
    for (const key of ['summary', 'description', 'title']) {
      const text = value[key];
      if (typeof text === 'string') yield [[...at, key], text.replace(/`[^`]*`|https?:\/\/\S+/g, ' ')];
    }
  }
}

/** The alternatives of a schema: itself, or what stands in anyOf and the like, with references followed. */
export function branches(document, schema, seen = new Set()) {
  if (typeof schema !== 'object' || schema === null || seen.has(schema)) return [];
  seen.add(schema);
  if (typeof schema.$ref === 'string') {
    const keys = schema.$ref.replace(/^#\//, '').split('/');
    return branches(
      document,
      keys.reduce((part, key) => part?.[key], document),
      seen,
    );
  }
  const parts = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  return parts.length === 0 ? [schema] : [schema, ...parts.flatMap((part) => branches(document, part, seen))];
}
