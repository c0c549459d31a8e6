import { createAanmeldlinkBezorger, createAccountberichtBezorger } from '@maatwerktraject/activities';
import type { WorkerConfig } from '@maatwerktraject/config';
import { AANMELDLINK_KANAAL } from '@maatwerktraject/database';
import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { MailSenders } from '../mail/mail.senders.js';
import { mailDomeinVan, WORKER_CONFIG } from '../worker.config.js';

/** Also without a word from the database, which says it only to who listens at that moment. */
const LOOK_AGAIN_MS = 5_000;

/** Mails links to log in, as soon as somebody asks; and after those, what changed in the security of accounts. */
@Injectable()
export class AanmeldlinkRunner implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(AanmeldlinkRunner.name);
  private running: Promise<void> = Promise.resolve();
  private woken = false;
  private endRest = (): void => undefined;
  private listener: pg.Client | undefined;
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
    const deps = {
      database: this.database,
      keyring,
      publicUrl,
      van: mailFrom,
      mailDomein: mailDomeinVan(mailFrom),
      echt: this.senders.echt,
      oefen: this.senders.oefen,
    };
    const bezorgers = [createAanmeldlinkBezorger(deps), createAccountberichtBezorger(deps)];
    for (;;) {
      try {
        this.listener ??= await this.listen();
        for (const bezorger of bezorgers) await bezorger.bezorg();
      } catch (error) {
        this.logger.warn(
          `links en berichten over accounts worden later gemaild: ${error instanceof Error ? error.message : String(error)}`,
        );
      }
      await this.rest();
      if (this.stopping) break;
    }
    await this.listener?.end().catch(() => undefined);
  }

  private async listen(): Promise<pg.Client> {
    const connection = new pg.Client({ connectionString: this.config.databaseUrl, keepAlive: true });
    connection.on('error', () => {
      this.listener = undefined;
      this.wake();
    });
    connection.on('notification', () => {
      this.wake();
    });
    await connection.connect();
    await connection.query(`LISTEN ${AANMELDLINK_KANAAL}`);
    return connection;
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
