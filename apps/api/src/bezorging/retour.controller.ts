import { Body, Controller, Post, Req } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { RetourUitkomst } from '@maatwerktraject/contracts';
import type { Request } from 'express';
import { Takes } from '../http/media-type.interceptor.js';
import { Operation } from '../http/operation.decorator.js';
import { Recht } from '../toegang/recht.decorator.js';
import { RetourService } from './retour.service.js';

const VOORBEELD = [
  'Content-Type: multipart/report; report-type=delivery-status; boundary=deel',
  '',
  '--deel',
  'Content-Type: message/delivery-status',
  '',
  'Reporting-MTA: dns; mail.enschede.example',
  '',
  'Final-Recipient: rfc822; k.deboer@enschede.example',
  'Action: failed',
  'Status: 5.1.1',
  'Diagnostic-Code: smtp; 550 5.1.1 User unknown',
  '',
  '--deel',
  'Content-Type: text/rfc822-headers',
  '',
  'Message-ID: <c2b8e6a4@maatwerktraject.example>',
  '',
  '--deel--',
].join('\r\n');

@ApiTags('bezorging')
@Controller('retourmeldingen')
export class RetourController {
  constructor(private readonly retouren: RetourService) {}

  @Post()
  @Recht('retourmeldingen.melden')
  @Takes('message/rfc822')
  @ApiBody({
    required: true,
    description:
      'Het hele bericht waarmee een mailserver meldt dat een mail niet aankwam (RFC 3464), niet groter dan 256 kB.',
    schema: { type: 'string', example: VOORBEELD },
  })
  @Operation({
    id: 'meldRetour',
    audit: 'eigen',
    summary: 'Neemt aan dat een mail niet is aangekomen, zoals een mailserver dat meldt.',
    answer: RetourUitkomst,
    problems: [404, 413, 422],
  })
  meld(@Body() bericht: unknown, @Req() request: Request): Promise<RetourUitkomst> {
    return this.retouren.meld(bericht, request);
  }
}
