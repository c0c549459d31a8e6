import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { throwError, timeout, type Observable } from 'rxjs';
import { ProblemException } from './problem.js';

/** Metadata of a route: how long it may take, in ms. */
export const TIME_LIMIT = 'time-limit';

/** The longest that a request may take, in ms, but for files; just longer than a call to Temporal may take. */
export const REQUEST_LIMIT_MS = 30_000;

/** Tells the caller that it takes too long, instead of nothing at all. The work itself is not undone by it. */
@Injectable()
export class TimeLimitInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const limit =
      this.reflector.get<number | undefined>(TIME_LIMIT, context.getHandler()) ?? REQUEST_LIMIT_MS;
    const tooLate = (): Observable<never> =>
      throwError(
        () =>
          new ProblemException(
            503,
            'Dit duurt te lang. Wacht even en probeer het opnieuw, met hetzelfde kenmerk als u dat meestuurde.',
            { code: 'duurt-te-lang', retryAfterSeconds: 5 },
          ),
      );
    return next.handle().pipe(timeout({ first: limit, with: tooLate }));
  }
}
