import { setTimeout as rust } from 'node:timers/promises';
import {
  eenCohort,
  maakDienstaccount,
  maakTestDatabase,
  maakWebhook,
  schrijfFeit,
  type TestDatabase,
} from '@maatwerktraject/testing/services';
import { Logger } from '@nestjs/common';
import { WebhookWekker } from './webhook.wekker.js';

describe('het wekken van webhooks', () => {
  let proef: TestDatabase;
  beforeAll(async () => {
    proef = await maakTestDatabase();
  });
  afterAll(() => proef.verwijder());

  it('goes on past one that cannot be woken, and says afterwards how many there were', async () => {
    const cohort = await eenCohort(1).metGemeenten(1).bewaar(proef.database);
    const webhooks: string[] = [];
    for (let keer = 0; keer < 3; keer++)
      webhooks.push(
        await maakWebhook(proef.database, {
          accountId: await maakDienstaccount(proef.database, [cohort.id]),
          url: 'http://127.0.0.1:9/',
        }),
      );
    const meldingen = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    const gewekt: string[] = [];
    // Whichever comes first.
    const wekker = new WebhookWekker(await proef.als('worker'), proef.url, (id) => {
      gewekt.push(id);
      return gewekt.length === 1 ? Promise.reject(new Error('geen Temporal')) : Promise.resolve();
    });
    await schrijfFeit(
      proef.database,
      { cohortId: cohort.id, trajectId: cohort.trajecten[0]?.id ?? '' },
      'stap-geopend',
      { stap: 'inventariseren' },
    );
    wekker.start();
    for (let keer = 0; keer < 100 && meldingen.mock.calls.length === 0; keer++) await rust(20);
    await wekker.stop();
    expect(gewekt.sort()).toEqual(webhooks.sort());
    expect(meldingen.mock.calls).toEqual([['webhooks worden later gewekt: 1 van 3: geen Temporal']]);
    meldingen.mockRestore();
  });
});
