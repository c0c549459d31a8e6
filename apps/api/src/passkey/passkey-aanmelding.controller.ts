import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Aangemeld, PasskeyBewijs, PasskeyVraag } from '@maatwerktraject/contracts';
import type { Request, Response } from 'express';
import { AanmeldLimiet } from '../aanmelden/aanmeld.limiet.js';
import { Operation } from '../http/operation.decorator.js';
import { Openbaar } from '../toegang/recht.decorator.js';
import { leesCookie, TWEEDE_FACTOR_COOKIE, wisCookie } from '../toegang/sessie.cookie.js';
import { SessieService } from '../toegang/sessie.service.js';
import { TweedeFactorService } from './tweede-factor.service.js';

/** The second step of logging in, for who has a passkey. The cookie of the first step gives nothing else. */
@ApiTags('aanmelden')
@Controller('aanmelding/passkey')
@Openbaar()
export class PasskeyAanmeldingController {
  constructor(
    private readonly tweedeFactor: TweedeFactorService,
    private readonly sessies: SessieService,
    private readonly limiet: AanmeldLimiet,
  ) {}

  @Post('vraag')
  @Operation({
    id: 'vraagPasskey',
    // The link that came before and the answer that comes after are lines.
    audit: 'geen',
    summary: 'Geeft de vraag waarop een passkey antwoordt, aan wie net een link gebruikte.',
    answer: PasskeyVraag,
    problems: [403, 409, 410],
  })
  vraag(@Req() request: Request): Promise<PasskeyVraag> {
    // Not counted: it proves nothing, and takes the proof of a link that was.
    return this.tweedeFactor.stelVraag(leesCookie(request, TWEEDE_FACTOR_COOKIE));
  }

  @Post()
  @Operation({
    id: 'toonPasskey',
    audit: 'eigen',
    summary: 'Meldt aan met het antwoord van een passkey, na de link.',
    answer: Aangemeld,
    problems: [400, 403, 409, 410, 429],
  })
  async toon(
    @Body({ schema: PasskeyBewijs }) { antwoord }: PasskeyBewijs,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Aangemeld> {
    await this.limiet.telAdres(request);
    const sleutel = leesCookie(request, TWEEDE_FACTOR_COOKIE);
    const naar = await this.tweedeFactor.voltooi(sleutel, antwoord, request, (accountId, mits) =>
      this.sessies.begin({ accountId, via: 'link', meerdereFactoren: true }, request, response, mits),
    );
    // Only who is refused counts again: an office shares one place.
    await this.limiet.telAdresTerug(request);
    wisCookie(response, TWEEDE_FACTOR_COOKIE);
    return { naar, nogNodig: null };
  }
}
