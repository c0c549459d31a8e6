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

const NIETS = { afgeleverd: 0, nietGelukt: 0, volgendeOverMs: null };

describe('rondes van een webhook die niet meer mag', () => {
  let proef: TestDatabase;
  let worker: DataSource;
  let ontvanger: WebhookOntvanger;
  let cohort: BewaardCohort;
  let dienst: string;
  let webhook: string;

  beforeAll(async () => {
    proef = await maakTestDatabase();
    worker = await proef.als('worker');
    cohort = await eenCohort(1).metGemeenten(1).bewaar(proef.database);
  });
  afterAll(() => proef.verwijder());

  const sql = <T>(opdracht: string, parameters: unknown[] = []): Promise<T[]> =>
    proef.database.query<T[]>(opdracht, parameters);
  const token = async (): Promise<string> => {
    const [rij] = await sql<{ id: string }>(
      `INSERT INTO diensttoken (account_id, naam, sleutel_hash, rol, rechten, vervalt_op)
       VALUES ($1, 'proef', gen_random_uuid()::text::bytea, 'adviseur', '{ik}', now() + interval '1 day') RETURNING id`,
      [dienst],
    );
    return rij?.id ?? '';
  };
  const stand = () => sql('SELECT status, reden FROM webhook WHERE id = $1', [webhook]);
  /** What the worker does every few seconds. */
  const kijk = (): Promise<unknown> => worker.query('SELECT stop_webhooks_zonder_recht()');
  const gewekt = (): Promise<unknown[]> =>
    worker.query('SELECT webhook_id FROM wek_webhooks() WHERE webhook_id = $1', [webhook]);
  const ronde = (): Promise<BezorgRonde> =>
    createWebhookActivities({
      opslag: createWebhookOpslag(worker, TEST_KEYRING),
      verzend: createWebhookVerzender({ regels: { loopback: true }, geduldMs: 5_000 }),
      afzender: { bron: 'urn:nld:systeem:proef', publicUrl: 'https://mwt.example' },
      heartbeat: () => undefined,
    }).bezorgRonde(webhook);

  beforeEach(async () => {
    ontvanger = await startWebhookOntvanger();
    dienst = await maakDienstaccount(proef.database, [cohort.id]);
    webhook = await maakWebhook(proef.database, { accountId: dienst, url: ontvanger.url });
    await sql('UPDATE webhook SET token_id = $2 WHERE id = $1', [webhook, await token()]);
    await schrijfFeit(
      proef.database,
      { cohortId: cohort.id, trajectId: cohort.trajecten[0]?.id ?? '' },
      'stap-geopend',
      { stap: 'inventariseren' },
    );
    await worker.query('SELECT nummer_gebeurtenissen()');
  });
  afterEach(async () => {
    await sql('DELETE FROM webhook');
    await ontvanger.stop();
  });

  const neemAf = (tabel: string, wat: string): Promise<unknown> =>
    sql(`UPDATE ${tabel} SET ${wat} WHERE ${tabel === 'account' ? 'id' : 'account_id'} = $1`, [dienst]);

  it.each([
    ['token-ingetrokken', 'diensttoken', 'ingetrokken_op = now()', 'ingetrokken_op = NULL'],
    ['dienst-geblokkeerd', 'account', `status = 'geblokkeerd'`, `status = 'actief'`],
    ['geen-toegang', 'toekenning', 'ingetrokken_op = now()', 'ingetrokken_op = NULL'],
  ])('bring nothing from the moment that somebody took it: %s', async (reden, tabel, af, terug) => {
    await neemAf(tabel, af);
    expect(await stand()).toEqual([{ status: 'gepauzeerd', reden }]);
    expect(await ronde()).toEqual(NIETS);
    expect(
      await sql('SELECT handeling, inhoud FROM audit WHERE onderwerp = $1', [`webhook/${webhook}`]),
    ).toEqual([{ handeling: 'webhook-stopt', inhoud: { reden } }]);
    // Nor when the right comes back: somebody has to set it going.
    await neemAf(tabel, terug);
    await kijk();
    expect([await ronde(), await gewekt(), ontvanger.binnen]).toEqual([NIETS, [], []]);
    await sql(`UPDATE webhook SET status = 'actief', reden = NULL WHERE id = $1`, [webhook]);
    expect(await ronde()).toMatchObject({ afgeleverd: 1 });
  });

  it.each([
    ['token-verlopen', 'diensttoken'],
    ['geen-toegang', 'toekenning'],
  ])(
    'bring nothing from the moment that its time is over, as the next look shows: %s',
    async (reden, tabel) => {
      // Time that passes fires no trigger.
      await sql(`ALTER TABLE ${tabel} DISABLE TRIGGER ${tabel}_stopt_webhooks`);
      await neemAf(tabel, `vervalt_op = now() - interval '1 second'`);
      await sql(`ALTER TABLE ${tabel} ENABLE TRIGGER ${tabel}_stopt_webhooks`);
      expect(await stand()).toEqual([{ status: 'actief', reden: null }]);
      expect([await gewekt(), await ronde()]).toEqual([[], NIETS]);
      await kijk();
      expect(await stand()).toEqual([{ status: 'gepauzeerd', reden }]);
      expect(ontvanger.binnen).toEqual([]);
    },
  );

  it('bring nothing when the token is not there any more', async () => {
    await sql('DELETE FROM diensttoken WHERE account_id = $1', [dienst]);
    expect(await ronde()).toEqual(NIETS);
    await kijk();
    expect(await stand()).toEqual([{ status: 'gepauzeerd', reden: 'token-verlopen' }]);
  });

  it('go on when another token, or another service, ends', async () => {
    await sql('UPDATE diensttoken SET ingetrokken_op = now() WHERE id = $1', [await token()]);
    const vreemd = await maakDienstaccount(proef.database, [cohort.id]);
    await sql(`UPDATE account SET status = 'geblokkeerd' WHERE id = $1`, [vreemd]);
    await kijk();
    expect(await ronde()).toMatchObject({ afgeleverd: 1 });
  });
});
