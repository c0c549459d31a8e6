import { MAATWERKTRAJECT_1, MAATWERKTRAJECT_2, STUREN_OP_KWALITEIT_1 } from '@maatwerktraject/domain';
import { eenCohort, maakTestDatabase, type TestDatabase } from '@maatwerktraject/testing/services';
import { laadEersteGegevens } from './eerste-gegevens.js';
import { GemeenteEntity } from './gemeente/gemeente.entity.js';
import { SjabloonEntity } from './sjabloon/sjabloon.entity.js';

describe('de eerste gegevens', () => {
  let proef: TestDatabase;
  beforeAll(async () => {
    proef = await maakTestDatabase();
  });
  afterAll(() => proef.verwijder());

  it('hold the 342 gemeenten, 14 of them in Twente', async () => {
    const gemeenten = proef.database.getRepository(GemeenteEntity);
    expect(await gemeenten.count()).toBe(342);
    const twente = await gemeenten.findBy({ veiligheidsregio: 'Twente' });
    expect(twente).toHaveLength(14);
    expect(twente.map(({ naam }) => naam)).toContain('Enschede');
    expect(new Set(twente.map(({ provincie }) => provincie))).toEqual(new Set(['Overijssel']));
  });

  it('keep a name with a comma, and names with marks, whole', async () => {
    const namen = (await proef.database.getRepository(GemeenteEntity).find()).map(({ naam }) => naam);
    expect(namen).toContain('Nuenen, Gerwen en Nederwetten');
    expect(namen).toContain("'s-Hertogenbosch");
    expect(namen).toContain('Súdwest-Fryslân');
    expect(new Set(namen).size).toBe(342);
    for (const naam of namen) expect(naam).toBe(naam.trim());
  });

  it('hold the sjablonen as they are in the code', async () => {
    const sjablonen = await proef.database
      .getRepository(SjabloonEntity)
      .find({ order: { sleutel: 'ASC', versie: 'ASC' } });
    expect(sjablonen.map(({ definitie }) => definitie)).toEqual([
      MAATWERKTRAJECT_1,
      MAATWERKTRAJECT_2,
      STUREN_OP_KWALITEIT_1,
    ]);
  });

  it('can be loaded twice, also with a cohort on them', async () => {
    const { database } = proef;
    await eenCohort(1).metGemeenten(3).bewaar(database);
    const eerst = await database.query<unknown[]>(
      `SELECT sleutel, versie, created_at FROM sjabloon ORDER BY 1, 2`,
    );
    await laadEersteGegevens(database);
    expect(await database.getRepository(GemeenteEntity).count()).toBe(342);
    expect(
      await database.query<unknown[]>(`SELECT sleutel, versie, created_at FROM sjabloon ORDER BY 1, 2`),
    ).toEqual(eerst);
  });
});
