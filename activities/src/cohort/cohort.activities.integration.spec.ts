import { MAATWERKTRAJECT_1, oefenklok, procesDeel, type Klok } from '@maatwerktraject/domain';
import type { CohortFeit, CohortInvoer, TrajectInvoer, VerloopSoort } from '@maatwerktraject/messages';
import {
  eenCohort,
  maakTestDatabase,
  type BewaardCohort,
  type TestDatabase,
} from '@maatwerktraject/testing/services';
import type { DataSource } from 'typeorm';
import { createCohortActivities, type TrajectStarter } from './cohort.activities.js';

const BEGIN = Date.UTC(2027, 1, 1, 8);
const klok = oefenklok(1_800_000_000_000, BEGIN, 1);

/** Notes what is asked of Temporal, and how much of it at once. */
class Recorder implements TrajectStarter {
  readonly gestart: TrajectInvoer[] = [];
  readonly klokken: [string, Klok][] = [];
  tegelijk = 0;
  meest = 0;
  hartslagen = 0;
  weigert = false;

  private async tel<T>(werk: () => T): Promise<T> {
    this.meest = Math.max(this.meest, ++this.tegelijk);
    await new Promise((klaar) => setTimeout(klaar, 2));
    this.tegelijk -= 1;
    if (this.weigert) throw new Error('Temporal antwoordt niet');
    return werk();
  }

  start(invoer: TrajectInvoer): Promise<void> {
    return this.tel(() => void this.gestart.push(invoer));
  }

  meldKlok(trajectId: string, nieuw: Klok): Promise<void> {
    return this.tel(() => void this.klokken.push([trajectId, nieuw]));
  }
}

