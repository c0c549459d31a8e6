import { Controller, Get, Headers, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Ik, Ontwikkelsleutels, type Rol } from '@maatwerktraject/contracts';
import { Operation } from '../http/operation.decorator.js';
import { notFound } from '../http/problem.js';
import { SETTINGS, type Settings } from '../settings.js';
import { ALLE_ROLLEN, HuidigeRol, Openbaar, Rollen } from './rollen.decorator.js';
import { isDezeComputer } from './sleutels.js';

@ApiTags('toegang')
@Controller()
export class ToegangController {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  @Get('ontwikkelsleutels')
  @Openbaar()
  @Operation({
    id: 'leesOntwikkelsleutels',
    summary:
      'Geeft per rol een sleutel om mee te oefenen. Alleen op deze computer, en alleen zonder eigen diensten.',
    answer: Ontwikkelsleutels,
    problems: [404],
  })
  ontwikkelsleutels(@Headers('host') host: string | undefined): Ontwikkelsleutels {
    const { devTokens } = this.settings;
    if (!devTokens || !isDezeComputer(host)) throw notFound('Er zijn hier geen ontwikkelsleutels.');
    return devTokens;
  }

  @Get('ik')
  @Rollen(...ALLE_ROLLEN)
  @Operation({ id: 'leesIk', summary: 'Zegt welke rol bij uw sleutel hoort.', answer: Ik })
  ik(@HuidigeRol() rol: Rol): { rol: Rol } {
    return { rol };
  }
}
