import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readJson, writeSecret } from './files.js';

/** One secret per role, to log in with as long as people have no accounts. */
export type DevTokens = Record<'adviseur' | 'gemeente' | 'onderzoeker', string>;

const isTokens = (value: unknown): value is DevTokens =>
  typeof value === 'object' &&
  value !== null &&
  'adviseur' in value &&
  'gemeente' in value &&
  'onderzoeker' in value;

/** The tokens of this folder, made at the first start, so that a link keeps working. */
export const devTokens = (dataDir: string): DevTokens => {
  const path = join(dataDir, 'dev-tokens.json');
  const known = readJson(path);
  if (isTokens(known)) return known;
  const token = (): string => randomBytes(24).toString('base64url');
  const tokens = { adviseur: token(), gemeente: token(), onderzoeker: token() };
  writeSecret(path, tokens);
  return tokens;
};
