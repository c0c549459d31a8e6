import { Module } from '@nestjs/common';
import { GemeenteController } from './gemeente.controller.js';

@Module({ controllers: [GemeenteController] })
export class GemeenteModule {}