describe('de activiteiten van een cohort', () => {
  let proef: TestDatabase;
  let worker: DataSource;
  let starter: Recorder;
  let zaad = 0;
  beforeAll(async () => {
    proef = await maakTestDatabase();
    worker = await proef.als('worker');
  });
  afterAll(() => proef.verwijder());
  beforeEach(() => {
    starter = new Recorder();
  });

  const activiteiten = (): ReturnType<typeof createCohortActivities> =>
    createCohortActivities({ database: worker, starter, heartbeat: () => (starter.hartslagen += 1) });
  const nieuw = (gemeenten: number): Promise<BewaardCohort> =>
    eenCohort(++zaad).metGemeenten(gemeenten).alsOefencohort().bewaar(proef.database);
  const invoer = ({ id }: BewaardCohort): CohortInvoer => ({
    cohortId: id,
    klok,
    sjabloon: procesDeel(MAATWERKTRAJECT_1),
    startdatum: '2027-02-01',
  });
  const lees = async (sql: string, id: string): Promise<Record<string, unknown>[]> =>
    proef.database.query<Record<string, unknown>[]>(sql, [id]);
  const feit = (soort: VerloopSoort, op = BEGIN): CohortFeit => ({ soort, op, door: 'systeem' });

  it('start every traject once, at most twenty at a time, and show that they live', async () => {
    const cohort = await nieuw(45);
    expect(await activiteiten().startTrajecten(invoer(cohort))).toBe(45);
    expect(starter.gestart.map(({ trajectId }) => trajectId).sort()).toEqual(
      cohort.trajecten.map(({ id }) => id).sort(),
    );
    for (const een of starter.gestart)
      expect(een).toMatchObject({
        cohortId: cohort.id,
        klok,
        startdatum: '2027-02-01',
        sjabloon: procesDeel(MAATWERKTRAJECT_1),
      });
    expect([starter.meest, starter.hartslagen]).toEqual([20, 3]);
  });

  it('give a workflow no personal data', async () => {
    const cohort = await nieuw(2);
    await activiteiten().startTrajecten(invoer(cohort));
    expect(JSON.stringify(starter.gestart)).not.toMatch(/@|Contact|Adviseur/);
  });

  it('fail when a traject cannot be started, so that they are tried again', async () => {
    const cohort = await nieuw(2);
    starter.weigert = true;
    await expect(activiteiten().startTrajecten(invoer(cohort))).rejects.toThrow('Temporal antwoordt niet');
  });

  it('tell the clock to the trajecten that have not ended, and count those', async () => {
    const cohort = await nieuw(5);
    const [klaar] = cohort.trajecten;
    await lees(`UPDATE traject SET status = 'afgerond' WHERE id = $1`, klaar!.id);
    const nieuweKlok = { ...klok, versie: 2 };
    await activiteiten().verspreidKlok(cohort.id, nieuweKlok);
    expect(starter.klokken.map(([id]) => id).sort()).toEqual(
      cohort.trajecten
        .slice(1)
        .map(({ id }) => id)
        .sort(),
    );
    expect(starter.klokken.every(([, k]) => k === nieuweKlok)).toBe(true);
    expect(await activiteiten().telLopendeTrajecten(cohort.id)).toBe(4);
  });

  it('write each fact of a cohort once, with what it changes', async () => {
    const cohort = await nieuw(3);
    const stand = async (): Promise<Record<string, unknown>> =>
      (
        await lees(
          `SELECT status, klok_echt, klok_domein, klok_factor, klok_versie, gestart_op, afgesloten_op, evaluatie FROM cohort WHERE id = $1`,
          cohort.id,
        )
      )[0]!;
    const { projecteerCohort } = activiteiten();
    await projecteerCohort({ cohortId: cohort.id, vanaf: 1, feiten: [feit('cohort-gestart')], klok });
    const gestart = await stand();
    expect(gestart).toMatchObject({
      status: 'lopend',
      klok_echt: klok.echt,
      klok_domein: BEGIN,
      klok_factor: 86_400,
      klok_versie: 1,
    });

    const later = { ...klok, echt: klok.echt + 5000, domein: BEGIN + 9e9, versie: 2 };
    await projecteerCohort({ cohortId: cohort.id, vanaf: 2, feiten: [feit('klok-verzet')], klok: later });
    expect(await stand()).toMatchObject({
      klok_echt: later.echt,
      klok_domein: later.domein,
      klok_versie: 2,
      gestart_op: gestart['gestart_op'],
    });

    // An old attempt comes in once more: nothing goes back.
    await projecteerCohort({ cohortId: cohort.id, vanaf: 1, feiten: [feit('cohort-gestart')], klok });
    expect(await stand()).toMatchObject({ klok_versie: 2, gestart_op: gestart['gestart_op'] });
    const seqs = await lees(
      `SELECT seq, soort FROM gebeurtenis WHERE cohort_id = $1 AND traject_id IS NULL ORDER BY seq`,
      cohort.id,
    );
    expect(seqs).toEqual([
      { seq: 1, soort: 'cohort-gestart' },
      { seq: 2, soort: 'klok-verzet' },
    ]);
  });

  it('close a cohort with how its trajecten ended', async () => {
    const cohort = await nieuw(4);
    const [een, twee, drie] = cohort.trajecten;
    await lees(`UPDATE traject SET uitkomst = 'structureel' WHERE id = $1`, een!.id);
    for (const { id } of [twee!, drie!])
      await lees(`UPDATE traject SET uitkomst = 'aandacht' WHERE id = $1`, id);
    const feiten = [feit('cohort-geevalueerd'), feit('cohort-afgesloten', BEGIN + 1000)];
    await activiteiten().projecteerCohort({ cohortId: cohort.id, vanaf: 1, feiten, klok });
    expect(
      await lees(`SELECT status, afgesloten_op, evaluatie FROM cohort WHERE id = $1`, cohort.id),
    ).toEqual([
      {
        status: 'afgesloten',
        afgesloten_op: new Date(BEGIN + 1000),
        evaluatie: { trajecten: 4, uitkomsten: { structureel: 1, aandacht: 2 } },
      },
    ]);
  });

  it('close a cohort of which nothing is known', async () => {
    const cohort = await nieuw(1);
    await activiteiten().projecteerCohort({
      cohortId: cohort.id,
      vanaf: 1,
      feiten: [feit('cohort-geevalueerd')],
      klok,
    });
    expect((await lees(`SELECT evaluatie FROM cohort WHERE id = $1`, cohort.id))[0]?.['evaluatie']).toEqual({
      trajecten: 1,
      uitkomsten: {},
    });
  });

  it('write all or nothing', async () => {
    const cohort = await nieuw(1);
    const kapot = { ...feit('cohort-afgesloten'), door: null } as unknown as CohortFeit;
    await expect(
      activiteiten().projecteerCohort({
        cohortId: cohort.id,
        vanaf: 1,
        feiten: [feit('cohort-gestart'), kapot],
        klok,
      }),
    ).rejects.toThrow(/not-null/);
    expect((await lees(`SELECT status FROM cohort WHERE id = $1`, cohort.id))[0]?.['status']).toBe('concept');
    expect(await lees(`SELECT 1 FROM gebeurtenis WHERE cohort_id = $1`, cohort.id)).toEqual([]);
  });
});
