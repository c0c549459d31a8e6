import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { generateKey } from '@maatwerktraject/crypto';
import { readJson, writeSecret } from './files.js';

/** What encrypts the data of this folder, and the secret of the codec server. */
export interface EncryptionKeys {
  /** The text of a keyring (`parseKeyring`). */
  readonly keys: string;
  readonly codecToken: string;
}

const isKeys = (value: unknown): value is EncryptionKeys =>
  typeof value === 'object' &&
  value !== null &&
  'keys' in value &&
  typeof value.keys === 'string' &&
  'codecToken' in value &&
  typeof value.codecToken === 'string';

/** The keys of this folder, made at the first start: what was encrypted yesterday must open today. */
export const encryptionKeys = (dataDir: string): EncryptionKeys => {
  const path = join(dataDir, 'encryption-keys.json');
  const known = readJson(path);
  if (isKeys(known)) return known;
  const made = {
    keys: `${generateKey('sleutel-1')},${generateKey('index')}`,
    codecToken: randomBytes(32).toString('base64url'),
  };
  writeSecret(path, made);
  return made;
};
