import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Sjabloon, SjabloonLijst } from '@maatwerktraject/contracts';
import type { Sjabloon as SjabloonInhoud } from '@maatwerktraject/domain';
import { z } from 'zod';
import { Operation } from '../http/operation.decorator.js';
import { Recht } from '../toegang/recht.decorator.js';
import { SjabloonService, type SjabloonKop } from './sjabloon.service.js';

const Sleutel = z.string().min(1).max(60);
const Versie = z.coerce.number().int().min(1).max(1_000_000);

@ApiTags('sjablonen')
@Controller('sjablonen')
export class SjabloonController {
  constructor(private readonly sjablonen: SjabloonService) {}

  @Get()
  @Recht('sjablonen.lezen')
  @Operation({ id: 'leesSjablonen', summary: 'Geeft alle sjablonen.', answer: SjabloonLijst })
  async lijst(): Promise<{ items: SjabloonKop[] }> {
    return { items: await this.sjablonen.lijst() };
  }

  @Get(':sleutel/:versie')
  @Recht('sjablonen.lezen')
  @Operation({
    id: 'leesSjabloon',
    summary: 'Geeft één versie van een sjabloon: stappen, taken, vragen en termijnen.',
    answer: Sjabloon,
    problems: [400, 404],
  })
  lees(
    @Param('sleutel', { schema: Sleutel }) sleutel: string,
    @Param('versie', { schema: Versie }) versie: number,
  ): Promise<SjabloonInhoud> {
    return this.sjablonen.lees(sleutel, versie);
  }
}
