import { Module } from '@nestjs/common';
import { SjabloonModule } from '../sjabloon/sjabloon.module.js';
import { TrajectModule } from '../traject/traject.module.js';
import { WijzigingsplanController } from './wijzigingsplan.controller.js';
import { WijzigingsplanService } from './wijzigingsplan.service.js';

@Module({
  imports: [SjabloonModule, TrajectModule],
  controllers: [WijzigingsplanController],
  providers: [WijzigingsplanService],
})
export class WijzigingsplanModule {}
