import { Module } from '@nestjs/common';
import { BegeleidingController } from './begeleiding.controller.js';
import { BegeleidingService } from './begeleiding.service.js';

@Module({ controllers: [BegeleidingController], providers: [BegeleidingService] })
export class BegeleidingModule {}
