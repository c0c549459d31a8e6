import { Module } from '@nestjs/common';
import { SjabloonModule } from '../sjabloon/sjabloon.module.js';
import { TrajectModule } from '../traject/traject.module.js';
import { TaakController } from './taak.controller.js';
import { TaakService } from './taak.service.js';
import { TaakVeranderingController } from './taak.verandering.controller.js';
import { TaakVeranderingService } from './taak.verandering.service.js';

@Module({
  imports: [SjabloonModule, TrajectModule],
  controllers: [TaakController, TaakVeranderingController],
  providers: [TaakService, TaakVeranderingService],
})
export class TaakModule {}
