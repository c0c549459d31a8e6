import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  OvergangKeuze,
  OvergangVraag,
  Sjabloonovergang,
  Sjabloonovergangen,
  Uitgevoerd,
  Uuid,
} from '@maatwerktraject/contracts';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { Operation } from '../http/operation.decorator.js';
import { Recht } from '../toegang/recht.decorator.js';
import { OvergangService } from './overgang.service.js';

@ApiTags('sjablonen')
@Controller()
@Recht('trajecten.begeleiden')
export class OvergangController {
  constructor(private readonly overgangen: OvergangService) {}

  @Get('cohorten/:cohortId/sjabloonovergang')
  @Operation({
    id: 'leesSjabloonovergangen',
    summary: 'Geeft per traject van een cohort wat een andere versie van het sjabloon zou doen.',
    answer: Sjabloonovergangen,
    problems: [400, 404],
  })
  async vanCohort(
    @Param('cohortId', { schema: Uuid }) cohortId: string,
    @Query({ schema: OvergangVraag }) { versie }: OvergangVraag,
  ): Promise<Sjabloonovergangen> {
    return { items: await this.overgangen.vanCohort(cohortId, versie) };
  }

  @Get('trajecten/:trajectId/sjabloonovergang')
  @Operation({
    id: 'leesSjabloonovergang',
    summary: 'Geeft wat een andere versie van het sjabloon in een traject zou doen. Er verandert niets.',
    answer: Sjabloonovergang,
    problems: [400, 404],
  })
  vanTraject(
    @Param('trajectId', { schema: Uuid }) trajectId: string,
    @Query({ schema: OvergangVraag }) { versie }: OvergangVraag,
  ): Promise<Sjabloonovergang> {
    return this.overgangen.vanTraject(trajectId, versie);
  }

  @Post('trajecten/:trajectId/sjabloonovergang')
  @Operation({
    id: 'kiesSjabloon',
    audit: 'automatisch',
    summary:
      'Laat een traject overgaan op een andere versie: bij de volgende stap, of meteen als er geen stap open is.',
    answer: Uitgevoerd,
    problems: [400, 404, 409],
    command: true,
  })
  kies(
    @Param('trajectId', { schema: Uuid }) trajectId: string,
    @Body({ schema: OvergangKeuze }) { versie }: OvergangKeuze,
    @IdempotencyKey() kenmerk: string,
  ): Promise<Uitgevoerd> {
    return this.overgangen.kies(trajectId, versie, kenmerk);
  }
}
