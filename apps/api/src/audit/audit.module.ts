import { Global, Module } from '@nestjs/common';
import { WeigeringService } from './weigering.service.js';

@Global()
@Module({ providers: [WeigeringService], exports: [WeigeringService] })
export class AuditModule {}
