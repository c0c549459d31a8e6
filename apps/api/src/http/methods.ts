import type { NestExpressApplication } from '@nestjs/platform-express';

interface Layer {
  readonly route?: { readonly methods: Readonly<Record<string, boolean>> };
  match(path: string): unknown;
}

/** The methods that some route takes on this path, in capitals; none when no route has this path. */
export type MethodsOf = (path: string) => readonly string[];

/** Looks in the router itself, so that no second list of routes can go stale. */
export const methodsOf =
  (app: NestExpressApplication): MethodsOf =>
  (path) => {
    const { router } = app.getHttpAdapter().getInstance() as unknown as { router: { stack: Layer[] } };
    const methods = router.stack.flatMap((layer) => {
      const methods = Object.keys(layer.route?.methods ?? {});
      // A route for every method at once is middleware of the framework.
      return methods.length === 1 && layer.match(path) ? methods : [];
    });
    const upper = methods.map((method) => method.toUpperCase());
    return [...new Set(upper.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))].sort();
  };
