import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { ApiBearerAuth } from '@nestjs/swagger';
import type { Rol } from '@maatwerktraject/contracts';
import type { Request } from 'express';
import { ProblemResponse } from '../http/operation.decorator.js';

export const ROLLEN = 'rollen';

/** Who may use a route; an empty list: everyone, without a token. */
export type ToegelatenRollen = readonly Rol[];

export const ALLE_ROLLEN: ToegelatenRollen = ['adviseur', 'gemeente', 'onderzoeker'];

/** A request whose token was recognised. */
export interface HerkendVerzoek extends Request {
  rol?: Rol;
}

/** The roles that may use this route. A route without this or `Openbaar` is refused to everyone. */
export const Rollen = (...rollen: ToegelatenRollen): MethodDecorator & ClassDecorator =>
  applyDecorators(
    SetMetadata(ROLLEN, rollen),
    ApiBearerAuth('bearer'),
    ProblemResponse(401),
    ProblemResponse(403),
    ProblemResponse(503),
  );

/** A route for everyone, without a token. */
export const Openbaar = (): MethodDecorator & ClassDecorator => SetMetadata(ROLLEN, []);

/** The role of the caller; only on routes with `Rollen`. */
export const HuidigeRol = createParamDecorator((_: unknown, context: ExecutionContext): Rol => {
  const { rol } = context.switchToHttp().getRequest<HerkendVerzoek>();
  if (!rol) throw new Error('route without a role');
  return rol;
});
