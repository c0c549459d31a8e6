import { Body, Controller, Get, Post, Put, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  MijnGegevens,
  NaamWijziging,
  Wissingsverzoek,
  WissingsverzoekInvoer,
} from '@maatwerktraject/contracts';
import type { Request } from 'express';
import { Operation } from '../http/operation.decorator.js';
import type { Aangemelde } from '../toegang/aangemelde.js';
import { Bewijs, Recht, Wie } from '../toegang/recht.decorator.js';
import { PrivacyService } from './privacy.service.js';

@ApiTags('privacy')
@Controller('ik')
// Who reads somebody's mail must not learn all about him by it, nor speak for him.
@Bewijs('sterkste')
@Recht('ik')
export class MijnGegevensController {
  constructor(private readonly privacy: PrivacyService) {}

  @Get('gegevens')
  @Operation({
    id: 'leesMijnGegevens',
    summary: 'Geeft alles wat het systeem over u bewaart, waarom, hoe lang en wie het ziet.',
    answer: MijnGegevens,
    audit: 'eigen',
  })
  gegevens(@Req() request: Request): Promise<MijnGegevens> {
    return this.privacy.gegevens(request);
  }

  @Put('naam')
  @Operation({
    id: 'wijzigMijnNaam',
    summary: 'Verbetert uw naam, ook bij de trajecten waar u contactpersoon bent.',
    status: 204,
    audit: 'eigen',
  })
  naam(
    @Body({ schema: NaamWijziging }) { naam }: NaamWijziging,
    @Wie() wie: Aangemelde,
    @Req() request: Request,
  ): Promise<void> {
    return this.privacy.wijzigNaam(wie, naam, request);
  }

  // No `Idempotency-Key`: there is one open request a person, and asking again gives that one.
  @Post('wissing')
  @Operation({
    id: 'vraagWissing',
    summary: 'Vraagt de beheerder om uw gegevens te wissen. U krijgt binnen een maand antwoord.',
    answer: Wissingsverzoek,
    status: 201,
    audit: 'eigen',
    problems: [409],
  })
  wissing(
    @Body({ schema: WissingsverzoekInvoer }) { reden }: WissingsverzoekInvoer,
    @Wie() wie: Aangemelde,
    @Req() request: Request,
  ): Promise<Wissingsverzoek> {
    return this.privacy.vraagWissing(wie, reden, request);
  }
}
