import { Global, Module } from '@nestjs/common';
import { AuditController } from './audit.controller.js';
import { AuditService } from './audit.service.js';
import { WeigeringService } from './weigering.service.js';

@Global()
@Module({
  controllers: [AuditController],
  providers: [AuditService, WeigeringService],
  exports: [WeigeringService],
})
export class AuditModule {}
