import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Dataschema, GebeurtenistypeLijst } from '@maatwerktraject/contracts';
import {
  GEBEURTENISSOORTEN,
  GEBEURTENISTYPEN,
  schemaAdres,
  typeVan,
  type Afzender,
} from '@maatwerktraject/domain';
import { z } from 'zod';
import { Operation } from '../http/operation.decorator.js';
import { notFound } from '../http/problem.js';
import { SETTINGS, type Settings } from '../settings.js';
import { Openbaar } from '../toegang/recht.decorator.js';
import { dataschemaVan } from './dataschema.js';

const Type = z.string().max(100);

/** What the types mean; for everyone, as is the document of the API. */
@ApiTags('gebeurtenissen')
@Controller('gebeurtenistypen')
@Openbaar()
export class GebeurtenistypeController {
  private readonly afzender: Afzender;

  constructor(@Inject(SETTINGS) { cloudEventsSource: bron, publicUrl }: Settings) {
    this.afzender = { bron, publicUrl };
  }

  @Get()
  @Operation({
    id: 'leesGebeurtenistypen',
    summary: 'Geeft de typen van gebeurtenissen, met wat ze betekenen.',
    answer: GebeurtenistypeLijst,
  })
  lijst(): GebeurtenistypeLijst {
    return {
      items: GEBEURTENISSOORTEN.map((soort) => {
        const type = typeVan(soort);
        return { type, uitleg: GEBEURTENISTYPEN[soort].uitleg, dataschema: schemaAdres(this.afzender, type) };
      }),
    };
  }

  @Get(':type/schema')
  @Operation({
    id: 'leesDataschema',
    summary: 'Geeft het JSON-schema van de data van één type.',
    answer: Dataschema,
    problems: [400, 404],
  })
  schema(@Param('type', { schema: Type }) type: string): Dataschema {
    const schema = dataschemaVan(type, schemaAdres(this.afzender, type));
    if (!schema) throw notFound('Dit type is er niet. Kijk in de lijst van gebeurtenistypen.');
    return schema;
  }
}
