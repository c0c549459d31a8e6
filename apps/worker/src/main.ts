import 'reflect-metadata';
import { exitWithParent, parseWorkerConfig } from '@maatwerktraject/config';
import { ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { TemporalWorker } from './temporal/temporal.worker.js';
import { WorkerModule } from './worker.module.js';

const parsed = parseWorkerConfig(process.env);
if (!parsed.ok) {
  for (const fault of parsed.faults) process.stderr.write(`${fault}\n`);
  process.exit(1);
}

const logger = new ConsoleLogger({ json: true, logLevels: ['error', 'warn', 'log'] });
try {
  const app = await NestFactory.createApplicationContext(WorkerModule.with(parsed.config), {
    logger,
    abortOnError: false,
  });
  app.enableShutdownHooks();
  exitWithParent();
  // Rejects when the worker breaks down; then this process ends, and whoever watches it starts a new one.
  await app.get(TemporalWorker).finished();
  await app.close();
  process.exit(0);
} catch (error) {
  logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.stderr.write(`De worker is gestopt: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
