import { Global, Inject, Injectable, Logger, Module } from '@nestjs/common';
import { blindIndex } from '@maatwerktraject/crypto';
import type { Request } from 'express';
import { SETTINGS, type Settings } from '../settings.js';

const MINUTE_MS = 60_000;
/** Lines that all callers together can cause in a minute. The last of them says that the rest is left out. */
const LINES_PER_MINUTE = 100;
const LONGEST_PATH = 200;

/** Refusals by `code` that tell of somebody who tries, and not of somebody who errs. */
const CODES = new Set([
  'bewijs-verlopen',
  'geen-rol',
  'link-verlopen',
  'niet-aangemeld',
  'te-ingewikkeld',
  'te-vaak',
  'te-veel-verzoeken',
  'verkeerd-soort-inhoud',
  'vreemde-herkomst',
]);
/** The same by status: too large, too long, and what is no method of ours. */
const STATUSES = new Set([405, 413, 414]);

/**
 * Writes down attempts of which nobody can say who made them: logins that failed, and requests that were refused before it
 * was known who asked. What is refused to somebody who is known stands in the audit log. A caller is written as the same
 * blind index that counts his attempts: lines of one place on the network belong together, and do not say which it is.
 */
@Injectable()
export class SecurityLog {
  private readonly logger = new Logger('beveiliging');
  private since = 0;
  private lines = 0;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  /** A refusal, when it is one of those above. */
  refused(request: Request, status: number, code: string | undefined): void {
    if (code === 'niet-aangemeld' && !showsSomething(request)) return;
    if (STATUSES.has(status) || (code !== undefined && CODES.has(code)))
      this.write(request, `${String(status)}${code === undefined ? '' : ` ${code}`}`);
  }

  /** A login that ended in no session, and why. */
  loginFailed(request: Request, why: string): void {
    this.write(request, `login failed: ${why}`);
  }

  private write(request: Request, what: string): void {
    const now = Date.now();
    if (now - this.since >= MINUTE_MS) [this.since, this.lines] = [now, 0];
    this.lines += 1;
    if (this.lines > LINES_PER_MINUTE) return;
    const rest = this.lines === LINES_PER_MINUTE ? ' (the rest of this minute is left out)' : '';
    const from = blindIndex(this.settings.keyring, request.ip ?? '', 'limiet.adres')
      .toString('hex')
      .slice(0, 12);
    const path = `${request.method} ${`${request.baseUrl}${request.path}`.slice(0, LONGEST_PATH)}`;
    this.logger.warn(
      `${path} (${String(request.res?.getHeader('X-Request-Id'))}) from ${from}: ${what}${rest}`,
    );
  }
}

/** Whether a request shows a token or a cookie at all: without, it is a page that looks whether somebody is logged in. */
const showsSomething = ({ headers }: Request): boolean =>
  headers.authorization !== undefined || headers.cookie !== undefined;

@Global()
@Module({ providers: [SecurityLog], exports: [SecurityLog] })
export class SecurityLogModule {}
