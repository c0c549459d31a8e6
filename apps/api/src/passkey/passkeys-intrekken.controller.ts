import { Body, Controller, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PasskeysIngetrokken, PasskeysIntrekken, Uuid } from '@maatwerktraject/contracts';
import type { Request } from 'express';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { Operation } from '../http/operation.decorator.js';
import { Recht } from '../toegang/recht.decorator.js';
import { PasskeysIntrekkenService } from './passkeys-intrekken.service.js';

@ApiTags('accounts')
// No DELETE: that takes no body (NLGov), and a reason does not belong in an address.
@Controller('accounts/:accountId/passkeys/intrekking')
@Recht('accounts.beheren')
export class PasskeysIntrekkenController {
  constructor(private readonly service: PasskeysIntrekkenService) {}

  @Post()
  @Operation({
    id: 'trekPasskeysIn',
    audit: 'eigen',
    summary: 'Haalt alle passkeys van iemand weg, bijvoorbeeld na verlies, en meldt hem overal af.',
    answer: PasskeysIngetrokken,
    problems: [404],
    command: true,
  })
  trekIn(
    @Param('accountId', { schema: Uuid }) accountId: string,
    @Body({ schema: PasskeysIntrekken }) { reden }: PasskeysIntrekken,
    @IdempotencyKey() _kenmerk: string,
    @Req() request: Request,
  ): Promise<PasskeysIngetrokken> {
    return this.service.trekIn(accountId, reden, request);
  }
}
