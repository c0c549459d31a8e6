import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { BerichtEntity } from './bericht/bericht.entity.js';
import { CohortEntity } from './cohort/cohort.entity.js';
import { GebeurtenisEntity } from './gebeurtenis/gebeurtenis.entity.js';
import { GemeenteEntity } from './gemeente/gemeente.entity.js';
import { Fundament1700000000000 } from './migrations/1700000000000-fundament.js';
import { Toegang1710000000000 } from './migrations/1710000000000-toegang.js';
import { Idempotentie1720000000000 } from './migrations/1720000000000-idempotentie.js';
import { Beheer1732000000000 } from './migrations/1732000000000-beheer.js';
import { Adviseur1734000000000 } from './migrations/1734000000000-adviseur.js';
import { Bewaren1731000000000 } from './migrations/1731000000000-bewaren.js';
import { Uitnodiging1736000000000 } from './migrations/1736000000000-uitnodiging.js';
import { Passkeys1741000000000 } from './migrations/1741000000000-passkeys.js';
import { Webhooks1740000000000 } from './migrations/1740000000000-webhooks.js';
import { Adres1746000000000 } from './migrations/1746000000000-adres.js';
import { Mensen1750000000000 } from './migrations/1750000000000-mensen.js';
import { Bezorging1752000000000 } from './migrations/1752000000000-bezorging.js';
import { Bijeenkomsten1756000000000 } from './migrations/1756000000000-bijeenkomsten.js';
import { Webhookbericht1744000000000 } from './migrations/1744000000000-webhookbericht.js';
import { Proces1760000000000 } from './migrations/1760000000000-proces.js';
import { Sjabloonversies1762000000000 } from './migrations/1762000000000-sjabloonversies.js';
import { Akkoord1764000000000 } from './migrations/1764000000000-akkoord.js';
import { SnakeNamingStrategy } from './naming.strategy.js';
import { PreparingClient, QuietClient } from './postgres.client.js';
import { SjabloonEntity } from './sjabloon/sjabloon.entity.js';
import { CheckInEntity } from './traject/check-in.entity.js';
import { ContactpersoonEntity } from './traject/contactpersoon.entity.js';
import { InvoerEntity } from './traject/invoer.entity.js';
import { StapEntity } from './traject/stap.entity.js';
import { TaakConceptEntity, TaakEntity } from './traject/taak.entity.js';
import { keurLogin, type Programma } from './toegang/database.login.js';
import { DATABASE_ROLLEN } from './toegang/database.rollen.js';
import { TrajectEntity } from './traject/traject.entity.js';

// A date has no time zone: as text it stays the day it is. Counts and clock values fit a double.
pg.types.setTypeParser(pg.types.builtins.DATE, (tekst) => tekst);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** For each connection of the pool. */
const CONNECTIES = { statement_timeout: 60_000, connectionTimeoutMillis: 10_000 };

type PostgresOptions = Extract<DataSourceOptions, { type: 'postgres' }>;

const entities = [
  GemeenteEntity,
  SjabloonEntity,
  CohortEntity,
  TrajectEntity,
  ContactpersoonEntity,
  StapEntity,
  TaakEntity,
  TaakConceptEntity,
  CheckInEntity,
  InvoerEntity,
  GebeurtenisEntity,
  BerichtEntity,
];

export interface ConnectionOptions {
  /**
   * For a program that asks the same all day: the database keeps the plans of statements, and a connection takes the next
   * question before the last is answered.
   */
  readonly prepare?: boolean;
}

/** Options for a TypeORM data source on this schema. `poolSize` is the most connections it keeps. */
export function databaseOptions(
  url: string,
  poolSize = 10,
  { prepare = false }: ConnectionOptions = {},
): PostgresOptions {
  return {
    type: 'postgres',
    url,
    poolSize,
    entities,
    migrations: [
      Fundament1700000000000,
      Toegang1710000000000,
      Idempotentie1720000000000,
      Bewaren1731000000000,
      Beheer1732000000000,
      Adviseur1734000000000,
      Uitnodiging1736000000000,
      Webhooks1740000000000,
      Passkeys1741000000000,
      Webhookbericht1744000000000,
      Adres1746000000000,
      Mensen1750000000000,
      Bezorging1752000000000,
      Bijeenkomsten1756000000000,
      Proces1760000000000,
      Sjabloonversies1762000000000,
      Akkoord1764000000000,
    ],
    migrationsTableName: 'migratie',
    namingStrategy: new SnakeNamingStrategy(),
    synchronize: false,
    extra: { ...CONNECTIES, Client: prepare ? PreparingClient : QuietClient, pipeline: prepare },
  };
}

/**
 * Options for whoever owns the tables, and has to see rows: each connection takes the system role on. A user that may not
 * do that gets no connection.
 */
export function systeemOptions(url: string): DataSourceOptions {
  const onConnect = (client: pg.Client): Promise<unknown> =>
    client.query(`SET ROLE ${DATABASE_ROLLEN.systeem}`);
  return { ...databaseOptions(url, 1), extra: { ...CONNECTIES, Client: QuietClient, onConnect } };
}

/**
 * The connected database of a program, after a look at what its user may do.
 * @throws DatabaseGebruikerFout when that is more than the program needs, or less
 */
export async function verbind(options: DataSourceOptions, programma: Programma): Promise<DataSource> {
  const database = await new DataSource(options).initialize();
  try {
    await keurLogin(database, programma);
    return database;
  } catch (error) {
    await database.destroy();
    throw error;
  }
}
