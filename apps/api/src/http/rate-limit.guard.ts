import { Injectable } from '@nestjs/common';
import { ThrottlerGuard, type ThrottlerModuleOptions, type ThrottlerRequest } from '@nestjs/throttler';
import type { Request, Response } from 'express';
import type { Settings } from '../settings.js';
import { callerOf } from './caller.js';
import { ProblemException } from './problem.js';

const MINUTE_MS = 60_000;

/** The name of the one policy there is, in the headers. */
const POLICY = '"aanroeper"';

export const rateLimitOptions = ({ rateLimitPerMinute }: Settings): ThrottlerModuleOptions => [
  { ttl: MINUTE_MS, limit: rateLimitPerMinute },
];

/**
 * A brake on how fast one caller asks: all routes together, so many a minute. It counts in this process alone, which is
 * enough for a brake; where a limit guards something (logging in) it counts in the database.
 */
@Injectable()
export class RateLimitGuard extends ThrottlerGuard {
  protected override async handleRequest(asked: ThrottlerRequest): Promise<boolean> {
    const { context, limit, ttl, blockDuration } = asked;
    const http = context.switchToHttp();
    const response = http.getResponse<Response>();
    const seen = await this.storageService.increment(
      callerOf(http.getRequest<Request>()),
      ttl,
      limit,
      blockDuration,
      'default',
    );
    const wait = seen.isBlocked ? seen.timeToBlockExpire : seen.timeToExpire;
    const left = Math.max(0, limit - seen.totalHits);
    // As the IETF draft has it, and as NL GOV and older clients know it.
    response.set({
      'RateLimit-Policy': `${POLICY};q=${String(limit)};w=${String(ttl / 1000)}`,
      RateLimit: `${POLICY};r=${String(left)};t=${String(wait)}`,
      'RateLimit-Limit': String(limit),
      'RateLimit-Remaining': String(left),
      'RateLimit-Reset': String(wait),
    });
    if (seen.isBlocked)
      throw new ProblemException(
        429,
        `U vraagt te veel achter elkaar. Wacht ${String(wait)} seconden en probeer het opnieuw.`,
        { code: 'te-veel-verzoeken', retryAfterSeconds: wait },
      );
    return true;
  }
}
