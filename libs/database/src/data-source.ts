import pg from 'pg';
import type { DataSourceOptions } from 'typeorm';
import { BerichtEntity } from './bericht/bericht.entity.js';
import { CohortEntity } from './cohort/cohort.entity.js';
import { GebeurtenisEntity } from './gebeurtenis/gebeurtenis.entity.js';
import { GemeenteEntity } from './gemeente/gemeente.entity.js';
import { Fundament1700000000000 } from './migrations/1700000000000-fundament.js';
import { Toegang1710000000000 } from './migrations/1710000000000-toegang.js';
import { Idempotentie1720000000000 } from './migrations/1720000000000-idempotentie.js';
import { Beheer1732000000000 } from './migrations/1732000000000-beheer.js';
import { Bewaren1731000000000 } from './migrations/1731000000000-bewaren.js';
import { Webhooks1740000000000 } from './migrations/1740000000000-webhooks.js';
import { SnakeNamingStrategy } from './naming.strategy.js';
import { SjabloonEntity } from './sjabloon/sjabloon.entity.js';
import { CheckInEntity } from './traject/check-in.entity.js';
import { ContactpersoonEntity } from './traject/contactpersoon.entity.js';
import { InvoerEntity } from './traject/invoer.entity.js';
import { StapEntity } from './traject/stap.entity.js';
import { TaakConceptEntity, TaakEntity } from './traject/taak.entity.js';
import { TrajectEntity } from './traject/traject.entity.js';

// A date has no time zone: as text it stays the day it is. Counts and clock values fit a double.
pg.types.setTypeParser(pg.types.builtins.DATE, (tekst) => tekst);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/**
 * A connection that breaks between two queries reports that as an event, and without a listener an event `error` ends the
 * process. Whoever uses the connection hears of it by a query that fails; the pool drops it.
 */
class QuietClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

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

/** Options for a TypeORM data source on this schema. `poolSize` is the most connections it keeps. */
export function databaseOptions(url: string, poolSize = 10): DataSourceOptions {
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
      Webhooks1740000000000,
    ],
    migrationsTableName: 'migratie',
    namingStrategy: new SnakeNamingStrategy(),
    synchronize: false,
    extra: { statement_timeout: 60_000, connectionTimeoutMillis: 10_000, Client: QuietClient },
  };
}
