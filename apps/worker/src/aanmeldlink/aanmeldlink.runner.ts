import { createAanmeldlinkBezorger } from '@maatwerktraject/activities';
import type { WorkerConfig } from '@maatwerktraject/config';
import { AANMELDLINK_KANAAL } from '@maatwerktraject/database';
import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { MailSenders } from '../mail/mail.senders.js';
import { mailDomeinVan, WORKER_CONFIG } from '../worker.config.js';
import { luisterNaar, type Luisteraar } from './luisteraar.js';

/** Also without a word from the database, which says it only to who listens at that moment. */
const LOOK_AGAIN_MS = 5_000;

/** Mails links to log in, as soon as somebody asks. */
@Injectable()
export class AanmeldlinkRunner implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(AanmeldlinkRunner.name);
  private running: Promise<void> = Promise.resolve();
  private woken = false;
  private endRest = (): void => undefined;
  private listener: Luisteraar | undefined;
  private stopping = false;

  constructor(
    @Inject(WORKER_CONFIG) private readonly config: WorkerConfig,
    @InjectDataSource() private readonly database: DataSource,
    private readonly senders: MailSenders,
  ) {}

  onModuleInit(): void {
    this.running = this.keepRunning();
    this.senders.usedBy(this.running);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.wake();
    await this.running;
  }

  private async keepRunning(): Promise<void> {
    const { keyring, mailFrom, publicUrl } = this.config;
    const bezorger = createAanmeldlinkBezorger({
      database: this.database,
      keyring,
      publicUrl,
      van: mailFrom,
      mailDomein: mailDomeinVan(mailFrom),
      echt: this.senders.echt,
      oefen: this.senders.oefen,
    });
    for (;;) {
      try {
        this.listener ??= await this.listen();
        await bezorger.bezorg();
      } catch (error) {
        this.logger.warn(
          `links worden later gemaild: ${error instanceof Error ? error.message : String(error)}`,
        );
      }
      await this.rest();
      if (this.stopping) break;
    }
    await this.listener?.stop();
  }

  private listen(): Promise<Luisteraar> {
    return luisterNaar(this.config.databaseUrl, AANMELDLINK_KANAAL, {
      bij: () => {
        this.wake();
      },
      weg: () => {
        this.listener = undefined;
        this.wake();
      },
    });
  }

  private wake(): void {
    this.woken = true;
    this.endRest();
  }

  private async rest(): Promise<void> {
    // Somebody asked while the last link was being mailed, or the program is stopping.
    if (!this.woken)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, LOOK_AGAIN_MS);
        this.endRest = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    this.woken = false;
  }
}
