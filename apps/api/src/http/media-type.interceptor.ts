import {
  applyDecorators,
  Injectable,
  SetMetadata,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiConsumes } from '@nestjs/swagger';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { ProblemException } from './problem.js';

const TAKES = 'takes';
const JSON_ONLY = ['application/json'];

/** The media types that this route takes in its body, when it is not JSON. */
export const Takes = (...types: string[]): MethodDecorator =>
  applyDecorators(SetMetadata(TAKES, types), ApiConsumes(...types));

const hasBody = ({ headers }: Request): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** Refuses a body of another kind than the route takes (415), so that it is not taken for an empty one. */
@Injectable()
export class MediaTypeInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    if (request.method === 'GET' || request.method === 'HEAD' || !hasBody(request)) return next.handle();
    const types = this.reflector.get<string[] | undefined>(TAKES, context.getHandler()) ?? JSON_ONLY;
    if (!request.is(types))
      throw new ProblemException(
        415,
        `Dit soort inhoud kunnen wij hier niet lezen. Stuur Content-Type: ${types.join(' of ')}.`,
        { code: 'verkeerd-soort-inhoud' },
      );
    return next.handle();
  }
}
