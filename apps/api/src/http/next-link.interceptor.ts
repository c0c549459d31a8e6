import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { tap, type Observable } from 'rxjs';

const hasNext = (answer: unknown): answer is { volgende: string } =>
  typeof answer === 'object' &&
  answer !== null &&
  'volgende' in answer &&
  typeof answer.volgende === 'string';

/** The same question for the part of the list that begins at this cursor, as an address below the root. */
export function nextAddress(url: string, volgende: string): string {
  // A request may name a host before its path; whoever follows the link stays here.
  const [path = '', query] = url.replace(/^[a-z]+:\/\/[^/?]*/i, '').split('?', 2);
  const next = new URLSearchParams(query);
  next.set('na', volgende);
  return `${path}?${next.toString()}`;
}

/** Says where a list goes on also in a `Link` header (RFC 8288), for clients that follow those. */
@Injectable()
export class NextLinkInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(
      tap((answer: unknown) => {
        if (hasNext(answer))
          response.append('Link', `<${nextAddress(request.originalUrl, answer.volgende)}>; rel="next"`);
      }),
    );
  }
}
