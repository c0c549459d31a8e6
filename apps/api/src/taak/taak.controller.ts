import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  Concept,
  ConceptBewaard,
  ConceptInvoer,
  Inzending,
  Taak,
  Uitgevoerd,
} from '@maatwerktraject/contracts';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { Operation } from '../http/operation.decorator.js';
import type { Aangemelde } from '../toegang/aangemelde.js';
import { Recht, Wie } from '../toegang/recht.decorator.js';
import { TaakId } from './taak.id.js';
import { TaakService } from './taak.service.js';

@ApiTags('taken')
@Controller('taken/:taakId')
export class TaakController {
  constructor(private readonly taken: TaakService) {}

  @Get()
  @Recht('taken.lezen')
  @Operation({
    id: 'leesTaak',
    audit: 'inzage',
    summary: 'Geeft één taak met de vragen en wat er al is ingevuld.',
    answer: Taak,
    problems: [400, 404],
  })
  lees(@Param('taakId', { schema: TaakId }) taakId: string, @Wie() wie: Aangemelde): Promise<Taak> {
    return this.taken.lees(taakId, wie);
  }

  @Get('concept')
  @Recht('taken.lezen')
  @Operation({
    id: 'leesConcept',
    audit: 'inzage',
    summary: 'Geeft wat er tot nu toe is ingevuld, met een `ETag` om het te wijzigen.',
    answer: Concept,
    problems: [404],
    versioned: 'read',
  })
  leesConcept(@Param('taakId', { schema: TaakId }) taakId: string): Promise<Concept> {
    return this.taken.leesConcept(taakId);
  }

  @Put('concept')
  @Recht('taken.invullen')
  @Operation({
    id: 'bewaarConcept',
    // A draft is kept every few seconds; what counts is handing it in.
    audit: 'geen',
    summary: 'Bewaart wat er tot nu toe is ingevuld.',
    answer: ConceptBewaard,
    problems: [400, 404, 409],
    versioned: 'change',
  })
  bewaar(
    @Param('taakId', { schema: TaakId }) taakId: string,
    @Body({ schema: ConceptInvoer }) invoer: ConceptInvoer,
    @Wie() wie: Aangemelde,
    @IfMatch() versie: number,
  ): Promise<ConceptBewaard> {
    return this.taken.bewaar(taakId, { ...invoer, versie }, wie);
  }

  @Post('inzending')
  @Recht('taken.invullen')
  @Operation({
    id: 'dienTaakIn',
    audit: 'automatisch',
    summary: 'Dient een taak in. Daarna kan zij alleen nog worden gewijzigd als zij wordt teruggestuurd.',
    answer: Uitgevoerd,
    problems: [400, 404, 409],
    command: true,
  })
  dienIn(
    @Param('taakId', { schema: TaakId }) taakId: string,
    @Body({ schema: Inzending }) invoer: Inzending,
    @Wie() wie: Aangemelde,
    @IdempotencyKey() kenmerk: string,
  ): Promise<Uitgevoerd> {
    return this.taken.dienIn(taakId, invoer, wie, kenmerk);
  }
}
