import type { Request } from 'express';
import type { HerkendVerzoek } from '../toegang/aangemelde.js';

/** Who asks: keys of commands and limits are counted per caller. Opaque; the same for each request of one caller. */
export const callerOf = (request: Request): string =>
  (request as HerkendVerzoek).wie?.accountId ?? `adres ${request.ip ?? 'onbekend'}`;
