// Rules about addresses: paths, parameters and methods.
import { methodKeys, methods, operations } from './walk.mjs';

const camelCase = /^[a-z][a-z\d]*([A-Z][a-z\d]*)*$/;
const kebabCase = /^[a-z\d]+(-[a-z\d]+)*$/;
const verbs =
  /^(get|list|create|update|delete|search|fetch|(?:op|aan)?vragen|registreren|starten|aanmaken|wijzigen|verwijderen|ophalen|verzenden|versturen|goedkeuren|indienen|inleveren|toevoegen|opslaan|bewaren|zoeken)$/;
const sensitive =
  /^(token|toegangs?token|access_?token|wachtwoord|password|geheim|secret|api_?key|bsn|e_?mail|emailadres|mailadres|telefoon|telefoonnummer)$/i;

const paths = (document) => Object.keys(document.paths ?? {});
const segments = (path) => path.split('/').slice(1);
const isParameter = (segment) => /^\{[^}]+\}$/.test(segment);

/** @type {import('./rule.mjs').Regel[]} */
export const addressRules = [
  {
    id: '/core/no-trailing-slash',
    *find(document) {
      for (const path of paths(document)) {
        if (path !== '/' && path.endsWith('/')) {
          yield [['paths', path], 'Een pad eindigt niet op een schuine streep.'];
        }
      }
    },
  },
  {
    id: '/core/path-segments-kebab-case',
    *find(document) {
      for (const path of paths(document)) {
        // The one file name that the Design Rules ask for (/core/publish-openapi).
        if (/^\/openapi\.(json|yaml)$/.test(path) || path === '/') continue;
        const all = segments(path.replace(/\/$/, ''));
        for (const [i, segment] of all.entries()) {
          const word = i === all.length - 1 ? segment.replace(/^_/, '') : segment;
          if (!isParameter(segment) && !kebabCase.test(word)) {
            yield [['paths', path], `«${segment}»: schrijf kleine-letters-met-streepjes, zonder extensie.`];
          }
        }
      }
      for (const { parameters, at } of operations(document)) {
        for (const { in: place, schema } of parameters) {
          for (const value of (place === 'path' && schema?.enum) || []) {
            if (!kebabCase.test(value)) yield [at, `«${value}» komt in een pad en is geen kebab-case.`];
          }
        }
      }
    },
  },
  {
    id: '/core/query-keys-camel-case',
    *find(document) {
      for (const { parameters, at } of operations(document)) {
        for (const { in: place, name } of parameters) {
          if (place === 'query' && !camelCase.test(name)) yield [at, `«${name}» moet camelCase zijn.`];
        }
      }
    },
  },
  {
    id: 'huis/pad-parameters-camel-case',
    *find(document) {
      for (const path of paths(document)) {
        for (const segment of segments(path).filter(isParameter)) {
          if (!camelCase.test(segment.slice(1, -1))) {
            yield [['paths', path], `«${segment}» moet camelCase zijn.`];
          }
        }
      }
    },
  },
  {
    id: '/core/naming-resources',
    *find(document) {
      for (const path of paths(document)) {
        // `_zoek` is the convention for an operation on a resource (/core/resource-operations).
        const verb = segments(path).find((segment) => verbs.test(segment));
        if (verb) yield [['paths', path], `«${verb}» is een werkwoord. Noem het ding, niet de handeling.`];
      }
    },
  },
  {
    id: '/core/naming-collections',
    *find(document) {
      const seen = new Set();
      for (const path of paths(document)) {
        const all = segments(path);
        for (const [i, segment] of all.entries()) {
          const name = all[i - 1];
          if (!isParameter(segment) || name === undefined || isParameter(name) || seen.has(name)) continue;
          if (/(en|s)$/.test(name)) continue;
          seen.add(name);
          yield [['paths', path], `«${name}» bevat meer dan één ding: schrijf een meervoud.`];
        }
      }
    },
  },
  {
    id: '/core/http-methods',
    *find(document) {
      for (const { key, at } of methodKeys(document)) {
        if (!methods.includes(key)) yield [at, `«${key}» hoort niet bij ${methods.join(', ')}.`];
      }
    },
  },
  {
    id: '/core/http-safety',
    *find(document) {
      for (const { method, operation, at } of operations(document)) {
        if (['get', 'delete'].includes(method) && operation.requestBody) {
          yield [[...at, 'requestBody'], `Een ${method} neemt geen inhoud: die heeft daar geen betekenis.`];
        }
      }
    },
  },
  {
    id: '/core/transport/no-sensitive-uris',
    *find(document) {
      for (const { parameters, at } of operations(document)) {
        for (const { in: place, name } of parameters) {
          if (['query', 'path'].includes(place) && sensitive.test(name)) {
            yield [at, `«${name}» mag niet in een adres: dat komt in logbestanden.`];
          }
        }
      }
      for (const [name, scheme] of Object.entries(document.components?.securitySchemes ?? {})) {
        if (scheme.in === 'query') {
          yield [['components', 'securitySchemes', name], 'Een sleutel mag niet in een adres.'];
        }
      }
    },
  },
];
