import { Module } from '@nestjs/common';
import { CohortGemeentenController } from './cohort-gemeenten.controller.js';
import { InzageController } from './inzage.controller.js';
import { InzageService } from './inzage.service.js';

@Module({ controllers: [InzageController, CohortGemeentenController], providers: [InzageService] })
export class InzageModule {}
