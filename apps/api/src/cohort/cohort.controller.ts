import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  Bord,
  Cohort,
  CohortPagina,
  CohortPlan,
  NieuwCohort,
  Paginering,
  Resultaten,
  Uitgevoerd,
  Uuid,
} from '@maatwerktraject/contracts';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { Operation } from '../http/operation.decorator.js';
import type { Aangemelde } from '../toegang/aangemelde.js';
import { Recht, Wie } from '../toegang/recht.decorator.js';
import { CohortService } from './cohort.service.js';
import { CohortVerloopService } from './cohort.verloop.service.js';

@ApiTags('cohorten')
@Controller('cohorten')
export class CohortController {
  constructor(
    private readonly cohorten: CohortService,
    private readonly verloop: CohortVerloopService,
  ) {}

  @Get()
  @Recht('cohorten.lezen')
  @Operation({
    id: 'leesCohorten',
    summary: 'Geeft de cohorten, het nieuwste eerst.',
    answer: CohortPagina,
    problems: [400],
  })
  lijst(@Query({ schema: Paginering }) vraag: Paginering, @Wie() wie: Aangemelde): Promise<CohortPagina> {
    return this.cohorten.lijst(vraag, wie);
  }

  @Post()
  @Recht('cohorten.beheren')
  @Operation({
    id: 'maakCohort',
    audit: 'automatisch',
    summary: 'Maakt een cohort. Het begint pas als u het start.',
    answer: Cohort,
    status: 201,
    problems: [400, 409],
    command: true,
  })
  maak(
    @Body({ schema: NieuwCohort }) invoer: NieuwCohort,
    @IdempotencyKey() kenmerk: string,
    @Wie() wie: Aangemelde,
  ): Promise<Cohort> {
    return this.cohorten.maak(invoer, kenmerk, wie);
  }

  @Get(':cohortId')
  @Recht('cohorten.lezen')
  @Operation({ id: 'leesCohort', summary: 'Geeft één cohort.', answer: Cohort, problems: [400, 404] })
  lees(@Param('cohortId', { schema: Uuid }) cohortId: string, @Wie() wie: Aangemelde): Promise<Cohort> {
    return this.cohorten.lees(cohortId, wie);
  }

  @Get(':cohortId/plan')
  @Recht('cohorten.beheren')
  @Operation({
    id: 'leesCohortPlan',
    summary:
      'Geeft het plan als niemand te laat is: elke taak met haar mails, en elk gesprek, met de dag erbij.',
    answer: CohortPlan,
    problems: [400, 404],
  })
  plan(@Param('cohortId', { schema: Uuid }) cohortId: string): Promise<CohortPlan> {
    return this.cohorten.plan(cohortId);
  }

  @Get(':cohortId/bord')
  @Recht('resultaten.lezen')
  @Operation({
    id: 'leesBord',
    audit: 'identiteiten',
    summary: 'Geeft per gemeente hoe het met elke stap staat.',
    answer: Bord,
    problems: [400, 404],
  })
  bord(@Param('cohortId', { schema: Uuid }) cohortId: string, @Wie() wie: Aangemelde): Promise<Bord> {
    return this.cohorten.bord(cohortId, wie);
  }

  @Get(':cohortId/resultaten')
  @Recht('resultaten.lezen')
  @Operation({
    id: 'leesResultaten',
    audit: 'identiteiten',
    summary: 'Geeft de cijfers van een cohort: uitkomsten, en per stap wat er is gedaan.',
    answer: Resultaten,
    problems: [400, 404],
  })
  resultaten(@Param('cohortId', { schema: Uuid }) cohortId: string): Promise<Resultaten> {
    return this.cohorten.resultaten(cohortId);
  }

  @Post(':cohortId/start')
  @Recht('cohorten.beheren')
  @Operation({
    id: 'startCohort',
    audit: 'automatisch',
    summary: 'Start het cohort. Daarna ligt vast welke gemeenten meedoen.',
    answer: Uitgevoerd,
    problems: [400, 404, 409],
    command: true,
  })
  start(
    @Param('cohortId', { schema: Uuid }) cohortId: string,
    @IdempotencyKey() _kenmerk: string,
  ): Promise<Uitgevoerd> {
    return this.verloop.start(cohortId);
  }

  @Post(':cohortId/klok/volgend-moment')
  @Recht('cohorten.beheren')
  @Operation({
    id: 'gaNaarVolgendMoment',
    audit: 'automatisch',
    summary: 'Zet de oefenklok op het volgende moment waarop er iets gebeurt. Alleen bij een oefencohort.',
    answer: Uitgevoerd,
    problems: [400, 404, 409],
    command: true,
  })
  naarVolgendMoment(
    @Param('cohortId', { schema: Uuid }) cohortId: string,
    @IdempotencyKey() kenmerk: string,
  ): Promise<Uitgevoerd> {
    return this.verloop.naarVolgendMoment(cohortId, kenmerk);
  }
}
