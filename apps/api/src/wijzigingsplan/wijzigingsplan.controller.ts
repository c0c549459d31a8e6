import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  NieuwWijzigingsplan,
  Uitgevoerd,
  Uuid,
  Wijzigingsplan,
  WijzigingsplanLijst,
  WijzigingsplanVoorbeeld,
} from '@maatwerktraject/contracts';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { Operation } from '../http/operation.decorator.js';
import { Recht } from '../toegang/recht.decorator.js';
import { WijzigingsplanService } from './wijzigingsplan.service.js';

@ApiTags('wijzigingsplannen')
@Controller('cohorten/:cohortId/wijzigingsplannen')
@Recht('cohorten.beheren')
export class WijzigingsplanController {
  constructor(private readonly plannen: WijzigingsplanService) {}

  @Get()
  @Operation({
    id: 'leesWijzigingsplannen',
    audit: 'inzage',
    summary: 'Geeft de wijzigingsplannen van een cohort, het nieuwste eerst.',
    answer: WijzigingsplanLijst,
    problems: [400, 404],
  })
  lijst(@Param('cohortId', { schema: Uuid }) cohortId: string): Promise<WijzigingsplanLijst> {
    return this.plannen.lijst(cohortId);
  }

  @Post()
  @Operation({
    id: 'maakWijzigingsplan',
    audit: 'automatisch',
    summary: 'Rekent uit wat een wijziging van de planning zou doen. Er verandert nog niets.',
    answer: Wijzigingsplan,
    status: 201,
    problems: [400, 404, 409],
    command: true,
  })
  maak(
    @Param('cohortId', { schema: Uuid }) cohortId: string,
    @Body({ schema: NieuwWijzigingsplan }) invoer: NieuwWijzigingsplan,
    @IdempotencyKey() kenmerk: string,
  ): Promise<Wijzigingsplan> {
    return this.plannen.maak(cohortId, invoer, kenmerk);
  }

  @Get(':planId')
  @Operation({
    id: 'leesWijzigingsplan',
    audit: 'inzage',
    summary: 'Geeft een wijzigingsplan, met per gemeente hoe het ermee staat.',
    answer: Wijzigingsplan,
    problems: [400, 404],
  })
  lees(
    @Param('cohortId', { schema: Uuid }) cohortId: string,
    @Param('planId', { schema: Uuid }) planId: string,
  ): Promise<Wijzigingsplan> {
    return this.plannen.lees(cohortId, planId);
  }

  @Get(':planId/trajecten/:trajectId')
  @Operation({
    id: 'leesWijzigingsplanVoorbeeld',
    audit: 'inzage',
    summary: 'Geeft voor één gemeente elke dag en elke mail die door het plan verandert, van wat naar wat.',
    answer: WijzigingsplanVoorbeeld,
    problems: [400, 404, 409],
  })
  voorbeeld(
    @Param('cohortId', { schema: Uuid }) cohortId: string,
    @Param('planId', { schema: Uuid }) planId: string,
    @Param('trajectId', { schema: Uuid }) trajectId: string,
  ): Promise<WijzigingsplanVoorbeeld> {
    return this.plannen.voorbeeld(cohortId, planId, trajectId);
  }

  @Post(':planId/toepassing')
  @Operation({
    id: 'pasWijzigingsplanToe',
    audit: 'automatisch',
    summary: 'Voert het plan uit, gemeente voor gemeente. Na een storing gaat hetzelfde verzoek verder.',
    answer: Uitgevoerd,
    problems: [400, 404, 409],
    command: true,
  })
  pasToe(
    @Param('cohortId', { schema: Uuid }) cohortId: string,
    @Param('planId', { schema: Uuid }) planId: string,
  ): Promise<Uitgevoerd> {
    return this.plannen.pasToe(cohortId, planId);
  }

  @Post(':planId/herstel')
  @Operation({
    id: 'herstelWijzigingsplan',
    audit: 'automatisch',
    summary: 'Maakt het plan ongedaan bij elke gemeente waar het nog geen gevolgen had.',
    answer: Uitgevoerd,
    problems: [400, 404, 409],
    command: true,
  })
  herstel(
    @Param('cohortId', { schema: Uuid }) cohortId: string,
    @Param('planId', { schema: Uuid }) planId: string,
  ): Promise<Uitgevoerd> {
    return this.plannen.herstel(cohortId, planId);
  }
}
