import { join } from 'node:path';
import { NotFoundException } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import { API_PREFIX } from '../api-version.js';

const YEAR_MS = 365 * 24 * 3_600_000;

const isPage = (request: Request): boolean =>
  (request.method === 'GET' || request.method === 'HEAD') &&
  !/^\/(api|health|assets)(\/|$)/.test(request.path) &&
  // The front page for everyone; elsewhere only who asks for a page gets it, and a wrong address stays a 404.
  (request.path === '/' || (request.get('Accept') ?? '').includes('text/html'));

const OURS = new RegExp(`^/(${API_PREFIX}|health)(/|$)`);

/** An address has one form: with a slash behind it, it is another one (NL GOV /core/no-trailing-slash). */
const hasSlashBehind = (path: string): boolean =>
  path.endsWith('/') && !path.startsWith(`/${API_PREFIX}/docs/`);

/** No page, no file and no route: the same kind of refusal as from a route. */
function elsewhere(request: Request, _response: Response, next: NextFunction): void {
  const { path } = request;
  next(OURS.test(path) && !hasSlashBehind(path) ? undefined : new NotFoundException());
}

/**
 * Serves the built web app; every address that is no file gives its one page, which finds the way itself. No redirect to
 * a folder: its address would be the one of the request, with the host that the request says.
 */
export function serveWebApp(app: NestExpressApplication, directory: string): void {
  // The names of these files hold a hash of what is in them.
  app.use(
    '/assets',
    express.static(join(directory, 'assets'), {
      immutable: true,
      maxAge: YEAR_MS,
      index: false,
      redirect: false,
    }),
  );
  const files = express.static(directory, { index: false, redirect: false, cacheControl: false });
  // What a route answers is no file: looking on the disk for it took a tenth of the work of a request.
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (OURS.test(request.path)) next();
    else files(request, response, next);
  });
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (!isPage(request)) {
      next();
      return;
    }
    response.sendFile(
      join(directory, 'index.html'),
      { cacheControl: false, headers: { 'Cache-Control': 'no-store' } },
      (error) => {
        // Not built: then the address is simply not there.
        if (error) next();
      },
    );
  });
  app.use(elsewhere);
}
