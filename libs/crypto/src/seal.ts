import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto';
import { keyFor, type Keyring } from './keyring.js';

const VERSION = 'v1';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const sealedPattern = /^v1\.([A-Za-z0-9][A-Za-z0-9_-]{0,31})\.([A-Za-z0-9_-]{38,})$/;

/** Sealed bytes with the id of the key that opens them. */
export interface SealedBytes {
  readonly keyId: string;
  /** `iv(12) | ciphertext | tag(16)`. */
  readonly bytes: Uint8Array;
}

/** Ties the ciphertext to its form, key and place. An id has no dot, so no two (id, context) give the same bytes. */
const associatedData = (keyId: string, context: string): Buffer =>
  Buffer.from(`${VERSION}.${keyId}.${context}`, 'utf8');

/** A random IV per message: safe for 2^32 messages a key (NIST SP 800-38D), far more than an installation makes. */
const encrypt = (key: KeyObject, plaintext: Uint8Array, aad: Buffer): Buffer => {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES }).setAAD(aad);
  return Buffer.concat([iv, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
};

const decrypt = (key: KeyObject, sealed: Uint8Array, aad: Buffer): Buffer => {
  if (sealed.length < IV_BYTES + TAG_BYTES) throw new Error('the sealed bytes are too short');
  const end = sealed.length - TAG_BYTES;
  const iv = sealed.subarray(0, IV_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES })
    .setAAD(aad)
    .setAuthTag(sealed.subarray(end));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, end)), decipher.final()]);
  } catch (error) {
    throw new Error('the sealed bytes were changed, or belong to another place or key', { cause: error });
  }
};

/**
 * Seals a text for a table: `v1.<keyId>.<base64url(iv(12) | ciphertext | tag(16))>`, AES-256-GCM with the current key.
 * @param context where the text belongs (such as table, column and row); the same must be given to `open`
 */
export function seal(keyring: Keyring, plaintext: string, context: string): string {
  const keyId = keyring.currentId;
  const key = keyFor(keyring, keyId, 'columns');
  const bytes = encrypt(key, Buffer.from(plaintext, 'utf8'), associatedData(keyId, context));
  return `${VERSION}.${keyId}.${bytes.toString('base64url')}`;
}

/** Opens what `seal` made. Throws on another form, an unknown key id, a changed text and another context. */
export function open(keyring: Keyring, sealed: string, context: string): string {
  const [, keyId, encoded] = sealedPattern.exec(sealed) ?? [];
  if (keyId === undefined || encoded === undefined) throw new Error('this text is not sealed');
  const bytes = Buffer.from(encoded, 'base64url');
  // Decoding is lenient: without this, texts that differ in the unused bits of the last character would open too.
  if (bytes.toString('base64url') !== encoded) throw new Error('this text is not sealed');
  const key = keyFor(keyring, keyId, 'columns');
  return decrypt(key, bytes, associatedData(keyId, context)).toString('utf8');
}

/** Whether a text has the form that `seal` gives; says nothing of whether it opens. */
export function isSealed(text: string): boolean {
  return sealedPattern.test(text);
}

/** Whether a text was sealed with the key that seals now; if not, it is due to be sealed again. */
export function isSealedWithCurrent(keyring: Keyring, text: string): boolean {
  return sealedPattern.exec(text)?.[1] === keyring.currentId;
}

/** Seals the bytes of a Temporal payload with the current key; a column's key opens none of these. */
export function sealBytes(keyring: Keyring, plaintext: Uint8Array, context: string): SealedBytes {
  const keyId = keyring.currentId;
  const key = keyFor(keyring, keyId, 'payloads');
  return { keyId, bytes: encrypt(key, plaintext, associatedData(keyId, context)) };
}

/** Opens what `sealBytes` made. Throws on an unknown key id, changed bytes and another context. */
export function openBytes(keyring: Keyring, sealed: SealedBytes, context: string): Uint8Array {
  const key = keyFor(keyring, sealed.keyId, 'payloads');
  return decrypt(key, sealed.bytes, associatedData(sealed.keyId, context));
}
