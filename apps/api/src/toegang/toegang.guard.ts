import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ProblemException } from '../http/problem.js';
import { SETTINGS, type Settings } from '../settings.js';
import { ROLLEN, type HerkendVerzoek, type ToegelatenRollen } from './rollen.decorator.js';
import { rolVan } from './sleutels.js';

const GEEN_SLEUTELS =
  'Inloggen kan nog niet: dat komt met een volgende uitgave. Wilt u oefenen? Start met "npm start" zonder eigen database, Temporal of mailserver. Dan krijgt u ontwikkelsleutels.';
const ONBEKEND = 'Wij kennen deze sleutel niet. Ga naar de startpagina en kies een rol.';

/** Lets a request through when its development token has a role that the route declares. */
@Injectable()
export class ToegangGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const rollen = this.reflector.getAllAndOverride<ToegelatenRollen | undefined>(ROLLEN, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!rollen) throw new ProblemException(403, 'Voor dit adres is niet vastgelegd wie het mag gebruiken.');
    if (rollen.length === 0) return true;
    const { devTokens } = this.settings;
    if (!devTokens) throw new ProblemException(401, GEEN_SLEUTELS, { code: 'inloggen-kan-nog-niet' });
    const verzoek = context.switchToHttp().getRequest<HerkendVerzoek>();
    const sleutel = /^Bearer ([!-~]+)$/i.exec(verzoek.get('Authorization') ?? '')?.[1];
    const rol = sleutel === undefined ? undefined : rolVan(sleutel, devTokens);
    if (!rol) throw new ProblemException(401, ONBEKEND, { code: 'onbekende-sleutel' });
    if (!rollen.includes(rol))
      throw new ProblemException(
        403,
        `Dit kan niet in de rol ${rol}. Kies op de startpagina een andere rol: ${rollen.join(' of ')}.`,
      );
    verzoek.rol = rol;
    return true;
  }
}
