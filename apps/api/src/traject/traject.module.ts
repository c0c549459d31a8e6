import { Module } from '@nestjs/common';
import { SjabloonModule } from '../sjabloon/sjabloon.module.js';
import { TemporalModule } from '../temporal/temporal.module.js';
import { TrajectController } from './traject.controller.js';
import { TrajectOpdrachtService } from './traject.opdracht.service.js';
import { TrajectService } from './traject.service.js';
import { VeranderingController } from './verandering.controller.js';
import { VeranderingService } from './verandering.service.js';

@Module({
  imports: [SjabloonModule, TemporalModule],
  controllers: [TrajectController, VeranderingController],
  providers: [TrajectService, TrajectOpdrachtService, VeranderingService],
  exports: [TrajectOpdrachtService],
})
export class TrajectModule {}
