import { generateKey, parseKeyring } from '@maatwerktraject/crypto';
import { ApplicationFailure, defaultPayloadConverter } from '@temporalio/common';
import {
  decodeOptionalFailureToOptionalError,
  encodeErrorToFailure,
  loadDataConverter,
} from '@temporalio/common/lib/internal-non-workflow/index.js';
import proto from '@temporalio/proto';
import * as fc from 'fast-check';
import { encryptedDataConverter, EncryptionCodec } from './index.js';

const index = generateKey('index');
const old = generateKey('een');
const ring = parseKeyring(`${old},${index}`);
const rotated = parseKeyring(`${generateKey('twee')},${old},${index}`);
const codec = new EncryptionCodec(ring);
const metadataOf = (metadata: Record<string, Uint8Array> | null | undefined): Record<string, string> =>
  Object.fromEntries(
    Object.entries(metadata ?? {}).map(([key, value]) => [key, Buffer.from(value).toString()]),
  );

describe('EncryptionCodec', () => {
  it('gives back every payload with its metadata, and shows neither', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const payload = defaultPayloadConverter.toPayload(value);
        const [sealed] = await codec.encode([payload]);
        expect(metadataOf(sealed?.metadata)).toEqual({
          encoding: 'binary/encrypted',
          'encryption-key-id': 'een',
        });
        expect(Buffer.from(sealed?.data ?? []).includes('json/plain')).toBe(false);
        const [opened] = await codec.decode([sealed ?? {}]);
        expect(metadataOf(opened?.metadata)).toEqual(metadataOf(payload.metadata));
        expect(Buffer.from(opened?.data ?? [])).toEqual(Buffer.from(payload.data ?? []));
      }),
      { numRuns: 50 },
    );
  });

  it('opens what an earlier key sealed, and refuses an unknown key', async () => {
    const payloads = await codec.encode([defaultPayloadConverter.toPayload('Jan')]);
    const [opened] = await new EncryptionCodec(rotated).decode(payloads);
    expect(defaultPayloadConverter.fromPayload(opened ?? {})).toBe('Jan');
    const newer = await new EncryptionCodec(rotated).encode([{ data: Buffer.from('x') }]);
    await expect(codec.decode(newer)).rejects.toThrow('no key "twee"');
  });

  it('refuses changed bytes, and passes what was never encrypted', async () => {
    const [sealed] = await codec.encode([{ data: Buffer.from('Jan') }]);
    const data = Uint8Array.from(sealed?.data ?? []);
    data[20] = (data[20] ?? 0) ^ 1;
    await expect(codec.decode([{ ...sealed, data }])).rejects.toThrow('changed');
    const plain = { metadata: { encoding: Buffer.from('json/plain') }, data: Buffer.from('"Jan"') };
    expect(await codec.decode([plain, {}])).toEqual([plain, {}]);
  });
});

describe('a failure', () => {
  it('leaves with message, stack and details encrypted, and comes back', async () => {
    const converter = loadDataConverter(encryptedDataConverter(ring));
    const cause = new Error('Jan Jansen woont in Borne');
    const failure = await encodeErrorToFailure(
      converter,
      ApplicationFailure.create({
        message: 'mail van Jan weg',
        type: 'geweigerd',
        details: ['Jansen'],
        cause,
      }),
    );
    const wire = Buffer.from(proto.temporal.api.failure.v1.Failure.encode(failure).finish());
    // What stays readable: the type, by which a caller decides.
    expect(wire.includes('geweigerd')).toBe(true);
    for (const secret of ['Jan', 'Borne', 'codec.spec']) expect(wire.includes(secret)).toBe(false);
    const back = await decodeOptionalFailureToOptionalError(converter, failure);
    expect(back).toMatchObject({ message: 'mail van Jan weg', type: 'geweigerd', details: ['Jansen'] });
    expect((back?.cause as Error).message).toBe('Jan Jansen woont in Borne');
  });
});
