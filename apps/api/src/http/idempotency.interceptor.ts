import {
  Inject,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Probleem } from '@maatwerktraject/contracts';
import type { Response } from 'express';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { open, seal } from '@maatwerktraject/crypto';
import { ScopedDatabase } from '../database/scoped.database.js';
import { SETTINGS, type Settings } from '../settings.js';
import type { HerkendVerzoek } from '../toegang/aangemelde.js';
import { fingerprint } from './canonical.js';
import { IDEMPOTENCY_HEADER, idempotencyKey } from './idempotency-key.decorator.js';
import { claim, free, keep, removeExpired, type Claim, type Earlier } from './idempotency.query.js';
import { COMMAND } from './operation.decorator.js';
import { problemOf } from './problem.filter.js';
import { ProblemException } from './problem.js';

const OTHER_REQUEST = new ProblemException(
  422,
  'Dit kenmerk is al gebruikt voor een ander verzoek. Stuur een nieuw kenmerk mee.',
  { code: 'kenmerk-al-gebruikt' },
);
const UNDER_WAY = new ProblemException(
  409,
  'Dit verzoek wordt nog uitgevoerd. Wacht even en vraag het opnieuw, met hetzelfde kenmerk.',
  { code: 'verzoek-loopt-nog', retryAfterSeconds: 1 },
);

const SEALED_AS = 'idempotentie.antwoord';

/** One in so many commands also clears away old answers. */
const CLEAR_EVERY = 50;

/**
 * The `Idempotency-Key` of commands: the answer is kept, and given again to the same request with the same key.
 * @see ADR 0012
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  private commands = 0;

  constructor(
    private readonly reflector: Reflector,
    private readonly database: ScopedDatabase,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<HerkendVerzoek>();
    const header = request.get(IDEMPOTENCY_HEADER);
    const { wie } = request;
    if (
      header === undefined ||
      !wie ||
      !this.reflector.get<boolean | undefined>(COMMAND, context.getHandler())
    )
      return next.handle();
    const mine: Claim = {
      accountId: wie.accountId,
      kenmerk: idempotencyKey(header),
      vingerafdruk: fingerprint({
        // In another role it is another request: who acts as adviseur gets no answer that a beheerder was given.
        role: wie.rol,
        method: request.method,
        path: `${request.baseUrl}${request.path}`,
        body: request.body as unknown,
      }),
    };
    // A promise: the answer is kept also when nobody waits for it any more.
    return from(this.once(mine, next, context.switchToHttp().getResponse<Response>()));
  }

  private async once(mine: Claim, next: CallHandler, response: Response): Promise<unknown> {
    if (this.commands++ % CLEAR_EVERY === 0) await removeExpired(this.database);
    const earlier = await claim(this.database, mine);
    if (earlier) return this.replay(mine, earlier, response);
    try {
      const answer: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      await keep(this.database, mine, response.statusCode, this.sealed(answer));
      return answer;
    } catch (error) {
      const problem = problemOf(error);
      // What failed by us may succeed next time; a refusal is an answer.
      await (problem.status >= 500
        ? free(this.database, mine)
        : keep(this.database, mine, problem.status, this.sealed(problem.body())));
      throw error;
    }
  }

  private replay(mine: Claim, { vingerafdruk, status, antwoord }: Earlier, response: Response): unknown {
    if (!vingerafdruk.equals(mine.vingerafdruk)) throw OTHER_REQUEST;
    if (status === null || antwoord === null) throw UNDER_WAY;
    response.set('Idempotency-Replayed', 'true');
    const answer: unknown = JSON.parse(open(this.settings.keyring, antwoord, SEALED_AS));
    if (status >= 400) throw ProblemException.from(answer as Probleem);
    response.status(status);
    return answer ?? undefined;
  }

  private sealed(answer: unknown): string {
    return seal(this.settings.keyring, JSON.stringify(answer ?? null), SEALED_AS);
  }
}
