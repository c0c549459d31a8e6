import {
  eenCohort,
  maakAccount,
  maakDienstaccount,
  maakTestDatabase,
  maakWebhook,
  startSmtp,
  TEST_KEYRING,
  verleen,
  type SmtpProef,
  type TestDatabase,
} from '@maatwerktraject/testing/services';
import PostalMime from 'postal-mime';
import { createSmtpVerzender } from '../bericht/smtp.verzender.js';
import { createAccountberichtBezorger } from './accountbericht.bezorger.js';

jest.setTimeout(60_000);

describe('de mail over een webhook die stopte', () => {
  let proef: TestDatabase;
  let smtp: SmtpProef;
  let dienst: string;
  let webhook: string;

  beforeAll(async () => {
    proef = await maakTestDatabase();
    smtp = await startSmtp();
    for (const [email, rol, status] of [
      ['bea@les.example', 'beheerder', 'actief'],
      ['ben@les.example', 'beheerder', 'actief'],
      ['dicht@les.example', 'beheerder', 'geblokkeerd'],
      ['ank@les.example', 'adviseur', 'actief'],
    ] as const) {
      const id = await maakAccount(proef.database, email);
      await verleen(proef.database, id, { rol });
      await sql('UPDATE account SET status = $2 WHERE id = $1', [id, status]);
    }
    const { id } = await eenCohort(1).bewaar(proef.database);
    dienst = await maakDienstaccount(proef.database, [id]);
  });
  afterAll(async () => {
    await smtp.stop();
    await proef.verwijder();
  });
  beforeEach(async () => {
    await sql('DELETE FROM accountbericht');
    webhook = await maakWebhook(proef.database, { accountId: dienst, url: 'http://127.0.0.1:9/' });
  });

  const sql = (opdracht: string, parameters: unknown[] = []): Promise<unknown> =>
    proef.database.query(opdracht, parameters);
  /** What goes out now: to whom, and under which subject. */
  const bezorg = async (): Promise<[string, string][]> => {
    const verzender = createSmtpVerzender(smtp.url);
    const eerder = smtp.binnen.length;
    await createAccountberichtBezorger({
      database: await proef.als('worker'),
      keyring: TEST_KEYRING,
      publicUrl: 'https://mt.example',
      van: 'traject@mt.example',
      mailDomein: 'mt.example',
      echt: verzender,
      oefen: null,
    }).bezorg();
    verzender.sluit();
    const mails = await Promise.all(smtp.binnen.slice(eerder).map(({ bron }) => PostalMime.parse(bron)));
    return mails.map(({ to, subject }): [string, string] => [to?.[0]?.address ?? '', subject ?? '']).sort();
  };
  const stop = async (reden: string): Promise<unknown> =>
    (await proef.als('worker')).query('SELECT stop_webhook($1, $2)', [webhook, reden]);
  const AAN_ALLEN = ['bea@les.example', 'ben@les.example'].map((aan) => [
    aan,
    'De webhook "Proef" is gestopt',
  ]);

  it('goes to each beheerder who can act on it, once for each time that it is paused', async () => {
    await stop('steeds-mislukt');
    await stop('steeds-mislukt');
    expect(await bezorg()).toEqual(AAN_ALLEN);
    expect(await bezorg()).toEqual([]);
    await sql(`UPDATE webhook SET status = 'actief', reden = NULL WHERE id = $1`, [webhook]);
    expect(await bezorg()).toEqual([]);
    await stop('steeds-mislukt');
    expect(await bezorg()).toEqual(AAN_ALLEN);
  });

  it('goes as well when the receiver wants no more, or the right is gone', async () => {
    await stop('ontvanger-stopt');
    expect(await bezorg()).toEqual(AAN_ALLEN);
    const ander = await maakWebhook(proef.database, { accountId: dienst, url: 'http://127.0.0.1:9/' });
    await sql(`UPDATE account SET status = 'geblokkeerd' WHERE id = $1`, [dienst]);
    await sql(`UPDATE account SET status = 'actief' WHERE id = $1`, [dienst]);
    expect(await bezorg()).toEqual(AAN_ALLEN);
    const { text } = await PostalMime.parse(smtp.binnen.at(-1)?.bron ?? '');
    expect(text).toContain(`/beheer/webhooks/${ander}`);
  });

  it('goes ten times a day and no more, also about webhooks that were removed since', async () => {
    for (let keer = 0; keer < 12; keer += 1) {
      await stop('ontvanger-stopt');
      await sql('DELETE FROM webhook WHERE id = $1', [webhook]);
      webhook = await maakWebhook(proef.database, { accountId: dienst, url: 'http://127.0.0.1:9/' });
    }
    await stop('ontvanger-stopt');
    const gevraagd = () => sql('SELECT count(*) AS n FROM accountbericht GROUP BY account_id');
    expect(await gevraagd()).toEqual([{ n: 10 }, { n: 10 }]);
    expect(await bezorg()).toEqual([]);
    await sql(`UPDATE accountbericht SET gevraagd_op = gevraagd_op - interval '1 day'`);
    await sql(`UPDATE webhook SET status = 'actief', reden = NULL WHERE id = $1`, [webhook]);
    await stop('ontvanger-stopt');
    expect(await bezorg()).toEqual(AAN_ALLEN);
  });

  it('does not go when somebody asked for the pause, or removed it before the mail left', async () => {
    await sql(`UPDATE webhook SET status = 'gepauzeerd', reden = 'op-verzoek' WHERE id = $1`, [webhook]);
    expect(await bezorg()).toEqual([]);
    await sql(`UPDATE webhook SET status = 'actief', reden = NULL WHERE id = $1`, [webhook]);
    await stop('steeds-mislukt');
    await sql('DELETE FROM webhook WHERE id = $1', [webhook]);
    expect(await bezorg()).toEqual([]);
  });
});
