import { Module } from '@nestjs/common';
import { CohortModule } from '../cohort/cohort.module.js';
import { DeelnemerController } from './deelnemer.controller.js';
import { DeelnemerService } from './deelnemer.service.js';

@Module({ imports: [CohortModule], controllers: [DeelnemerController], providers: [DeelnemerService] })
export class DeelnemerModule {}
