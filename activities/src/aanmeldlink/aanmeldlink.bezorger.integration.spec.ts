import {
  maakAccount,
  maakTestDatabase,
  startSmtp,
  TEST_KEYRING,
  type SmtpProef,
  type TestDatabase,
} from '@maatwerktraject/testing/services';
import type { DataSource } from 'typeorm';
import { createSmtpVerzender, type Verzender } from '../bericht/smtp.verzender.js';
import { createAanmeldlinkBezorger, type AanmeldlinkBezorger } from './aanmeldlink.bezorger.js';

describe('de bezorger van links', () => {
  let proef: TestDatabase;
  let alsWorker: DataSource;
  let smtp: SmtpProef;
  let echt: Verzender;
  let bezorger: AanmeldlinkBezorger;
  beforeAll(async () => {
    proef = await maakTestDatabase();
    alsWorker = await proef.als('worker');
    smtp = await startSmtp();
    echt = createSmtpVerzender(smtp.url);
    bezorger = createAanmeldlinkBezorger({
      database: alsWorker,
      keyring: TEST_KEYRING,
      publicUrl: 'https://mt.example',
      van: 'Maatwerktraject <noreply@mt.example>',
      mailDomein: 'mt.example',
      echt,
      oefen: null,
    });
  });
  afterAll(async () => {
    echt.sluit();
    await smtp.stop();
    await alsWorker.destroy();
    await proef.verwijder();
  });

  const vraagt = async (naam: string): Promise<string> => {
    const account = await maakAccount(proef.database, `${naam}@gemeente.example`);
    await proef.database.query(
      `INSERT INTO aanmeldlink (account_id, naar, vervalt_op, gevraagd_op)
       VALUES ($1, '/', now() + interval '20 minutes', clock_timestamp())`,
      [account],
    );
    return account;
  };

  it('passes over who was blocked or erased since, and gives the others theirs in the same round', async () => {
    const [eerste, geblokkeerd, gewist, laatste] = [
      await vraagt('eerste'),
      await vraagt('geblokkeerd'),
      await vraagt('gewist'),
      await vraagt('laatste'),
    ];
    await proef.database.query(`UPDATE account SET status = 'geblokkeerd' WHERE id = $1`, [geblokkeerd]);
    await proef.database.query(
      `UPDATE account SET status = 'gewist', email = NULL, email_index = NULL WHERE id = $1`,
      [gewist],
    );
    expect(await bezorger.bezorg()).toBe(2);
    expect(smtp.binnen.flatMap(({ aan }) => aan).sort()).toEqual([
      'eerste@gemeente.example',
      'laatste@gemeente.example',
    ]);
    const rijen = await proef.database.query<{ account_id: string; status: string; geheim: boolean }[]>(
      'SELECT account_id, status, sleutel_hash IS NOT NULL AS geheim FROM aanmeldlink',
    );
    expect(Object.fromEntries(rijen.map((rij) => [rij.account_id, [rij.status, rij.geheim]]))).toEqual({
      [eerste]: ['verzonden', true],
      [geblokkeerd]: ['wacht', false],
      [gewist]: ['wacht', false],
      [laatste]: ['verzonden', true],
    });
    expect(await bezorger.bezorg()).toBe(0);
  });

  it('says the whole term, also when the mail leaves later', async () => {
    const account = await vraagt('wachter');
    await proef.database.query(
      `UPDATE aanmeldlink SET gevraagd_op = gevraagd_op - interval '90 seconds', vervalt_op = vervalt_op - interval '90 seconds'
        WHERE account_id = $1`,
      [account],
    );
    expect(await bezorger.bezorg()).toBe(1);
    const mail = smtp.binnen.find(({ aan }) => aan.includes('wachter@gemeente.example'));
    // On its way a long line is cut in pieces that end in `=`.
    expect(mail?.bron.replaceAll(/=\r?\n/g, '')).toContain('Dat is 20 minuten nadat u hem vroeg.');
  });
});
