import { WEBHOOK_KANAAL } from '@maatwerktraject/database';
import { Logger } from '@nestjs/common';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import type { WebhookStarter } from './webhook.starter.js';

/** Also without a word from the database, which says it only to who listens at that moment. */
const LOOK_AGAIN_MS = 5_000;
/** A busy morning writes many facts a second: they are taken together. */
const TOGETHER_MS = 250;

/**
 * Gives new facts their number and wakes the processes of the webhooks that hear of them. It remembers nothing: what waits
 * is in the database, so that nothing is lost while no worker runs. Two of these do no harm.
 */
export class WebhookWekker {
  private readonly logger = new Logger(WebhookWekker.name);
  private running: Promise<void> = Promise.resolve();
  private woken = false;
  private endRest = (): void => undefined;
  private listener: pg.Client | undefined;
  private stopping = false;

  constructor(
    private readonly database: DataSource,
    private readonly databaseUrl: string,
    private readonly wek: WebhookStarter,
  ) {}

  start(): void {
    this.running = this.keepRunning();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.wake();
    await this.running;
  }

  private async keepRunning(): Promise<void> {
    while (!this.stopping) {
      try {
        this.listener ??= await this.listen();
        await this.database.query('SELECT nummer_gebeurtenissen()');
        const webhooks = await this.database.query<{ webhook_id: string }[]>(
          'SELECT webhook_id FROM wek_webhooks()',
        );
        // One that could not be woken is due for half a minute soon enough, and then comes back.
        for (const { webhook_id: id } of webhooks) await this.wek(id);
      } catch (error) {
        this.logger.warn(
          `webhooks worden later gewekt: ${error instanceof Error ? error.message : String(error)}`,
        );
      }
      await this.rest(TOGETHER_MS, () => this.stopping);
      await this.rest(LOOK_AGAIN_MS, () => this.woken || this.stopping);
      this.woken = false;
    }
    await this.listener?.end().catch(() => undefined);
  }

  private async listen(): Promise<pg.Client> {
    const connection = new pg.Client({ connectionString: this.databaseUrl, keepAlive: true });
    connection.on('error', () => {
      this.listener = undefined;
      this.wake();
    });
    connection.on('notification', () => {
      this.wake();
    });
    await connection.connect();
    await connection.query(`LISTEN ${WEBHOOK_KANAAL}`);
    return connection;
  }

  private wake(): void {
    this.woken = true;
    this.endRest();
  }

  private async rest(ms: number, enough: () => boolean): Promise<void> {
    if (enough()) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.endRest = () => {
        if (!enough()) return;
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
