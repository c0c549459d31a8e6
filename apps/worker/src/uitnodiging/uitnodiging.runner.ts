import { createUitnodigingBezorger } from '@maatwerktraject/activities';
import type { WorkerConfig } from '@maatwerktraject/config';
import { UITNODIGING_KANAAL } from '@maatwerktraject/database';
import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { mailDepsVan } from '../mail/mail.deps.js';
import { MailSenders } from '../mail/mail.senders.js';
import { WakeLoop } from '../database/wake.loop.js';
import { WORKER_CONFIG } from '../worker.config.js';

/** Tells people by mail what they were given, as soon as that is stored. */
@Injectable()
export class UitnodigingRunner implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(UitnodigingRunner.name);
  private readonly loop: WakeLoop;
  private running: Promise<void> = Promise.resolve();

  constructor(
    @Inject(WORKER_CONFIG) config: WorkerConfig,
    @InjectDataSource() database: DataSource,
    private readonly senders: MailSenders,
  ) {
    const bezorger = createUitnodigingBezorger(mailDepsVan(config, database, senders));
    this.loop = new WakeLoop({
      databaseUrl: config.databaseUrl,
      channel: UITNODIGING_KANAAL,
      work: () => bezorger.bezorg(),
      onFault: (message) => {
        this.logger.warn(`uitnodigingen worden later gemaild: ${message}`);
      },
    });
  }

  onModuleInit(): void {
    this.running = this.loop.run();
    this.senders.usedBy(this.running);
  }

  async onApplicationShutdown(): Promise<void> {
    this.loop.stop();
    await this.running;
  }
}
