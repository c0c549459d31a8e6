import { fileURLToPath } from 'node:url';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { rememberIdentity } from './database/scoped.database.js';
import { API_PREFIX } from './api-version.js';
import { bodyParsers } from './http/body.middleware.js';
import { ContractPipe } from './http/contract.pipe.js';
import { knownMethods } from './http/methods.js';
import { ProblemFilter } from './http/problem.filter.js';
import { apiVersion, noStore, requestId } from './http/request.middleware.js';
import { SecurityLog } from './http/security-log.js';
import { securityTxt } from './http/security-txt.js';
import { securityHeaders } from './http/security.middleware.js';
import { limitServer, urlLimit } from './http/server-limits.js';
import { serveWebApp } from './http/web-app.js';
import { serveDocumentation } from './openapi/documentation.js';
import type { Settings } from './settings.js';

const WEB_APP = fileURLToPath(new URL('../../web/dist/', import.meta.url));

/** Options for `NestFactory.create`: the body parsers are ours, for their limits. */
export const APP_OPTIONS = { bodyParser: false } as const;

/** Puts the HTTP side of the API in order; call it before `app.init()` or `app.listen()`. */
export function setUpApp(app: NestExpressApplication, settings: Settings): void {
  app.disable('x-powered-by');
  app.set('etag', false);
  // Who knocks: the address of the connection, or what so many proxies of our own say of it.
  app.set('trust proxy', settings.trustedProxies);
  const https = settings.publicUrl.startsWith('https:');
  app.use(requestId, rememberIdentity, ...securityHeaders(https));
  app.use(['/api', '/health'], noStore, apiVersion);
  limitServer(app.getHttpServer(), https);
  app.use(urlLimit, ...bodyParsers());
  app.use(securityTxt(settings));
  serveWebApp(app, WEB_APP);
  app.setGlobalPrefix(API_PREFIX, { exclude: ['health/live', 'health/ready'] });
  app.useGlobalPipes(new ContractPipe());
  app.useGlobalFilters(new ProblemFilter(app.get(SecurityLog)));
  serveDocumentation(app);
  app.use(knownMethods(app));
}
