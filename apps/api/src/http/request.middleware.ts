import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import { API_VERSION } from '../api-version.js';

const HEADER = 'X-Request-Id';

/** Gives every request an ID, or keeps the one it came with, so that a line in the log can be found again. */
export function requestId(request: Request, response: Response, next: NextFunction): void {
  const given = request.get(HEADER);
  response.set(HEADER, given !== undefined && /^[\w.-]{1,100}$/.test(given) ? given : randomUUID());
  next();
}

/** Says on every answer, also on errors and 304, which version of the contract gave it (NL GOV /core/version-header). */
export function apiVersion(_request: Request, response: Response, next: NextFunction): void {
  response.set('API-Version', API_VERSION);
  next();
}

/** Answers change, and hold personal data: nobody keeps a copy. */
export function noStore(_request: Request, response: Response, next: NextFunction): void {
  response.set('Cache-Control', 'no-store');
  next();
}
