import { WEBHOOK_KANAAL } from '@maatwerktraject/database';
import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { WakeLoop } from '../database/wake.loop.js';
import type { WebhookStarter } from './webhook.starter.js';

/** A busy morning writes many facts a second: they are taken together. */
const TOGETHER_MS = 250;

const tekstVan = (fout: unknown): string => (fout instanceof Error ? fout.message : String(fout));

/**
 * Gives new facts their number and wakes the processes of the webhooks that hear of them. It remembers nothing: what waits
 * is in the database, so that nothing is lost while no worker runs. Two of these do no harm.
 */
export class WebhookWekker {
  private readonly logger = new Logger(WebhookWekker.name);
  private readonly loop: WakeLoop;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: DataSource,
    databaseUrl: string,
    private readonly wek: WebhookStarter,
  ) {
    this.loop = new WakeLoop({
      databaseUrl,
      channel: WEBHOOK_KANAAL,
      togetherMs: TOGETHER_MS,
      work: () => this.wekAlle(),
      onFault: (message) => {
        this.logger.warn(`webhooks worden later gewekt: ${message}`);
      },
    });
  }

  start(): void {
    this.running = this.loop.run();
  }

  async stop(): Promise<void> {
    this.loop.stop();
    await this.running;
  }

  private async wekAlle(): Promise<void> {
    // What ran out by itself; what somebody took away was stopped at that moment. Before the numbers: it hears of nothing more.
    await this.database.query('SELECT stop_webhooks_zonder_recht()');
    await this.database.query('SELECT nummer_gebeurtenissen()');
    const webhooks = await this.database.query<{ webhook_id: string }[]>(
      'SELECT webhook_id FROM wek_webhooks()',
    );
    // One that could not be woken holds up no other; it is due for half a minute soon enough, and then comes back.
    const uitkomsten = await Promise.allSettled(webhooks.map(({ webhook_id: id }) => this.wek(id)));
    const fouten = uitkomsten.flatMap((uitkomst) =>
      uitkomst.status === 'rejected' ? [tekstVan(uitkomst.reason)] : [],
    );
    if (fouten.length > 0)
      throw new Error(`${String(fouten.length)} van ${String(webhooks.length)}: ${fouten[0] ?? ''}`);
  }
}
