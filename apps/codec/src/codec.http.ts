import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { PayloadCodec } from '@temporalio/common';
import { accessOf, type AccessSettings } from './codec.access.js';
import { readPayloads, writePayloads } from './payload.json.js';

/** Largest request taken, in bytes; a page of a history is at most 4 MB at Temporal, and a third longer here. */
const MAX_BODY_BYTES = 8 * 1024 * 1024;
const REQUEST_MS = 15_000;

export interface CodecSettings extends AccessSettings {
  readonly host: string;
  readonly port: number;
}

interface Reply {
  readonly status: number;
  readonly body?: string;
  readonly headers?: Record<string, string>;
}

const fault = (status: number, message: string, headers: Record<string, string> = {}): Reply => ({
  status,
  body: JSON.stringify({ message }),
  headers,
});

/** The whole body, or undefined when it is larger than allowed. */
const readBody = async (request: IncomingMessage): Promise<string | undefined> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > MAX_BODY_BYTES) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
};

/** Who asked for what, how much and how it ended; never what was in it. JSON, so that no value can make a line. */
const log = (entry: Record<string, string | number>): void =>
  console.log(JSON.stringify({ at: new Date().toISOString(), ...entry }));

const translate = async (
  codec: PayloadCodec,
  action: 'encode' | 'decode',
  request: IncomingMessage,
  settings: AccessSettings,
): Promise<Reply> => {
  const access = accessOf(request.headers, settings);
  if ('refused' in access) {
    log({ action, refused: access.refused });
    return access.refused === 401
      ? fault(401, 'Geef de sleutel van de codecserver mee.', { 'WWW-Authenticate': 'Bearer' })
      : fault(403, 'Deze pagina mag hier niet lezen.');
  }
  const { who } = access;
  // Said before it is sent; one that does not say its size is cut off where it passes the limit.
  const announced = Number(request.headers['content-length'] ?? 0);
  const text = announced > MAX_BODY_BYTES ? undefined : await readBody(request);
  if (text === undefined) return fault(413, 'Dit is te veel in een keer.', { Connection: 'close' });
  const payloads = readPayloads(text);
  if (payloads === undefined) return fault(400, 'Dit zijn geen payloads van Temporal.');
  try {
    const done = await codec[action](payloads);
    log({ action, who, count: payloads.length });
    return { status: 200, body: writePayloads(done) };
  } catch {
    log({ action, who, count: payloads.length, failed: 1 });
    return fault(422, 'Deze payloads gaan niet open. Ontbreekt er een sleutel in ENCRYPTION_KEYS?');
  }
};

const corsHeaders = (settings: AccessSettings): Record<string, string> => ({
  'Access-Control-Allow-Origin': settings.uiOrigin,
  'Access-Control-Allow-Credentials': 'true',
  Vary: 'Origin',
});

const preflight: Reply = {
  status: 204,
  headers: {
    'Access-Control-Allow-Methods': 'POST',
    'Access-Control-Allow-Headers': 'authorization, content-type, x-namespace',
    'Access-Control-Max-Age': '600',
  },
};

const answer = async (
  codec: PayloadCodec,
  request: IncomingMessage,
  settings: AccessSettings,
): Promise<Reply> => {
  const { method = '', url = '/' } = request;
  const [path] = url.split('?');
  if (path === '/health/live' || path === '/health/ready') return { status: 200, body: '{"status":"ok"}' };
  if (path !== '/decode' && path !== '/encode') return fault(404, 'Dit adres is er niet.');
  if (method === 'OPTIONS') return preflight;
  if (method !== 'POST') return fault(405, 'Gebruik hier POST.', { Allow: 'POST, OPTIONS' });
  return translate(codec, path === '/decode' ? 'decode' : 'encode', request, settings);
};

/** Temporal's remote codec protocol: `POST /decode` and `POST /encode`, for who has the token. */
export const startHttp = async (
  codec: PayloadCodec,
  settings: CodecSettings,
): Promise<{ readonly port: number; close: () => Promise<void> }> => {
  const send = (response: ServerResponse, { status, body, headers }: Reply): void => {
    response.writeHead(status, {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
      ...corsHeaders(settings),
      ...headers,
    });
    response.end(body);
  };
  const server = createServer({ requestTimeout: REQUEST_MS }, (request, response) => {
    answer(codec, request, settings)
      .catch((error: unknown) => {
        console.error(error instanceof Error ? error.message : String(error));
        return fault(500, 'Er ging iets mis. Probeer het opnieuw.');
      })
      .then((reply) => send(response, reply), console.error);
  });
  const listening = once(server, 'listening');
  server.listen(settings.port, settings.host);
  await listening;
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : settings.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
