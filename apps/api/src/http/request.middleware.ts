import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

const HEADER = 'X-Request-Id';

/** Gives every request an ID, or keeps the one it came with, so that a line in the log can be found again. */
export function requestId(request: Request, response: Response, next: NextFunction): void {
  const given = request.get(HEADER);
  response.set(HEADER, given !== undefined && /^[\w.-]{1,100}$/.test(given) ? given : randomUUID());
  next();
}

/** Answers change, and hold personal data: nobody keeps a copy. */
export function noStore(_request: Request, response: Response, next: NextFunction): void {
  response.set('Cache-Control', 'no-store');
  next();
}
