import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AuditPagina, AuditVraag } from '@maatwerktraject/contracts';
import type { Request } from 'express';
import { Operation } from '../http/operation.decorator.js';
import { Recht } from '../toegang/recht.decorator.js';
import { AuditService } from './audit.service.js';

@ApiTags('auditregels')
@Controller('auditregels')
@Recht('audit.lezen')
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Get()
  @Operation({
    id: 'leesAuditregels',
    summary: 'Geeft wie wat deed en waarom, het nieuwste eerst. Dat u dit leest, wordt ook een regel.',
    answer: AuditPagina,
    problems: [400],
    audit: 'eigen',
  })
  lijst(@Query({ schema: AuditVraag }) vraag: AuditVraag, @Req() request: Request): Promise<AuditPagina> {
    return this.audit.lijst(vraag, request);
  }
}
