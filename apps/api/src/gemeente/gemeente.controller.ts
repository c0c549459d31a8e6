import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import { GemeentePagina, GemeenteZoekvraag } from '@maatwerktraject/contracts';
import { DataSource } from 'typeorm';
import { Operation } from '../http/operation.decorator.js';
import { pagina } from '../http/pagina.js';
import { Recht } from '../toegang/recht.decorator.js';
import { plaatsVanGemeente, zoekGemeenten } from './gemeente.query.js';

@ApiTags('gemeenten')
@Controller('gemeenten')
export class GemeenteController {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  @Get()
  @Recht('gemeenten.lezen')
  @Operation({
    id: 'zoekGemeenten',
    summary: 'Zoekt gemeenten op naam of code.',
    answer: GemeentePagina,
    problems: [400],
  })
  async zoek(@Query({ schema: GemeenteZoekvraag }) vraag: GemeenteZoekvraag): Promise<GemeentePagina> {
    const gelezen = await zoekGemeenten(this.database, vraag);
    return pagina(gelezen, vraag, plaatsVanGemeente, (gemeente) => gemeente);
  }
}
