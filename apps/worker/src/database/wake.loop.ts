import { luisterNaar, type Luisteraar } from './luisteraar.js';

/** Also without a word from the database, which says it only to who listens at that moment. */
const LOOK_AGAIN_MS = 5_000;

export interface WakeLoopOptions {
  readonly databaseUrl: string;
  /** Channel on which a commit tells that there is work. */
  readonly channel: string;
  /** Takes together what comes within so many milliseconds; at once by default. */
  readonly togetherMs?: number;
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
      await this.rest(this.options.togetherMs ?? 0, () => this.stopping);
      await this.rest(LOOK_AGAIN_MS, () => this.woken || this.stopping);
      this.woken = false;
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

  /** Until `ms` have passed, or `enough` holds: somebody asked meanwhile, or the program is stopping. */
  private async rest(ms: number, enough: () => boolean): Promise<void> {
    if (ms === 0 || enough()) return;
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
