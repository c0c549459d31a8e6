import { Body, Controller, Get, Param, Put, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AdviseurKeuze, CohortAdviseur, Uuid } from '@maatwerktraject/contracts';
import type { Request } from 'express';
import { IfMatch } from '../http/if-match.decorator.js';
import { Operation } from '../http/operation.decorator.js';
import type { Aangemelde } from '../toegang/aangemelde.js';
import { Recht, Wie } from '../toegang/recht.decorator.js';
import { AdviseurService } from './adviseur.service.js';

@ApiTags('toegang')
@Controller('cohorten/:cohortId/adviseur')
@Recht('toegang.beheren')
export class AdviseurController {
  constructor(private readonly adviseurs: AdviseurService) {}

  @Get()
  @Operation({
    id: 'leesAdviseur',
    summary: 'Geeft welke adviseur in de mails van een cohort staat.',
    answer: CohortAdviseur,
    problems: [404],
    versioned: 'read',
  })
  lees(@Param('cohortId', { schema: Uuid }) cohortId: string): Promise<CohortAdviseur> {
    return this.adviseurs.lees(cohortId);
  }

  @Put()
  @Operation({
    id: 'wisselAdviseur',
    summary: 'Zet een andere adviseur in de mails van een cohort. Dit geldt vanaf de volgende mail.',
    answer: CohortAdviseur,
    problems: [404, 409],
    versioned: 'change',
    audit: 'eigen',
  })
  wissel(
    @Param('cohortId', { schema: Uuid }) cohortId: string,
    @Body({ schema: AdviseurKeuze }) { accountId }: AdviseurKeuze,
    @IfMatch() versie: number,
    @Wie() wie: Aangemelde,
    @Req() request: Request,
  ): Promise<CohortAdviseur> {
    return this.adviseurs.wissel(cohortId, accountId, versie, wie, request);
  }
}
