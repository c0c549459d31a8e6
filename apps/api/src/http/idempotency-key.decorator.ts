import { randomUUID } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { invalid } from './problem.js';

const HEADER = 'Idempotency-Key';
const FORM = /^[\x21-\x7e]{1,100}$/;

/** The key of this header value. @throws ProblemException (400) when it is there but cannot be one. */
export function idempotencyKey(value: string | undefined): string {
  if (value === undefined) return randomUUID();
  if (!FORM.test(value))
    throw invalid([
      { pad: HEADER, zin: 'Gebruik 1 tot en met 100 letters, cijfers of leestekens, zonder spaties.' },
    ]);
  return value;
}

/** The key of a command: the same key again gives the same answer and changes nothing. Made here when absent. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): string =>
  idempotencyKey(context.switchToHttp().getRequest<Request>().get(HEADER)),
);
