import { Module } from '@nestjs/common';
import { OmgevingController } from './omgeving.controller.js';

@Module({ controllers: [OmgevingController] })
export class OmgevingModule {}
