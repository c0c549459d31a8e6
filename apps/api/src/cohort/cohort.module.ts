import { Module } from '@nestjs/common';
import { SjabloonModule } from '../sjabloon/sjabloon.module.js';
import { TemporalModule } from '../temporal/temporal.module.js';
import { CohortController } from './cohort.controller.js';
import { CohortOpdrachtService } from './cohort.opdracht.service.js';
import { CohortService } from './cohort.service.js';
import { CohortVerloopService } from './cohort.verloop.service.js';

@Module({
  imports: [SjabloonModule, TemporalModule],
  controllers: [CohortController],
  providers: [CohortService, CohortVerloopService, CohortOpdrachtService],
  exports: [CohortOpdrachtService],
})
export class CohortModule {}
