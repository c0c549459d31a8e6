import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AanwezigheidInvoer,
  Groepssessie,
  GroepssessieLijst,
  GroepssessieWijziging,
  NieuweGroepssessie,
  Uuid,
} from '@maatwerktraject/contracts';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { Operation } from '../http/operation.decorator.js';
import type { Aangemelde } from '../toegang/aangemelde.js';
import { Recht, Wie } from '../toegang/recht.decorator.js';
import { AanwezigheidService } from './aanwezigheid.service.js';
import { GroepssessieService } from './groepssessie.service.js';

@ApiTags('bijeenkomsten')
@Controller('cohorten/:cohortId/groepssessies')
export class GroepssessieController {
  constructor(
    private readonly sessies: GroepssessieService,
    private readonly aanwezigheid: AanwezigheidService,
  ) {}

  @Get()
  @Recht('bijeenkomsten.lezen')
  @Operation({
    id: 'leesGroepssessies',
    audit: 'identiteiten',
    summary: 'Geeft de groepssessies van een cohort met de genodigden.',
    answer: GroepssessieLijst,
    problems: [400, 404],
  })
  lijst(
    @Param('cohortId', { schema: Uuid }) cohortId: string,
    @Wie() wie: Aangemelde,
  ): Promise<GroepssessieLijst> {
    return this.sessies.lijst(cohortId, wie);
  }

  @Post()
  @Recht('bijeenkomsten.plannen')
  @Operation({
    id: 'planGroepssessie',
    audit: 'automatisch',
    summary: 'Plant een groepssessie. De genodigden krijgen meteen een uitnodiging voor hun agenda.',
    answer: Groepssessie,
    status: 201,
    problems: [400, 404, 409],
    command: true,
  })
  plan(
    @Param('cohortId', { schema: Uuid }) cohortId: string,
    @Body({ schema: NieuweGroepssessie }) invoer: NieuweGroepssessie,
    @IdempotencyKey() kenmerk: string,
    @Wie() wie: Aangemelde,
  ): Promise<Groepssessie> {
    return this.sessies.plan(cohortId, invoer, kenmerk, wie);
  }

  @Get(':bijeenkomstId')
  @Recht('bijeenkomsten.lezen')
  @Operation({
    id: 'leesGroepssessie',
    audit: 'identiteiten',
    summary: 'Geeft één groepssessie.',
    answer: Groepssessie,
    problems: [400, 404],
    versioned: 'read',
  })
  lees(
    @Param('cohortId', { schema: Uuid }) cohortId: string,
    @Param('bijeenkomstId', { schema: Uuid }) bijeenkomstId: string,
    @Wie() wie: Aangemelde,
  ): Promise<Groepssessie> {
    return this.sessies.lees(cohortId, bijeenkomstId, wie);
  }

  @Put(':bijeenkomstId')
  @Recht('bijeenkomsten.leiden')
  @Operation({
    id: 'wijzigGroepssessie',
    audit: 'automatisch',
    summary: 'Wijzigt een groepssessie die nog niet is begonnen. Wie het aangaat, krijgt daar een mail over.',
    answer: Groepssessie,
    problems: [400, 404, 409],
    versioned: 'change',
  })
  wijzig(
    @Param('cohortId', { schema: Uuid }) cohortId: string,
    @Param('bijeenkomstId', { schema: Uuid }) bijeenkomstId: string,
    @Body({ schema: GroepssessieWijziging }) invoer: GroepssessieWijziging,
    @IfMatch() versie: number,
    @Wie() wie: Aangemelde,
  ): Promise<Groepssessie> {
    return this.sessies.wijzig(cohortId, bijeenkomstId, invoer, versie, wie);
  }

  @Post(':bijeenkomstId/afzegging')
  @Recht('bijeenkomsten.leiden')
  @Operation({
    id: 'zegGroepssessieAf',
    audit: 'automatisch',
    summary: 'Zegt een groepssessie af. De genodigden krijgen een mail die haar uit hun agenda haalt.',
    answer: Groepssessie,
    problems: [400, 404, 409],
    versioned: 'change',
  })
  zegAf(
    @Param('cohortId', { schema: Uuid }) cohortId: string,
    @Param('bijeenkomstId', { schema: Uuid }) bijeenkomstId: string,
    @IfMatch() versie: number,
    @Wie() wie: Aangemelde,
  ): Promise<Groepssessie> {
    return this.sessies.zegAf(cohortId, bijeenkomstId, versie, wie);
  }

  @Put(':bijeenkomstId/aanwezigheid')
  @Recht('bijeenkomsten.leiden')
  @Operation({
    id: 'legAanwezigheidVast',
    audit: 'automatisch',
    summary: 'Legt vast wie er bij een groepssessie waren, en wat er is besproken.',
    answer: Groepssessie,
    problems: [400, 404, 409],
    versioned: 'change',
  })
  legVast(
    @Param('cohortId', { schema: Uuid }) cohortId: string,
    @Param('bijeenkomstId', { schema: Uuid }) bijeenkomstId: string,
    @Body({ schema: AanwezigheidInvoer }) invoer: AanwezigheidInvoer,
    @IfMatch() versie: number,
    @Wie() wie: Aangemelde,
  ): Promise<Groepssessie> {
    return this.aanwezigheid.legVast(cohortId, bijeenkomstId, invoer, versie, wie);
  }
}
