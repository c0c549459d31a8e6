// Rules about schemas and operations as a reader meets them: names, dates, examples.
import { schema as fits } from '@stoplight/spectral-functions';
import { branches, jsonBodies, objects, operations, properties } from './walk.mjs';

const camelCase = /^[a-z][a-z\d]*([A-Z][a-z\d]*)*$/;
const pascalCase = /^[A-Z][A-Za-z\d]*$/;
const dateName = /^datum$|[dD]atum$/;
const momentName = /^(op|nu|moment|tijdstip)$|(Op|Moment|Tijdstip)$/;
const withOffset = '2027-02-01T10:00:00+01:00';

const isString = ({ type }) => [type].flat().includes('string');
const hasExample = (media) =>
  [media, media.schema ?? {}].some(
    ({ example, examples }) => example !== undefined || Object.keys(examples ?? {}).length > 0,
  );

/** @type {import('./rule.mjs').Regel[]} */
export const shapeRules = [
  {
    id: 'nlgov/schema-camel-case',
    asWritten: true,
    *find(document) {
      for (const name of Object.keys(document.components?.schemas ?? {})) {
        if (!pascalCase.test(name)) {
          yield [['components', 'schemas', name], `«${name}» moet PascalCase zijn.`];
        }
      }
    },
  },
  {
    id: 'nlgov/property-casing',
    asWritten: true,
    *find(document) {
      for (const [at, name] of properties(document)) {
        if (!camelCase.test(name) && name !== '_links') yield [at, `«${name}» moet camelCase zijn.`];
      }
    },
  },
  {
    id: '/core/date-time/format',
    asWritten: true,
    *find(document) {
      for (const [at, { format, type }] of objects(document)) {
        if (['time', 'date-time-local'].includes(format)) {
          yield [at, `«${format}» mag niet: gebruik date, date-time of time-local.`];
        } else if (['date', 'date-time', 'time-local'].includes(format) && !isString({ type })) {
          yield [at, `Bij format ${format} hoort type string.`];
        }
      }
      for (const [at, name, schema] of properties(document)) {
        if (!dateName.test(name) && !momentName.test(name)) continue;
        const bare = branches(document, schema).filter((part) => isString(part) && !part.format);
        if (bare.length > 0) yield [at, `«${name}» is een datum of tijd: geef er een format bij.`];
      }
    },
  },
  {
    id: '/core/date-time/date-omit-time-portion',
    asWritten: true,
    *find(document) {
      for (const [at, name, schema] of properties(document)) {
        if (!dateName.test(name)) continue;
        if (branches(document, schema).some(({ format }) => format === 'date-time')) {
          yield [at, `«${name}» is een datum: gebruik format date, zonder tijd.`];
        }
      }
    },
  },
  {
    id: '/core/date-time/timezone',
    *find(document) {
      for (const { operation, parameters, at } of operations(document)) {
        const input = [operation.requestBody ?? {}, ...parameters];
        for (const [, { format, pattern }] of input.flatMap((part) => [...objects(part)])) {
          if (format === 'date-time' && pattern !== undefined && !new RegExp(pattern).test(withOffset)) {
            yield [at, `De invoer weigert een tijd met een andere tijdzone, zoals ${withOffset}.`];
          }
        }
      }
    },
  },
  {
    id: 'huis/benoemde-vormen',
    asWritten: true,
    *find(document) {
      for (const [at, { schema }] of jsonBodies(document)) {
        const inline = schema && !schema.$ref && !['array', 'string', 'number'].includes(schema.type);
        if (inline) yield [[...at, 'schema'], 'Geef deze vorm een naam in components.schemas.'];
      }
    },
  },
  {
    id: 'huis/voorbeelden',
    *find(document) {
      for (const [at, media] of jsonBodies(document)) {
        if (!hasExample(media)) yield [at, 'Geef een voorbeeld van deze inhoud.'];
      }
    },
  },
  {
    // Spectral looks at `example`; OpenAPI 3.1 has `examples` in a schema.
    id: 'huis/ware-voorbeelden',
    *find(document, context) {
      for (const [place, shape] of objects(document.components?.schemas ?? {})) {
        if (!Array.isArray(shape.examples)) continue;
        for (const [i, example] of shape.examples.entries()) {
          const path = ['components', 'schemas', ...place, 'examples', i];
          const options = { schema: shape, dialect: 'draft2020-12' };
          const found = fits(example, options, { ...context, path }) ?? [];
          yield* found.map((fault) => [fault.path ?? path, `Dit voorbeeld klopt niet: ${fault.message}`]);
        }
      }
    },
  },
  {
    id: 'huis/operatie-beschreven',
    *find(document) {
      for (const { operation, at } of operations(document)) {
        if (!camelCase.test(operation.operationId ?? '')) {
          yield [at, 'operationId ontbreekt of is geen camelCase.'];
        }
        if (!/^[A-Z].*\.$/.test(operation.summary ?? '')) {
          yield [at, 'summary moet een zin zijn, met een hoofdletter en een punt.'];
        }
        if ((operation.tags ?? []).length === 0) yield [at, 'tags ontbreekt: zeg bij welk begrip dit hoort.'];
      }
    },
  },
  {
    id: 'huis/toegang-gezegd',
    *find(document) {
      for (const { operation, at } of operations(document)) {
        if ((operation.security ?? document.security) === undefined) {
          yield [at, 'security ontbreekt: zeg wie dit mag, of geef een lege lijst als iedereen het mag.'];
        }
      }
    },
  },
];
