import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CloudEventPagina, CloudEventVraag } from '@maatwerktraject/contracts';
import { cloudEventVan, type Afzender } from '@maatwerktraject/domain';
import { ScopedDatabase } from '../database/scoped.database.js';
import { Operation } from '../http/operation.decorator.js';
import { deel } from '../http/pagina.js';
import { SETTINGS, type Settings } from '../settings.js';
import { Recht } from '../toegang/recht.decorator.js';
import { alsGebeurtenis, leesInVolgorde, plaatsInVolgorde } from './gebeurtenis.query.js';

@ApiTags('gebeurtenissen')
@Controller('gebeurtenissen')
@Recht('gebeurtenissen.lezen')
export class GebeurtenisController {
  private readonly afzender: Afzender;

  constructor(
    private readonly database: ScopedDatabase,
    @Inject(SETTINGS) { cloudEventsSource: bron, publicUrl }: Settings,
  ) {
    this.afzender = { bron, publicUrl };
  }

  @Get()
  @Operation({
    id: 'leesCloudEvents',
    summary:
      'Geeft gebeurtenissen in uw cohorten als CloudEvents, het oudste eerst. Zo haalt u in wat u miste.',
    answer: CloudEventPagina,
    problems: [400],
  })
  lijst(@Query({ schema: CloudEventVraag }) vraag: CloudEventVraag): Promise<CloudEventPagina> {
    return this.database.read(async (db) =>
      deel(await leesInVolgorde(db, vraag), vraag, plaatsInVolgorde, (rij) =>
        cloudEventVan(alsGebeurtenis(rij), this.afzender),
      ),
    );
  }
}
