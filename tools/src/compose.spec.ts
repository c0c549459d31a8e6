import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  parseApiConfig,
  parseCodecConfig,
  parseMigrationConfig,
  parseWorkerConfig,
  variables,
} from '@maatwerktraject/config';
import { root } from './paths.js';
import { compose, composeText, demanded, environmentOf, filledEnv, initStatements } from './test-compose.js';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const services = Object.entries(compose.services);

describe('docker-compose.yml', () => {
  it('has the whole topology', () => {
    expect(Object.keys(compose.services)).toEqual(
      expect.arrayContaining([
        'postgres',
        'temporal-schema',
        'temporal',
        'temporal-ui',
        'mailpit',
        'migrations',
        'api',
        'beheer',
        'worker',
        'codec',
      ]),
    );
  });

  it.each(services)('%s pins its image, or is built here', (_name, service) => {
    if (service.build === undefined) expect(service.image).toMatch(/:v?\d+\.\d+/);
  });

  it.each(services)('%s waits only for services that can be what it waits for', (_name, service) => {
    for (const [other, { condition, required }] of Object.entries(service.depends_on ?? {})) {
      const target = compose.services[other];
      expect(target).toBeDefined();
      if (condition === 'service_healthy') expect(target?.healthcheck).toBeDefined();
      // A service behind a profile is absent without it.
      if (target?.profiles !== undefined && service.profiles === undefined) expect(required).toBe(false);
    }
  });

  it.each(services)(
    '%s uses networks and volumes that exist, and opens ports to this computer only',
    (_name, service) => {
      for (const network of service.networks ?? []) expect(compose.networks).toHaveProperty(network);
      for (const volume of service.volumes ?? [])
        expect(compose.volumes).toHaveProperty(volume.split(':')[0]!);
      for (const port of service.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
    },
  );

  it.each(services.filter(([, { profiles }]) => !profiles?.includes('dev')))(
    '%s has no password of its own',
    (_name, service) => {
      const secrets = Object.entries(service.environment ?? {}).filter(([name]) =>
        /PASSWORD|PWD|SECRET|TOKEN|KEYS|DATABASE_URL|SMTP_URL/.test(name),
      );
      // An empty default says "off"; any other default would be a password that everyone knows.
      for (const [, value] of secrets)
        expect(value).toMatch(/\$\{[A-Z_]+:\?[^}]+\}|^\$\{PRACTICE_SMTP_URL:-\}$/);
    },
  );

  // (The line of a table in docs/beheer.md that says how to come by a value.)
  it.each(demanded)('demands %s, which .env.example names and docs/beheer.md says how to make', (name) => {
    expect(read('.env.example')).toMatch(new RegExp(`^# ${name}=`, 'm'));
    const [, section = ''] = read('docs/beheer.md').split('## Met docker compose');
    const table = section.split('\n## ')[0]!.split('\n');
    expect(table).toContainEqual(expect.stringMatching(new RegExp(`^\\|.*\`${name}\`.*\\| .{15,} \\|$`)));
  });

  it.each([...new Set([...composeText.matchAll(/\$\{([A-Z_]+):-/g)].map(([, name]) => name!))])(
    'takes %s, which docs/beheer.md explains',
    (name) => expect(read('docs/beheer.md')).toContain(`\`${name}\``),
  );
});

describe('the variables in docker-compose.yml', () => {
  it('are written as we read them, and what is for a shell has two dollars', () => {
    expect(composeText.replace(/\$\$|\$\{[A-Z_]+:[-?][^}]*\}/g, '')).not.toContain('$');
  });
});

