import { Inject, Injectable } from '@nestjs/common';
import { ThrottlerStorage } from '@nestjs/throttler';
import type { Request } from 'express';
import { SESSIE_COOKIE } from '@maatwerktraject/database';
import { ProblemException } from '../http/problem.js';
import { SETTINGS, type Settings } from '../settings.js';
import { leesCookie } from './sessie.cookie.js';

const MINUUT_MS = 60_000;
/** Of what one caller may ask in a minute: 120 by default. An office of people whose sessions ended at night stays below it. */
const DEEL = 1 / 5;

/**
 * A brake on who tries sessions and tokens that open nothing, per address on the network. Nobody guesses 256 random bits:
 * it keeps a program that goes on with an old one, or tries a list, from filling the log. Counted in this process, as in
 * `RateLimitGuard`; what does open something is not counted here, so nobody is locked out by a neighbour behind one address.
 */
@Injectable()
export class RadenLimiet {
  private readonly limiet: number;

  constructor(
    @Inject(ThrottlerStorage) private readonly teller: ThrottlerStorage,
    @Inject(SETTINGS) { rateLimitPerMinute }: Settings,
  ) {
    this.limiet = Math.ceil(rateLimitPerMinute * DEEL);
  }

  /** Counts a request that was not recognised; not one that brought nothing. @throws ProblemException (429) */
  async tel(request: Request): Promise<void> {
    if (request.get('Authorization') === undefined && leesCookie(request, SESSIE_COOKIE) === undefined)
      return;
    const sleutel = `raden ${request.ip ?? 'onbekend'}`;
    const gezien = await this.teller.increment(sleutel, MINUUT_MS, this.limiet, MINUUT_MS, 'raden');
    if (!gezien.isBlocked) return;
    const wacht = Math.max(1, gezien.timeToBlockExpire);
    throw new ProblemException(
      429,
      `Vanaf dit adres is te vaak een sessie of token gebruikt dat niet (meer) geldig is. Wacht ${String(wacht)} seconden en meld u dan opnieuw aan.`,
      { code: 'te-veel-verzoeken', retryAfterSeconds: wacht },
    );
  }
}
