import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { WeigeringService } from '../audit/weigering.service.js';
import { actAs } from '../database/scoped.database.js';
import { OPERATION_ID } from '../http/operation.decorator.js';
import { ProblemException } from '../http/problem.js';
import { SETTINGS, type Settings } from '../settings.js';
import type { HerkendVerzoek } from './aangemelde.js';
import { bearerVan, HerkenningService } from './herkenning.service.js';
import { weigerVreemdeHerkomst } from './herkomst.js';
import { RECHT, type VereistRecht } from './recht.decorator.js';
import { nietAangemeld } from './sessie.service.js';

/** The one place where it is decided whether a request may reach its route. */
@Injectable()
export class ToegangGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly herkenning: HerkenningService,
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
    if (!wie) throw nietAangemeld();
    request.wie = wie;
    actAs(wie);
    if (!wie.rechten.includes(recht)) {
      const operatie = this.reflector.get<string | undefined>(OPERATION_ID, context.getHandler());
      await this.weigeringen.noteer(request, operatie ?? 'onbekend', 403);
      throw new ProblemException(
        403,
        wie.soort === 'dienst'
          ? `Dit token heeft het recht "${recht}" niet. Vraag de beheerder om een token met dit recht.`
          : `Dit kan niet in de rol ${wie.rol}. Hebt u ook een andere rol? Kies die dan eerst.`,
        { code: 'geen-recht' },
      );
    }
    return true;
  }
}
