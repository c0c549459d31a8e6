import { Module } from '@nestjs/common';
import { SjabloonModule } from '../sjabloon/sjabloon.module.js';
import { TrajectModule } from '../traject/traject.module.js';
import { OvergangController } from './overgang.controller.js';
import { OvergangService } from './overgang.service.js';

@Module({
  imports: [SjabloonModule, TrajectModule],
  controllers: [OvergangController],
  providers: [OvergangService],
})
export class OvergangModule {}
