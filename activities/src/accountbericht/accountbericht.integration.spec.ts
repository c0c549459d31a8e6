import {
  eenCohort,
  maakAccount,
  maakTestDatabase,
  startSmtp,
  TEST_KEYRING,
  type SmtpProef,
  type TestDatabase,
} from '@maatwerktraject/testing/services';
import { verzegel } from '@maatwerktraject/database';
import type { DataSource } from 'typeorm';
import { createSmtpVerzender, type Verzender } from '../bericht/smtp.verzender.js';
import { createAccountberichtBezorger } from './accountbericht.bezorger.js';

jest.setTimeout(60_000);

describe('de mail over de beveiliging van een account', () => {
  let proef: TestDatabase;
  let worker: DataSource;
  let echt: SmtpProef;
  let postvak: SmtpProef;
  const verzenders: Verzender[] = [];

  beforeAll(async () => {
    proef = await maakTestDatabase();
    worker = await proef.als('worker');
  });
  afterAll(async () => {
    await proef.verwijder();
  });
  beforeEach(async () => {
    await proef.database.query('DELETE FROM accountbericht');
    [echt, postvak] = await Promise.all([startSmtp(), startSmtp()]);
  });
  afterEach(async () => {
    for (const een of verzenders.splice(0)) een.sluit();
    await Promise.all([echt.stop(), postvak.stop()]);
  });

  const bezorg = (zonderPostvak = false): Promise<number> => {
    const [een, ander] = [createSmtpVerzender(echt.url), createSmtpVerzender(postvak.url)];
    verzenders.push(een, ander);
    return createAccountberichtBezorger({
      database: worker,
      keyring: TEST_KEYRING,
      publicUrl: 'https://mt.example',
      van: 'traject@mt.example',
      mailDomein: 'mt.example',
      echt: een,
      oefen: zonderPostvak ? null : ander,
    }).bezorg();
  };
  const vraag = (account: string, soort: string): Promise<unknown> =>
    proef.database.query('INSERT INTO accountbericht (account_id, soort) VALUES ($1, $2)', [account, soort]);
  const onderwerpen = (smtp: SmtpProef): (string | undefined)[] =>
    smtp.binnen.map(({ bron }) => /^Subject: (.*)$/m.exec(bron)?.[1]?.trim());
  const status = async (): Promise<string[]> =>
    (await proef.database.query<{ status: string }[]>('SELECT status FROM accountbericht')).map(
      (rij) => rij.status,
    );

  it.each([
    ['passkey-toegevoegd', 'U hebt een passkey toegevoegd'],
    ['passkey-verwijderd', 'U hebt een passkey verwijderd'],
    ['passkeys-ingetrokken', 'De beheerder heeft uw passkeys weggehaald'],
    ['adres-gewijzigd', 'Uw e-mailadres is gewijzigd'],
  ])('leaves once: %s', async (soort, onderwerp) => {
    await vraag(await maakAccount(proef.database, 'kim@x.example', 'Kim'), soort);
    expect(await bezorg()).toBe(1);
    expect(onderwerpen(echt)).toEqual([onderwerp]);
    expect([await status(), await bezorg()]).toEqual([['verzonden'], 0]);
  });

  it('goes to the address of before as well, when that was changed', async () => {
    const account = await maakAccount(proef.database, 'nieuw@x.example', 'Kim');
    const oud = verzegel(TEST_KEYRING, 'accountbericht.aan', 'oud@x.example');
    for (const aan of [oud, null])
      await proef.database.query(
        `INSERT INTO accountbericht (account_id, soort, aan) VALUES ($1, 'adres-gewijzigd', $2)`,
        [account, aan],
      );
    expect([await bezorg(), await bezorg()].reduce((samen, een) => samen + een, 0)).toBe(2);
    expect(echt.binnen.map(({ bron }) => /^To: .*?(\w+@x\.example)/m.exec(bron)?.[1]).sort()).toEqual([
      'nieuw@x.example',
      'oud@x.example',
    ]);
  });

  it('waits for a mail server that is away, and is one mail then', async () => {
    await vraag(await maakAccount(proef.database, 'kim@x.example', 'Kim'), 'passkey-toegevoegd');
    await echt.stop();
    expect([await bezorg(), await status()]).toEqual([0, ['wacht']]);
    echt = await startSmtp();
    expect(await bezorg()).toBe(0);
    await proef.database.query('UPDATE accountbericht SET volgende_poging_op = now()');
    expect(await bezorg()).toBe(1);
  });

  it('goes again, under one Message-ID, after a worker that died', async () => {
    await vraag(await maakAccount(proef.database, 'kim@x.example', 'Kim'), 'passkey-toegevoegd');
    await bezorg();
    await proef.database.query(`UPDATE accountbericht SET status = 'bezig', volgende_poging_op = now()`);
    await bezorg();
    const ids = echt.binnen.map(({ messageId }) => messageId);
    expect([ids.length, new Set(ids).size]).toEqual([2, 1]);
  });

  it('stays in the practice mailbox for who only practises, and goes to nobody without one', async () => {
    const cohort = await eenCohort(1).alsOefencohort().bewaar(proef.database);
    const account = await maakAccount(proef.database, cohort.trajecten[0]?.contactpersonen[0]?.email ?? '');
    await proef.database.query(
      'UPDATE contactpersoon SET account_id = $1 WHERE id = (SELECT id FROM contactpersoon LIMIT 1)',
      [account],
    );
    await vraag(account, 'passkey-toegevoegd');
    expect(await bezorg()).toBe(1);
    expect([echt.binnen.length, onderwerpen(postvak)]).toEqual([
      0,
      ['[Oefening] U hebt een passkey toegevoegd'],
    ]);
    await proef.database.query('DELETE FROM accountbericht');
    await vraag(account, 'passkey-toegevoegd');
    expect([await bezorg(true), await status()]).toEqual([0, ['mislukt']]);
  });

  it('goes to nobody whose account is blocked, and not after days', async () => {
    const geblokkeerd = await maakAccount(proef.database, 'blok@x.example');
    await vraag(geblokkeerd, 'passkeys-ingetrokken');
    await proef.database.query(`UPDATE account SET status = 'geblokkeerd' WHERE id = $1`, [geblokkeerd]);
    await vraag(await maakAccount(proef.database, 'oud@x.example'), 'passkey-toegevoegd');
    await proef.database.query(
      `UPDATE accountbericht SET gevraagd_op = now() - interval '4 days' WHERE account_id <> $1`,
      [geblokkeerd],
    );
    expect([await bezorg(), echt.binnen]).toEqual([0, []]);
  });
});
