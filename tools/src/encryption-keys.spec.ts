import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseKeyring } from '@maatwerktraject/crypto';
import { encryptionKeys } from './encryption-keys.js';

describe('the keys of a data folder', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sleutels-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are made once, for this user alone, and differ per folder', () => {
    const made = encryptionKeys(folder);
    expect(parseKeyring(made.keys).ids).toEqual(['sleutel-1']);
    expect(made.codecToken.length).toBeGreaterThanOrEqual(32);
    expect(encryptionKeys(folder)).toEqual(made);
    expect(statSync(join(folder, 'encryption-keys.json')).mode & 0o777).toBe(0o600);
    expect(encryptionKeys(join(folder, 'ander')).keys).not.toBe(made.keys);
  });
});
