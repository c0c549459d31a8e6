import {
  eenCohort,
  maakDienstaccount,
  maakTestDatabase,
  maakWebhook,
  schrijfFeit,
  startWebhookOntvanger,
  TEST_KEYRING,
  WEBHOOK_GEHEIM,
  type BewaardCohort,
  type TestDatabase,
  type WebhookOntvanger,
} from '@maatwerktraject/testing/services';
import { verzegel } from '@maatwerktraject/database';
import type { BezorgRonde } from '@maatwerktraject/messages';
import { createWebhookVerzender, nieuwGeheim } from '@maatwerktraject/webhook';
import { Webhook } from 'standardwebhooks';
import type { DataSource } from 'typeorm';
import { createWebhookActivities } from './webhook.activities.js';
import { createWebhookOpslag } from './webhook.opslag.js';

interface Levering {
  readonly status: string;
  readonly pogingen: number;
  readonly over: number;
  readonly verloop: { status: number | null; fout: string | null; duurMs: number }[];
}

describe('rondes van bezorging', () => {
  let proef: TestDatabase;
  let worker: DataSource;
  let ontvanger: WebhookOntvanger;
  let cohort: BewaardCohort;
  let zaad = 0;

  beforeAll(async () => {
    proef = await maakTestDatabase();
    worker = await proef.als('worker');
  });
  afterAll(async () => {
    await proef.verwijder();
  });
  beforeEach(async () => {
    ontvanger = await startWebhookOntvanger();
    cohort = await eenCohort(100 + ++zaad)
      .metGemeenten(1)
      .bewaar(proef.database);
  });
  afterEach(() => ontvanger.stop().catch(() => undefined));

  const sql = <T>(opdracht: string, parameters: unknown[] = []): Promise<T[]> =>
    proef.database.query<T[]>(opdracht, parameters);
  const nieuweWebhook = async (
    soorten?: readonly string[],
    cohorten: readonly string[] = [cohort.id],
  ): Promise<string> =>
    maakWebhook(proef.database, {
      accountId: await maakDienstaccount(proef.database, cohorten),
      url: ontvanger.url,
      ...(soorten ? { soorten } : {}),
    });
  /** For a service that takes part in one cohort more, in which nothing happens. */
  const webhookMetMeer = async (): Promise<string> => {
    const { id } = await eenCohort(100 + ++zaad).bewaar(proef.database);
    return nieuweWebhook(undefined, [cohort.id, id]);
  };
  const neemCohortAf = (webhook: string): Promise<unknown> =>
    sql(
      `UPDATE toekenning SET ingetrokken_op = now()
        WHERE account_id = (SELECT account_id FROM webhook WHERE id = $1) AND cohort_id = $2`,
      [webhook, cohort.id],
    );
  const feit = (soort = 'stap-geopend', inhoud: object = { stap: 'inventariseren' }): Promise<number> =>
    schrijfFeit(
      proef.database,
      { cohortId: cohort.id, trajectId: cohort.trajecten[0]?.id ?? '' },
      soort,
      inhoud,
    );
  const nummer = () => worker.query('SELECT nummer_gebeurtenissen()');
  const ronde = (
    webhook: string,
    loopback = true,
    isStopping: () => boolean = () => false,
  ): Promise<BezorgRonde> =>
    createWebhookActivities({
      opslag: createWebhookOpslag(worker, TEST_KEYRING),
      verzend: createWebhookVerzender({ regels: { loopback }, geduldMs: 500 }),
      afzender: { bron: 'urn:nld:systeem:proef', publicUrl: 'https://mwt.example' },
      heartbeat: () => undefined,
      isStopping,
      toeval: () => 0,
    }).bezorgRonde(webhook);
  const leveringen = (webhook: string): Promise<Levering[]> =>
    sql(
      `SELECT l.status, pogingen, verloop, round(extract(epoch FROM volgende_poging_op - now()))::float8 AS over
         FROM webhook_levering l LEFT JOIN gebeurtenis_volgorde v USING (gebeurtenis_id)
        WHERE webhook_id = $1 ORDER BY v.volgnummer, gemaakt_op`,
      [webhook],
    );
  /** As if the time to wait is over. */
  const verstrijk = async (webhook: string): Promise<void> => {
    await sql(`UPDATE webhook_levering SET volgende_poging_op = now() WHERE webhook_id = $1`, [webhook]);
    await sql(`UPDATE webhook SET rust_tot = NULL WHERE id = $1`, [webhook]);
  };
  const webhookRij = async (webhook: string) =>
    (
      await sql<{ status: string; reden: string | null; rust: number | null }>(
        `SELECT status, reden, round(extract(epoch FROM rust_tot - now()))::float8 AS rust FROM webhook WHERE id = $1`,
        [webhook],
      )
    )[0];

  it('end the round when the program stops, and leave the rest for the next', async () => {
    const webhook = await nieuweWebhook();
    await feit();
    await feit();
    await nummer();
    expect(await ronde(webhook, true, () => ontvanger.binnen.length > 0)).toEqual({
      afgeleverd: 1,
      nietGelukt: 0,
      volgendeOverMs: 0,
    });
  });

  it('deliver a fact, signed, with codes and keys and no text', async () => {
    const webhook = await nieuweWebhook();
    const seq = await feit('stap-geopend', { stap: 'inventariseren', plan: { taken: [] }, naam: 'Kim' });
    await nummer();
    expect(await ronde(webhook)).toEqual({ afgeleverd: 1, nietGelukt: 0, volgendeOverMs: null });
    const [gekregen] = ontvanger.binnen;
    const { inhoud = '', headers = {} } = gekregen ?? {};
    const trajectId = cohort.trajecten[0]?.id ?? '';
    expect(new Webhook(WEBHOOK_GEHEIM).verify(inhoud, headers as Record<string, string>)).toEqual({
      specversion: '1.0',
      id: `traject-${trajectId}-${String(seq)}`,
      source: 'urn:nld:systeem:proef',
      type: 'nl.maatwerktraject.stap-geopend.v1',
      subject: trajectId,
      time: expect.stringMatching(/^\d{4}-.*Z$/),
      datacontenttype: 'application/json',
      dataschema: 'https://mwt.example/api/v1/gebeurtenistypen/nl.maatwerktraject.stap-geopend.v1/schema',
      sequence: expect.stringMatching(/^\d{12}$/),
      data: {
        cohortId: cohort.id,
        trajectId,
        gemeentecode: cohort.trajecten[0]?.gemeentecode,
        stap: 'inventariseren',
        status: 'open',
        op: '2027-02-01T08:00:00.000Z',
        oefen: expect.any(Boolean),
      },
    });
    expect(() => new Webhook(nieuwGeheim()).verify(inhoud, headers as Record<string, string>)).toThrow();
    expect(headers['content-type']).toBe('application/cloudevents+json; charset=utf-8');
    expect(await leveringen(webhook)).toMatchObject([
      { status: 'afgeleverd', pogingen: 1, verloop: [{ status: 204, fout: null }] },
    ]);
  });

  it('tell a webhook of its kinds of facts, in cohorten where its service takes part, and in order', async () => {
    const webhook = await nieuweWebhook(['stap-geopend', 'taak-geopend']);
    const ander = await eenCohort(100 + ++zaad)
      .metGemeenten(1)
      .bewaar(proef.database);
    const vreemd = { cohortId: ander.id, trajectId: ander.trajecten[0]?.id ?? '' };
    await schrijfFeit(proef.database, vreemd, 'stap-geopend');
    await feit();
    await feit('bericht-klaargezet');
    await feit('taak-geopend', { stap: 'inventariseren', taak: 'scan.beleid' });
    await feit('traject-afgerond');
    await nummer();
    expect(await ronde(webhook)).toMatchObject({ afgeleverd: 2 });
    expect(ontvanger.binnen.map(({ inhoud }) => (JSON.parse(inhoud) as { type: string }).type)).toEqual([
      'nl.maatwerktraject.stap-geopend.v1',
      'nl.maatwerktraject.taak-geopend.v1',
    ]);
    await nummer();
    expect(await ronde(webhook)).toMatchObject({ afgeleverd: 0, volgendeOverMs: null });
  });

  it('try again by the schedule with the same ID, and give up after ten attempts', async () => {
    const webhook = await nieuweWebhook();
    ontvanger.gedrag = 500;
    await feit();
    await nummer();
    const uitgesteld: (number | undefined)[] = [];
    for (let poging = 1; poging <= 10; poging++) {
      const { volgendeOverMs } = await ronde(webhook);
      const [levering] = await leveringen(webhook);
      if (levering?.status === 'wacht') expect(Math.round((volgendeOverMs ?? 0) / 1000)).toBe(levering.over);
      uitgesteld.push(levering?.status === 'wacht' ? levering.over : undefined);
      await verstrijk(webhook);
    }
    expect(uitgesteld).toEqual([5, 300, 1800, 7200, 18000, 36000, 50400, 72000, 86400, undefined]);
    const [levering] = await leveringen(webhook);
    expect(levering).toMatchObject({ status: 'mislukt', pogingen: 10 });
    expect(levering?.verloop[0]?.fout).toBe(
      'Uw systeem antwoordde met 500. Wij verwachten een status van 200 tot en met 299.',
    );
    expect(new Set(ontvanger.binnen.map(({ id }) => id)).size).toBe(1);
    expect(ontvanger.binnen).toHaveLength(10);
    expect(await ronde(webhook)).toMatchObject({ volgendeOverMs: null });
  });

  it('wait as long as a receiver asks, with everything', async () => {
    const webhook = await nieuweWebhook();
    ontvanger.gedrag = (antwoord) => antwoord.writeHead(429, { 'Retry-After': '900' }).end();
    await feit();
    await feit();
    await nummer();
    const { nietGelukt, volgendeOverMs } = await ronde(webhook);
    expect([nietGelukt, Math.round((volgendeOverMs ?? 0) / 60_000)]).toEqual([1, 15]);
    expect(ontvanger.binnen).toHaveLength(1);
    expect(await leveringen(webhook)).toMatchObject([{ over: 900 }, { pogingen: 0 }]);
  });

  it('leave a receiver alone that does not answer, and go on past an event that it refuses', async () => {
    const webhook = await nieuweWebhook();
    for (let keer = 0; keer < 5; keer++) await feit();
    await nummer();
    await ontvanger.stop();
    expect(await ronde(webhook)).toMatchObject({ afgeleverd: 0, nietGelukt: 3 });
    expect(await webhookRij(webhook)).toMatchObject({ status: 'actief', rust: 60 });
    expect((await leveringen(webhook)).map(({ pogingen }) => pogingen)).toEqual([1, 1, 1, 0, 0]);
    await ontvanger.herstart();
    ontvanger.gedrag = (antwoord) => antwoord.writeHead(ontvanger.binnen.length === 2 ? 400 : 200).end();
    await verstrijk(webhook);
    expect(await ronde(webhook)).toMatchObject({ afgeleverd: 4, nietGelukt: 1 });
    expect((await leveringen(webhook)).map(({ status }) => status).sort()).toEqual([
      ...Array<string>(4).fill('afgeleverd'),
      'wacht',
    ]);
  });

  it('end a webhook whose receiver is gone for good, and say so in the log', async () => {
    const webhook = await nieuweWebhook();
    ontvanger.gedrag = 410;
    await feit();
    await feit();
    await nummer();
    expect(await ronde(webhook)).toEqual({ afgeleverd: 0, nietGelukt: 1, volgendeOverMs: null });
    expect(await webhookRij(webhook)).toMatchObject({ status: 'beeindigd', reden: 'ontvanger-stopt' });
    expect(ontvanger.binnen).toHaveLength(1);
    expect(
      await sql(`SELECT handeling, inhoud FROM audit WHERE onderwerp = $1`, [`webhook/${webhook}`]),
    ).toEqual([{ handeling: 'webhook-stopt', inhoud: { reden: 'ontvanger-stopt' } }]);
  });

  it('pause a webhook after five days without one success, and not before', async () => {
    const webhook = await nieuweWebhook();
    ontvanger.gedrag = 503;
    await feit();
    await nummer();
    const sinds = (dagen: string) =>
      sql(`UPDATE webhook SET mislukt_sinds = now() - $2::interval WHERE id = $1`, [webhook, dagen]);
    await sinds('4 days 23 hours');
    await ronde(webhook);
    expect(await webhookRij(webhook)).toMatchObject({ status: 'actief' });
    await sinds('5 days 1 hour');
    await verstrijk(webhook);
    await ronde(webhook);
    expect(await webhookRij(webhook)).toMatchObject({ status: 'gepauzeerd', reden: 'steeds-mislukt' });
    await feit();
    await nummer();
    await verstrijk(webhook);
    expect(await ronde(webhook)).toEqual({ afgeleverd: 0, nietGelukt: 0, volgendeOverMs: null });
    expect(await leveringen(webhook)).toHaveLength(1);
  });

  it('forget the failures before a success', async () => {
    const webhook = await nieuweWebhook();
    await sql(`UPDATE webhook SET mislukt_sinds = now() - interval '9 days' WHERE id = $1`, [webhook]);
    await feit();
    await nummer();
    await ronde(webhook);
    ontvanger.gedrag = 500;
    await feit();
    await nummer();
    await ronde(webhook);
    expect(await webhookRij(webhook)).toMatchObject({ status: 'actief' });
  });

  it('forget the failures once nothing waits any more, and count anew from the next', async () => {
    const webhook = await webhookMetMeer();
    ontvanger.gedrag = 500;
    await feit();
    await nummer();
    // The last attempt at the only one there is; after it, silence.
    await sql(`UPDATE webhook_levering SET pogingen = 9 WHERE webhook_id = $1`, [webhook]);
    await sql(`UPDATE webhook SET mislukt_sinds = now() - interval '4 days' WHERE id = $1`, [webhook]);
    await ronde(webhook);
    expect((await leveringen(webhook)).map(({ status }) => status)).toEqual(['mislukt']);
    const sinds = async () =>
      (
        await sql<{ uur: number | null }>(
          `SELECT round(extract(epoch FROM now() - mislukt_sinds) / 3600)::float8 AS uur FROM webhook WHERE id = $1`,
          [webhook],
        )
      )[0]?.uur;
    expect(await sinds()).toBeNull();
    await feit();
    await nummer();
    await ronde(webhook);
    expect(await sinds()).toBe(0);
    // While that one waits, it counts on; when it lapses, nothing waits.
    await sql(`UPDATE webhook SET mislukt_sinds = now() - interval '30 hours' WHERE id = $1`, [webhook]);
    await verstrijk(webhook);
    await ronde(webhook);
    expect(await sinds()).toBe(30);
    await neemCohortAf(webhook);
    await verstrijk(webhook);
    await ronde(webhook);
    expect((await leveringen(webhook)).map(({ status }) => status)).toEqual(['mislukt', 'vervallen']);
    expect(await sinds()).toBeNull();
  });

  it('stop at once when paused, removed, or let out of the cohort', async () => {
    const webhook = await webhookMetMeer();
    await feit();
    await feit();
    await nummer();
    // While the first is under way.
    ontvanger.gedrag = (antwoord) =>
      void sql(`UPDATE webhook SET status = 'gepauzeerd' WHERE id = $1`, [webhook]).then(() =>
        antwoord.writeHead(204).end(),
      );
    expect(await ronde(webhook)).toEqual({ afgeleverd: 1, nietGelukt: 0, volgendeOverMs: null });
    ontvanger.gedrag = 204;
    await sql(`UPDATE webhook SET status = 'actief' WHERE id = $1`, [webhook]);
    await neemCohortAf(webhook);
    expect(await ronde(webhook)).toMatchObject({ afgeleverd: 0, nietGelukt: 0 });
    expect((await leveringen(webhook)).map(({ status }) => status)).toEqual(['afgeleverd', 'vervallen']);
    await sql('DELETE FROM webhook WHERE id = $1', [webhook]);
    expect(await ronde(webhook)).toEqual({ afgeleverd: 0, nietGelukt: 0, volgendeOverMs: null });
    expect(ontvanger.binnen).toHaveLength(1);
  });

  it('sign with both secrets while one is being replaced, and with the new one alone after that', async () => {
    const webhook = await nieuweWebhook();
    const [nieuw, tot] = [nieuwGeheim(), '1 hour'];
    await sql(
      `UPDATE webhook SET geheim = $2, vorig_geheim = $3, vorig_geheim_tot = now() + $4::interval WHERE id = $1`,
      [
        webhook,
        verzegel(TEST_KEYRING, 'webhook.geheim', nieuw),
        verzegel(TEST_KEYRING, 'webhook.vorig_geheim', WEBHOOK_GEHEIM),
        tot,
      ],
    );
    const klopt = (geheim: string): boolean => {
      const { inhoud = '', headers = {} } = ontvanger.binnen.at(-1) ?? {};
      try {
        new Webhook(geheim).verify(inhoud, headers as Record<string, string>);
        return true;
      } catch {
        return false;
      }
    };
    const stuur = async () => {
      await feit();
      await nummer();
      await ronde(webhook);
    };
    await stuur();
    expect([klopt(nieuw), klopt(WEBHOOK_GEHEIM)]).toEqual([true, true]);
    await sql(`UPDATE webhook SET vorig_geheim_tot = now() WHERE id = $1`, [webhook]);
    await stuur();
    expect([klopt(nieuw), klopt(WEBHOOK_GEHEIM)]).toEqual([true, false]);
  });

  it('go nowhere that is not public, whatever was allowed when the webhook was made', async () => {
    const webhook = await nieuweWebhook();
    await feit();
    await nummer();
    expect(await ronde(webhook, false)).toMatchObject({ afgeleverd: 0, nietGelukt: 1 });
    expect(ontvanger.binnen).toHaveLength(0);
    const [levering] = await leveringen(webhook);
    expect(levering?.verloop[0]).toMatchObject({
      status: null,
      fout: expect.stringContaining('niet openbaar'),
    });
  });

  it('send a test with an ID of its own', async () => {
    const webhook = await nieuweWebhook();
    await sql(`INSERT INTO webhook_levering (webhook_id, aanleiding) VALUES ($1, 'test')`, [webhook]);
    expect(await ronde(webhook)).toMatchObject({ afgeleverd: 1 });
    expect(JSON.parse(ontvanger.binnen[0]?.inhoud ?? '')).toMatchObject({
      id: expect.stringMatching(/^test-/),
      type: 'nl.maatwerktraject.test.v1',
      data: { webhookId: webhook },
    });
  });
});
