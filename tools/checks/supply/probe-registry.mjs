import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askAudit } from './npm-audit.mjs';

const packument = {
  name: 'proef',
  'dist-tags': { latest: '1.0.0' },
  versions: { '1.0.0': { name: 'proef', version: '1.0.0' } },
};

/**
 * Lets npm itself audit a project that uses `proef` 1.0.0, at a registry on this computer.
 * @param {object[] | undefined} advisories what the registry knows of it; undefined for one without such a service
 */
export async function auditWith(advisories) {
  const server = createServer((request, response) => {
    request.resume();
    const audit = request.url.startsWith('/-/npm/v1/security/');
    const status = request.url === '/proef' || (audit && advisories) ? 200 : 405;
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(audit ? { proef: advisories } : packument));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const tree = mkdtempSync(join(tmpdir(), 'proef-'));
  try {
    const manifest = { name: 'project', version: '1.0.0', dependencies: { proef: '1.0.0' } };
    const packages = { '': manifest, 'node_modules/proef': { version: '1.0.0' } };
    writeFileSync(join(tree, 'package.json'), JSON.stringify(manifest));
    writeFileSync(
      join(tree, 'package-lock.json'),
      JSON.stringify({ ...manifest, lockfileVersion: 3, packages }),
    );
    const npm_config_registry = `http://127.0.0.1:${server.address().port}/`;
    return await askAudit({ cwd: tree, env: { npm_config_registry, npm_config_cache: join(tree, 'cache') } });
  } finally {
    server.close();
    rmSync(tree, { recursive: true, force: true });
  }
}
