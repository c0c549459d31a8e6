import type { NestExpressApplication } from '@nestjs/platform-express';

interface Route {
  readonly path: string;
  readonly methods: Readonly<Record<string, boolean>>;
}

interface Layer {
  readonly route?: Route;
  match(path: string): unknown;
}

/** The methods that some route takes on this path, in capitals; none when no route has this path. */
export type MethodsOf = (path: string) => readonly string[];

const parametersOf = ({ path }: Route): number => path.split(':').length - 1;

/** Looks in the router itself, so that no second list of routes can go stale. */
export const methodsOf =
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
