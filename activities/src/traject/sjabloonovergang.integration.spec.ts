import {
  MAATWERKTRAJECT_1,
  MAATWERKTRAJECT_2,
  planStap,
  procesDeel,
  type Gebeurtenis,
  type Sjabloon,
  type SjabloonStap,
  type TrajectToestand,
} from '@maatwerktraject/domain';
import { eenTraject, type TrajectFactory } from '@maatwerktraject/testing';
import { eenCohort, maakTestDatabase, type TestDatabase } from '@maatwerktraject/testing/services';
import type { DataSource } from 'typeorm';
import { createTrajectActivities } from './traject.activities.js';

/** Another content from stap 2 on: a new taak, a longer window, and a stap more. */
const anders = (stap: SjabloonStap): SjabloonStap => ({
  ...stap,
  titel: `${stap.titel} (nieuw)`,
  vensterWeken: stap.vensterWeken + 1,
  taken: stap.taken.flatMap((taak) => [
    { ...taak, termijnWerkdagen: taak.termijnWerkdagen + 1 },
    ...(taak.sleutel === 'wegen'
      ? [{ ...taak, sleutel: 'wegen_samen', uitvoerders: ['bestuur' as const] }]
      : []),
  ]),
});
const VERSIE_3: Sjabloon = {
  ...MAATWERKTRAJECT_2,
  versie: 3,
  stappen: MAATWERKTRAJECT_2.stappen.map(anders),
};

interface StapRij {
  readonly sleutel: string;
  readonly status: string;
  readonly sjabloon_versie: number | null;
  readonly gepland_op: string;
}

