import { Body, Controller, Delete, Param, Patch, Post, Put, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ContactWijziging,
  HoofdcontactKeuze,
  NieuwContact,
  TrajectContact,
  Uuid,
  VervangingInvoer,
} from '@maatwerktraject/contracts';
import type { Request } from 'express';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { Operation } from '../http/operation.decorator.js';
import type { Aangemelde } from '../toegang/aangemelde.js';
import { Recht, Wie } from '../toegang/recht.decorator.js';
import { ContactpersoonService } from './contactpersoon.service.js';

/** What every change here can be refused with. */
const PROBLEMS = [400, 404, 409];

@ApiTags('contactpersonen')
@Controller('trajecten/:trajectId')
@Recht('contactpersonen.beheren')
export class ContactpersoonController {
  constructor(private readonly contactpersonen: ContactpersoonService) {}

  @Post('contactpersonen')
  @Operation({
    id: 'voegContactToe',
    audit: 'eigen',
    summary: 'Voegt een contactpersoon toe aan een traject. Loopt het cohort, dan krijgt die een mail.',
    answer: TrajectContact,
    status: 201,
    problems: PROBLEMS,
    command: true,
  })
  voegToe(
    @Param('trajectId', { schema: Uuid }) trajectId: string,
    @Body({ schema: NieuwContact }) invoer: NieuwContact,
    @IdempotencyKey() kenmerk: string,
    @Wie() wie: Aangemelde,
    @Req() request: Request,
  ): Promise<TrajectContact> {
    return this.contactpersonen.voegToe(trajectId, invoer, kenmerk, wie, request);
  }

  @Patch('contactpersonen/:contactpersoonId')
  @Operation({
    id: 'wijzigContact',
    audit: 'eigen',
    summary:
      'Verbetert een contactpersoon, legt vast wanneer die vertrekt, of kiest voor het weekoverzicht. Zelf kiest u alleen voor uw weekoverzicht.',
    answer: TrajectContact,
    problems: PROBLEMS,
  })
  wijzig(
    @Param('trajectId', { schema: Uuid }) trajectId: string,
    @Param('contactpersoonId', { schema: Uuid }) contactpersoonId: string,
    @Body({ schema: ContactWijziging }) invoer: ContactWijziging,
    @Wie() wie: Aangemelde,
    @Req() request: Request,
  ): Promise<TrajectContact> {
    return this.contactpersonen.wijzig({ trajectId, contactpersoonId, wie, request }, invoer);
  }

  @Put('hoofdcontact')
  @Operation({
    id: 'kiesHoofdcontact',
    audit: 'eigen',
    summary:
      'Maakt een andere contactpersoon het hoofdcontact. Dat kan de adviseur, of het hoofdcontact zelf.',
    answer: TrajectContact,
    problems: PROBLEMS,
  })
  draagOver(
    @Param('trajectId', { schema: Uuid }) trajectId: string,
    @Body({ schema: HoofdcontactKeuze }) { contactpersoonId }: HoofdcontactKeuze,
    @Wie() wie: Aangemelde,
    @Req() request: Request,
  ): Promise<TrajectContact> {
    return this.contactpersonen.draagOver({ trajectId, contactpersoonId, wie, request });
  }

  @Put('contactpersonen/:contactpersoonId/vervanger')
  @Operation({
    id: 'wijsVervangerAan',
    audit: 'eigen',
    summary:
      'Laat een collega de mail krijgen en de taken doen, van de eerste tot en met de laatste dag. Dat kan iemand voor zichzelf; de adviseur en het hoofdcontact ook voor een ander.',
    answer: TrajectContact,
    problems: PROBLEMS,
  })
  vervang(
    @Param('trajectId', { schema: Uuid }) trajectId: string,
    @Param('contactpersoonId', { schema: Uuid }) contactpersoonId: string,
    @Body({ schema: VervangingInvoer }) vervanging: VervangingInvoer,
    @Wie() wie: Aangemelde,
    @Req() request: Request,
  ): Promise<TrajectContact> {
    return this.contactpersonen.vervang({ trajectId, contactpersoonId, wie, request }, vervanging);
  }

  @Delete('contactpersonen/:contactpersoonId/vervanger')
  @Operation({
    id: 'haalVervangerWeg',
    audit: 'eigen',
    summary: 'Beëindigt een vervanging, ook een die nog moet beginnen.',
    status: 204,
    problems: PROBLEMS,
  })
  vervangNiet(
    @Param('trajectId', { schema: Uuid }) trajectId: string,
    @Param('contactpersoonId', { schema: Uuid }) contactpersoonId: string,
    @Wie() wie: Aangemelde,
    @Req() request: Request,
  ): Promise<void> {
    return this.contactpersonen.vervangNiet({ trajectId, contactpersoonId, wie, request });
  }
}
