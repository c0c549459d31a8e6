import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  Paginering,
  Uuid,
  Wissing,
  WissingOpdracht,
  WissingsverzoekPagina,
} from '@maatwerktraject/contracts';
import type { Request } from 'express';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { Operation } from '../http/operation.decorator.js';
import { Recht } from '../toegang/recht.decorator.js';
import { PrivacyService } from './privacy.service.js';

@ApiTags('privacy')
@Controller()
@Recht('accounts.beheren')
export class WissingController {
  constructor(private readonly privacy: PrivacyService) {}

  @Get('wissingsverzoeken')
  @Operation({
    id: 'leesWissingsverzoeken',
    summary: 'Geeft de verzoeken om gegevens te wissen; wat nog moet, staat bovenaan.',
    answer: WissingsverzoekPagina,
  })
  verzoeken(@Query({ schema: Paginering }) vraag: Paginering): Promise<WissingsverzoekPagina> {
    return this.privacy.verzoeken(vraag);
  }

  @Post('accounts/:accountId/wissing')
  @Operation({
    id: 'wisAccount',
    summary: 'Wist naam, adres en aanmeldingen van een persoon. Dit kan niet ongedaan worden gemaakt.',
    answer: Wissing,
    problems: [404],
    command: true,
    audit: 'eigen',
  })
  wis(
    @Param('accountId', { schema: Uuid }) accountId: string,
    @Body({ schema: WissingOpdracht }) { reden }: WissingOpdracht,
    @IdempotencyKey() _kenmerk: string,
    @Req() request: Request,
  ): Promise<Wissing> {
    return this.privacy.wis(accountId, reden, request);
  }
}
