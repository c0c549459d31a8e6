import { Module } from '@nestjs/common';
import { CloudEventsController } from './cloudevents.controller.js';
import { GebeurtenistypenController } from './gebeurtenistypen.controller.js';

@Module({ controllers: [CloudEventsController, GebeurtenistypenController] })
export class CloudEventsModule {}
