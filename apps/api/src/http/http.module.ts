import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { EtagInterceptor } from './etag.interceptor.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import { MediaTypeInterceptor } from './media-type.interceptor.js';
import { NextLinkInterceptor } from './next-link.interceptor.js';
import { TimeLimitInterceptor } from './time-limit.interceptor.js';

/** What happens around every route, the outermost first. The guards have been passed by then. */
const AROUND = [
  MediaTypeInterceptor,
  EtagInterceptor,
  TimeLimitInterceptor,
  NextLinkInterceptor,
  IdempotencyInterceptor,
];

@Module({ providers: AROUND.map((useClass) => ({ provide: APP_INTERCEPTOR, useClass })) })
export class HttpModule {}
