import { createHmac } from 'node:crypto';
import { indexKey, type Keyring } from './keyring.js';

/**
 * A fixed stand-in (HMAC-SHA-256, 32 bytes) for a value that is stored sealed, to find it by equality or to hold it
 * unique. Uses the entry `index` of the keyring alone, so it stays the same when the other keys rotate.
 * @param value as the caller normalised it: what should be found as equal must be equal
 * @param context the column; equal values in two columns cannot be linked by their indexes
 */
export function blindIndex(keyring: Keyring, value: string, context: string): Buffer {
  const place = Buffer.from(context, 'utf8');
  const length = Buffer.alloc(4);
  // The length before it: "a" + "bc" and "ab" + "c" must differ.
  length.writeUInt32BE(place.length);
  return createHmac('sha256', indexKey(keyring)).update(length).update(place).update(value, 'utf8').digest();
}
