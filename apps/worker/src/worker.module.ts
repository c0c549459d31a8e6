import type { WorkerConfig } from '@maatwerktraject/config';
import { DatabaseGebruikerFout, databaseOptions, verbind } from '@maatwerktraject/database';
import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { HealthServer } from './health/health.server.js';
import { MailRunners } from './mail/mail.runners.js';
import { MailSenders } from './mail/mail.senders.js';
import { PostbodeRunner } from './postbode/postbode.runner.js';
import { TemporalWorker } from './temporal/temporal.worker.js';
import { WORKER_CONFIG } from './worker.config.js';

/** Connections for the projections (one per workflow task under way) and for the postbode. */
const POOL_SIZE = 24;

@Module({})
export class WorkerModule {
  static with(config: WorkerConfig): DynamicModule {
    const options = databaseOptions(config.databaseUrl, POOL_SIZE, { prepare: true });
    return {
      module: WorkerModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => ({
            ...options,
            retryAttempts: 3,
            // Waiting does not mend a user that may too much.
            toRetry: (error: unknown) => !(error instanceof DatabaseGebruikerFout),
          }),
          dataSourceFactory: () => verbind(options, 'worker'),
        }),
      ],
      providers: [
        { provide: WORKER_CONFIG, useValue: config },
        MailSenders,
        TemporalWorker,
        PostbodeRunner,
        MailRunners,
        HealthServer,
      ],
    };
  }
}
