import {
  eenCohort,
  maakGroepssessie,
  maakTestDatabase,
  type BewaardCohort,
  type TestDatabase,
} from '@maatwerktraject/testing/services';
import type { DataSource } from 'typeorm';
import { meet } from './cohort.meting.js';

describe('wat een voorwaarde telt', () => {
  let proef: TestDatabase;
  let worker: DataSource;
  let cohort: BewaardCohort;
  let een: string;
  let twee: string;
  beforeAll(async () => {
    proef = await maakTestDatabase();
    worker = await proef.als('worker');
    cohort = await eenCohort(1).metGemeenten(2).bewaar(proef.database);
    // Of another cohort: counted nowhere.
    await eenCohort(2).metGemeenten(3).bewaar(proef.database);
    [een = '', twee = ''] = cohort.trajecten.map(({ id }) => id);
  });
  afterAll(() => proef.verwijder());

  const sql = (opdracht: string, ...parameters: unknown[]): Promise<unknown> =>
    proef.database.query(opdracht, parameters);

  it('is who finished a stap', async () => {
    const toets = { soort: 'deel-afgerond', stap: 'inventariseren', onder: 1 } as const;
    const telling = () => meet(worker, cohort.id, toets);
    expect(await telling()).toEqual({ totaal: 2, voldoen: 0, achter: [een, twee].sort() });
    for (const [traject, status] of [
      [een, 'afgerond'],
      [twee, 'wacht-op-akkoord'],
    ])
      await sql(
        `INSERT INTO stap (traject_id, sleutel, volgnummer, status, gepland_op, gepland_eindigt_op)
         VALUES ($1, 'inventariseren', 1, $2, now(), now())`,
        traject,
        status,
      );
    expect(await telling()).toEqual({ totaal: 2, voldoen: 1, achter: [twee] });
  });

  it('is who handed in a taak, all of it', async () => {
    const toets = { soort: 'deel-ingediend', stap: 'inventariseren', taak: 'scan', onder: 1 } as const;
    const telling = async () => (await meet(worker, cohort.id, toets)).achter;
    for (const [uitvoerder, status] of [
      ['bestuur', 'ingediend'],
      ['beleid', 'open'],
    ])
      await sql(
        `INSERT INTO taak (id, traject_id, stap, taak, uitvoerder, status, gepland_open_op, gepland_vervalt_op)
         VALUES ($1 || '.' || $2, $1::uuid, 'inventariseren', 'scan', $2, $3, now(), now())`,
        een,
        uitvoerder,
        status,
      );
    expect(await telling()).toEqual([een, twee].sort());
    await sql(`UPDATE taak SET status = 'ingediend' WHERE traject_id = $1`, een);
    expect(await telling()).toEqual([twee]);
  });

  it('is which gemeenten are invited to a session', async () => {
    const { id } = await maakGroepssessie(proef.database, { cohortId: cohort.id });
    const toets = { soort: 'aanwezigen-minimaal', groepssessie: id, onder: 2 } as const;
    expect((await meet(worker, cohort.id, toets)).voldoen).toBe(2);
    await sql(
      'UPDATE genodigde SET uitgenodigd = false WHERE bijeenkomst_id = $1 AND traject_id = $2',
      id,
      een,
    );
    expect(await meet(worker, cohort.id, toets)).toEqual({ totaal: 2, voldoen: 1, achter: [een] });
  });
});
