import type { CallHandler, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { lastValueFrom, NEVER, of } from 'rxjs';
import { tooMuchIn } from './body.middleware.js';
import { matches, weakTag } from './etag.interceptor.js';
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

describe('ETags', () => {
  it('match by the weak comparison, also in a list', () => {
    for (const header of ['"3"', 'W/"3"', '"1", W/"3"', '*', ' "3" '])
      expect(matches(header, '"3"')).toBe(true);
    for (const header of [undefined, '', '3', '"33"', '"1", "2"']) expect(matches(header, '"3"')).toBe(false);
    expect(matches('"3"', 'W/"3"')).toBe(true);
  });

  it('change with the content, and not with the clock', () => {
    const traject = (nu: string, naam: string) => JSON.stringify({ nu, naam });
    expect(weakTag(traject('1', 'a'))).toBe(weakTag(traject('2', 'a')));
    expect(weakTag(traject('1', 'a'))).not.toBe(weakTag(traject('1', 'b')));
    // A text that looks like a clock is none.
    expect(weakTag(traject('1', '"nu":"1"'))).not.toBe(weakTag(traject('1', '"nu":"2"')));
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
