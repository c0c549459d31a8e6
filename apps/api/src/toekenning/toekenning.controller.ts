import { Body, Controller, Delete, Get, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { NieuweToekenning, Toekenning, ToekenningLijst, Uuid } from '@maatwerktraject/contracts';
import type { Request } from 'express';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { Operation } from '../http/operation.decorator.js';
import type { Aangemelde } from '../toegang/aangemelde.js';
import { Recht, Wie } from '../toegang/recht.decorator.js';
import { ToekenningService } from './toekenning.service.js';

@ApiTags('toegang')
@Controller('cohorten/:cohortId/toekenningen')
@Recht('toegang.beheren')
export class ToekenningController {
  constructor(private readonly toekenningen: ToekenningService) {}

  @Get()
  @Operation({
    id: 'leesToekenningen',
    summary: 'Geeft wie er in een cohort werkt: adviseurs en onderzoekers.',
    answer: ToekenningLijst,
    problems: [404],
  })
  lijst(
    @Param('cohortId', { schema: Uuid }) cohortId: string,
    @Wie() wie: Aangemelde,
  ): Promise<ToekenningLijst> {
    return this.toekenningen.lijst(cohortId, wie);
  }

  @Post()
  @Operation({
    id: 'geefToegang',
    audit: 'eigen',
    summary: 'Geeft iemand of een dienst toegang tot een cohort, als adviseur of als onderzoeker.',
    answer: Toekenning,
    status: 201,
    problems: [404],
    command: true,
  })
  geef(
    @Param('cohortId', { schema: Uuid }) cohortId: string,
    @Body({ schema: NieuweToekenning }) invoer: NieuweToekenning,
    @IdempotencyKey() _kenmerk: string,
    @Wie() wie: Aangemelde,
    @Req() request: Request,
  ): Promise<Toekenning> {
    return this.toekenningen.geef(cohortId, invoer, wie, request);
  }

  @Delete(':toekenningId')
  @Operation({
    id: 'trekToegangIn',
    audit: 'eigen',
    summary: 'Neemt iemand de toegang tot een cohort af. Dit geldt meteen.',
    status: 204,
    problems: [404, 409],
  })
  neem(
    @Param('cohortId', { schema: Uuid }) cohortId: string,
    @Param('toekenningId', { schema: Uuid }) toekenningId: string,
    @Wie() wie: Aangemelde,
    @Req() request: Request,
  ): Promise<void> {
    return this.toekenningen.neem(cohortId, toekenningId, wie, request);
  }
}
