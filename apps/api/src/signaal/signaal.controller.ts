import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Signaal, SignaalBesluit, SignaalLijst, Uuid } from '@maatwerktraject/contracts';
import { Operation } from '../http/operation.decorator.js';
import { Recht } from '../toegang/recht.decorator.js';
import { SignaalService } from './signaal.service.js';

@ApiTags('signalen')
@Controller()
@Recht('trajecten.begeleiden')
export class SignaalController {
  constructor(private readonly signalen: SignaalService) {}

  @Get('cohorten/:cohortId/signalen')
  @Operation({
    id: 'leesSignalen',
    audit: 'inzage',
    summary: 'Geeft tekenen dat een traject vastloopt, de open signalen eerst.',
    answer: SignaalLijst,
    problems: [400, 404],
  })
  lijst(@Param('cohortId', { schema: Uuid }) cohortId: string): Promise<SignaalLijst> {
    return this.signalen.lijst(cohortId);
  }

  @Put('signalen/:signaalId/besluit')
  @Operation({
    id: 'besluitOverSignaal',
    audit: 'automatisch',
    summary: 'Bevestigt of verwerpt een signaal, met de oorzaken die de adviseur ziet.',
    answer: Signaal,
    problems: [400, 404],
  })
  besluit(
    @Param('signaalId', { schema: Uuid }) signaalId: string,
    @Body({ schema: SignaalBesluit }) invoer: SignaalBesluit,
  ): Promise<Signaal> {
    return this.signalen.besluit(signaalId, invoer);
  }
}
