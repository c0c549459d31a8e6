import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Aangemeld, LinkGebruik, LinkGevraagd, LinkVraag } from '@maatwerktraject/contracts';
import type { Request, Response } from 'express';
import { Operation } from '../http/operation.decorator.js';
import { TweedeFactorService } from '../passkey/tweede-factor.service.js';
import { Openbaar } from '../toegang/recht.decorator.js';
import { TWEEDE_FACTOR_COOKIE, zetCookie } from '../toegang/sessie.cookie.js';
import { SessieService } from '../toegang/sessie.service.js';
import { AanmeldLimiet } from './aanmeld.limiet.js';
import { AanmeldlinkService, GELDIG_MINUTEN } from './aanmeldlink.service.js';

/** The page of the web app that asks for a passkey. */
const PASSKEY_PAGINA = '/aanmelden/passkey';

@ApiTags('aanmelden')
@Controller('aanmeldlinks')
@Openbaar()
export class AanmeldlinkController {
  constructor(
    private readonly links: AanmeldlinkService,
    private readonly sessies: SessieService,
    private readonly tweedeFactor: TweedeFactorService,
    private readonly limiet: AanmeldLimiet,
  ) {}

  @Post()
  @Operation({
    id: 'vraagAanmeldlink',
    // Nobody is known yet; the link itself is a row, and logging in with it is a line.
    audit: 'geen',
    summary:
      'Stuurt een contactpersoon een link om zich aan te melden. Het antwoord is voor elk adres gelijk.',
    answer: LinkGevraagd,
    status: 202,
    problems: [400, 403, 429],
  })
  async vraag(
    @Body({ schema: LinkVraag }) invoer: LinkVraag,
    @Req() request: Request,
  ): Promise<LinkGevraagd> {
    await this.limiet.telAdres(request);
    await this.limiet.telEmail(invoer.email, request);
    await this.links.vraag(invoer);
    return {
      zin: `Is dit adres bij ons bekend? Dan krijgt u binnen een paar minuten een mail met een link. De link werkt ${String(GELDIG_MINUTEN)} minuten.`,
      geldigMinuten: GELDIG_MINUTEN,
    };
  }

  @Post('gebruik')
  @Operation({
    id: 'gebruikAanmeldlink',
    audit: 'eigen',
    summary: 'Meldt aan met de sleutel uit een link. Wie een passkey heeft, moet die daarna nog laten zien.',
    answer: Aangemeld,
    problems: [400, 403, 410, 429],
  })
  async gebruik(
    @Body({ schema: LinkGebruik }) { sleutel }: LinkGebruik,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Aangemeld> {
    await this.limiet.telAdres(request);
    const { accountId, naar } = await this.links.gebruik(sleutel);
    const volgende = await this.tweedeFactor.vraagNa(accountId, naar, request);
    if (volgende !== null) {
      zetCookie(response, TWEEDE_FACTOR_COOKIE, volgende);
      return { naar: PASSKEY_PAGINA, nogNodig: 'passkey' };
    }
    await this.sessies.begin({ accountId, via: 'link', meerdereFactoren: false }, request, response);
    return { naar, nogNodig: null };
  }
}
