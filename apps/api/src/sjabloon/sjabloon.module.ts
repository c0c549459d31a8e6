import { Module } from '@nestjs/common';
import { SjabloonController } from './sjabloon.controller.js';
import { SjabloonService } from './sjabloon.service.js';

@Module({ controllers: [SjabloonController], providers: [SjabloonService], exports: [SjabloonService] })
export class SjabloonModule {}
