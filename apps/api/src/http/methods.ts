import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { ProblemException } from './problem.js';

interface Route {
  readonly path: string;
  readonly methods: Readonly<Record<string, boolean>>;
}

interface Layer {
  readonly route?: Route;
  match(path: string): unknown;
}

/** The methods that some route takes on this path, in capitals; none when no route has this path. */
type MethodsOf = (path: string) => readonly string[];

const parametersOf = ({ path }: Route): number => path.split(':').length - 1;

/** Looks in the router itself, so that no second list of routes can go stale. */
const methodsOf =
  (app: NestExpressApplication): MethodsOf =>
  (path) => {
    const { router } = app.getHttpAdapter().getInstance() as unknown as { router: { stack: Layer[] } };
    const routes = router.stack.flatMap((layer) => {
      const { route } = layer;
      // A route for every method at once is middleware of the framework.
      return route && Object.keys(route.methods).length === 1 && layer.match(path) ? [route] : [];
    });
    // A word in the address is no ID: what is named outright is meant, and not what has a parameter there.
    const fewest = Math.min(...routes.map(parametersOf));
    const upper = routes
      .filter((route) => parametersOf(route) === fewest)
      .flatMap(({ methods }) => Object.keys(methods).map((method) => method.toUpperCase()));
    return [...new Set(upper.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))].sort();
  };

/**
 * Refuses a method that the path of a request does not have. Comes before the routes: otherwise another one takes the
 * request, with the word in the address for an ID (`DELETE /deelnemers/csv`).
 */
export function knownMethods(app: NestExpressApplication): RequestHandler {
  const methodsAt = methodsOf(app);
  return (request: Request, response: Response, next: NextFunction) => {
    const methods = methodsAt(`${request.baseUrl}${request.path}`);
    if (methods.length === 0 || methods.includes(request.method)) {
      next();
      return;
    }
    response.set('Allow', methods.join(', '));
    next(
      new ProblemException(405, `Dit adres kent ${request.method} niet. Gebruik ${methods.join(' of ')}.`),
    );
  };
}
