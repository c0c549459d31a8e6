import {
  eenCohort,
  maakDienstaccount,
  maakTestDatabase,
  maakWebhook,
  schrijfFeit,
  startWebhookOntvanger,
  TEST_KEYRING,
  type BewaardCohort,
  type TestDatabase,
  type WebhookOntvanger,
} from '@maatwerktraject/testing/services';
import type { BezorgRonde } from '@maatwerktraject/messages';
import { createWebhookVerzender } from '@maatwerktraject/webhook';
import type { DataSource } from 'typeorm';
import { createWebhookActivities } from './webhook.activities.js';
import { createWebhookOpslag } from './webhook.opslag.js';

describe('rondes van bezorging, en wie hen wekt', () => {
  let proef: TestDatabase;
  let worker: DataSource;
  let ontvanger: WebhookOntvanger;
  let cohort: BewaardCohort;

  beforeAll(async () => {
    proef = await maakTestDatabase();
    worker = await proef.als('worker');
    ontvanger = await startWebhookOntvanger();
    cohort = await eenCohort(1).metGemeenten(1).bewaar(proef.database);
  });
  afterAll(async () => {
    await ontvanger.stop();
    await proef.verwijder();
  });

  const feit = (): Promise<number> =>
    schrijfFeit(
      proef.database,
      { cohortId: cohort.id, trajectId: cohort.trajecten[0]?.id ?? '' },
      'stap-geopend',
      { stap: 'inventariseren' },
    );
  /** Ends after the third delivery, as when the program stops. */
  const ronde = (webhook: string): Promise<BezorgRonde> =>
    createWebhookActivities({
      opslag: createWebhookOpslag(worker, TEST_KEYRING),
      verzend: createWebhookVerzender({ regels: { loopback: true }, geduldMs: 5_000 }),
      afzender: { bron: 'urn:nld:systeem:proef', publicUrl: 'https://mwt.example' },
      heartbeat: () => undefined,
      isStopping: () => ontvanger.binnen.length === 3,
    }).bezorgRonde(webhook);

  it('are told of nothing while they are at work, and say themselves what came meanwhile', async () => {
    const webhook = await maakWebhook(proef.database, {
      accountId: await maakDienstaccount(proef.database, [cohort.id]),
      url: ontvanger.url,
    });
    const wek = async (): Promise<string[]> =>
      (await worker.query<{ webhook_id: string }[]>('SELECT webhook_id FROM wek_webhooks()'))
        .map((rij) => rij.webhook_id)
        .filter((id) => id === webhook);
    await feit();
    await worker.query('SELECT nummer_gebeurtenissen()');
    expect(await wek()).toEqual([webhook]);
    const gewekt: string[] = [];
    ontvanger.gedrag = (antwoord) =>
      void (async () => {
        if (ontvanger.binnen.length < 4) await feit();
        await worker.query('SELECT nummer_gebeurtenissen()');
        gewekt.push(...(await wek()));
        antwoord.writeHead(204).end();
      })();
    // The last one comes after the round has begun to stop.
    expect(await ronde(webhook)).toEqual({
      afgeleverd: 3,
      nietGelukt: 0,
      volgendeOverMs: 0,
    });
    expect(gewekt).toEqual([]);
    expect(await wek()).toEqual([webhook]);
    // A round that was broken off is not waited for.
    await worker.query(`UPDATE webhook SET ronde_tot = now() + interval '1 minute' WHERE id = $1`, [webhook]);
    await feit();
    await worker.query('SELECT nummer_gebeurtenissen()');
    expect(await wek()).toEqual([]);
    await worker.query('UPDATE webhook SET ronde_tot = now() WHERE id = $1', [webhook]);
    expect(await wek()).toEqual([webhook]);
  });
});
