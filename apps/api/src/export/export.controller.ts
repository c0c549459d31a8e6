import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Uuid } from '@maatwerktraject/contracts';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { Operation } from '../http/operation.decorator.js';
import { Recht } from '../toegang/recht.decorator.js';
import { ExportService, type Levering } from './export.service.js';

const Bestandsnaam = z.string().max(60);

async function lever({ naam, mediatype, schrijf }: Levering, response: Response): Promise<void> {
  response.set('Content-Type', mediatype).set('Content-Disposition', `attachment; filename="${naam}"`);
  try {
    await schrijf(response);
  } catch (error) {
    // Someone who walks away is no fault.
    if (!response.destroyed) throw error;
  }
}

@ApiTags('export')
@Controller('cohorten/:cohortId/export')
@Recht('export.lezen')
export class ExportController {
  constructor(private readonly exporten: ExportService) {}

  @Get()
  @Operation({
    id: 'leesExport',
    audit: 'eigen',
    summary: 'Geeft alle gegevens van een cohort als zip: een CSV per tabel, met codeboek en datapackage.',
    answer: 'application/zip',
    problems: [400, 404],
  })
  async zip(
    @Param('cohortId', { schema: Uuid }) cohortId: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const levering = await this.exporten.zip(cohortId);
    await this.exporten.verantwoord(cohortId, levering, request);
    await lever(levering, response);
  }

  @Get('bestanden/:bestand')
  @Operation({
    id: 'leesExportBestand',
    audit: 'eigen',
    summary: 'Geeft één bestand uit de export.',
    answer: 'text/csv',
    problems: [400, 404],
  })
  async bestand(
    @Param('cohortId', { schema: Uuid }) cohortId: string,
    @Param('bestand', { schema: Bestandsnaam }) bestand: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const levering = await this.exporten.bestand(cohortId, bestand);
    await this.exporten.verantwoord(cohortId, levering, request);
    await lever(levering, response);
  }
}
