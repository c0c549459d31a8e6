import { Module } from '@nestjs/common';
import { ContactpersoonController } from './contactpersoon.controller.js';
import { ContactpersoonService } from './contactpersoon.service.js';

@Module({ controllers: [ContactpersoonController], providers: [ContactpersoonService] })
export class ContactpersoonModule {}
