import { join } from 'node:path';
import type { Keyring } from '@maatwerktraject/crypto';
import type { DataConverter } from '@temporalio/common';
import { EncryptionCodec } from './encryption.codec.js';

/** The file with `failureConverter`; the bundle of the workflows is made with it too, since failures arise there. */
export const failureConverterPath: string = join(import.meta.dirname, '..', 'failure-converter.cjs');

/** For every client and worker of this product: payloads, and the message and stack of failures, leave encrypted. */
export const encryptedDataConverter = (keyring: Keyring): DataConverter => ({
  payloadCodecs: [new EncryptionCodec(keyring)],
  failureConverterPath,
});
