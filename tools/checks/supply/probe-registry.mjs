import { createServer } from 'node:http';
import { join } from 'node:path';
import { askAudit, withProject } from './npm-audit.mjs';

const packument = (name, version) => ({
  name,
  'dist-tags': { latest: version },
  versions: { [version]: { name, version } },
});
const packuments = { '/proef': packument('proef', '1.0.0'), '/lodash': packument('lodash', '4.17.4') };

/**
 * Lets npm itself audit a project that uses `proef` 1.0.0, at a registry on this computer.
 * @param {Record<string, object[]> | undefined} advisories what the registry knows, by package; undefined for one without
 *   such a service
 * @param {Record<string, string>} [settings] of npm, as environment
 */
export async function auditWith(advisories, settings = {}) {
  const server = createServer((request, response) => {
    request.resume();
    const body = request.url.startsWith('/-/npm/v1/security/') ? advisories : packuments[request.url];
    response.writeHead(body ? 200 : 405, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body ?? {}));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const registry = `http://127.0.0.1:${server.address().port}/`;
    return await withProject('proef', '1.0.0', (cwd) =>
      askAudit({
        cwd,
        env: { npm_config_registry: registry, npm_config_cache: join(cwd, 'cache'), ...settings },
      }),
    );
  } finally {
    server.close();
  }
}
