import { randomUUID } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { callerOf } from './caller.js';
import { derivedId } from './derived-id.js';
import { invalid } from './problem.js';

export const IDEMPOTENCY_HEADER = 'Idempotency-Key';
export const IDEMPOTENCY_FORM = /^[\x21-\x7e]{1,100}$/;

/** The key of this header value. @throws ProblemException (400) when it is there but cannot be one. */
export function idempotencyKey(value: string | undefined): string {
  if (value === undefined) return randomUUID();
  if (!IDEMPOTENCY_FORM.test(value))
    throw invalid([
      {
        pad: IDEMPOTENCY_HEADER,
        zin: 'Gebruik 1 tot en met 100 letters, cijfers of leestekens, zonder spaties.',
      },
    ]);
  return value;
}

/**
 * The key of a command, as what is made by it is named after: the same for the same key of the same caller. Made here when
 * absent. Beneath the kept answers it keeps a command that broke off half-way from being carried out twice.
 */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const request = context.switchToHttp().getRequest<Request>();
  return derivedId(`kenmerk:${callerOf(request)}:${idempotencyKey(request.get(IDEMPOTENCY_HEADER))}`);
});

/**
 * For a route that gives a secret: a kept answer would keep that as well.
 * @param zin what to do instead, when no answer came
 * @throws ProblemException (400) when there is a key all the same
 */
export function refuseIdempotencyKey(request: Request, zin: string): void {
  if (request.get(IDEMPOTENCY_HEADER) !== undefined) throw invalid([{ pad: IDEMPOTENCY_HEADER, zin }]);
}
