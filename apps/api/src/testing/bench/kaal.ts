import 'reflect-metadata';
import { databaseOptions } from '@maatwerktraject/database';
import { Controller, Get, Module, Param, Query } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import type { ScopedDatabase } from '../../database/scoped.database.js';
import { readSettings } from '../../settings.js';
import { SjabloonService } from '../../sjabloon/sjabloon.service.js';
import { TrajectService } from '../../traject/traject.service.js';

/**
 * What access costs is measured against this: the same reads by the same service, with the same SQL and the same answer,
 * on the same platform and as many connections; without a guard, a session, an interceptor, a header or a row rule. It
 * connects as superuser, asks each query by itself, and is no part of the product.
 */
const settings = readSettings(process.env);
if (!settings.ok) throw new Error(settings.faults.join(' '));
const { config } = settings;

const source = await new DataSource(databaseOptions(config.databaseUrl, 10, { prepare: true })).initialize();
const kaal: Pick<ScopedDatabase, 'read'> = { read: (work) => work(source.manager) };

@Controller('api/v1/trajecten')
class KaalController {
  private readonly trajecten = new TrajectService(
    kaal as ScopedDatabase,
    new SjabloonService(source),
    config,
  );

  @Get()
  lijst(@Query('limiet') limiet: string) {
    return this.trajecten.lijst({ limiet: Number(limiet) });
  }

  @Get(':trajectId')
  lees(@Param('trajectId') trajectId: string) {
    return this.trajecten.lees(trajectId, { rol: 'adviseur' });
  }
}

@Module({ controllers: [KaalController] })
class KaalModule {}

const app = await NestFactory.create<NestExpressApplication>(KaalModule, { logger: false });
await app.listen(config.port, config.host);
process.once('SIGTERM', () => process.exit());
process.once('disconnect', () => process.exit());
