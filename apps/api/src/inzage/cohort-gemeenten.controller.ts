import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { GemeenteLijst, Uuid } from '@maatwerktraject/contracts';
import { Operation } from '../http/operation.decorator.js';
import { Recht } from '../toegang/recht.decorator.js';
import { InzageService } from './inzage.service.js';

/** Of which gemeenten an inzage can be asked. Their names alone: nothing of their trajecten. */
@ApiTags('inzagen')
@Controller('cohorten/:cohortId/gemeenten')
@Recht('inzage.vragen')
export class CohortGemeentenController {
  constructor(private readonly inzagen: InzageService) {}

  @Get()
  @Operation({
    id: 'leesCohortGemeenten',
    summary: 'Geeft de gemeenten van een cohort op naam, om er een te kiezen voor inzage.',
    answer: GemeenteLijst,
    problems: [404],
  })
  lijst(@Param('cohortId', { schema: Uuid }) cohortId: string): Promise<GemeenteLijst> {
    return this.inzagen.gemeenten(cohortId);
  }
}
