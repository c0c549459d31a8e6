import { randomUUID } from 'node:crypto';
import { databaseOptions, laadEersteGegevens } from '@maatwerktraject/database';
import type { Probleem } from '@maatwerktraject/contracts';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { AppModule } from '../app.module.js';
import { APP_OPTIONS, setUpApp } from '../app.setup.js';
import { readSettings } from '../settings.js';

const SLEUTELS = {
  adviseur: 'adviseur'.repeat(3),
  gemeente: 'gemeente'.repeat(3),
  onderzoeker: 'onderzoeker'.repeat(3),
};

export interface Antwoord {
  readonly status: number;
  readonly headers: Headers;
  readonly tekst: string;
  readonly json: unknown;
  readonly probleem: Probleem;
}

export interface Verzoek {
  readonly rol?: keyof typeof SLEUTELS | null;
  readonly inhoud?: unknown;
  readonly csv?: string | Uint8Array;
  readonly headers?: Record<string, string>;
}

/** The real API on a database of its own; Temporal is not there. */
export interface TestApi {
  readonly database: DataSource;
  readonly url: string;
  vraag(methode: string, pad: string, verzoek?: Verzoek): Promise<Antwoord>;
  stop(): Promise<void>;
}

function superuserUrl(): string {
  const url = process.env['TEST_DATABASE_URL'];
  if (!url)
    throw new Error(
      'TEST_DATABASE_URL ontbreekt: deze test wil een echte PostgreSQL. Start de tests met npm test.',
    );
  return url;
}

async function asSuperuser(sql: string): Promise<void> {
  const database = await new DataSource({ type: 'postgres', url: superuserUrl() }).initialize();
  await database.query(sql).finally(() => database.destroy());
}

function read(status: number, headers: Headers, tekst: string): Antwoord {
  const json: unknown = headers.get('content-type')?.includes('json') ? JSON.parse(tekst) : undefined;
  return { status, headers, tekst, json, probleem: json as Probleem };
}

/** `instellingen` go over the ones that tests use, by the names of the environment. */
export async function startTestApi(instellingen: Record<string, string> = {}): Promise<TestApi> {
  const naam = `api_${randomUUID().replaceAll('-', '')}`;
  await asSuperuser(`CREATE DATABASE ${naam}`);
  const databaseUrl = Object.assign(new URL(superuserUrl()), { pathname: `/${naam}` }).href;
  const settings = readSettings({
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    PRACTICE_SMTP_URL: 'smtp://127.0.0.1:1',
    DEV_TOKENS: JSON.stringify(SLEUTELS),
    RATE_LIMIT_PER_MINUTE: '100000',
    ...instellingen,
  });
  if (!settings.ok) throw new Error(settings.faults.join(' '));
  const database = await new DataSource(databaseOptions(databaseUrl, 2)).initialize();
  await database.runMigrations();
  await laadEersteGegevens(database);
  const app = await NestFactory.create<NestExpressApplication>(
    AppModule.with(settings.config, { connect: true }),
    {
      ...APP_OPTIONS,
      logger: false,
      abortOnError: false,
    },
  );
  setUpApp(app, settings.config);
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  return {
    database,
    url,
    async vraag(methode, pad, { rol = 'adviseur', inhoud, csv, headers = {} } = {}) {
      const response = await fetch(`${url}/api/v1${pad}`, {
        method: methode,
        headers: {
          ...(rol === null ? {} : { Authorization: `Bearer ${SLEUTELS[rol]}` }),
          ...(csv === undefined ? { 'Content-Type': 'application/json' } : { 'Content-Type': 'text/csv' }),
          ...headers,
        },
        body: csv ?? (inhoud === undefined ? null : JSON.stringify(inhoud)),
      });
      return read(response.status, response.headers, await response.text());
    },
    async stop() {
      await app.close();
      await database.destroy();
      await asSuperuser(`DROP DATABASE ${naam} WITH (FORCE)`);
    },
  };
}

export const NIEUW_COHORT = {
  naam: 'Twente',
  sjabloon: { sleutel: 'maatwerktraject', versie: 1 },
  startdatum: '2027-02-01',
  adviseur: { naam: 'Ank de Vries', email: 'ank@les.example' },
};

export async function maakCohort(api: TestApi, extra: object = {}): Promise<string> {
  const { status, json } = await api.vraag('POST', '/cohorten', { inhoud: { ...NIEUW_COHORT, ...extra } });
  if (status !== 201) throw new Error(`cohort: ${String(status)}`);
  return (json as { id: string }).id;
}
