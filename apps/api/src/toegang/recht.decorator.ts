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

export const BEWIJS = 'bewijs';
/**
 * How a caller must have proven who he is, beyond having the permission. `mens`: a person, by a session; a token speaks for
 * a service, which has no sessions, no name to correct and no rights of a person, and whoever steals one learns nothing
 * here. `sterkste`: a person, by the strongest way he has: a link by mail proves an address, and not what an organisation
 * asks of its staff.
 */
export type VereistBewijs = 'mens' | 'sterkste';

export const Bewijs = (bewijs: VereistBewijs): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(BEWIJS, bewijs), ApiExtension('x-bewijs', bewijs));

/** A route for everyone, without logging in. */
export const Openbaar = (): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(RECHT, 'openbaar'), ApiExtension('x-recht', 'openbaar'));

/** Who asks; only on routes with `Recht`. */
export const Wie = createParamDecorator((_: unknown, context: ExecutionContext): Aangemelde => {
  const { wie } = context.switchToHttp().getRequest<HerkendVerzoek>();
  if (!wie) throw new Error('route without a caller');
  return wie;
});
