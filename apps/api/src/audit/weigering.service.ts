import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { ScopedDatabase } from '../database/scoped.database.js';
import type { HerkendVerzoek } from '../toegang/aangemelde.js';
import { schrijfAudit } from './audit.query.js';
import { onderwerpVan } from './verzoek.js';

/** Lines about refusals that one account can cause in a minute. The last of them says that the rest is left out. */
export const WEIGERINGEN_PER_MINUUT = 10;

/**
 * Writes down what was refused to somebody who had logged in: what his role may not do, and what was not there for him. So
 * many lines a minute for each account, counted in PostgreSQL: nobody fills the audit log by asking in vain.
 */
@Injectable()
export class WeigeringService {
  private readonly logger = new Logger('audit');
  private readonly teller: RateLimiterPostgres;

  constructor(
    private readonly database: ScopedDatabase,
    @InjectDataSource() source: DataSource,
  ) {
    this.teller = new RateLimiterPostgres({
      storeClient: source,
      storeType: 'typeorm',
      tableName: 'limiet',
      tableCreated: true,
      keyPrefix: 'weigering',
      points: WEIGERINGEN_PER_MINUUT,
      duration: 60,
    });
  }

  /** Never fails: a refusal stays a refusal, also when it could not be written down. */
  async noteer(request: HerkendVerzoek, operatie: string, status: number): Promise<void> {
    const { wie } = request;
    if (!wie) return;
    try {
      const { consumedPoints } = await this.teller.consume(wie.accountId);
      await this.database.transaction((db) =>
        schrijfAudit(db, {
          handeling: 'geweigerd',
          onderwerp: onderwerpVan(request.params),
          inhoud: {
            operatie,
            status,
            ...(consumedPoints === WEIGERINGEN_PER_MINUUT ? { verder: 'deze minuut niet opgeschreven' } : {}),
          },
          request,
        }),
      );
    } catch (error) {
      if (error instanceof RateLimiterRes) return;
      this.logger.error(
        `a refusal was not written down: ${error instanceof Error ? error.message : 'unknown'}`,
      );
    }
  }
}
