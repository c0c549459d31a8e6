import { NotFoundException } from '@nestjs/common';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Settings } from '../settings.js';
import { ProblemException } from './problem.js';

/** Where RFC 9116 has it. */
export const SECURITY_TXT_PATH = '/.well-known/security.txt';

const DAY_MS = 24 * 3_600_000;
/** RFC 9116 advises less than a year; whoever reads it fetches it anew. */
const VALID_DAYS = 180;

/** Midnight, so that the file is the same all day; without fractions, as RFC 3339 in its plainest form. */
const expires = (now: number): string =>
  new Date(Math.floor(now / DAY_MS + VALID_DAYS) * DAY_MS).toISOString().replace('.000', '');

/** Says where a weak spot can be reported (RFC 9116). Without a contact there is no such file. */
export function securityTxt({ securityContact, publicUrl }: Settings): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    if (request.path !== SECURITY_TXT_PATH) next();
    else if (securityContact === undefined) next(new NotFoundException());
    else if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.set('Allow', 'GET, HEAD');
      next(new ProblemException(405, `Dit adres kent ${request.method} niet. Gebruik GET.`));
    } else
      response
        .type('text/plain; charset=utf-8')
        .send(
          [
            `Contact: ${securityContact}`,
            `Expires: ${expires(Date.now())}`,
            'Preferred-Languages: nl, en',
            `Canonical: ${publicUrl}${SECURITY_TXT_PATH}`,
            '',
          ].join('\r\n'),
        );
  };
}
