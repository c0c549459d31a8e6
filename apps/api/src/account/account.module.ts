import { Module } from '@nestjs/common';
import { AccountController } from './account.controller.js';
import { AccountService } from './account.service.js';
import { RolService } from './rol.service.js';

@Module({ controllers: [AccountController], providers: [AccountService, RolService] })
export class AccountModule {}
