import { Body, Controller, Delete, Get, Param, Post, Put, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  NieuwePasskey,
  Passkey,
  PasskeyLijst,
  PasskeyNaam,
  PasskeyVraag,
  Uuid,
} from '@maatwerktraject/contracts';
import type { Request, Response } from 'express';
import { Operation } from '../http/operation.decorator.js';
import type { Aangemelde } from '../toegang/aangemelde.js';
import { Bewijs, Recht, Wie } from '../toegang/recht.decorator.js';
import { PasskeyService } from './passkey.service.js';

@ApiTags('toegang')
@Controller('ik/passkeys')
@Recht('ik')
@Bewijs('mens')
export class PasskeyController {
  constructor(private readonly passkeys: PasskeyService) {}

  @Get()
  @Operation({
    id: 'leesPasskeys',
    summary: 'Geeft de passkeys waarmee u laat zien dat u het bent, na de link uit een mail.',
    answer: PasskeyLijst,
  })
  lijst(@Wie() wie: Aangemelde): Promise<PasskeyLijst> {
    return this.passkeys.lijst(wie);
  }

  @Post('vraag')
  @Operation({
    id: 'beginPasskey',
    // A question alone changes nothing; adding the passkey is a line.
    audit: 'geen',
    summary: 'Begint het toevoegen van een passkey: geeft de vraag voor de browser. Die geldt 5 minuten.',
    answer: PasskeyVraag,
    problems: [409],
  })
  begin(@Wie() wie: Aangemelde): Promise<PasskeyVraag> {
    return this.passkeys.begin(wie);
  }

  // No `Idempotency-Key`: the question is answered once, so the same answer adds nothing again.
  @Post()
  @Operation({
    id: 'voegPasskeyToe',
    audit: 'eigen',
    summary: 'Voegt de passkey toe die de browser maakte. Andere sessies zonder passkey eindigen.',
    answer: Passkey,
    status: 201,
    problems: [400, 409, 410],
  })
  voegToe(
    @Body({ schema: NieuwePasskey }) invoer: NieuwePasskey,
    @Wie() wie: Aangemelde,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Passkey> {
    return this.passkeys.voegToe(invoer, wie, request, response);
  }

  @Put(':passkeyId/naam')
  @Operation({
    id: 'hernoemPasskey',
    audit: 'eigen',
    summary: 'Geeft een passkey een andere naam.',
    status: 204,
    problems: [400, 404, 409],
  })
  hernoem(
    @Param('passkeyId', { schema: Uuid }) passkeyId: string,
    @Body({ schema: PasskeyNaam }) { naam }: PasskeyNaam,
    @Wie() wie: Aangemelde,
    @Req() request: Request,
  ): Promise<void> {
    return this.passkeys.hernoem(passkeyId, naam, wie, request);
  }

  @Delete(':passkeyId')
  @Operation({
    id: 'verwijderPasskey',
    audit: 'eigen',
    summary: 'Verwijdert een passkey. Was het de laatste, dan is de link uit een mail weer genoeg.',
    status: 204,
    problems: [400, 404, 409],
  })
  verwijder(
    @Param('passkeyId', { schema: Uuid }) passkeyId: string,
    @Wie() wie: Aangemelde,
    @Req() request: Request,
  ): Promise<void> {
    return this.passkeys.verwijder(passkeyId, wie, request);
  }
}
