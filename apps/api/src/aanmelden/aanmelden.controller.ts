import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiTags } from '@nestjs/swagger';
import { Aanmeldopties, LokaalPad } from '@maatwerktraject/contracts';
import type { Request, Response } from 'express';
import { Operation } from '../http/operation.decorator.js';
import { ProblemException } from '../http/problem.js';
import { SecurityLog } from '../http/security-log.js';
import { Openbaar } from '../toegang/recht.decorator.js';
import { SessieService } from '../toegang/sessie.service.js';
import { leesCookie, POGING_COOKIE, wisCookie, zetCookie } from '../toegang/sessie.cookie.js';
import { AanmeldLimiet } from './aanmeld.limiet.js';
import { AanmeldenMislukt } from './aanmeldfout.js';
import { OidcService, type Bewezen } from './oidc.service.js';

/**
 * Whether another website sent the browser here. Who is logged in at the provider would come back with a session without
 * having done anything. Older browsers do not say; then the login begins, as it does for an address that was typed.
 */
const isVanElders = (request: Request): boolean =>
  ['cross-site', 'same-site'].includes(request.get('Sec-Fetch-Site') ?? '');

/** Logging in with the account of an organisation. These routes send a browser on; programs use a token. */
@ApiTags('aanmelden')
@Controller('aanmelding')
@Openbaar()
export class AanmeldenController {
  constructor(
    private readonly oidc: OidcService,
    private readonly sessies: SessieService,
    private readonly limiet: AanmeldLimiet,
    private readonly securityLog: SecurityLog,
  ) {}

  @Get()
  @Operation({
    id: 'leesAanmeldopties',
    summary: 'Zegt hoe u zich hier kunt aanmelden.',
    answer: Aanmeldopties,
  })
  opties(): Aanmeldopties {
    const { config } = this.oidc;
    return { organisatie: config ? { knop: config.naam } : null };
  }

  @Get('oidc')
  @ApiExcludeEndpoint()
  async begin(
    @Query('naar') naar: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.limiet.telAdres(request);
    const gelezen = LokaalPad.safeParse(naar);
    const pad = gelezen.success ? gelezen.data : '/';
    if (isVanElders(request)) {
      this.securityLog.loginFailed(request, 'begun by another website');
      response.redirect(302, `/aanmelden?naar=${encodeURIComponent(pad)}`);
      return;
    }
    try {
      const { url, sleutel } = await this.oidc.begin(pad);
      zetCookie(response, POGING_COOKIE, sleutel);
      response.redirect(302, url.href);
    } catch (error) {
      if (!(error instanceof AanmeldenMislukt)) throw error;
      response.redirect(302, new AanmeldenMislukt(error.fout, pad).pagina);
    }
  }

  @Get('oidc/terug')
  @ApiExcludeEndpoint()
  async terug(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.limiet.telAdres(request);
    const poging = leesCookie(request, POGING_COOKIE);
    wisCookie(response, POGING_COOKIE);
    try {
      const [, query = ''] = request.originalUrl.split('?', 2);
      const bewezen = await this.oidc.voltooi(query, poging, request);
      await this.beginSessie(bewezen, request, response);
      response.redirect(302, bewezen.naar);
    } catch (error) {
      if (!(error instanceof AanmeldenMislukt)) throw error;
      this.securityLog.loginFailed(request, error.fout);
      response.redirect(302, error.pagina);
    }
  }

  private async beginSessie(bewezen: Bewezen, request: Request, response: Response): Promise<void> {
    try {
      await this.sessies.begin({ ...bewezen, via: 'oidc' }, request, response);
    } catch (error) {
      if (error instanceof ProblemException && error.extras.code === 'geen-rol')
        throw new AanmeldenMislukt('geen-rol', bewezen.naar);
      throw error;
    }
  }
}
