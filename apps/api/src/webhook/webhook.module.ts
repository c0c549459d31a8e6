import { Module } from '@nestjs/common';
import { LeveringController } from './levering.controller.js';
import { LeveringService } from './levering.service.js';
import { WebhookController } from './webhook.controller.js';
import { WebhookService } from './webhook.service.js';

@Module({
  controllers: [WebhookController, LeveringController],
  providers: [WebhookService, LeveringService],
})
export class WebhookModule {}
