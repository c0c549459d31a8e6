import { Body, Controller, Get, Param, Put, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  CohortLeider,
  LeiderKeuze,
  TrajectAdviseur,
  TrajectAdviseurKeuze,
  Uuid,
} from '@maatwerktraject/contracts';
import type { Request } from 'express';
import { Operation } from '../http/operation.decorator.js';
import { Recht } from '../toegang/recht.decorator.js';
import { BegeleidingService } from './begeleiding.service.js';

@ApiTags('toegang')
@Controller()
export class BegeleidingController {
  constructor(private readonly begeleiding: BegeleidingService) {}

  @Put('trajecten/:trajectId/adviseur')
  @Recht('trajecten.begeleiden')
  @Operation({
    id: 'kiesTrajectAdviseur',
    audit: 'eigen',
    summary:
      'Kiest welke adviseur van het cohort dit traject begeleidt. Mail voor de adviseur gaat dan daarheen.',
    answer: TrajectAdviseur,
    problems: [400, 404, 409],
  })
  kiesAdviseur(
    @Param('trajectId', { schema: Uuid }) trajectId: string,
    @Body({ schema: TrajectAdviseurKeuze }) { accountId }: TrajectAdviseurKeuze,
    @Req() request: Request,
  ): Promise<TrajectAdviseur> {
    return this.begeleiding.kiesAdviseur(trajectId, accountId, request);
  }

  @Get('cohorten/:cohortId/leider')
  @Recht('toegang.beheren')
  @Operation({
    id: 'leesLeider',
    summary: 'Geeft wie de leider van een cohort is: die krijgt mail als een taak lang te laat blijft.',
    answer: CohortLeider,
    problems: [400, 404],
  })
  leesLeider(@Param('cohortId', { schema: Uuid }) cohortId: string): Promise<CohortLeider> {
    return this.begeleiding.leesLeider(cohortId);
  }

  @Put('cohorten/:cohortId/leider')
  @Recht('toegang.beheren')
  @Operation({
    id: 'kiesLeider',
    audit: 'eigen',
    summary: 'Kiest de leider van een cohort, of dat er geen is.',
    answer: CohortLeider,
    problems: [400, 404, 409],
  })
  kiesLeider(
    @Param('cohortId', { schema: Uuid }) cohortId: string,
    @Body({ schema: LeiderKeuze }) { accountId }: LeiderKeuze,
    @Req() request: Request,
  ): Promise<CohortLeider> {
    return this.begeleiding.kiesLeider(cohortId, accountId, request);
  }
}
