import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  BerichtPagina,
  BerichtVraag,
  CheckInVerslag,
  GebeurtenisPagina,
  Paginering,
  Traject,
  TrajectPagina,
  TrajectVraag,
  Uitgevoerd,
  UitkomstInvoer,
  Uuid,
} from '@maatwerktraject/contracts';
import { z } from 'zod';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { Operation } from '../http/operation.decorator.js';
import type { Aangemelde } from '../toegang/aangemelde.js';
import { Recht, Wie } from '../toegang/recht.decorator.js';
import { TrajectOpdrachtService } from './traject.opdracht.service.js';
import { TrajectService } from './traject.service.js';

const Sleutel = z.string().min(1).max(60);

@ApiTags('trajecten')
@Controller('trajecten')
export class TrajectController {
  constructor(
    private readonly trajecten: TrajectService,
    private readonly opdrachten: TrajectOpdrachtService,
  ) {}

  @Get()
  @Recht('trajecten.lezen')
  @Operation({
    id: 'leesTrajecten',
    audit: 'inzage',
    summary: 'Geeft trajecten met stap, open taken en taken die te laat zijn.',
    answer: TrajectPagina,
    problems: [400],
  })
  lijst(@Query({ schema: TrajectVraag }) vraag: TrajectVraag): Promise<TrajectPagina> {
    return this.trajecten.lijst(vraag);
  }

  @Get(':trajectId')
  @Recht('trajecten.lezen')
  @Operation({
    id: 'leesTraject',
    audit: 'inzage',
    summary: 'Geeft één traject met stappen, taken en gesprekken.',
    answer: Traject,
    problems: [400, 404],
  })
  lees(@Param('trajectId', { schema: Uuid }) trajectId: string, @Wie() wie: Aangemelde): Promise<Traject> {
    return this.trajecten.lees(trajectId, wie);
  }

  @Get(':trajectId/gebeurtenissen')
  @Recht('logboek.lezen')
  @Operation({
    id: 'leesGebeurtenissen',
    summary: 'Geeft wat er in een traject is gebeurd, het oudste eerst.',
    answer: GebeurtenisPagina,
    problems: [400, 404],
  })
  gebeurtenissen(
    @Param('trajectId', { schema: Uuid }) trajectId: string,
    @Query({ schema: Paginering }) vraag: Paginering,
  ): Promise<GebeurtenisPagina> {
    return this.trajecten.gebeurtenissen(trajectId, vraag);
  }

  @Get(':trajectId/berichten')
  @Recht('logboek.lezen')
  @Operation({
    id: 'leesBerichten',
    summary: 'Geeft de mails van een traject: aan wie, wanneer, en waarom wel of niet verzonden.',
    answer: BerichtPagina,
    problems: [400, 404],
  })
  berichten(
    @Param('trajectId', { schema: Uuid }) trajectId: string,
    @Query({ schema: BerichtVraag }) vraag: BerichtVraag,
  ): Promise<BerichtPagina> {
    return this.trajecten.berichten(trajectId, vraag);
  }

  @Post(':trajectId/stappen/:stap/goedkeuring')
  @Recht('trajecten.begeleiden')
  @Operation({
    id: 'keurStapGoed',
    audit: 'automatisch',
    summary: 'Keurt een stap goed. Daarna begint de volgende stap.',
    answer: Uitgevoerd,
    problems: [400, 404, 409],
    command: true,
  })
  keurGoed(
    @Param('trajectId', { schema: Uuid }) trajectId: string,
    @Param('stap', { schema: Sleutel }) stap: string,
    @Wie() { accountId }: Aangemelde,
    @IdempotencyKey() kenmerk: string,
  ): Promise<Uitgevoerd> {
    return this.opdrachten.keurStapGoed(trajectId, stap, accountId, kenmerk);
  }

  @Post(':trajectId/check-ins/:sleutel/verslag')
  @Recht('trajecten.begeleiden')
  @Operation({
    id: 'legCheckInVast',
    audit: 'automatisch',
    summary: 'Legt vast of een gesprek is gehouden, wanneer, en wat er is besproken.',
    answer: Uitgevoerd,
    problems: [400, 404, 409],
    command: true,
  })
  legVast(
    @Param('trajectId', { schema: Uuid }) trajectId: string,
    @Param('sleutel', { schema: Sleutel }) sleutel: string,
    @Body({ schema: CheckInVerslag }) invoer: CheckInVerslag,
    @IdempotencyKey() kenmerk: string,
  ): Promise<Uitgevoerd> {
    return this.opdrachten.legCheckInVast(trajectId, sleutel, invoer, kenmerk);
  }

  @Put(':trajectId/uitkomst')
  @Recht('trajecten.begeleiden')
  @Operation({
    id: 'legUitkomstVast',
    audit: 'automatisch',
    summary: 'Legt de uitkomst van het traject vast.',
    answer: Uitgevoerd,
    problems: [400, 404, 409],
    command: true,
  })
  legUitkomstVast(
    @Param('trajectId', { schema: Uuid }) trajectId: string,
    @Body({ schema: UitkomstInvoer }) invoer: UitkomstInvoer,
    @IdempotencyKey() kenmerk: string,
  ): Promise<Uitgevoerd> {
    return this.opdrachten.legUitkomstVast(trajectId, invoer, kenmerk);
  }
}
