import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { blindIndex, emailIndex } from '@maatwerktraject/crypto';
import type { Request } from 'express';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { ProblemException } from '../http/problem.js';
import { SETTINGS, type Settings } from '../settings.js';

const UUR = 3600;
/** Links by mail to one address, asked for from one place: whoever asks for somebody else locks himself out. */
const PER_EMAIL_EN_ADRES = { points: 5, duration: UUR };
/** Links by mail to one address, from anywhere; more would fill somebody's mailbox. What was sent by then goes on working. */
const PER_EMAIL = { points: 20, duration: UUR };
/** Logins of any kind from one place on the network; an office shares one. */
const PER_ADRES = { points: 120, duration: UUR };

/** How often somebody may try to log in. Counted in PostgreSQL, so for all APIs together, and past a restart. */
@Injectable()
export class AanmeldLimiet {
  private readonly perEmailEnAdres: RateLimiterPostgres;
  private readonly perEmail: RateLimiterPostgres;
  private readonly perAdres: RateLimiterPostgres;

  constructor(
    @InjectDataSource() source: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    const store = { storeClient: source, storeType: 'typeorm', tableName: 'limiet', tableCreated: true };
    this.perEmailEnAdres = new RateLimiterPostgres({
      ...store,
      keyPrefix: 'email-adres',
      ...PER_EMAIL_EN_ADRES,
    });
    this.perEmail = new RateLimiterPostgres({ ...store, keyPrefix: 'email', ...PER_EMAIL });
    this.perAdres = new RateLimiterPostgres({ ...store, keyPrefix: 'adres', ...PER_ADRES });
  }

  /** Counts an attempt from where this request comes. @throws ProblemException (429) */
  async telAdres(request: Request): Promise<void> {
    await this.tel(this.perAdres, this.adresVan(request));
  }

  /** Takes back what `telAdres` counted: it was the second step of a login whose first step is counted. */
  async telAdresTerug(request: Request): Promise<void> {
    await this.perAdres.reward(this.adresVan(request));
  }

  /**
   * Counts a request for a link to this address, known or not. One place that has asked enough counts no further for the
   * address itself: it cannot use up what others may ask.
   * @throws ProblemException (429)
   */
  async telEmail(email: string, request: Request): Promise<void> {
    const index = emailIndex(this.settings.keyring, email).toString('hex');
    await this.tel(this.perEmailEnAdres, `${index}:${this.adresVan(request)}`);
    await this.tel(this.perEmail, index);
  }

  private adresVan({ ip = '' }: Request): string {
    return blindIndex(this.settings.keyring, ip, 'limiet.adres').toString('hex');
  }

  private async tel(limiter: RateLimiterPostgres, key: string): Promise<void> {
    try {
      await limiter.consume(key);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      const seconden = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
      throw new ProblemException(
        429,
        `Dit is te vaak geprobeerd. Wacht ${String(Math.ceil(seconden / 60))} minuten en probeer het dan opnieuw.`,
        { code: 'te-vaak', retryAfterSeconds: seconden },
      );
    }
  }
}
