import { openBytes, sealBytes, type Keyring } from '@maatwerktraject/crypto';
import type { Payload, PayloadCodec } from '@temporalio/common';
import proto from '@temporalio/proto';

const ENCODING = 'encoding';
const KEY_ID = 'encryption-key-id';
const ENCRYPTED = 'binary/encrypted';
/** The same for all: Temporal's UI asks to decode a payload without saying where it stood (ADR 0010). */
const CONTEXT = 'temporal/payload';

const { Payload: PayloadProto } = proto.temporal.api.common.v1;

const text = (bytes: Uint8Array | null | undefined): string => Buffer.from(bytes ?? []).toString('utf8');

/**
 * Encrypts payloads whole (with their metadata) with the current key, and names the key beside it. Opens with any key of
 * the ring. A payload without encryption passes as it is: histories from before encryption must still be read.
 * Decoding throws on an unknown key id and on changed bytes.
 */
export class EncryptionCodec implements PayloadCodec {
  constructor(private readonly keyring: Keyring) {}

  async encode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) => {
      const { keyId, bytes } = sealBytes(this.keyring, PayloadProto.encode(payload).finish(), CONTEXT);
      return { metadata: { [ENCODING]: Buffer.from(ENCRYPTED), [KEY_ID]: Buffer.from(keyId) }, data: bytes };
    });
  }

  async decode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) => {
      if (text(payload.metadata?.[ENCODING]) !== ENCRYPTED) return payload;
      const sealed = { keyId: text(payload.metadata?.[KEY_ID]), bytes: payload.data ?? new Uint8Array() };
      return PayloadProto.decode(openBytes(this.keyring, sealed, CONTEXT));
    });
  }
}
