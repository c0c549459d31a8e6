import {
  applyDecorators,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Observable } from 'rxjs';

/** That a route goes away, and what comes in its place. Days as `YYYY-MM-DD`. */
export interface Verval {
  /** From this day on it is advised against. */
  readonly sinds: string;
  /** Until this day it works, at least six months after `sinds`: see docs/api.md. */
  readonly tot: string;
  /** Address of what to use instead, below the server's. */
  readonly alternatief: string;
}

/** The extension of an operation that is going away; `openapi/conventions.ts` makes `deprecated` and headers of it. */
export const VERVAL = 'x-verval';

/** The headers of RFC 9745 (a Unix time) and RFC 8594 (an HTTP date). */
export function vervalHeaders({ sinds, tot }: Verval): { Deprecation: string; Sunset: string } {
  return {
    Deprecation: `@${String(Date.parse(`${sinds}T00:00:00Z`) / 1000)}`,
    Sunset: new Date(`${tot}T23:59:59Z`).toUTCString(),
  };
}

class VervalInterceptor implements NestInterceptor {
  constructor(private readonly verval: Verval) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const response = context.switchToHttp().getResponse<Response>();
    response.set(vervalHeaders(this.verval));
    response.append('Link', `<${this.verval.alternatief}>; rel="successor-version"`);
    return next.handle();
  }
}

/** A route that goes away: says so on each answer and in the document. */
export const Vervalt = (verval: Verval): MethodDecorator =>
  applyDecorators(UseInterceptors(new VervalInterceptor(verval)), ApiExtension(VERVAL, verval));
