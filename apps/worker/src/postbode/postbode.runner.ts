import { randomUUID } from 'node:crypto';
import { setTimeout as rest } from 'node:timers/promises';
import {
  createBerichtOpslag,
  createPostbode,
  createPostvakNavraag,
  type Postbode,
} from '@maatwerktraject/activities';
import type { WorkerConfig } from '@maatwerktraject/config';
import { BERICHT_KANAAL } from '@maatwerktraject/database';
import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { luisterNaar } from '../database/luisteraar.js';
import { MailSenders } from '../mail/mail.senders.js';
import { mailDomeinVan, WORKER_CONFIG } from '../worker.config.js';

const CONNECTIONS = 10;
const RETRY_MS = 1_000;

/** Keeps one postbode at work, and starts a new one (under a new name) when its connection to the database breaks. */
@Injectable()
export class PostbodeRunner implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(PostbodeRunner.name);
  private running: Promise<void> = Promise.resolve();
  private current: Postbode | undefined;
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
    this.current?.stop();
    await this.running;
  }

  private async keepRunning(): Promise<void> {
    while (!this.stopping) {
      try {
        await this.runOne();
      } catch (error) {
        this.logger.warn(
          `postbode begint opnieuw: ${error instanceof Error ? error.message : String(error)}`,
        );
        await rest(RETRY_MS);
      }
    }
  }

  /** One postbode, for as long as the connection that holds its lock and hears of new mail lives. */
  private async runOne(): Promise<void> {
    const naam = `postbode/${randomUUID()}`;
    const postbode = this.createPostbode(naam);
    let broken: Error | undefined;
    const luisteraar = await luisterNaar(this.config.databaseUrl, BERICHT_KANAAL, {
      bij: () => {
        postbode.wek();
      },
      weg: (error) => {
        broken = error;
        postbode.stop();
      },
      // Tells other processes that mail claimed under this name is in living hands.
      eerst: (connection) => connection.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [naam]),
    });
    try {
      this.current = postbode;
      if (!this.stopping) await postbode.loop();
      if (broken) throw broken;
    } finally {
      await luisteraar.stop();
    }
  }

  private createPostbode(naam: string): Postbode {
    const { publicUrl, mailFrom, mailboxUrl, keyring, mailSpreadMinutes } = this.config;
    const mailDomein = mailDomeinVan(mailFrom);
    return createPostbode({
      opslag: createBerichtOpslag(this.database, {
        publicUrl,
        mailDomein,
        keyring,
        spreidingMinuten: mailSpreadMinutes,
      }),
      van: mailFrom,
      echt: this.senders.echt,
      oefen: this.senders.oefen && {
        verzender: this.senders.oefen,
        navraag: mailboxUrl === undefined ? null : createPostvakNavraag(mailboxUrl),
      },
      naam,
      gelijktijdig: CONNECTIONS,
      meld: (zin) => {
        this.logger.warn(zin);
      },
    });
  }
}
