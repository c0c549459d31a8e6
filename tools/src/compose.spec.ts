import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from './paths.js';

interface Service {
  image?: string;
  build?: unknown;
  profiles?: string[];
  ports?: string[];
  environment?: Record<string, string>;
  depends_on?: Record<string, { condition: string; required?: boolean }>;
  healthcheck?: unknown;
  volumes?: string[];
  networks?: string[];
}
interface Compose {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
  networks: Record<string, unknown>;
}

const text = readFileSync(join(root, 'docker-compose.yml'), 'utf8');
const compose = parse(text, { merge: true }) as Compose;
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

  it('names in .env.example every variable that it demands', () => {
    const example = readFileSync(join(root, '.env.example'), 'utf8');
    const demanded = [...text.matchAll(/\$\{([A-Z_]+):\?/g)].map(([, name]) => name!);
    for (const name of new Set(demanded)) expect(example).toMatch(new RegExp(`^# ${name}=`, 'm'));
  });
});

describe('Dockerfile', () => {
  const lines = readFileSync(join(root, 'Dockerfile'), 'utf8').split('\n');

  it('builds in one stage and runs as another user than root in the last', () => {
    const stages = lines.filter((line) => line.startsWith('FROM '));
    expect(stages).toHaveLength(2);
    expect(stages.every((line) => /^FROM \S+:\d\S*/.test(line))).toBe(true);
    const last = lines.slice(lines.lastIndexOf(stages[1]!));
    expect(last).toContain('USER node');
    expect(last.some((line) => line.startsWith('RUN'))).toBe(false);
  });
});
