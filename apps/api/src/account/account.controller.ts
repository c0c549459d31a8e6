import { Body, Controller, Delete, Get, Param, Patch, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  Account,
  AccountPagina,
  AccountVraag,
  AccountWijziging,
  NieuwAccount,
  NieuweRol,
  Toekenning,
  Uuid,
  VerleendeRol,
} from '@maatwerktraject/contracts';
import type { Request } from 'express';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { Operation } from '../http/operation.decorator.js';
import type { Aangemelde } from '../toegang/aangemelde.js';
import { Recht, Wie } from '../toegang/recht.decorator.js';
import { AccountService } from './account.service.js';
import { RolService } from './rol.service.js';

@ApiTags('accounts')
@Controller('accounts')
@Recht('accounts.beheren')
export class AccountController {
  constructor(
    private readonly accounts: AccountService,
    private readonly rollen: RolService,
  ) {}

  @Get()
  @Operation({
    id: 'leesAccounts',
    summary: 'Geeft de mensen en diensten die hier een account hebben, het oudste eerst.',
    answer: AccountPagina,
    problems: [400],
  })
  lijst(@Query({ schema: AccountVraag }) vraag: AccountVraag): Promise<AccountPagina> {
    return this.accounts.lijst(vraag);
  }

  @Post()
  @Operation({
    id: 'maakAccount',
    summary: 'Nodigt iemand uit met een rol, of maakt een account voor een dienst.',
    answer: Account,
    status: 201,
    problems: [409],
    command: true,
    audit: 'eigen',
  })
  maak(
    @Body({ schema: NieuwAccount }) invoer: NieuwAccount,
    @IdempotencyKey() kenmerk: string,
    @Req() request: Request,
  ): Promise<Account> {
    return this.accounts.maak(invoer, kenmerk, request);
  }

  @Get(':accountId')
  @Operation({
    id: 'leesAccount',
    summary: 'Geeft één account met de rollen en cohorten die erbij horen.',
    answer: Account,
    problems: [404],
    versioned: 'read',
  })
  lees(@Param('accountId', { schema: Uuid }) accountId: string): Promise<Account> {
    return this.accounts.lees(accountId);
  }

  @Patch(':accountId')
  @Operation({
    id: 'wijzigAccount',
    summary:
      'Wijzigt een naam of een e-mailadres, of blokkeert een account. Een ander adres en blokkeren melden overal meteen af.',
    answer: Account,
    problems: [404, 409],
    versioned: 'change',
    audit: 'eigen',
  })
  wijzig(
    @Param('accountId', { schema: Uuid }) accountId: string,
    @Body({ schema: AccountWijziging }) invoer: AccountWijziging,
    @IfMatch() versie: number,
    @Wie() wie: Aangemelde,
    @Req() request: Request,
  ): Promise<Account> {
    return this.accounts.wijzig(accountId, invoer, versie, wie, request);
  }

  @Post(':accountId/rollen')
  @Operation({
    id: 'geefRol',
    summary: 'Geeft een account een rol, zonder cohort.',
    answer: Toekenning,
    status: 201,
    problems: [404, 409],
    command: true,
    audit: 'eigen',
  })
  geefRol(
    @Param('accountId', { schema: Uuid }) accountId: string,
    @Body({ schema: NieuweRol }) { rol }: NieuweRol,
    @IdempotencyKey() _kenmerk: string,
    @Req() request: Request,
  ): Promise<Toekenning> {
    return this.rollen.geef(accountId, rol, request);
  }

  @Delete(':accountId/rollen/:rol')
  @Operation({
    id: 'trekRolIn',
    summary: 'Neemt een account een rol af. Dit geldt meteen.',
    status: 204,
    problems: [404, 409],
    audit: 'eigen',
  })
  neemRol(
    @Param('accountId', { schema: Uuid }) accountId: string,
    @Param('rol', { schema: VerleendeRol }) rol: VerleendeRol,
    @Wie() wie: Aangemelde,
    @Req() request: Request,
  ): Promise<void> {
    return this.rollen.neem(accountId, rol, wie, request);
  }
}
