import { createHash } from 'node:crypto';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { map, type Observable } from 'rxjs';
import { versionTag } from './if-match.decorator.js';
import { VERSIONED } from './operation.decorator.js';

/** The time at which was looked says nothing about what was seen. Inside a text these quotes would have a backslash. */
const CLOCK = /"nu":"[^"]*"/g;

/** A weak entity tag: the same content, apart from the clock in it, gives the same tag. */
export const weakTag = (json: string): string =>
  `W/"${createHash('sha256').update(json.replace(CLOCK, '')).digest('base64url').slice(0, 27)}"`;

const isVersioned = (answer: unknown): answer is { versie: number } =>
  typeof answer === 'object' && answer !== null && 'versie' in answer && typeof answer.versie === 'number';

const opaque = (tag: string): string => tag.trim().replace(/^W\//, '');

/** Whether an `If-None-Match` header names this tag, by the weak comparison of RFC 9110. */
export const matches = (header: string | undefined, tag: string): boolean =>
  header !== undefined &&
  (header.trim() === '*' || header.split(',').some((part) => opaque(part) === opaque(tag)));

/**
 * Gives answers an `ETag`: of its version where people edit it, else of its content; and no content to who has it already.
 * Express would do the latter too, but not for a request with `Cache-Control: no-cache`, which `fetch` adds by itself.
 */
@Injectable()
export class EtagInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    const response = context.switchToHttp().getResponse<Response>();
    const reads = request.method === 'GET' || request.method === 'HEAD';
    const versioned = this.reflector.get<boolean | undefined>(VERSIONED, context.getHandler()) === true;
    return next.handle().pipe(
      map((answer: unknown) => {
        // A file that writes itself, or a change of something without versions.
        if (answer === undefined || !(reads || versioned)) return answer;
        // Written out here once, for the tag and for the wire.
        const json = JSON.stringify(answer);
        const tag = versioned && isVersioned(answer) ? versionTag(answer.versie) : weakTag(json);
        response.set('ETag', tag);
        if (!reads || !matches(request.get('If-None-Match'), tag)) {
          response.type('application/json');
          return json;
        }
        response.status(304);
        return undefined;
      }),
    );
  }
}
