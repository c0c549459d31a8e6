import { Module } from '@nestjs/common';
import { SjabloonModule } from '../sjabloon/sjabloon.module.js';
import { BezorgingController } from './bezorging.controller.js';
import { BezorgingService } from './bezorging.service.js';
import { RetourController } from './retour.controller.js';
import { RetourService } from './retour.service.js';

@Module({
  imports: [SjabloonModule],
  controllers: [BezorgingController, RetourController],
  providers: [BezorgingService, RetourService],
})
export class BezorgingModule {}
