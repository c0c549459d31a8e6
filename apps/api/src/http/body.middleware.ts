import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { ProblemException } from './problem.js';

const BODY_LIMIT = '1mb';
const MAX_DEPTH = 32;
const MAX_VALUES = 20_000;

const TOO_DEEP = `Dit zit te diep in elkaar. Gebruik niet meer dan ${String(MAX_DEPTH)} lagen.`;
const TOO_MANY = `Dit zijn te veel velden. Gebruik er niet meer dan ${String(MAX_VALUES)}.`;

/**
 * What is too much in a parsed body: levels below each other, or values in all. Walks without recursion: a body within
 * the size limit can be nested deeper than the stack is high.
 */
export function tooMuchIn(body: unknown): string | undefined {
  let level: unknown[] = [body];
  let values = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) return TOO_DEEP;
    values += level.length;
    if (values > MAX_VALUES) return TOO_MANY;
    level = level.flatMap((value): unknown[] =>
      typeof value === 'object' && value !== null && !Buffer.isBuffer(value) ? Object.values(value) : [],
    );
  }
  return undefined;
}

function jsonLimits(request: Request, _response: Response, next: NextFunction): void {
  const zin = tooMuchIn(request.body);
  next(zin === undefined ? undefined : new ProblemException(400, zin, { code: 'te-ingewikkeld' }));
}

/** Reads bodies of JSON, CSV and mail, no larger and no more tangled than anything a person fills in. */
export const bodyParsers = (): RequestHandler[] => [
  express.json({ limit: BODY_LIMIT }),
  express.raw({ type: ['text/csv', 'application/csv', 'message/rfc822'], limit: BODY_LIMIT }),
  jsonLimits,
];
