import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';

const YEAR_SECONDS = 365 * 24 * 3_600;
/** Once here over https, then for a year over https alone; other names below ours too. */
export const HSTS = `max-age=${String(YEAR_SECONDS)}; includeSubDomains`;

const DIRECTIVES = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'manifest-src': ["'self'"],
  'object-src': ["'none'"],
  'form-action': ["'self'"],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'none'"],
};

// Swagger UI writes its own styles into the page; its scripts are files.
const DOCUMENTATION = { ...DIRECTIVES, 'style-src': ["'self'", "'unsafe-inline'"] };

const withPolicy = (directives: Record<string, string[]>, https: boolean): RequestHandler =>
  helmet({
    contentSecurityPolicy: { useDefaults: false, directives },
    strictTransportSecurity: https && { maxAge: YEAR_SECONDS, includeSubDomains: true },
    referrerPolicy: { policy: 'same-origin' },
  });

/** Security headers on everything; `https` says whether people reach us over https. */
export function securityHeaders(https: boolean): RequestHandler[] {
  const strict = withPolicy(DIRECTIVES, https);
  const documentation = withPolicy(DOCUMENTATION, https);
  return [
    (request: Request, response: Response, next: NextFunction) => {
      (request.path.startsWith('/api/v1/docs') ? documentation : strict)(request, response, next);
    },
  ];
}
