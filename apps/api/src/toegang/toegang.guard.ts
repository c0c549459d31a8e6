import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Recht as RechtNaam } from '@maatwerktraject/domain';
import { WeigeringService } from '../audit/weigering.service.js';
import { actAs } from '../database/scoped.database.js';
import { OPERATION_ID } from '../http/operation.decorator.js';
import { ProblemException } from '../http/problem.js';
import { SETTINGS, type Settings } from '../settings.js';
import type { Aangemelde, HerkendVerzoek } from './aangemelde.js';
import { bearerVan, HerkenningService } from './herkenning.service.js';
import { weigerVreemdeHerkomst } from './herkomst.js';
import { RadenLimiet } from './raden.limiet.js';
import { BEWIJS, RECHT, type VereistBewijs, type VereistRecht } from './recht.decorator.js';
import { nietAangemeld, teZwak } from './weigering.js';

/** The one place where it is decided whether a request may reach its route. */
@Injectable()
export class ToegangGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly herkenning: HerkenningService,
    private readonly raden: RadenLimiet,
    private readonly weigeringen: WeigeringService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const recht = this.reflector.getAllAndOverride<VereistRecht | undefined>(RECHT, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!recht) throw new ProblemException(403, 'Voor dit adres is niet vastgelegd wie het mag gebruiken.');
    const request = context.switchToHttp().getRequest<HerkendVerzoek>();
    // A token is sent on purpose; a cookie goes along with whatever makes the browser ask, also beside another header.
    if (bearerVan(request) === undefined)
      weigerVreemdeHerkomst(request, new URL(this.settings.publicUrl).origin);
    if (recht === 'openbaar') return true;
    const wie = await this.herkenning.herken(request);
    // The cookie is left as it is: by the time that this answer arrives, the browser may have one of a new session.
    if (!wie) {
      await this.raden.tel(request);
      throw nietAangemeld(bearerVan(request) !== undefined);
    }
    request.wie = wie;
    actAs(wie);
    const weigering = this.weigering(context, wie, recht);
    if (weigering) {
      const operatie = this.reflector.get<string | undefined>(OPERATION_ID, context.getHandler());
      await this.weigeringen.noteer(request, operatie ?? 'onbekend', weigering.status);
      throw weigering;
    }
    return true;
  }

  private weigering(
    context: ExecutionContext,
    wie: Aangemelde,
    recht: RechtNaam,
  ): ProblemException | undefined {
    if (!wie.rechten.includes(recht))
      return new ProblemException(
        403,
        wie.soort === 'dienst'
          ? `Dit token heeft het recht "${recht}" niet. Vraag de beheerder om een token met dit recht.`
          : `Dit kan niet in de rol ${wie.rol}. Hebt u ook een andere rol? Kies die dan eerst.`,
        { code: 'geen-recht' },
      );
    const bewijs = this.reflector.getAllAndOverride<VereistBewijs | undefined>(BEWIJS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (bewijs === undefined) return undefined;
    if (wie.soort === 'dienst')
      return new ProblemException(
        403,
        'Dit kan alleen voor een persoon, en niet met het token van een dienst.',
        { code: 'geen-mens' },
      );
    return bewijs === 'sterkste' && wie.beperkt ? teZwak() : undefined;
  }
}
