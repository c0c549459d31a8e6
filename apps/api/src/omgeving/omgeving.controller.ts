import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Omgeving } from '@maatwerktraject/contracts';
import { SECURITY_TXT_PATH } from '../http/security-txt.js';
import { Operation } from '../http/operation.decorator.js';
import { SETTINGS, type Settings } from '../settings.js';
import { Openbaar } from '../toegang/recht.decorator.js';
import { VERSION } from '../version.js';

@ApiTags('omgeving')
@Controller('omgeving')
export class OmgevingController {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  @Get()
  @Openbaar()
  @Operation({
    id: 'leesOmgeving',
    summary: 'Zegt wat er draait en waar het te vinden is.',
    answer: Omgeving,
  })
  omgeving(): Omgeving {
    const { oefenen, mailboxUrl, temporalUiUrl, publicUrl, securityContact } = this.settings;
    return {
      versie: VERSION,
      oefenen,
      postvakUrl: mailboxUrl ?? null,
      temporalUrl: temporalUiUrl ?? null,
      apiDocumentatieUrl: `${publicUrl}/api/v1/docs`,
      securityTxtUrl: securityContact === undefined ? null : `${publicUrl}${SECURITY_TXT_PATH}`,
    };
  }
}