describe('een lopend traject naar een andere versie', () => {
  let proef: TestDatabase;
  let worker: DataSource;
  beforeAll(async () => {
    proef = await maakTestDatabase();
    worker = await proef.als('worker');
    await proef.database.query(
      'INSERT INTO sjabloon (sleutel, versie, titel, definitie) VALUES ($1, $2, $3, $4)',
      [VERSIE_3.sleutel, VERSIE_3.versie, VERSIE_3.titel, JSON.stringify(VERSIE_3)],
    );
  });
  afterAll(() => proef.verwijder());

  let zaad = 0;
  /** Its facts, projected one command at a time as the process does; answers point at nothing here. */
  async function projecteer(bouw: TrajectFactory): Promise<{ id: string; toestand: TrajectToestand }> {
    const { trajecten } = await eenCohort(++zaad).bewaar(proef.database);
    const id = trajecten[0]?.id ?? '';
    const { feiten, toestand } = bouw.bouw();
    const zonderInvoer = feiten.map((feit): Gebeurtenis =>
      'invoerId' in feit ? ({ ...feit, invoerId: null } as unknown as Gebeurtenis) : feit,
    );
    const { projecteerTraject } = createTrajectActivities({ database: worker });
    for (let van = 0; van < feiten.length; van += 7)
      await projecteerTraject({
        trajectId: id,
        vanaf: van + 1,
        feiten: zonderInvoer.slice(van, van + 7),
        volgendMomentOp: null,
      });
    return { id, toestand };
  }
  const stappen = (id: string): Promise<StapRij[]> =>
    proef.database.query<StapRij[]>('SELECT * FROM stap WHERE traject_id = $1 ORDER BY volgnummer', [id]);
  const taken = async (id: string, stap: string): Promise<string[]> => {
    const rijen = await proef.database.query<{ taak: string; uitvoerder: string }[]>(
      'SELECT taak, uitvoerder FROM taak WHERE traject_id = $1 AND stap = $2 ORDER BY id',
      [id, stap],
    );
    return rijen.map(({ taak, uitvoerder }) => `${taak}.${uitvoerder}`);
  };
  const versieVan = async (id: string): Promise<number | null | undefined> => {
    const [rij] = await proef.database.query<{ sjabloon_versie: number | null }[]>(
      'SELECT sjabloon_versie FROM traject WHERE id = $1',
      [id],
    );
    return rij?.sjabloon_versie;
  };
  const takenIn = (sjabloon: Sjabloon, stap: string): string[] =>
    (sjabloon.stappen.find(({ sleutel }) => sleutel === stap)?.taken ?? [])
      .flatMap(({ sleutel, uitvoerders }) => uitvoerders.map((uitvoerder) => `${sleutel}.${uitvoerder}`))
      .sort();

  it('half-way a stap: that one is untouched, and from the next on all is of the new version', async () => {
    const halverwege = eenTraject().inStap('prioriteren').metSjabloon(procesDeel(VERSIE_3));
    const voor = await projecteer(halverwege);
    expect(await versieVan(voor.id)).toBeNull();
    expect(await taken(voor.id, 'prioriteren')).toEqual(takenIn(MAATWERKTRAJECT_1, 'prioriteren'));

    const na = await projecteer(
      eenTraject().inStap('prioriteren').metSjabloon(procesDeel(VERSIE_3)).inStap('verbeteracties'),
    );
    expect(await versieVan(na.id)).toBe(3);
    const rijen = await stappen(na.id);
    expect(rijen.map(({ sleutel, status, sjabloon_versie }) => [sleutel, status, sjabloon_versie])).toEqual([
      ['inventariseren', 'afgerond', 1],
      ['prioriteren', 'afgerond', 1],
      ['verbeteracties', 'open', null],
      ['uitvoeren', 'gepland', null],
      ['evalueren', 'gepland', null],
    ]);
    // What was done has the taken of then; not the one that the new version adds to this stap.
    expect(await taken(na.id, 'prioriteren')).toEqual(takenIn(MAATWERKTRAJECT_1, 'prioriteren'));
    const openingen = na.toestand.openingen;
    for (const index of [3, 4]) {
      const stap = VERSIE_3.stappen[index];
      const plan = stap && planStap(stap, index + 1, openingen[index] ?? '');
      expect(rijen[index]?.gepland_op).toBe(plan?.opentOp);
    }
    const [laatste] = await proef.database.query<{ gepland_vervalt_op: string }[]>(
      `SELECT gepland_vervalt_op FROM taak WHERE traject_id = $1 AND stap = 'uitvoeren' AND taak = 'partners'`,
      [na.id],
    );
    const uitvoeren = planStap(VERSIE_3.stappen[3]!, 4, openingen[3] ?? '');
    expect(laatste?.gepland_vervalt_op).toBe(
      uitvoeren.taken.find(({ taak }) => taak === 'partners')?.vervaltOp,
    );
  });

  it('between two stappen: at once', async () => {
    const { id, toestand } = await projecteer(
      eenTraject().inStap('inventariseren').ingeleverd().goedgekeurd().metSjabloon(procesDeel(VERSIE_3)),
    );
    expect(await versieVan(id)).toBe(3);
    expect(toestand.sjabloon.versie).toBe(3);
    expect((await stappen(id)).map(({ sjabloon_versie }) => sjabloon_versie)).toEqual([
      1,
      ...Array<null>(4).fill(null),
    ]);
    expect(await taken(id, 'prioriteren')).toEqual(takenIn(VERSIE_3, 'prioriteren'));
    expect(await taken(id, 'prioriteren')).toContain('wegen_samen.bestuur');
    const [rij] = await proef.database.query<{ stap: string }[]>('SELECT stap FROM traject WHERE id = $1', [
      id,
    ]);
    expect(rij?.stap).toBe('prioriteren');
  });

  it('goes on to the end, twice over', async () => {
    const { id, toestand } = await projecteer(
      eenTraject()
        .inStap('prioriteren')
        .metSjabloon(procesDeel(MAATWERKTRAJECT_2))
        .inStap('uitvoeren')
        .metSjabloon(procesDeel(VERSIE_3))
        .afgerond(),
    );
    expect(toestand.status).toBe('afgerond');
    expect((await stappen(id)).map(({ status, sjabloon_versie }) => [status, sjabloon_versie])).toEqual([
      ['afgerond', 1],
      ['afgerond', 1],
      ['afgerond', 2],
      ['afgerond', 2],
      ['afgerond', null],
    ]);
  });

  it('lets the worker take away nothing else', async () => {
    await expect(worker.query('DELETE FROM stap')).rejects.toThrow(/permission denied/);
    const { id } = await projecteer(eenTraject().afgerond());
    await worker.query('SELECT haal_geplande_stappen_weg($1)', [id]);
    expect(await stappen(id)).toHaveLength(5);
  });
});
