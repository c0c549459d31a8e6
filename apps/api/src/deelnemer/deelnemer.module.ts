import { Module } from '@nestjs/common';
import { DeelnemerController } from './deelnemer.controller.js';
import { DeelnemerService } from './deelnemer.service.js';

@Module({ controllers: [DeelnemerController], providers: [DeelnemerService] })
export class DeelnemerModule {}
