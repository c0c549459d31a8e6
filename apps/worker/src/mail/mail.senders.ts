import { createSmtpVerzender, type Verzender } from '@maatwerktraject/activities';
import type { WorkerConfig } from '@maatwerktraject/config';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { WORKER_CONFIG } from '../worker.config.js';

/** The mail servers: one pool of connections each, for all that mails. */
@Injectable()
export class MailSenders implements OnApplicationShutdown {
  readonly echt: Verzender;
  /** For oefencohorten; null where nobody practises. */
  readonly oefen: Verzender | null;
  private users: Promise<void>[] = [];

  constructor(@Inject(WORKER_CONFIG) { smtpUrl, practiceSmtpUrl, mailReturnPath }: WorkerConfig) {
    this.echt = createSmtpVerzender(smtpUrl, mailReturnPath);
    this.oefen = practiceSmtpUrl === undefined ? null : createSmtpVerzender(practiceSmtpUrl, mailReturnPath);
  }

  /** Stays open until this work has ended. */
  usedBy(work: Promise<void>): void {
    this.users.push(work);
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.users);
    this.echt.sluit();
    this.oefen?.sluit();
  }
}
