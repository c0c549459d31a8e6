import type { Rol } from '@maatwerktraject/domain';
import {
  eenCohort,
  maakAccount,
  maakTestDatabase,
  meldAan,
  TEST_SLEUTELS,
  verleen,
  type Verlening,
} from '@maatwerktraject/testing/services';
import type { Probleem } from '@maatwerktraject/contracts';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { DataSource } from 'typeorm';
import { AppModule } from '../app.module.js';
import { APP_OPTIONS, setUpApp } from '../app.setup.js';
import { readSettings } from '../settings.js';

export interface Antwoord {
  readonly status: number;
  readonly headers: Headers;
  readonly tekst: string;
  readonly json: unknown;
  readonly probleem: Probleem;
}

export interface Verzoek {
  /** In whose name; null: without logging in. */
  readonly rol?: Rol | null;
  /** The Cookie header of somebody else than the one who has `rol` here. */
  readonly als?: string;
  readonly inhoud?: unknown;
  readonly csv?: string | Uint8Array;
  readonly headers?: Record<string, string>;
}

export type Vraag = (methode: string, pad: string, verzoek?: Verzoek) => Promise<Antwoord>;

/** The real API on a database of its own, as the user that it has in production; Temporal is not there. */
export interface TestApi {
  /** As superuser: past all row rules. */
  readonly database: DataSource;
  readonly url: string;
  /** The account that has a role here. The gemeente is one of another cohort, until `alsContact` names one. */
  readonly accounts: Record<Rol, string>;
  /** From here on `rol: 'gemeente'` is the contactpersoon with this address. */
  alsContact(email: string): Promise<void>;
  /** Gives the onderzoeker (or another account) a part in a cohort. */
  verleen(verlening: Verlening, accountId?: string): Promise<string>;
  readonly vraag: Vraag;
  stop(): Promise<void>;
}

export function leesAntwoord(status: number, headers: Headers, tekst: string): Antwoord {
  const json: unknown = headers.get('content-type')?.includes('json') ? JSON.parse(tekst) : undefined;
  return { status, headers, tekst, json, probleem: json as Probleem };
}

/** Somebody with each role, logged in. */
async function maakMensen(
  database: DataSource,
): Promise<{ accounts: Record<Rol, string>; cookies: Record<Rol, string> }> {
  const { trajecten } = await eenCohort(99).bewaar(database);
  const accounts = {
    adviseur: await maakAccount(database, 'adviseur@les.example'),
    onderzoeker: await maakAccount(database, 'onderzoeker@uni.example'),
    beheerder: await maakAccount(database, 'beheerder@les.example'),
    gemeente: await maakAccount(database, trajecten[0]?.contactpersonen[0]?.email ?? ''),
  };
  for (const rol of ['adviseur', 'onderzoeker', 'beheerder'] as const)
    await verleen(database, accounts[rol], { rol });
  const cookie = (rol: Rol): Promise<string> => meldAan(database, accounts[rol], rol);
  return {
    accounts,
    cookies: {
      adviseur: await cookie('adviseur'),
      onderzoeker: await cookie('onderzoeker'),
      beheerder: await cookie('beheerder'),
      gemeente: await cookie('gemeente'),
    },
  };
}

/** `instellingen` go over the ones that tests use, by the names of the environment. */
export async function startTestApi(instellingen: Record<string, string> = {}): Promise<TestApi> {
  const proef = await maakTestDatabase();
  const { database } = proef;
  const settings = readSettings({
    DATABASE_URL: proef.logins.api,
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    PRACTICE_SMTP_URL: 'smtp://127.0.0.1:1',
    ENCRYPTION_KEYS: TEST_SLEUTELS,
    RATE_LIMIT_PER_MINUTE: '100000',
    ...instellingen,
  });
  if (!settings.ok) throw new Error(settings.faults.join(' '));
  const { accounts, cookies } = await maakMensen(database);
  const app = await NestFactory.create<NestExpressApplication>(
    AppModule.with(settings.config, { connect: true }),
    {
      ...APP_OPTIONS,
      logger: process.env['TEST_LOG'] ? ['error'] : false,
      abortOnError: false,
    },
  );
  setUpApp(app, settings.config);
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  return {
    database,
    url,
    accounts,
    async alsContact(email) {
      accounts.gemeente = await maakAccount(database, email);
      cookies.gemeente = await meldAan(database, accounts.gemeente, 'gemeente');
    },
    verleen: (verlening, accountId = accounts.onderzoeker) => verleen(database, accountId, verlening),
    async vraag(methode, pad, { rol = 'adviseur', als, inhoud, csv, headers = {} } = {}) {
      const response = await fetch(`${url}/api/v1${pad}`, {
        method: methode,
        headers: {
          'Sec-Fetch-Site': 'same-origin',
          ...(rol === null && als === undefined ? {} : { Cookie: als ?? cookies[rol ?? 'adviseur'] }),
          ...(csv === undefined ? { 'Content-Type': 'application/json' } : { 'Content-Type': 'text/csv' }),
          ...headers,
        },
        redirect: 'manual',
        body: csv ?? (inhoud === undefined ? null : JSON.stringify(inhoud)),
      });
      return leesAntwoord(response.status, response.headers, await response.text());
    },
    async stop() {
      await app.close();
      await proef.verwijder();
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
