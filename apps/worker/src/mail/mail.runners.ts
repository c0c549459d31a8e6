import {
  createAgendaberichtBezorger,
  createAanmeldlinkBezorger,
  createAccountberichtBezorger,
  createUitnodigingBezorger,
} from '@maatwerktraject/activities';
import type { WorkerConfig } from '@maatwerktraject/config';
import {
  AANMELDLINK_KANAAL,
  ACCOUNTBERICHT_KANAAL,
  AGENDABERICHT_KANAAL,
  UITNODIGING_KANAAL,
} from '@maatwerktraject/database';
import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { WakeLoop } from '../database/wake.loop.js';
import { WORKER_CONFIG } from '../worker.config.js';
import { mailDepsVan } from './mail.deps.js';
import { MailSenders } from './mail.senders.js';

/** Links to log in, what changed in the security of accounts, what people were given, and meetings. */
const MAILS = [
  { wat: 'links om aan te melden', channel: AANMELDLINK_KANAAL, create: createAanmeldlinkBezorger },
  { wat: 'berichten over accounts', channel: ACCOUNTBERICHT_KANAAL, create: createAccountberichtBezorger },
  { wat: 'uitnodigingen', channel: UITNODIGING_KANAAL, create: createUitnodigingBezorger },
  { wat: 'berichten over bijeenkomsten', channel: AGENDABERICHT_KANAAL, create: createAgendaberichtBezorger },
] as const;

/** Mails people about their accounts as soon as there is something to say; each kind by itself, so that none holds up a link. */
@Injectable()
export class MailRunners implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(MailRunners.name);
  private readonly loops: readonly WakeLoop[];
  private running: readonly Promise<void>[] = [];

  constructor(
    @Inject(WORKER_CONFIG) config: WorkerConfig,
    @InjectDataSource() database: DataSource,
    private readonly senders: MailSenders,
  ) {
    const deps = mailDepsVan(config, database, senders);
    this.loops = MAILS.map(({ wat, channel, create }) => {
      const bezorger = create(deps);
      return new WakeLoop({
        databaseUrl: config.databaseUrl,
        channel,
        work: () => bezorger.bezorg(),
        onFault: (message) => {
          this.logger.warn(`${wat} worden later gemaild: ${message}`);
        },
      });
    });
  }

  onModuleInit(): void {
    this.running = this.loops.map((loop) => loop.run());
    for (const work of this.running) this.senders.usedBy(work);
  }

  async onApplicationShutdown(): Promise<void> {
    for (const loop of this.loops) loop.stop();
    await Promise.all(this.running);
  }
}
