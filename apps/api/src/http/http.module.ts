import { Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';
import { SETTINGS } from '../settings.js';
import { EtagInterceptor } from './etag.interceptor.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import { MediaTypeInterceptor } from './media-type.interceptor.js';
import { NextLinkInterceptor } from './next-link.interceptor.js';
import { RateLimitGuard, rateLimitOptions } from './rate-limit.guard.js';
import { TimeLimitInterceptor } from './time-limit.interceptor.js';

/** What happens around every route, the outermost first. The guards have been passed by then. */
const AROUND = [
  MediaTypeInterceptor,
  EtagInterceptor,
  TimeLimitInterceptor,
  NextLinkInterceptor,
  IdempotencyInterceptor,
];

@Module({
  imports: [ThrottlerModule.forRootAsync({ inject: [SETTINGS], useFactory: rateLimitOptions })],
  providers: [
    // After the guard that says who asks, for that is who is counted: see the order in app.module.ts.
    { provide: APP_GUARD, useClass: RateLimitGuard },
    ...AROUND.map((useClass) => ({ provide: APP_INTERCEPTOR, useClass })),
  ],
})
export class HttpModule {}
