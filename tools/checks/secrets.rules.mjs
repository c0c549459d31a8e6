// What counts as a secret: the kinds that secretlint knows, and the kinds that this project has of its own.
import { lintSource } from '@secretlint/core';
import { creator as pattern } from '@secretlint/secretlint-rule-pattern';
import { creator as preset, rules as presetRules } from '@secretlint/secretlint-rule-preset-recommend';

// The words that examples in .env.example, texts and tests have where a password would stand.
const placeholder = '(?:wachtwoord|geheim|verkeerd)';
const nameOfSecret = '(?:sleutel|key|secret|geheim|wachtwoord|password|passwd|token)';

/** Regular expressions in the form of secretlint, as text between slashes. */
const own = {
  JWT: '/\\beyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}\\.[\\w-]{10,}/',
  // 32 bytes as the keys of this project are written (base64), or what `openssl rand -hex` prints.
  sleutel: `/${nameOfSecret}\\w*['"]?\\s*[:=]\\s*['"\`]?(?:[\\w.-]+[:=])?(?:[A-Za-z0-9+\\/_-]{43}=|[0-9a-f]{32,}(?![\\w-]))/i`,
  // A value with letters and digits, too long to be a word, that is not words-with-a-dash-between.
  'toegekende waarde': `/(?:secret|geheim|wachtwoord|password|passwd|token|api_?key)\\w*['"]?\\s*[:=]\\s*['"](?![a-z]+(?:-[a-z]+|-\\d+){3,}['"])(?=[^'"\\s]*\\d)(?=[^'"\\s]*[A-Za-z])[^'"\\s$]{16,}['"]/i`,
  // Also the short ones (Ed25519), which secretlint leaves.
  'PEM-sleutel': '/-----BEGIN [A-Z ]*PRIVATE KEY-----[\\s\\\\nr]*[A-Za-z0-9+\\/=]{40,}/',
  'wachtwoord in een adres': `/\\b[a-z][a-z\\d+]*:\\/\\/[^\\s:@\\/'"\`<$]+:(?!${placeholder}@|\\$)[^\\s:@\\/'"\`<$]{3,}@/`,
};

const databaseRule = '@secretlint/secretlint-rule-database-connection-string';
const config = {
  rules: [
    {
      id: '@secretlint/secretlint-rule-preset-recommend',
      rule: preset,
      rules: [
        { id: databaseRule, options: { allows: [`/:\\/\\/[^\\s:@]+:${placeholder}@/`] } },
        // A secret is taken out, not excused by a comment (which this version does not heed; a later one may).
        { id: '@secretlint/secretlint-rule-filter-comments', disabled: true },
      ],
    },
    {
      id: '@secretlint/secretlint-rule-pattern',
      rule: pattern,
      options: { patterns: Object.entries(own).map(([name, one]) => ({ name, patterns: [one] })) },
    },
  ],
};

/** How many kinds are looked for. */
export const kinds = presetRules.length - 1 + Object.keys(own).length;

/**
 * Finds secrets in one file. The answer does not hold the secret itself.
 * @param {string} file the path, which tells some rules what the file is
 * @param {string} content
 * @returns {Promise<{line: number, kind: string}[]>} `kind` is our own name for it, or the last part of that of the rule
 */
export async function findSecrets(file, content) {
  const source = { filePath: file, content, ext: file.replace(/^.*(?=\.)/, ''), contentType: 'text' };
  const { messages } = await lintSource({ source, options: { config } });
  return messages.map(({ loc, ruleId, data }) => ({
    line: loc.start.line,
    kind: data?.PATTERN_NAME ?? ruleId.replace(/^.*secretlint-rule-/, ''),
  }));
}
