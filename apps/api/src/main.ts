import 'reflect-metadata';
import { exitWithParent } from '@maatwerktraject/config';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.js';
import { APP_OPTIONS, setUpApp } from './app.setup.js';
import { failureSentence, stopWith } from './failure.js';
import { createLogger } from './logger.js';
import { readSettings, type Settings } from './settings.js';

async function start(settings: Settings): Promise<void> {
  const logger = createLogger(settings.logLevel);
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(settings, { connect: true }), {
    ...APP_OPTIONS,
    logger,
    abortOnError: false,
  });
  setUpApp(app, settings);
  app.enableShutdownHooks();
  await app.listen(settings.port, settings.host);
  logger.log(`De API luistert op http://${settings.host}:${String(settings.port)}`);
}

exitWithParent();
const result = readSettings(process.env);
if (!result.ok) stopWith(result.faults);
else
  await start(result.config).catch((error: unknown) =>
    stopWith([failureSentence(error, result.config.port)]),
  );
