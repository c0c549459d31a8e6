import { Body, Controller, Delete, Get, Param, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  DiensttokenPagina,
  GegevenDiensttoken,
  NieuwDiensttoken,
  Paginering,
  Uuid,
} from '@maatwerktraject/contracts';
import type { Request } from 'express';
import { refuseIdempotencyKey } from '../http/idempotency-key.decorator.js';
import { Operation } from '../http/operation.decorator.js';
import { Recht } from '../toegang/recht.decorator.js';
import { DiensttokenService } from './diensttoken.service.js';

@ApiTags('accounts')
@Controller('accounts/:accountId/diensttokens')
@Recht('accounts.beheren')
export class DiensttokenController {
  constructor(private readonly tokens: DiensttokenService) {}

  @Get()
  @Operation({
    id: 'leesDiensttokens',
    summary: 'Geeft de tokens van een dienst, het nieuwste eerst. De sleutels zelf staan er niet bij.',
    answer: DiensttokenPagina,
    problems: [400, 404],
  })
  lijst(
    @Param('accountId', { schema: Uuid }) accountId: string,
    @Query({ schema: Paginering }) vraag: Paginering,
  ): Promise<DiensttokenPagina> {
    return this.tokens.lijst(accountId, vraag);
  }

  // No command with a key: an answer that is kept to give again would keep the secret.
  @Post()
  @Operation({
    id: 'geefDiensttoken',
    summary:
      'Maakt een token voor een dienst. U ziet het alleen in dit antwoord. Stuur geen `Idempotency-Key` mee.',
    answer: GegevenDiensttoken,
    status: 201,
    problems: [404, 409],
    audit: 'eigen',
  })
  geef(
    @Param('accountId', { schema: Uuid }) accountId: string,
    @Body({ schema: NieuwDiensttoken }) invoer: NieuwDiensttoken,
    @Req() request: Request,
  ): Promise<GegevenDiensttoken> {
    refuseIdempotencyKey(
      request,
      'Een token geven wij één keer. Stuur hier geen kenmerk mee. Kreeg u geen antwoord? Trek het token in en maak een nieuw.',
    );
    return this.tokens.geef(accountId, invoer, request);
  }

  @Delete(':tokenId')
  @Operation({
    id: 'trekDiensttokenIn',
    summary: 'Trekt een token in. Het werkt meteen niet meer.',
    status: 204,
    problems: [404],
    audit: 'eigen',
  })
  trekIn(
    @Param('accountId', { schema: Uuid }) accountId: string,
    @Param('tokenId', { schema: Uuid }) tokenId: string,
    @Req() request: Request,
  ): Promise<void> {
    return this.tokens.trekIn(accountId, tokenId, request);
  }
}
