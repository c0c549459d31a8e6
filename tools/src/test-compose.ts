import { generateKey } from '@maatwerktraject/crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from './paths.js';

export interface ComposeService {
  image?: string;
  build?: unknown;
  command?: string[];
  entrypoint?: string[];
  profiles?: string[];
  ports?: string[];
  environment?: Record<string, string>;
  depends_on?: Record<string, { condition: string; required?: boolean }>;
  healthcheck?: unknown;
  volumes?: string[];
  networks?: string[];
}

interface Compose {
  services: Record<string, ComposeService>;
  volumes: Record<string, unknown>;
  networks: Record<string, unknown>;
  configs: Record<string, { content: string }>;
}

/** The text of `docker-compose.yml`, and what it says with its anchors and merges followed. */
export const composeText = readFileSync(join(root, 'docker-compose.yml'), 'utf8');
export const compose = parse(composeText, { merge: true }) as Compose;

/** The names without which compose does not start. */
export const demanded = [
  ...new Set([...composeText.matchAll(/\$\{([A-Z_]+):\?/g)].map(([, name = '']) => name)),
];

/** A text of the file as compose fills it in from `.env`; an empty value counts as absent. */
export const filledIn = (text: string, env: Readonly<Record<string, string>>): string =>
  text.replace(
    /\$\$|\$\{([A-Z_]+)(?::([-?])([^}]*))?\}/g,
    (_whole, name?: string, kind?: string, other: string = '') => {
      if (name === undefined) return '$';
      const value = env[name] ?? '';
      if (value === '' && kind === '?') throw new Error(`${name}: ${other}`);
      return value === '' && kind === '-' ? other : value;
    },
  );

/** What a service finds in its environment with this `.env`. */
export const environmentOf = (
  service: string,
  env: Readonly<Record<string, string>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(compose.services[service]?.environment ?? {}).map(([name, value]) => [
      name,
      filledIn(value, env),
    ]),
  );

/** The statements of the script that makes users and databases, as psql sends them one by one. */
export const initStatements = (env: Readonly<Record<string, string>>): string[] => {
  const script = filledIn(compose.configs['postgres-init']?.content ?? '', {});
  const [, options = '', sql = ''] = /^psql (.*?)<<'SQL'\n(.*?)^SQL$/ms.exec(script) ?? [];
  const values = new Map(
    [...options.matchAll(/--set (\w+)="\$(\w+)"/g)].map(([, name = '', variable = '']) => [
      name,
      env[variable],
    ]),
  );
  return sql
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '')
    .map((statement) =>
      statement.replace(/:'(\w+)'/g, (_whole, name: string) => {
        const value = values.get(name);
        if (value === undefined) throw new Error(`the script gives psql no ${name}`);
        return `'${value.replaceAll("'", "''")}'`;
      }),
    );
};

/** An `.env` as docs/beheer.md says to make one, for a mail server and provider of one's own. */
export const filledEnv: Readonly<Record<string, string>> = {
  POSTGRES_PASSWORD: 'a'.repeat(48),
  OWNER_DB_PASSWORD: 'b'.repeat(48),
  API_DB_PASSWORD: 'c'.repeat(48),
  WORKER_DB_PASSWORD: 'd'.repeat(48),
  TEMPORAL_DB_PASSWORD: 'e'.repeat(48),
  CODEC_TOKEN: 'f'.repeat(48),
  ENCRYPTION_KEYS: `${generateKey('sleutel-1')},${generateKey('index')}`,
  PUBLIC_URL: 'https://maatwerktraject.example',
  SMTP_URL: 'smtp://gebruiker:wachtwoord@mail.example:587',
  MAIL_FROM: 'Maatwerktraject <noreply@maatwerktraject.example>',
  OIDC_ISSUER: 'https://login.example/organisatie',
  OIDC_CLIENT_ID: 'maatwerktraject',
  OIDC_CLIENT_SECRET: 'g'.repeat(32),
};
