import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Rustperiodes, RustperiodesInvoer, Uuid } from '@maatwerktraject/contracts';
import { IfMatch } from '../http/if-match.decorator.js';
import { Operation } from '../http/operation.decorator.js';
import type { Aangemelde } from '../toegang/aangemelde.js';
import { Recht, Wie } from '../toegang/recht.decorator.js';
import { RustperiodeService } from './rustperiode.service.js';

@ApiTags('cohorten')
@Controller('cohorten/:cohortId/rustperiodes')
export class RustperiodeController {
  constructor(private readonly rustperiodes: RustperiodeService) {}

  @Get()
  @Recht('cohorten.lezen')
  @Operation({
    id: 'leesRustperiodes',
    summary: 'Geeft de periodes waarin een cohort geen mail krijgt en niets klaar hoeft te zijn.',
    answer: Rustperiodes,
    problems: [400, 404],
    versioned: 'read',
  })
  lees(
    @Param('cohortId', { schema: Uuid }) cohortId: string,
    @Wie() { rol }: Aangemelde,
  ): Promise<Rustperiodes> {
    return this.rustperiodes.lees(cohortId, rol);
  }

  @Put()
  @Recht('cohorten.beheren')
  @Operation({
    id: 'wijzigRustperiodes',
    audit: 'automatisch',
    summary: 'Vervangt alle rustperiodes. Loopt het cohort al, dan schuiven dagen die erin vallen op.',
    answer: Rustperiodes,
    problems: [400, 404, 409],
    versioned: 'change',
  })
  wijzig(
    @Param('cohortId', { schema: Uuid }) cohortId: string,
    @Body({ schema: RustperiodesInvoer }) invoer: RustperiodesInvoer,
    @IfMatch() versie: number,
    @Wie() { rol }: Aangemelde,
  ): Promise<Rustperiodes> {
    return this.rustperiodes.wijzig(cohortId, invoer, versie, rol);
  }
}
