import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { Deelnemer, DeelnemerLijst, NieuweDeelnemer, Uuid } from '@maatwerktraject/contracts';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { Takes } from '../http/media-type.interceptor.js';
import { Operation } from '../http/operation.decorator.js';
import { Recht } from '../toegang/recht.decorator.js';
import { DeelnemerService } from './deelnemer.service.js';

@ApiTags('deelnemers')
@Controller('cohorten/:cohortId/deelnemers')
export class DeelnemerController {
  constructor(private readonly deelnemers: DeelnemerService) {}

  @Get()
  @Recht('deelnemers.lezen')
  @Operation({
    id: 'leesDeelnemers',
    summary: 'Geeft de gemeenten van een cohort met hun contactpersonen.',
    answer: DeelnemerLijst,
    problems: [400, 404],
  })
  lijst(@Param('cohortId', { schema: Uuid }) cohortId: string): Promise<DeelnemerLijst> {
    return this.deelnemers.lijst(cohortId);
  }

  @Post()
  @Recht('deelnemers.beheren')
  @Operation({
    id: 'voegDeelnemerToe',
    audit: 'automatisch',
    summary:
      'Voegt een gemeente met contactpersonen toe. In een cohort dat al loopt met een eigen startdatum.',
    answer: Deelnemer,
    status: 201,
    problems: [400, 404, 409],
    command: true,
  })
  voegToe(
    @Param('cohortId', { schema: Uuid }) cohortId: string,
    @Body({ schema: NieuweDeelnemer }) invoer: NieuweDeelnemer,
    @IdempotencyKey() _kenmerk: string,
  ): Promise<Deelnemer> {
    return this.deelnemers.voegToe(cohortId, invoer);
  }

  @Post('csv')
  @Recht('deelnemers.beheren')
  @Takes('text/csv', 'application/csv')
  @ApiBody({
    required: true,
    description:
      'Eerste regel: gemeentecode,naam,email,niveau,hoofdcontact. Ook met puntkomma. Een fout in één regel weigert het hele bestand.',
    schema: {
      type: 'string',
      example:
        'gemeentecode,naam,email,niveau,hoofdcontact\nGM0153,Kim de Boer,k.deboer@enschede.example,beleid,ja',
    },
  })
  @Operation({
    id: 'laadDeelnemersCsv',
    audit: 'automatisch',
    summary: 'Voegt gemeenten toe uit een CSV-bestand: helemaal, of bij een fout helemaal niet.',
    answer: DeelnemerLijst,
    status: 201,
    problems: [400, 404, 409, 413],
    command: true,
  })
  laadCsv(
    @Param('cohortId', { schema: Uuid }) cohortId: string,
    @Body() bestand: unknown,
    @IdempotencyKey() _kenmerk: string,
  ): Promise<DeelnemerLijst> {
    return this.deelnemers.laadCsv(cohortId, bestand);
  }

  @Delete(':trajectId')
  @Recht('deelnemers.beheren')
  @Operation({
    id: 'haalDeelnemerWeg',
    audit: 'automatisch',
    summary: 'Haalt een gemeente weg uit een cohort dat nog niet is gestart.',
    status: 204,
    problems: [400, 404, 409],
  })
  haalWeg(
    @Param('cohortId', { schema: Uuid }) cohortId: string,
    @Param('trajectId', { schema: Uuid }) trajectId: string,
  ): Promise<void> {
    return this.deelnemers.haalWeg(cohortId, trajectId);
  }
}
