// The rules that apps/api/openapi.json is held to: the NLGov REST API Design Rules 2.2 as far as a document can show
// that they are kept, and our own. docs/api-regels.md says how each rule is met, also those that only a test can show.
import { oas } from '@stoplight/spectral-rulesets';
import { addressRules } from './adressen.rules.mjs';
import { answerRules } from './antwoorden.rules.mjs';
import { documentRules } from './document.rules.mjs';
import { toSpectral } from './rule.mjs';
import { shapeRules } from './vormen.rules.mjs';

export const ownRules = [...documentRules, ...addressRules, ...answerRules, ...shapeRules];

/** Rules of Spectral itself: a valid document, of which the examples are true (/core/publish-openapi). */
export const libraryRules = [
  'oas3-schema',
  'oas3-api-servers',
  'oas3-operation-security-defined',
  'oas3-valid-media-example',
  'oas3-valid-schema-example',
  'oas3-unused-component',
  'operation-operationId-unique',
  'operation-parameters',
  'operation-tag-defined',
  'openapi-tags-uniqueness',
  'path-declarations-must-exist',
  'path-not-include-query',
  'path-params',
];

export const ruleset = {
  extends: [[oas, 'off']],
  rules: {
    ...Object.fromEntries(libraryRules.map((id) => [id, 'error'])),
    ...Object.fromEntries(ownRules.map((rule) => [rule.id, toSpectral(rule)])),
  },
};
