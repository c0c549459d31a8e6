import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ToegangController } from './toegang.controller.js';
import { ToegangGuard } from './toegang.guard.js';

@Module({ controllers: [ToegangController], providers: [{ provide: APP_GUARD, useClass: ToegangGuard }] })
export class ToegangModule {}
