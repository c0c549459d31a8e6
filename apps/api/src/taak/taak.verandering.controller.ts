import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { TaakVerval, Terugsturing, Uitgevoerd } from '@maatwerktraject/contracts';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { Operation } from '../http/operation.decorator.js';
import type { Aangemelde } from '../toegang/aangemelde.js';
import { Recht, Wie } from '../toegang/recht.decorator.js';
import { TaakId } from './taak.id.js';
import { TaakVeranderingService } from './taak.verandering.service.js';

@ApiTags('taken')
@Controller('taken/:taakId')
export class TaakVeranderingController {
  constructor(private readonly taken: TaakVeranderingService) {}

  @Post('terugsturing')
  @Recht('taken.invullen')
  @Operation({
    id: 'stuurTaakTerug',
    audit: 'automatisch',
    summary: 'Stuurt een ingediende taak terug, met wat er nog nodig is. De antwoorden blijven bewaard.',
    answer: Uitgevoerd,
    problems: [400, 404, 409],
    command: true,
  })
  stuurTerug(
    @Param('taakId', { schema: TaakId }) taakId: string,
    @Body({ schema: Terugsturing }) invoer: Terugsturing,
    @Wie() wie: Aangemelde,
    @IdempotencyKey() kenmerk: string,
  ): Promise<Uitgevoerd> {
    return this.taken.stuurTerug(taakId, invoer, wie, kenmerk);
  }

  @Post('akkoord')
  @Recht('taken.invullen')
  @Operation({
    id: 'geefAkkoord',
    audit: 'automatisch',
    summary: 'Geeft akkoord op wat iemand anders heeft ingediend.',
    answer: Uitgevoerd,
    problems: [400, 404, 409],
    command: true,
  })
  geefAkkoord(
    @Param('taakId', { schema: TaakId }) taakId: string,
    @Wie() wie: Aangemelde,
    @IdempotencyKey() kenmerk: string,
  ): Promise<Uitgevoerd> {
    return this.taken.geefAkkoord(taakId, wie, kenmerk);
  }

  @Post('verval')
  @Recht('trajecten.begeleiden')
  @Operation({
    id: 'laatTaakVervallen',
    audit: 'automatisch',
    summary: 'Laat een taak vervallen die niet meer nodig is.',
    answer: Uitgevoerd,
    problems: [400, 404, 409],
    command: true,
  })
  laatVervallen(
    @Param('taakId', { schema: TaakId }) taakId: string,
    @Body({ schema: TaakVerval }) invoer: TaakVerval,
    @IdempotencyKey() kenmerk: string,
  ): Promise<Uitgevoerd> {
    return this.taken.laatVervallen(taakId, invoer, kenmerk);
  }
}
