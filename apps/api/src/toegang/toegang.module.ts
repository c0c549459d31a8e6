import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { HerkenningService } from './herkenning.service.js';
import { IkController } from './ik.controller.js';
import { SessieService } from './sessie.service.js';
import { ToegangGuard } from './toegang.guard.js';

@Global()
@Module({
  controllers: [IkController],
  providers: [HerkenningService, SessieService, { provide: APP_GUARD, useClass: ToegangGuard }],
  exports: [SessieService],
})
export class ToegangModule {}
