import { setTimeout as rust } from 'node:timers/promises';
import type { WorkerConfig } from '@maatwerktraject/config';
import { ACCOUNTBERICHT_KANAAL, AANMELDLINK_KANAAL } from '@maatwerktraject/database';
import {
  maakAccount,
  maakTestDatabase,
  startSmtp,
  TEST_KEYRING,
  type SmtpProef,
  type TestDatabase,
} from '@maatwerktraject/testing/services';
import { MailRunners } from './mail.runners.js';
import { MailSenders } from './mail.senders.js';

describe('een mailserver die niet antwoordt op een bericht over een account', () => {
  let proef: TestDatabase;
  let smtp: SmtpProef;
  let klaar: () => Promise<unknown>;
  beforeAll(async () => {
    proef = await maakTestDatabase();
    smtp = await startSmtp({ naTekst: () => (smtp.binnen.length === 1 ? 'wacht' : undefined) });
    const config: WorkerConfig = {
      host: '127.0.0.1',
      healthPort: 0,
      databaseUrl: proef.logins.worker,
      temporalAddress: '127.0.0.1:1',
      temporalNamespace: 'geen',
      smtpUrl: smtp.url,
      mailFrom: 'traject@mt.example',
      mailReturnPath: undefined,
      mailSpreadMinutes: 0,
      practiceSmtpUrl: undefined,
      mailboxUrl: undefined,
      publicUrl: 'https://mt.example',
      keyring: TEST_KEYRING,
      cloudEventsSource: 'urn:mt',
      webhookLoopback: false,
      logLevel: 'warn',
    };
    const senders = new MailSenders(config);
    const worker = await proef.als('worker');
    const runners = new MailRunners(config, worker, senders);
    runners.onModuleInit();
    klaar = async () => {
      await runners.onApplicationShutdown();
      await senders.onApplicationShutdown();
    };
  });
  afterAll(async () => {
    // First, or the mail under way is waited for.
    await smtp.stop();
    await klaar();
    await proef.verwijder();
  });

  const binnen = async (aantal: number): Promise<void> => {
    for (let keer = 0; keer < 200 && smtp.binnen.length < aantal; keer += 1) await rust(20);
    expect(smtp.binnen).toHaveLength(aantal);
  };

  it('holds up no link to log in', async () => {
    const account = await maakAccount(proef.database, 'kim@x.example');
    await proef.database.query(
      `INSERT INTO accountbericht (account_id, soort) VALUES ($1, 'passkey-toegevoegd')`,
      [account],
    );
    await proef.database.query(`NOTIFY ${ACCOUNTBERICHT_KANAAL}`);
    await binnen(1);
    await proef.database.query(
      `INSERT INTO aanmeldlink (account_id, naar, vervalt_op) VALUES ($1, '/', now() + interval '20 minutes')`,
      [account],
    );
    await proef.database.query(`NOTIFY ${AANMELDLINK_KANAAL}`);
    await binnen(2);
    expect(smtp.binnen[1]?.bron).toContain('/aanmelden');
    const [stand] = await proef.database.query<unknown[]>(
      'SELECT l.status AS link, b.status AS bericht FROM aanmeldlink l, accountbericht b',
    );
    expect(stand).toEqual({ link: expect.stringMatching(/^(bezig|verzonden)$/), bericht: 'bezig' });
  }, 20_000);
});
