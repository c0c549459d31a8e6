import { Module } from '@nestjs/common';
import { SjabloonModule } from '../sjabloon/sjabloon.module.js';
import { TemporalModule } from '../temporal/temporal.module.js';
import { CohortController } from './cohort.controller.js';
import { CohortOpdrachtService } from './cohort.opdracht.service.js';
import { CohortService } from './cohort.service.js';
import { CohortVerloopService } from './cohort.verloop.service.js';
import { RustperiodeController } from './rustperiode.controller.js';
import { RustperiodeService } from './rustperiode.service.js';

@Module({
  imports: [SjabloonModule, TemporalModule],
  controllers: [CohortController, RustperiodeController],
  providers: [CohortService, CohortVerloopService, CohortOpdrachtService, RustperiodeService],
  exports: [CohortOpdrachtService],
})
export class CohortModule {}