describe('the environment of the programs in docker-compose.yml', () => {
  // What only the container itself wants to know.
  const ours = ['NODE_ENV', 'HEALTH_URL'];
  const onlyOnALaptop = ['CODEC_LOOPBACK_OPEN', 'WEBHOOK_LOOPBACK'];

  it.each([
    ['migrations', variables.migration],
    ['beheer', variables.migration],
    ['api', variables.api],
    ['worker', variables.worker],
    ['codec', variables.codec],
  ])('%s has each variable that its program reads, and no other', (service, names) => {
    const given = Object.keys(compose.services[service]?.environment ?? {});
    expect(given.filter((name) => !ours.includes(name)).sort()).toEqual(
      names.filter((name) => !onlyOnALaptop.includes(name)).sort(),
    );
  });

  it('is a configuration that each program takes, filled in as docs/beheer.md says', () => {
    for (const [service, parse] of [
      ['migrations', parseMigrationConfig],
      ['beheer', parseMigrationConfig],
      ['api', parseApiConfig],
      ['worker', parseWorkerConfig],
      ['codec', parseCodecConfig],
    ] as const)
      expect([service, parse(environmentOf(service, filledEnv))]).toEqual([
        service,
        expect.objectContaining({ ok: true }),
      ]);
  });

  it('demands no more than `.env` is said to need, and no less', () => {
    expect(demanded.sort()).toEqual(Object.keys(filledEnv).sort());
  });

  it('shows a password of the database to the program that uses it, and to no other', () => {
    const seenBy = (name: string): string[] =>
      services
        .filter(([, { environment }]) => JSON.stringify(environment ?? {}).includes(`\${${name}:`))
        .map(([service]) => service)
        .sort();
    expect({
      superuser: seenBy('POSTGRES_PASSWORD'),
      owner: seenBy('OWNER_DB_PASSWORD'),
      api: seenBy('API_DB_PASSWORD'),
      worker: seenBy('WORKER_DB_PASSWORD'),
      provider: seenBy('OIDC_CLIENT_SECRET'),
      mail: seenBy('SMTP_URL'),
    }).toEqual({
      superuser: ['postgres'],
      owner: ['beheer', 'migrations', 'postgres'],
      api: ['api', 'postgres'],
      worker: ['postgres', 'worker'],
      provider: ['api'],
      mail: ['worker'],
    });
  });
});

describe('the users of the database that docs/beheer.md has an administrator make', () => {
  it('are those of the script of docker-compose.yml', () => {
    const [, sql = ''] =
      /```sql\n(.*?)```/s.exec(read('docs/beheer.md').split('## Gebruikers van de database')[1] ?? '') ?? [];
    const said = (statements: readonly string[]): string[] =>
      statements
        .map((text) =>
          text
            .trim()
            .toLowerCase()
            .replace(/password '.*?'/, 'password')
            .replace(/ encoding.*/, ''),
        )
        .filter((text) => text !== '')
        .sort();
    expect(said(sql.split(';'))).toEqual(
      said(initStatements(filledEnv).filter((text) => !/temporal|database postgres/.test(text))),
    );
  });
});

describe('Dockerfile', () => {
  const lines = read('Dockerfile').split('\n');

  it('builds in one stage and runs as another user than root in the last', () => {
    const stages = lines.filter((line) => line.startsWith('FROM '));
    expect(stages).toHaveLength(2);
    expect(stages.every((line) => /^FROM \S+:\d\S*/.test(line))).toBe(true);
    const last = lines.slice(lines.lastIndexOf(stages[1]!));
    expect(last).toContain('USER node');
    expect(last.some((line) => line.startsWith('RUN'))).toBe(false);
  });

  it('keeps what the programs of docker-compose.yml need, and runs none that is not there', () => {
    const kept = [...lines.join('\n').matchAll(/--workspace=@maatwerktraject\/(\w+)/g)].map(
      ([, app]) => app!,
    );
    const run = services
      .filter(([, { build }]) => build !== undefined)
      .map(
        ([, { command, entrypoint }]) =>
          /apps\/(\w+)\/dist\/\w+\.js/.exec(String(command ?? entrypoint))?.[1],
      );
    expect([...new Set(run)].sort()).toEqual(kept.sort());
  });
});
