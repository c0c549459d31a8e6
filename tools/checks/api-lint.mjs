// The published API follows the NLGov REST API Design Rules and our own.
import { lintDocument } from './api-regels/lint.mjs';
import { libraryRules, ownRules } from './api-regels/ruleset.mjs';
import { finish, read } from './lib.mjs';

const file = 'apps/api/openapi.json';
const found = await lintDocument(read(file));
finish(
  found.map(({ rule, line, place, message }) => `${file}:${line}: ${message} (${rule}; ${place})`),
  `${file} houdt zich aan ${ownRules.length + libraryRules.length} regels`,
);
