import spectral from '@stoplight/spectral-core';
import parsers from '@stoplight/spectral-parsers';
import { ruleset } from './ruleset.mjs';

const { Document, Spectral } = spectral;

/**
 * Holds an OpenAPI document to the rules.
 * @param {string} text the document, as JSON
 * @returns {Promise<{rule: string, line: number, place: string, message: string}[]>} `line` is counted from 1
 */
export async function lintDocument(text) {
  const linter = new Spectral();
  linter.setRuleset(ruleset);
  const found = await linter.run(new Document(text, parsers.Json, 'openapi.json'));
  return found.map(({ code, range, path, message }) => ({
    rule: String(code),
    line: range.start.line + 1,
    place: path.join(' › '),
    message,
  }));
}
