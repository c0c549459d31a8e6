import { createAanmeldlinkBezorger, createAccountberichtBezorger } from '@maatwerktraject/activities';
import type { WorkerConfig } from '@maatwerktraject/config';
import { AANMELDLINK_KANAAL } from '@maatwerktraject/database';
import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { MailSenders } from '../mail/mail.senders.js';
import { WakeLoop } from '../database/wake.loop.js';
import { mailDomeinVan, WORKER_CONFIG } from '../worker.config.js';

/** Mails links to log in, as soon as somebody asks; and after those, what changed in the security of accounts. */
@Injectable()
export class AanmeldlinkRunner implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(AanmeldlinkRunner.name);
  private readonly loop: WakeLoop;
  private running: Promise<void> = Promise.resolve();

  constructor(
    @Inject(WORKER_CONFIG) { databaseUrl, keyring, mailFrom, publicUrl }: WorkerConfig,
    @InjectDataSource() database: DataSource,
    private readonly senders: MailSenders,
  ) {
    const deps = {
      database,
      keyring,
      publicUrl,
      van: mailFrom,
      mailDomein: mailDomeinVan(mailFrom),
      echt: senders.echt,
      oefen: senders.oefen,
    };
    const bezorgers = [createAanmeldlinkBezorger(deps), createAccountberichtBezorger(deps)];
    this.loop = new WakeLoop({
      databaseUrl,
      channel: AANMELDLINK_KANAAL,
      work: async () => {
        for (const bezorger of bezorgers) await bezorger.bezorg();
      },
      onFault: (message) => {
        this.logger.warn(`links en berichten over accounts worden later gemaild: ${message}`);
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
