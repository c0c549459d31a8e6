import { Module } from '@nestjs/common';
import { CohortModule } from '../cohort/cohort.module.js';
import { VoorwaardeController } from '../voorwaarde/voorwaarde.controller.js';
import { VoorwaardeService } from '../voorwaarde/voorwaarde.service.js';
import { AanwezigheidService } from './aanwezigheid.service.js';
import { BijeenkomstController } from './bijeenkomst.controller.js';
import { GroepssessieController } from './groepssessie.controller.js';
import { GroepssessieService } from './groepssessie.service.js';

@Module({
  imports: [CohortModule],
  controllers: [GroepssessieController, BijeenkomstController, VoorwaardeController],
  providers: [GroepssessieService, AanwezigheidService, VoorwaardeService],
})
export class GroepssessieModule {}
