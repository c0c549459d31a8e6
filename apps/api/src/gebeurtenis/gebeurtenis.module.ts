import { Module } from '@nestjs/common';
import { GebeurtenisController } from './gebeurtenis.controller.js';
import { GebeurtenistypeController } from './gebeurtenistype.controller.js';

@Module({ controllers: [GebeurtenisController, GebeurtenistypeController] })
export class GebeurtenisModule {}
