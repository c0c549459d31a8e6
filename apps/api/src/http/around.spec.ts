import type { CallHandler, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { lastValueFrom, NEVER, of } from 'rxjs';
import { tooMuchIn } from './body.middleware.js';
import { TIME_LIMIT, TimeLimitInterceptor } from './time-limit.interceptor.js';

describe('tijd per verzoek', () => {
  const route = () => undefined;
  Reflect.defineMetadata(TIME_LIMIT, 20, route);
  const context = { getHandler: () => route } as unknown as ExecutionContext;
  const around = (handle: CallHandler['handle']) =>
    lastValueFrom(new TimeLimitInterceptor(new Reflector()).intercept(context, { handle }));

  it('ends with a problem when a route takes longer than it may', async () => {
    await expect(around(() => NEVER)).rejects.toMatchObject({
      status: 503,
      extras: { code: 'duurt-te-lang', retryAfterSeconds: 5 },
    });
    expect(await around(() => of('klaar'))).toBe('klaar');
  });
});

describe('grenzen van JSON', () => {
  const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);

  it('counts levels and values', () => {
    expect(tooMuchIn(nested(32))).toBeUndefined();
    expect(tooMuchIn(nested(33))).toMatch(/32 lagen/);
    expect(tooMuchIn({ a: Array.from({ length: 19_998 }, () => 1) })).toBeUndefined();
    expect(tooMuchIn({ a: Array.from({ length: 19_999 }, () => 1) })).toMatch(/te veel velden/);
    expect(tooMuchIn(Buffer.alloc(100_000))).toBeUndefined();
  });
});
