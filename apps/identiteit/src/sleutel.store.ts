import { generateKeyPair, randomBytes, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { JWKS } from 'oidc-provider';

/** Private keys: `jwks` signs tokens, `cookies` signs cookies. */
export interface Sleutels {
  readonly jwks: JWKS;
  readonly cookies: string[];
}

const generate = async (): Promise<Sleutels> => {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const { kty, n, e, d, p, q, dp, dq, qi } = privateKey.export({ format: 'jwk' });
  if (kty === undefined || n === undefined || e === undefined) throw new Error('an RSA key has n and e');
  const key = { kid: randomUUID(), use: 'sig', alg: 'RS256', kty, n, e, d, p, q, dp, dq, qi };
  return { jwks: { keys: [key] }, cookies: [randomBytes(32).toString('base64url')] };
};

const isSleutels = (value: unknown): value is Sleutels =>
  typeof value === 'object' && value !== null && 'jwks' in value && 'cookies' in value;

/** Absent or half-written: then new ones are made. Any other failure is thrown. */
const read = async (path: string): Promise<Sleutels | undefined> => {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    return isSleutels(value) ? value : undefined;
  } catch (error) {
    if (
      error instanceof SyntaxError ||
      (error instanceof Error && 'code' in error && error.code === 'ENOENT')
    )
      return undefined;
    throw error;
  }
};

/**
 * The keys in a folder (made when absent, for this user's eyes only), so that a token of before a restart can still be
 * checked; without a folder, keys for this run.
 */
export const openSleutels = async (directory: string | undefined): Promise<Sleutels> => {
  if (directory === undefined) return generate();
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, 'sleutels.json');
  const known = await read(path);
  if (known !== undefined) return known;
  const made = await generate();
  const temporary = `${path}.${randomUUID()}.tmp`;
  await writeFile(temporary, JSON.stringify(made), { mode: 0o600 });
  await rename(temporary, path);
  return made;
};
