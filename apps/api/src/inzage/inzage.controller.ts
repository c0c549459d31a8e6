import { Body, Controller, Delete, Get, Param, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Inzage, InzagePagina, NieuweInzage, Paginering, Uuid } from '@maatwerktraject/contracts';
import type { Request } from 'express';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { Operation } from '../http/operation.decorator.js';
import { Recht } from '../toegang/recht.decorator.js';
import { InzageService } from './inzage.service.js';

@ApiTags('inzagen')
@Controller('inzagen')
@Recht('inzage.vragen')
export class InzageController {
  constructor(private readonly inzagen: InzageService) {}

  @Get()
  @Operation({
    id: 'leesInzagen',
    summary: 'Geeft welke beheerder wanneer welk traject mocht lezen en waarom, de nieuwste eerst.',
    answer: InzagePagina,
    problems: [400],
  })
  lijst(@Query({ schema: Paginering }) vraag: Paginering): Promise<InzagePagina> {
    return this.inzagen.lijst(vraag);
  }

  @Post()
  @Operation({
    id: 'vraagInzage',
    summary: 'Laat u één traject lezen, voor een paar uur en met een reden. Wijzigen kan niet.',
    answer: Inzage,
    status: 201,
    problems: [404],
    command: true,
    audit: 'eigen',
  })
  vraag(
    @Body({ schema: NieuweInzage }) invoer: NieuweInzage,
    @IdempotencyKey() kenmerk: string,
    @Req() request: Request,
  ): Promise<Inzage> {
    return this.inzagen.vraag(invoer, kenmerk, request);
  }

  @Delete(':inzageId')
  @Operation({
    id: 'beeindigInzage',
    summary: 'Beëindigt een inzage van uzelf.',
    status: 204,
    problems: [404],
    audit: 'eigen',
  })
  beeindig(@Param('inzageId', { schema: Uuid }) inzageId: string, @Req() request: Request): Promise<void> {
    return this.inzagen.beeindig(inzageId, request);
  }
}
