import { Module } from '@nestjs/common';
import { ConceptService } from './concept.service.js';
import { SjabloonController } from './sjabloon.controller.js';
import { SjabloonService } from './sjabloon.service.js';

@Module({
  controllers: [SjabloonController],
  providers: [SjabloonService, ConceptService],
  exports: [SjabloonService],
})
export class SjabloonModule {}
