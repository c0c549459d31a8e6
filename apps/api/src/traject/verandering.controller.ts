import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ExtraTaak, PauzeInvoer, Terugtrekking, Uitgevoerd, Uuid } from '@maatwerktraject/contracts';
import { z } from 'zod';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { Operation } from '../http/operation.decorator.js';
import { Recht } from '../toegang/recht.decorator.js';
import { VeranderingService } from './verandering.service.js';

const Sleutel = z.string().min(1).max(60);
const OPDRACHT = {
  answer: Uitgevoerd,
  problems: [400, 404, 409],
  command: true,
  audit: 'automatisch',
} as const;

@ApiTags('trajecten')
@Controller('trajecten/:trajectId')
@Recht('trajecten.begeleiden')
export class VeranderingController {
  constructor(private readonly veranderingen: VeranderingService) {}

  @Post('pauze')
  @Operation({
    ...OPDRACHT,
    id: 'pauzeerTraject',
    summary: 'Pauzeert een traject. De werkdagen die er nog waren, komen er na de pauze weer bij.',
  })
  pauzeer(
    @Param('trajectId', { schema: Uuid }) trajectId: string,
    @Body({ schema: PauzeInvoer }) invoer: PauzeInvoer,
    @IdempotencyKey() kenmerk: string,
  ): Promise<Uitgevoerd> {
    return this.veranderingen.pauzeer(trajectId, invoer, kenmerk);
  }

  @Post('hervatting')
  @Operation({ ...OPDRACHT, id: 'hervatTraject', summary: 'Laat een traject na een pauze weer verder gaan.' })
  hervat(
    @Param('trajectId', { schema: Uuid }) trajectId: string,
    @IdempotencyKey() kenmerk: string,
  ): Promise<Uitgevoerd> {
    return this.veranderingen.hervat(trajectId, kenmerk);
  }

  @Post('terugtrekking')
  @Operation({
    ...OPDRACHT,
    id: 'trekTrajectTerug',
    summary: 'Stopt een traject waar een gemeente niet mee verder gaat. Het kan later worden heropend.',
  })
  trekTerug(
    @Param('trajectId', { schema: Uuid }) trajectId: string,
    @Body({ schema: Terugtrekking }) invoer: Terugtrekking,
    @IdempotencyKey() kenmerk: string,
  ): Promise<Uitgevoerd> {
    return this.veranderingen.trekTerug(trajectId, invoer, kenmerk);
  }

  @Post('heropening')
  @Operation({
    ...OPDRACHT,
    id: 'heropenTraject',
    summary: 'Heropent een traject dat is afgerond of gestopt, zolang het cohort loopt.',
  })
  heropen(
    @Param('trajectId', { schema: Uuid }) trajectId: string,
    @IdempotencyKey() kenmerk: string,
  ): Promise<Uitgevoerd> {
    return this.veranderingen.heropen(trajectId, kenmerk);
  }

  @Post('stappen/:stap/heropening')
  @Operation({
    ...OPDRACHT,
    id: 'heropenStap',
    summary: 'Draait de goedkeuring van een stap terug, zolang de volgende stap nog niet open is.',
  })
  heropenStap(
    @Param('trajectId', { schema: Uuid }) trajectId: string,
    @Param('stap', { schema: Sleutel }) stap: string,
    @IdempotencyKey() kenmerk: string,
  ): Promise<Uitgevoerd> {
    return this.veranderingen.heropenStap(trajectId, stap, kenmerk);
  }

  @Post('taken')
  @Operation({
    ...OPDRACHT,
    id: 'voegTaakToe',
    summary: 'Voegt een extra taak toe aan de stap die nu loopt.',
  })
  voegTaakToe(
    @Param('trajectId', { schema: Uuid }) trajectId: string,
    @Body({ schema: ExtraTaak }) invoer: ExtraTaak,
    @IdempotencyKey() kenmerk: string,
  ): Promise<Uitgevoerd> {
    return this.veranderingen.voegTaakToe(trajectId, invoer, kenmerk);
  }
}
