import { setTimeout as wait } from 'node:timers/promises';
import { maakCohort, startTestApi } from '../testing/api.js';

describe('sjablonen', () => {
  it('are read for as many as ask at once after a start, also for more than there are connections', async () => {
    const api = await startTestApi();
    try {
      const cohort = await maakCohort(api);
      const slot = api.database.createQueryRunner();
      await slot.startTransaction();
      await slot.query('LOCK TABLE sjabloon IN ACCESS EXCLUSIVE MODE');
      const vragen = Array.from({ length: 30 }, () => api.vraag('GET', `/cohorten/${cohort}/bord`));
      // Until every connection of the API is in use, each by somebody who is about to need the sjabloon.
      const wachtend = async (): Promise<number> => {
        const [rij] = await slot.manager.query<{ n: number }[]>(
          `SELECT count(*) AS n FROM pg_locks WHERE NOT granted AND relation = 'sjabloon'::regclass`,
        );
        return rij?.n ?? 0;
      };
      for (const tot = Date.now() + 5_000; (await wachtend()) < 10 && Date.now() < tot;) await wait(50);
      expect(await wachtend()).toBe(10);
      await slot.commitTransaction();
      await slot.release();
      // Who then needs a second connection waits for the others, and they for him.
      expect((await Promise.all(vragen)).map(({ status }) => status)).toEqual(vragen.map(() => 200));
    } finally {
      await api.stop();
    }
  }, 60_000);
});
