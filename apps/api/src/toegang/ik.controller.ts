import { Body, Controller, Delete, Get, Inject, Param, Put, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Afgemeld, Ik, RolKeuze, SessieLijst, Uuid } from '@maatwerktraject/contracts';
import { open } from '@maatwerktraject/crypto';
import type { Request, Response } from 'express';
import { OidcService } from '../aanmelden/oidc.service.js';
import { Operation } from '../http/operation.decorator.js';
import { SETTINGS, type Settings } from '../settings.js';
import type { Aangemelde } from './aangemelde.js';
import { Bewijs, Recht, Wie } from './recht.decorator.js';
import { SessieService } from './sessie.service.js';

@ApiTags('toegang')
@Controller('ik')
@Recht('ik')
export class IkController {
  constructor(
    private readonly sessies: SessieService,
    private readonly oidc: OidcService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @Operation({ id: 'leesIk', summary: 'Zegt wie u bent en wat u mag.', answer: Ik })
  lees(@Wie() wie: Aangemelde): Ik {
    const { keyring } = this.settings;
    return {
      accountId: wie.accountId,
      soort: wie.soort,
      naam: open(keyring, wie.naam, 'account.naam'),
      email: wie.email === null ? null : open(keyring, wie.email, 'account.email'),
      rol: wie.rol,
      rollen: [...wie.rollen],
      rechten: [...wie.rechten],
      vervaltOp: wie.vervaltOp?.toISOString() ?? null,
    };
  }

  @Put('rol')
  @Bewijs('mens')
  @Operation({
    id: 'kiesRol',
    audit: 'eigen',
    summary: 'Gaat verder in een andere rol. Alleen in die rol geldt wat daarbij hoort.',
    status: 204,
    problems: [400],
  })
  async kies(
    @Body({ schema: RolKeuze }) { rol }: RolKeuze,
    @Wie() wie: Aangemelde,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.sessies.kiesRol(wie, rol, request, response);
  }

  @Get('sessies')
  @Bewijs('mens')
  @Operation({
    id: 'leesSessies',
    summary: 'Geeft de plaatsen waar u bent aangemeld.',
    answer: SessieLijst,
  })
  sessiesVan(@Wie() wie: Aangemelde): Promise<SessieLijst> {
    return this.sessies.lijst(wie);
  }

  @Delete('sessies/huidig')
  @Bewijs('mens')
  @Operation({ id: 'meldAf', audit: 'eigen', summary: 'Meldt u af.', answer: Afgemeld, problems: [404] })
  async meldAf(
    @Wie() wie: Aangemelde,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Afgemeld> {
    await this.sessies.beeindig(wie, wie.sleutelId, request, response);
    return { afmeldUrl: wie.via === 'oidc' ? await this.oidc.afmeldUrl() : null };
  }

  @Delete('sessies/:sessieId')
  @Bewijs('mens')
  @Operation({
    id: 'beeindigSessie',
    audit: 'eigen',
    summary: 'Beëindigt een sessie van uzelf, bijvoorbeeld op een apparaat dat u kwijt bent.',
    status: 204,
    problems: [400, 404],
  })
  async beeindig(
    @Param('sessieId', { schema: Uuid }) sessieId: string,
    @Wie() wie: Aangemelde,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.sessies.beeindig(wie, sessieId, request, response);
  }
}
