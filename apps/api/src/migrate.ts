import 'reflect-metadata';
import { parseMigrationConfig, type MigrationConfig } from '@maatwerktraject/config';
import {
  databaseOptions,
  laadEersteGegevens,
  systeemOptions,
  zorgVoorDatabaseRollen,
} from '@maatwerktraject/database';
import { DataSource } from 'typeorm';
import { herverzegel } from './beheer/verzegel.opdracht.js';
import { failureSentence, stopWith } from './failure.js';

/** Names and addresses of before there was sealing; the owner of the tables sees no rows of people. */
async function brengOnderVerzegeling(
  databaseUrl: string,
  keyring: MigrationConfig['keyring'],
): Promise<void> {
  const database = await new DataSource(systeemOptions(databaseUrl)).initialize();
  await herverzegel(database, keyring).finally(() => database.destroy());
}

/** Brings the database up to date and loads what a new one needs. Changes nothing where that is done already. */
async function migrate({ databaseUrl, keyring }: MigrationConfig): Promise<void> {
  const database = await new DataSource(databaseOptions(databaseUrl, 2)).initialize();
  try {
    await zorgVoorDatabaseRollen(database);
    const done = await database.runMigrations({ transaction: 'each' });
    await laadEersteGegevens(database);
    await brengOnderVerzegeling(databaseUrl, keyring);
    console.log(
      done.length === 0
        ? 'De database is al bij.'
        : `De database is bijgewerkt: ${String(done.length)} migratie(s).`,
    );
  } finally {
    await database.destroy();
  }
}

const result = parseMigrationConfig(process.env);
if (!result.ok) stopWith(result.faults);
else await migrate(result.config).catch((error: unknown) => stopWith([failureSentence(error)]));
