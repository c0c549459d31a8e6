import { Module } from '@nestjs/common';
import { ToekenningController } from './toekenning.controller.js';
import { ToekenningService } from './toekenning.service.js';

@Module({ controllers: [ToekenningController], providers: [ToekenningService] })
export class ToekenningModule {}
