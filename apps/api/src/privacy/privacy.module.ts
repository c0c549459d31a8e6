import { Module } from '@nestjs/common';
import { MijnGegevensController } from './mijn-gegevens.controller.js';
import { PrivacyService } from './privacy.service.js';
import { WissingController } from './wissing.controller.js';

@Module({ controllers: [MijnGegevensController, WissingController], providers: [PrivacyService] })
export class PrivacyModule {}
