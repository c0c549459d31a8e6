import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { isLoopback } from '@maatwerktraject/config';

export interface AccessSettings {
  readonly token: string;
  /** Whether Temporal's UI on this computer gets in without the token: it has no way to send one (ADR 0010). */
  readonly loopbackOpen: boolean;
  /** The one page elsewhere that may read answers. */
  readonly uiOrigin: string;
}

/** Who asks, for the log; or the status of the refusal. */
export type Access = { readonly who: string } | { readonly refused: 401 | 403 };

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Compares digests, so that the time it takes says nothing of the token, nor of its length. */
const sameSecret = (given: string, known: string): boolean => timingSafeEqual(digest(given), digest(known));

const hostnameOf = (host: string | undefined): string => {
  const address = `http://${host ?? ''}`;
  return URL.canParse(address) ? new URL(address).hostname : '';
};

/** Decides by the headers alone, before the body is read. */
export const accessOf = (headers: IncomingHttpHeaders, settings: AccessSettings): Access => {
  const { origin, host, authorization } = headers;
  if (origin !== undefined && origin !== settings.uiOrigin) return { refused: 403 };
  const [, given] = /^Bearer (\S+)$/i.exec(authorization ?? '') ?? [];
  if (given !== undefined) {
    if (!sameSecret(given, settings.token)) return { refused: 401 };
    // Whoever has the token (such as a web server with a login) may say for whom it asks.
    const user = headers['x-forwarded-user'];
    return { who: typeof user === 'string' && user !== '' ? user : 'token' };
  }
  // A page elsewhere cannot choose its origin, and a name elsewhere that points here is not a name of this computer.
  if (settings.loopbackOpen && origin !== undefined && isLoopback(hostnameOf(host)))
    return { who: 'deze-computer' };
  return { refused: 401 };
};
