import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { BijeenkomstLijst } from '@maatwerktraject/contracts';
import { Operation } from '../http/operation.decorator.js';
import { Recht } from '../toegang/recht.decorator.js';
import { GroepssessieService } from './groepssessie.service.js';

@ApiTags('bijeenkomsten')
@Controller('bijeenkomsten')
export class BijeenkomstController {
  constructor(private readonly sessies: GroepssessieService) {}

  @Get()
  @Recht('bijeenkomsten.lezen')
  @Operation({
    id: 'leesBijeenkomsten',
    summary: 'Geeft uw bijeenkomsten, de laatste eerst: als gemeente die waarvoor u bent uitgenodigd.',
    answer: BijeenkomstLijst,
  })
  lijst(): Promise<BijeenkomstLijst> {
    return this.sessies.mijn();
  }
}
