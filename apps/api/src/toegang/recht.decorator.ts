import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { ApiExtension, ApiSecurity } from '@nestjs/swagger';
import type { Recht as RechtNaam } from '@maatwerktraject/domain';
import { ProblemResponse } from '../http/operation.decorator.js';
import type { Aangemelde, HerkendVerzoek } from './aangemelde.js';

export const RECHT = 'recht';
/** What a route declares: a permission, or that everyone may use it. */
export type VereistRecht = RechtNaam | 'openbaar';

/** The permission that a route asks for. A route without this or `Openbaar` is refused to everyone. */
export const Recht = (recht: RechtNaam): MethodDecorator & ClassDecorator =>
  applyDecorators(
    SetMetadata(RECHT, recht),
    ApiSecurity('sessie'),
    ApiSecurity('diensttoken'),
    ApiExtension('x-recht', recht),
    ProblemResponse(401),
    ProblemResponse(403),
    ProblemResponse(503),
  );

/** A route for everyone, without logging in. */
export const Openbaar = (): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(RECHT, 'openbaar'), ApiExtension('x-recht', 'openbaar'));

/** Who asks; only on routes with `Recht`. */
export const Wie = createParamDecorator((_: unknown, context: ExecutionContext): Aangemelde => {
  const { wie } = context.switchToHttp().getRequest<HerkendVerzoek>();
  if (!wie) throw new Error('route without a caller');
  return wie;
});
