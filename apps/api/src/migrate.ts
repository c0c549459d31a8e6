import 'reflect-metadata';
import { parseMigrationConfig } from '@maatwerktraject/config';
import { databaseOptions, laadEersteGegevens, zorgVoorDatabaseRollen } from '@maatwerktraject/database';
import { DataSource } from 'typeorm';
import { failureSentence, stopWith } from './failure.js';

/** Brings the database up to date and loads what a new one needs. Changes nothing where that is done already. */
async function migrate(databaseUrl: string): Promise<void> {
  const database = await new DataSource(databaseOptions(databaseUrl, 2)).initialize();
  try {
    await zorgVoorDatabaseRollen(database);
    const done = await database.runMigrations({ transaction: 'each' });
    await laadEersteGegevens(database);
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
else await migrate(result.config.databaseUrl).catch((error: unknown) => stopWith([failureSentence(error)]));
