import { Body, Controller, Delete, Get, Param, Post, Put, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  Sjabloon,
  SjabloonConcept,
  SjabloonLijst,
  SjabloonPublicatie,
  Uitgevoerd,
} from '@maatwerktraject/contracts';
import type { Sjabloon as SjabloonInhoud } from '@maatwerktraject/domain';
import type { Request } from 'express';
import { z } from 'zod';
import { IfMatch } from '../http/if-match.decorator.js';
import { Operation } from '../http/operation.decorator.js';
import type { Aangemelde } from '../toegang/aangemelde.js';
import { Recht, Wie } from '../toegang/recht.decorator.js';
import { ConceptService } from './concept.service.js';
import { SjabloonService } from './sjabloon.service.js';

const Sleutel = z.string().min(1).max(60);
const Versie = z.coerce.number().int().min(1).max(1_000_000);

@ApiTags('sjablonen')
@Controller('sjablonen')
export class SjabloonController {
  constructor(
    private readonly sjablonen: SjabloonService,
    private readonly concepten: ConceptService,
  ) {}

  @Get()
  @Recht('sjablonen.lezen')
  @Operation({
    id: 'leesSjablonen',
    summary: 'Geeft alle versies van de sjablonen. Een adviseur ziet ook de concepten.',
    answer: SjabloonLijst,
  })
  async lijst(@Wie() { rol }: Aangemelde): Promise<SjabloonLijst> {
    const gepubliceerd = (await this.sjablonen.lijst()).map(({ created_at, ...kop }) => ({
      ...kop,
      status: 'gepubliceerd' as const,
      gewijzigdOp: created_at.toISOString(),
    }));
    return { items: [...gepubliceerd, ...(rol === 'adviseur' ? await this.concepten.lijst() : [])] };
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

  @Post(':sleutel/:versie/nieuwe-versie')
  @Recht('sjablonen.beheren')
  @Operation({
    id: 'maakSjabloonConcept',
    audit: 'eigen',
    summary: 'Maakt een concept voor een nieuwe versie, als kopie van deze gepubliceerde versie.',
    answer: SjabloonConcept,
    status: 201,
    problems: [400, 404],
  })
  maak(
    @Param('sleutel', { schema: Sleutel }) sleutel: string,
    @Param('versie', { schema: Versie }) versie: number,
    @Req() request: Request,
  ): Promise<SjabloonConcept> {
    return this.concepten.maak({ sleutel, versie }, request);
  }

  @Get(':sleutel/:versie/concept')
  @Recht('sjablonen.beheren')
  @Operation({
    id: 'leesSjabloonConcept',
    summary: 'Geeft een versie die nog niet is gepubliceerd.',
    answer: SjabloonConcept,
    problems: [400, 404],
    versioned: 'read',
  })
  leesConcept(
    @Param('sleutel', { schema: Sleutel }) sleutel: string,
    @Param('versie', { schema: Versie }) versie: number,
  ): Promise<SjabloonConcept> {
    return this.concepten.lees({ sleutel, versie });
  }

  @Put(':sleutel/:versie/concept')
  @Recht('sjablonen.beheren')
  @Operation({
    id: 'wijzigSjabloonConcept',
    audit: 'eigen',
    summary:
      'Vervangt een concept in zijn geheel. Klopt er iets niet, dan staat bij elke fout wat u kunt doen.',
    answer: SjabloonConcept,
    problems: [400, 404],
    versioned: 'change',
  })
  wijzig(
    @Param('sleutel', { schema: Sleutel }) sleutel: string,
    @Param('versie', { schema: Versie }) versie: number,
    @Body({ schema: Sjabloon }) definitie: SjabloonInhoud,
    @IfMatch() gezien: number,
    @Req() request: Request,
  ): Promise<SjabloonConcept> {
    return this.concepten.wijzig({ sleutel, versie }, definitie, gezien, request);
  }

  @Delete(':sleutel/:versie/concept')
  @Recht('sjablonen.beheren')
  @Operation({
    id: 'verwijderSjabloonConcept',
    audit: 'eigen',
    summary: 'Gooit een concept weg.',
    status: 204,
    problems: [400, 404],
  })
  verwijder(
    @Param('sleutel', { schema: Sleutel }) sleutel: string,
    @Param('versie', { schema: Versie }) versie: number,
    @Req() request: Request,
  ): Promise<void> {
    return this.concepten.verwijder({ sleutel, versie }, request);
  }

  @Post(':sleutel/:versie/publicatie')
  @Recht('sjablonen.beheren')
  @Operation({
    id: 'publiceerSjabloon',
    audit: 'eigen',
    summary: 'Publiceert een concept. Daarna kunnen cohorten het kiezen en verandert het niet meer.',
    answer: Uitgevoerd,
    problems: [400, 404],
    versioned: 'change',
  })
  publiceer(
    @Param('sleutel', { schema: Sleutel }) sleutel: string,
    @Param('versie', { schema: Versie }) versie: number,
    @Body({ schema: SjabloonPublicatie }) _bevestiging: z.infer<typeof SjabloonPublicatie>,
    @IfMatch() gezien: number,
    @Req() request: Request,
  ): Promise<Uitgevoerd> {
    return this.concepten.publiceer({ sleutel, versie }, gezien, request);
  }
}
