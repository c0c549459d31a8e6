import type { Payload } from '@temporalio/common';
import { z } from 'zod';

const bytes = z.base64().transform((value): Uint8Array => Buffer.from(value, 'base64'));

const body = z.object({
  payloads: z.array(
    z.object({ metadata: z.record(z.string(), bytes).default({}), data: bytes.default(new Uint8Array()) }),
  ),
});

/** The payloads in a request of Temporal's remote codec protocol (protobuf's JSON), or undefined for another text. */
export const readPayloads = (text: string): Payload[] | undefined => {
  try {
    return body.parse(JSON.parse(text)).payloads;
  } catch {
    return undefined;
  }
};

const base64 = (value: Uint8Array): string => Buffer.from(value).toString('base64');

/** Payloads as that protocol's JSON. */
export const writePayloads = (payloads: readonly Payload[]): string =>
  JSON.stringify({
    payloads: payloads.map(({ metadata, data }) => ({
      metadata: Object.fromEntries(
        Object.entries(metadata ?? {}).map(([name, value]) => [name, base64(value)]),
      ),
      data: base64(data ?? new Uint8Array()),
    })),
  });
