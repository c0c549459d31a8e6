import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AdresprobleemLijst,
  AdresprobleemOplossing,
  BerichtBesluit,
  BerichtDetail,
  Uuid,
} from '@maatwerktraject/contracts';
import type { Request } from 'express';
import { Operation } from '../http/operation.decorator.js';
import { Recht } from '../toegang/recht.decorator.js';
import { BezorgingService } from './bezorging.service.js';

@ApiTags('bezorging')
@Controller('trajecten/:trajectId')
export class BezorgingController {
  constructor(private readonly bezorging: BezorgingService) {}

  @Get('berichten/:berichtId')
  @Recht('logboek.lezen')
  @Operation({
    id: 'leesBericht',
    summary: 'Geeft één mail: waarom zij wel of niet is verzonden, met elke poging.',
    answer: BerichtDetail,
    problems: [400, 404],
  })
  lees(
    @Param('trajectId', { schema: Uuid }) trajectId: string,
    @Param('berichtId', { schema: Uuid }) berichtId: string,
  ): Promise<BerichtDetail> {
    return this.bezorging.lees(trajectId, berichtId);
  }

  @Post('berichten/:berichtId/besluit')
  @Recht('trajecten.begeleiden')
  @Operation({
    id: 'besluitOverBericht',
    audit: 'eigen',
    summary: 'Legt vast dat een mail is aangekomen, of laat haar opnieuw versturen.',
    answer: BerichtDetail,
    problems: [400, 404, 409],
  })
  besluit(
    @Param('trajectId', { schema: Uuid }) trajectId: string,
    @Param('berichtId', { schema: Uuid }) berichtId: string,
    @Body({ schema: BerichtBesluit }) invoer: BerichtBesluit,
    @Req() request: Request,
  ): Promise<BerichtDetail> {
    return this.bezorging.besluit(trajectId, berichtId, invoer, request);
  }

  @Get('adresproblemen')
  @Recht('logboek.lezen')
  @Operation({
    id: 'leesAdresproblemen',
    summary: 'Geeft welke adressen van een traject niet werken, en hoeveel mails aandacht vragen.',
    answer: AdresprobleemLijst,
    problems: [400, 404],
  })
  adresproblemen(@Param('trajectId', { schema: Uuid }) trajectId: string): Promise<AdresprobleemLijst> {
    return this.bezorging.adresproblemen(trajectId);
  }

  @Post('adresproblemen/:adresprobleemId/oplossing')
  @Recht('trajecten.begeleiden')
  @Operation({
    id: 'losAdresprobleemOp',
    audit: 'eigen',
    summary: 'Zegt dat een adres weer werkt. Mail die wachtte, gaat alsnog weg als zij nog klopt.',
    answer: AdresprobleemLijst,
    problems: [400, 404, 409],
  })
  losOp(
    @Param('trajectId', { schema: Uuid }) trajectId: string,
    @Param('adresprobleemId', { schema: Uuid }) adresprobleemId: string,
    @Body({ schema: AdresprobleemOplossing }) invoer: AdresprobleemOplossing,
    @Req() request: Request,
  ): Promise<AdresprobleemLijst> {
    return this.bezorging.losOp(trajectId, adresprobleemId, invoer, request);
  }
}
