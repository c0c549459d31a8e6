import { databaseOptions, laadEersteGegevens, zorgVoorDatabaseRollen } from '@maatwerktraject/database';
import { eenCohort, maakAccount, meldAan, verleen } from '@maatwerktraject/testing/services';
import { DataSource } from 'typeorm';
import { zetLopend } from '../lopend-traject.js';

const COHORTEN = 6;
const PER_COHORT = 57;

/** Fills the database of `DATABASE_URL`: all 342 gemeenten, each in a traject that runs. */
async function vul(database: DataSource): Promise<{ cookie: string; trajectIds: string[] }> {
  await zorgVoorDatabaseRollen(database);
  await database.runMigrations();
  await laadEersteGegevens(database);
  const adviseur = await maakAccount(database, 'adviseur@les.example');
  await verleen(database, adviseur, { rol: 'adviseur' });
  const trajectIds: string[] = [];
  for (let nummer = 0; nummer < COHORTEN; nummer += 1) {
    const cohort = await eenCohort(nummer + 1)
      .metGemeenten(PER_COHORT, nummer * PER_COHORT)
      .bewaar(database);
    await verleen(database, adviseur, { rol: 'adviseur', cohortId: cohort.id });
    await database.transaction(async (db) => {
      for (const { id } of cohort.trajecten) await zetLopend(db, cohort.id, id);
    });
    trajectIds.push(...cohort.trajecten.map(({ id }) => id));
  }
  await database.query('ANALYZE');
  return { cookie: await meldAan(database, adviseur, 'adviseur'), trajectIds };
}

const database = await new DataSource(databaseOptions(process.env['DATABASE_URL'] ?? '')).initialize();
process.stdout.write(JSON.stringify(await vul(database)));
await database.destroy();
