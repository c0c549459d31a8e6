import { generateKey } from '@maatwerktraject/crypto';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from '../app.module.js';
import { APP_OPTIONS, setUpApp } from '../app.setup.js';
import { readSettings } from '../settings.js';

/** The app with all its routes and no connection to anything, to make the document from. */
export async function createRoutesApp(): Promise<NestExpressApplication> {
  const settings = readSettings({
    DATABASE_URL: 'postgres://localhost/none',
    TEMPORAL_ADDRESS: 'localhost:7233',
    // Nothing is read or written with these.
    ENCRYPTION_KEYS: `${generateKey('geen')},${generateKey('index')}`,
  });
  if (!settings.ok) throw new Error(settings.faults.join(' '));
  const app = await NestFactory.create<NestExpressApplication>(
    AppModule.with(settings.config, { connect: false }),
    {
      ...APP_OPTIONS,
      logger: false,
      abortOnError: false,
    },
  );
  setUpApp(app, settings.config);
  return app.init();
}
