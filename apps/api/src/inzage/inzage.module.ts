import { Module } from '@nestjs/common';
import { InzageController } from './inzage.controller.js';
import { InzageService } from './inzage.service.js';

@Module({ controllers: [InzageController], providers: [InzageService] })
export class InzageModule {}
