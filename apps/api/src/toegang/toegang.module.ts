import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AanmeldenModule } from '../aanmelden/aanmelden.module.js';
import { HerkenningService } from './herkenning.service.js';
import { IkController } from './ik.controller.js';
import { RadenLimiet } from './raden.limiet.js';
import { SessieService } from './sessie.service.js';
import { ToegangGuard } from './toegang.guard.js';

@Global()
@Module({
  imports: [AanmeldenModule],
  controllers: [IkController],
  providers: [HerkenningService, RadenLimiet, SessieService, { provide: APP_GUARD, useClass: ToegangGuard }],
  exports: [SessieService],
})
export class ToegangModule {}
