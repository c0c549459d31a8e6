import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Uuid, Voorwaarden } from '@maatwerktraject/contracts';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { Operation } from '../http/operation.decorator.js';
import { Recht } from '../toegang/recht.decorator.js';
import { VoorwaardeService } from './voorwaarde.service.js';

@ApiTags('bijeenkomsten')
@Controller('cohorten/:cohortId/voorwaarden')
@Recht('bijeenkomsten.plannen')
export class VoorwaardeController {
  constructor(private readonly voorwaarden: VoorwaardeService) {}

  @Get()
  @Operation({
    id: 'leesVoorwaarden',
    summary: 'Geeft de voorwaarden van een cohort: waarover de adviseur een mail krijgt.',
    answer: Voorwaarden,
    problems: [400, 404],
  })
  lees(@Param('cohortId', { schema: Uuid }) cohortId: string): Promise<Voorwaarden> {
    return this.voorwaarden.lees(cohortId);
  }

  @Put()
  @Operation({
    id: 'zetVoorwaarden',
    audit: 'automatisch',
    summary: 'Vervangt de voorwaarden van een cohort. Wat al voorbij is, wordt niet meer getoetst.',
    answer: Voorwaarden,
    problems: [400, 404, 409],
    command: true,
  })
  zet(
    @Param('cohortId', { schema: Uuid }) cohortId: string,
    @Body({ schema: Voorwaarden }) invoer: Voorwaarden,
    @IdempotencyKey() kenmerk: string,
  ): Promise<Voorwaarden> {
    return this.voorwaarden.zet(cohortId, invoer, kenmerk);
  }
}
