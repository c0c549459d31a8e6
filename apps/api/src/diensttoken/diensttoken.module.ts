import { Module } from '@nestjs/common';
import { DiensttokenController } from './diensttoken.controller.js';
import { DiensttokenService } from './diensttoken.service.js';

@Module({ controllers: [DiensttokenController], providers: [DiensttokenService] })
export class DiensttokenModule {}
