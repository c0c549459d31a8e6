import { Module } from '@nestjs/common';
import { SjabloonModule } from '../sjabloon/sjabloon.module.js';
import { SignaalController } from './signaal.controller.js';
import { SignaalService } from './signaal.service.js';

@Module({ imports: [SjabloonModule], controllers: [SignaalController], providers: [SignaalService] })
export class SignaalModule {}
