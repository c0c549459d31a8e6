import { Module } from '@nestjs/common';
import { AdviseurController } from './adviseur.controller.js';
import { AdviseurService } from './adviseur.service.js';

@Module({ controllers: [AdviseurController], providers: [AdviseurService] })
export class AdviseurModule {}
