import { Body, Controller, Delete, Get, Param, Patch, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  GegevenWebhook,
  NieuweWebhook,
  NieuwGeheim,
  Uuid,
  Webhook,
  WebhookPagina,
  WebhookVraag,
  WebhookWijziging,
} from '@maatwerktraject/contracts';
import type { Request } from 'express';
import { refuseIdempotencyKey } from '../http/idempotency-key.decorator.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { Operation } from '../http/operation.decorator.js';
import type { Aangemelde } from '../toegang/aangemelde.js';
import { Recht, Wie } from '../toegang/recht.decorator.js';
import { WebhookService } from './webhook.service.js';

const EEN_KEER =
  'Een geheim geven wij één keer. Stuur hier geen kenmerk mee. Kreeg u geen antwoord? Maak dan een nieuw geheim.';

@ApiTags('webhooks')
@Controller('webhooks')
@Recht('webhooks.beheren')
export class WebhookController {
  constructor(private readonly webhooks: WebhookService) {}

  @Get()
  @Operation({
    id: 'leesWebhooks',
    summary: 'Geeft de webhooks, de oudste eerst. Een dienst ziet die van zichzelf.',
    answer: WebhookPagina,
    problems: [400],
  })
  lijst(@Query({ schema: WebhookVraag }) vraag: WebhookVraag): Promise<WebhookPagina> {
    return this.webhooks.lijst(vraag);
  }

  // No command with a key: an answer that is kept to give again would keep the secret.
  @Post()
  @Operation({
    id: 'maakWebhook',
    summary: 'Maakt een webhook. U ziet het geheim alleen in dit antwoord. Stuur geen `Idempotency-Key` mee.',
    answer: GegevenWebhook,
    status: 201,
    problems: [404, 409],
    audit: 'eigen',
  })
  maak(
    @Body({ schema: NieuweWebhook }) invoer: NieuweWebhook,
    @Wie() wie: Aangemelde,
    @Req() request: Request,
  ): Promise<GegevenWebhook> {
    refuseIdempotencyKey(request, EEN_KEER);
    return this.webhooks.maak(invoer, wie, request);
  }

  @Get(':webhookId')
  @Operation({
    id: 'leesWebhook',
    summary: 'Geeft één webhook.',
    answer: Webhook,
    problems: [404],
    versioned: 'read',
  })
  lees(@Param('webhookId', { schema: Uuid }) id: string): Promise<Webhook> {
    return this.webhooks.lees(id);
  }

  @Patch(':webhookId')
  @Operation({
    id: 'wijzigWebhook',
    summary: 'Wijzigt naam, adres of typen, pauzeert een webhook, of laat hem verdergaan met wat nog wacht.',
    answer: Webhook,
    problems: [404, 409],
    versioned: 'change',
    audit: 'eigen',
  })
  wijzig(
    @Param('webhookId', { schema: Uuid }) id: string,
    @Body({ schema: WebhookWijziging }) invoer: WebhookWijziging,
    @IfMatch() versie: number,
    @Wie() wie: Aangemelde,
    @Req() request: Request,
  ): Promise<Webhook> {
    return this.webhooks.wijzig(id, invoer, versie, wie, request);
  }

  @Delete(':webhookId')
  @Operation({
    id: 'verwijderWebhook',
    summary: 'Verwijdert een webhook met de lijst van leveringen. Er wordt meteen niets meer bezorgd.',
    status: 204,
    problems: [404],
    audit: 'automatisch',
  })
  verwijder(@Param('webhookId', { schema: Uuid }) id: string): Promise<void> {
    return this.webhooks.verwijder(id);
  }

  @Post(':webhookId/geheim')
  @Operation({
    id: 'vernieuwGeheim',
    summary:
      'Maakt een nieuw geheim. Wij ondertekenen 24 uur lang met het nieuwe en het vorige. Stuur geen `Idempotency-Key` mee.',
    answer: NieuwGeheim,
    status: 201,
    problems: [404],
    audit: 'automatisch',
  })
  vernieuwGeheim(
    @Param('webhookId', { schema: Uuid }) id: string,
    @Req() request: Request,
  ): Promise<NieuwGeheim> {
    refuseIdempotencyKey(request, EEN_KEER);
    return this.webhooks.vernieuwGeheim(id);
  }
}
