import { Body, Controller, Delete, Param, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PasskeysIntrekken, Uuid } from '@maatwerktraject/contracts';
import type { Request } from 'express';
import { Operation } from '../http/operation.decorator.js';
import { Recht } from '../toegang/recht.decorator.js';
import { PasskeysIntrekkenService } from './passkeys-intrekken.service.js';

@ApiTags('accounts')
@Controller('accounts/:accountId/passkeys')
@Recht('accounts.beheren')
export class PasskeysIntrekkenController {
  constructor(private readonly service: PasskeysIntrekkenService) {}

  @Delete()
  @Operation({
    id: 'trekPasskeysIn',
    audit: 'eigen',
    summary: 'Haalt alle passkeys van iemand weg, bijvoorbeeld na verlies, en meldt hem overal af.',
    status: 204,
    problems: [400, 404],
  })
  trekIn(
    @Param('accountId', { schema: Uuid }) accountId: string,
    @Body({ schema: PasskeysIntrekken }) { reden }: PasskeysIntrekken,
    @Req() request: Request,
  ): Promise<void> {
    return this.service.trekIn(accountId, reden, request);
  }
}
