import { randomUUID } from 'node:crypto';
import { BEWAARREGELS } from '@maatwerktraject/domain';
import { maakTestDatabase, type TestDatabase } from '@maatwerktraject/testing/services';
import type { DataSource } from 'typeorm';
import { createBewaarActivities } from './bewaren.activities.js';

describe('de activiteiten van het bewaren', () => {
  let proef: TestDatabase;
  let worker: DataSource;
  const hartslagen: number[] = [];
  beforeAll(async () => {
    proef = await maakTestDatabase();
    worker = await proef.als('worker');
  });
  afterAll(() => proef.verwijder());

  const activiteiten = () =>
    createBewaarActivities({
      database: worker,
      heartbeat: (geteld) => hartslagen.push(geteld),
      perKeer: 2,
    });

  it('goes on in batches until nothing is left, with a sign of life after each', async () => {
    await proef.database.query(
      `INSERT INTO limiet SELECT gen_random_uuid()::text, 1, 1000 FROM generate_series(1, 5)`,
    );
    expect(await activiteiten().pasBewaarregelToe('limiet')).toBe(5);
    expect(hartslagen).toEqual([2, 4, 5]);
    expect(await activiteiten().pasBewaarregelToe('limiet')).toBe(0);
    expect(await proef.database.query('SELECT FROM limiet')).toEqual([]);
  });

  it.each(BEWAARREGELS)('can carry out %s as the worker', async (regel) => {
    await expect(activiteiten().pasBewaarregelToe(regel)).resolves.toBe(0);
  });

  it('takes no rule that is not in the list', async () => {
    await expect(activiteiten().pasBewaarregelToe('limiet(1); DROP TABLE limiet; --')).rejects.toThrow(
      'onbekende bewaarregel',
    );
  });

  it('writes the outcome to the audit log', async () => {
    const uitvoering = randomUUID();
    const uitslag = { geteld: { sessie: 3 }, mislukt: ['account'] };
    await activiteiten().legBewarenVast(uitvoering, uitslag);
    await activiteiten().legBewarenVast(uitvoering, uitslag);
    expect(
      await proef.database.query('SELECT handeling, inhoud FROM audit WHERE onderwerp = $1', [
        `bewaren/${uitvoering}`,
      ]),
    ).toEqual([{ handeling: 'bewaren', inhoud: uitslag }]);
  });
});
