import type { Request } from 'express';
import type { HerkendVerzoek } from '../toegang/rollen.decorator.js';

/** Who asks: keys of commands and limits are counted per caller. Opaque; the same for each request of one caller. */
export const callerOf = (request: Request): string =>
  (request as HerkendVerzoek).rol ?? `adres ${request.ip ?? 'onbekend'}`;
