import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  Herhaald,
  Herhaling,
  Levering,
  LeveringPagina,
  LeveringVraag,
  Uuid,
} from '@maatwerktraject/contracts';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { Operation } from '../http/operation.decorator.js';
import { Recht } from '../toegang/recht.decorator.js';
import { LeveringService } from './levering.service.js';

@ApiTags('webhooks')
@Controller('webhooks/:webhookId')
@Recht('webhooks.beheren')
export class LeveringController {
  constructor(private readonly leveringen: LeveringService) {}

  @Get('leveringen')
  @Operation({
    id: 'leesLeveringen',
    summary:
      'Geeft wat er is bezorgd en wat niet, het nieuwste eerst, met elke poging. Wij bewaren dit 30 dagen.',
    answer: LeveringPagina,
    problems: [400, 404],
  })
  lijst(
    @Param('webhookId', { schema: Uuid }) id: string,
    @Query({ schema: LeveringVraag }) vraag: LeveringVraag,
  ): Promise<LeveringPagina> {
    return this.leveringen.lijst(id, vraag);
  }

  @Post('test')
  @Operation({
    id: 'testWebhook',
    summary: 'Stuurt meteen een gebeurtenis om te proberen. Kijk in de leveringen hoe het ging.',
    answer: Levering,
    status: 202,
    problems: [404, 409],
    command: true,
    audit: 'automatisch',
  })
  test(
    @Param('webhookId', { schema: Uuid }) id: string,
    @IdempotencyKey() _kenmerk: string,
  ): Promise<Levering> {
    return this.leveringen.test(id);
  }

  @Post('leveringen/:leveringId/opnieuw')
  @Operation({
    id: 'leverOpnieuw',
    summary: 'Stuurt één gebeurtenis opnieuw, met hetzelfde kenmerk.',
    answer: Levering,
    status: 202,
    problems: [404, 409],
    command: true,
    audit: 'automatisch',
  })
  opnieuw(
    @Param('webhookId', { schema: Uuid }) id: string,
    @Param('leveringId', { schema: Uuid }) leveringId: string,
    @IdempotencyKey() _kenmerk: string,
  ): Promise<Levering> {
    return this.leveringen.opnieuw(id, leveringId);
  }

  @Post('herhalen')
  @Operation({
    id: 'herhaalWebhook',
    summary: 'Stuurt alles opnieuw wat sinds een tijdstip is vastgelegd, in volgorde.',
    answer: Herhaald,
    status: 202,
    problems: [404, 409],
    command: true,
    audit: 'automatisch',
  })
  herhaal(
    @Param('webhookId', { schema: Uuid }) id: string,
    @Body({ schema: Herhaling }) { vanaf }: Herhaling,
    @IdempotencyKey() _kenmerk: string,
  ): Promise<Herhaald> {
    return this.leveringen.herhaal(id, vanaf);
  }
}
