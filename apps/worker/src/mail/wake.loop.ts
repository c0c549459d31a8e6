import { luisterNaar, type Luisteraar } from './luisteraar.js';

/** Also without a word from the database, which says it only to who listens at that moment. */
const LOOK_AGAIN_MS = 5_000;

export interface WakeLoopOptions {
  readonly databaseUrl: string;
  /** Channel on which a commit tells that there is work. */
  readonly channel: string;
  /** Does all that there is to do. */
  readonly work: () => Promise<unknown>;
  /** Work, or listening, that failed; it is tried again. */
  readonly onFault: (message: string) => void;
}

/** Does work as soon as the database says that there is some, and looks now and then by itself. */
export class WakeLoop {
  private woken = false;
  private endRest = (): void => undefined;
  private listener: Luisteraar | undefined;
  private stopping = false;

  constructor(private readonly options: WakeLoopOptions) {}

  /** Until `stop`; what is under way then is finished first. Never rejects. */
  async run(): Promise<void> {
    for (;;) {
      try {
        this.listener ??= await this.listen();
        await this.options.work();
      } catch (error) {
        this.options.onFault(error instanceof Error ? error.message : String(error));
      }
      await this.rest();
      if (this.stopping) break;
    }
    await this.listener?.stop();
  }

  stop(): void {
    this.stopping = true;
    this.wake();
  }

  private listen(): Promise<Luisteraar> {
    return luisterNaar(this.options.databaseUrl, this.options.channel, {
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
    // Somebody asked while the last of it was being done, or the program is stopping.
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
