import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { NextFunction, Request, Response } from 'express';
import { API_VERSION } from '../api-version.js';
import { ProblemException } from './problem.js';
import { HSTS } from './security.middleware.js';

const MAX_URL = 4_096;
const MAX_HEADERS = 100;
/** Time to send the headers, and the whole request, in ms: who trickles bytes does not keep a connection. */
const HEADERS_MS = 10_000;
const REQUEST_MS = 30_000;

/** Refuses an address that is longer than any of ours. */
export function urlLimit(request: Request, _response: Response, next: NextFunction): void {
  next(
    request.originalUrl.length > MAX_URL
      ? new ProblemException(
          414,
          `Het adres is te lang. Gebruik niet meer dan ${String(MAX_URL)} tekens, en maak uw zoekvraag korter.`,
        )
      : undefined,
  );
}

/** What is wrong with bytes that Node could not make a request of. */
function problemOfBytes(code: string | undefined): ProblemException {
  if (code === 'HPE_HEADER_OVERFLOW')
    return new ProblemException(431, 'De kopregels zijn te groot. Stuur er minder of kortere mee.');
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return new ProblemException(408, 'Uw verzoek kwam niet op tijd helemaal aan. Stuur het opnieuw.');
  return new ProblemException(400, 'Wij konden uw verzoek niet lezen. Stuur een geldig HTTP-verzoek.');
}

const STATUS_LINES: Readonly<Record<number, string>> = {
  400: '400 Bad Request',
  408: '408 Request Timeout',
  431: '431 Request Header Fields Too Large',
};

/** Such a refusal as text on the wire, with the headers of every answer: there is no response object for it. */
function onTheWire(problem: ProblemException, https: boolean): string {
  const body = JSON.stringify(problem.body());
  return [
    `HTTP/1.1 ${STATUS_LINES[problem.status] ?? '400 Bad Request'}`,
    'Connection: close',
    'Cache-Control: no-store',
    'Content-Type: application/problem+json',
    'X-Content-Type-Options: nosniff',
    "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
    'Referrer-Policy: same-origin',
    ...(https ? [`Strict-Transport-Security: ${HSTS}`] : []),
    `API-Version: ${API_VERSION}`,
    `Content-Length: ${String(Buffer.byteLength(body))}`,
    '',
    body,
  ].join('\r\n');
}

/**
 * Limits what Node reads before any code of ours sees it, and says in a problem what went over them. `https` says whether
 * people reach us over https.
 */
export function limitServer(server: Server, https: boolean): void {
  server.maxHeadersCount = MAX_HEADERS;
  server.headersTimeout = HEADERS_MS;
  server.requestTimeout = REQUEST_MS;
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy();
    else socket.end(onTheWire(problemOfBytes(error.code), https));
  });
}
