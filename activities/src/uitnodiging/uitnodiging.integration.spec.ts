import { verzegel } from '@maatwerktraject/database';
import {
  eenCohort,
  maakAccount,
  maakTestDatabase,
  startSmtp,
  TEST_KEYRING,
  type SmtpGedrag,
  type SmtpProef,
  type TestDatabase,
} from '@maatwerktraject/testing/services';
import PostalMime from 'postal-mime';
import type { DataSource } from 'typeorm';
import { createSmtpVerzender, type Verzender } from '../bericht/smtp.verzender.js';
import { createUitnodigingBezorger, type UitnodigingBezorger } from './uitnodiging.bezorger.js';

jest.setTimeout(60_000);

describe('de uitnodiging per mail', () => {
  let proef: TestDatabase;
  let database: DataSource;
  /** As the worker itself connects. */
  let alsWorker: DataSource;
  let echt: SmtpProef;
  let postvak: SmtpProef;
  const verzenders: Verzender[] = [];
  let beheerder: string;
  let nummer = 0;

  beforeAll(async () => {
    proef = await maakTestDatabase();
    ({ database } = proef);
    alsWorker = await proef.als('worker');
    beheerder = await maakAccount(database, 'bea@les.example', 'Bea Smit');
  });
  afterAll(async () => {
    await proef.verwijder();
  });
  beforeEach(async () => {
    await database.query('DELETE FROM uitnodiging');
    [echt, postvak] = await Promise.all([startSmtp(), startSmtp()]);
  });
  afterEach(async () => {
    for (const verzender of verzenders.splice(0)) verzender.sluit();
    await Promise.all([echt.stop(), postvak.stop()]);
  });

  const verzender = (smtp: SmtpProef): Verzender => {
    const nieuw = createSmtpVerzender(smtp.url);
    verzenders.push(nieuw);
    return nieuw;
  };
  const bezorger = (zonderPostvak = false): UitnodigingBezorger =>
    createUitnodigingBezorger({
      database: alsWorker,
      keyring: TEST_KEYRING,
      publicUrl: 'https://mt.example',
      van: 'Maatwerktraject <afzender@mt.example>',
      mailDomein: 'mt.example',
      echt: verzender(echt),
      oefen: zonderPostvak ? null : verzender(postvak),
    });
  const anders = async (gedrag: SmtpGedrag): Promise<void> => {
    await echt.stop();
    echt = await startSmtp(gedrag);
  };

  const iemand = (naam = 'Ank de Vries'): Promise<string> =>
    maakAccount(database, `ank-${String(++nummer)}@advies.example`, naam);
  /** Gives roles in one transaction, as the API does. */
  const geef = async (
    account: string,
    rollen: readonly string[],
    { door = beheerder, cohort = null }: { door?: string | null; cohort?: string | null } = {},
  ): Promise<void> => {
    await database.transaction(async (db) => {
      for (const rol of rollen)
        await db.query(
          'INSERT INTO toekenning (account_id, rol, cohort_id, verleend_door) VALUES ($1, $2, $3, $4)',
          [account, rol, cohort, door],
        );
    });
  };
  /** As an onderzoeker who sees the names of gemeenten until a day. */
  const geefNamen = (account: string, cohort: string): Promise<unknown> =>
    database.query(
      `INSERT INTO toekenning (account_id, rol, cohort_id, verleend_door, identiteiten, reden, vervalt_op)
       VALUES ($1, 'onderzoeker', $2, $3, true, 'Voor het promotieonderzoek', '2099-02-01T12:00:00Z')`,
      [account, cohort, beheerder],
    );
  const standen = async (): Promise<string[]> =>
    (await database.query<{ status: string }[]>('SELECT status FROM uitnodiging ORDER BY status')).map(
      ({ status }) => status,
    );
  const straks = (): Promise<unknown> => database.query('UPDATE uitnodiging SET volgende_poging_op = now()');

  describe('van een contactpersoon', () => {
    const contact = async (status: 'concept' | 'lopend', oefen = false): Promise<string> => {
      const factory = eenCohort(++nummer + 500);
      const { id, trajecten } = await (oefen ? factory.alsOefencohort() : factory).bewaar(database);
      await database.query('UPDATE cohort SET status = $2 WHERE id = $1', [id, status]);
      const persoon = trajecten[0]?.contactpersonen[1]?.id ?? '';
      await database.transaction(async (db) => {
        await db.query(`SELECT begin_als($1, 'adviseur')`, [beheerder]);
        await db.query('SELECT nodig_contact_uit($1)', [persoon]);
      });
      return persoon;
    };

    it('says of which gemeente, by whom, and how to log in; once', async () => {
      await contact('lopend');
      expect([await bezorger().bezorg(), await bezorger().bezorg()]).toEqual([1, 0]);
      const { subject, to, text } = await PostalMime.parse(echt.binnen[0]?.bron ?? '');
      expect(subject).toBe('U bent contactpersoon van Groningen');
      expect(to?.[0]?.address).toBe('beleid-2@gm0014.example');
      for (const zin of [
        'Bea Smit heeft u opgegeven als contactpersoon van Groningen',
        'U doet de taken voor het niveau beleid.',
        'Vul dit e-mailadres in: beleid-2@gm0014.example.',
      ])
        expect(text).toContain(zin);
      expect(await standen()).toEqual(['verzonden']);
    });

    it('stays in the practice mailbox of an oefencohort, and is not there before a cohort runs', async () => {
      await contact('concept');
      expect(await standen()).toEqual([]);
      await contact('lopend', true);
      expect(await bezorger().bezorg()).toBe(1);
      expect([echt.binnen.length, postvak.binnen.length]).toEqual([0, 1]);
    });

    it('does not go to who left meanwhile, or is blocked', async () => {
      for (const sql of [
        `UPDATE contactpersoon SET vertrekt_op = '2000-01-01' WHERE id = $1`,
        `UPDATE account SET status = 'geblokkeerd' WHERE id = (SELECT account_id FROM contactpersoon WHERE id = $1)`,
      ]) {
        await database.query('DELETE FROM uitnodiging');
        await database.query(sql, [await contact('lopend')]);
        expect([await bezorger().bezorg(), await standen()]).toEqual([0, ['vervallen']]);
      }
      await database.query(`UPDATE account SET status = 'actief'`);
    });
  });

  it('says who gave what and where to log in, in one mail for what was given at once, and never again', async () => {
    await geef(await iemand(), ['beheerder', 'adviseur']);
    expect(await Promise.all([bezorger().bezorg(), bezorger().bezorg()])).toContain(1);
    expect(await bezorger().bezorg()).toBe(0);
    expect(echt.binnen).toHaveLength(1);
    expect(postvak.binnen).toEqual([]);
    const { subject, to, text, html } = await PostalMime.parse(echt.binnen[0]?.bron ?? '');
    expect(subject).toBe('U kunt nu werken met het Maatwerktraject');
    expect(to).toEqual([{ name: 'Ank de Vries', address: `ank-${String(nummer)}@advies.example` }]);
    for (const zin of [
      'Beste Ank de Vries,',
      'Bea Smit heeft u toegang gegeven',
      'U hebt nu de rol adviseur.',
      'U hebt nu de rol beheerder.',
      `met dit e-mailadres: ank-${String(nummer)}@advies.example.`,
      'https://mt.example/aanmelden\n',
    ])
      expect(text).toContain(zin);
    expect(html).toContain('href="https://mt.example/aanmelden"');
    // A link that opens nothing by itself: no secret, no ID.
    expect(`${text ?? ''}${html ?? ''}`).not.toMatch(/aanmelden[#?/]|[0-9a-f]{8}-[0-9a-f]{4}/);
    expect(await standen()).toEqual(['verzonden', 'verzonden']);
  });

  it('stays in the practice mailbox for an oefencohort, and waits while there is none', async () => {
    const { id } = await eenCohort(++nummer).alsOefencohort().bewaar(database);
    await geef(await iemand(), ['onderzoeker'], { cohort: id });
    expect(await bezorger(true).bezorg()).toBe(0);
    expect(await standen()).toEqual(['wacht']);
    expect(echt.binnen).toEqual([]);
    await straks();
    expect(await bezorger().bezorg()).toBe(1);
    expect(echt.binnen).toEqual([]);
    const { subject, text } = await PostalMime.parse(postvak.binnen[0]?.bron ?? '');
    expect(subject).toMatch(/^\[Oefening\] /);
    expect(text).toContain('U bent nu onderzoeker bij het cohort');
  });

  it('of a real cohort names it, and goes by the real server', async () => {
    const { id } = await eenCohort(++nummer).bewaar(database);
    await geef(await iemand(), ['adviseur'], { cohort: id });
    expect(await bezorger().bezorg()).toBe(1);
    expect(postvak.binnen).toEqual([]);
    const { text } = await PostalMime.parse(echt.binnen[0]?.bron ?? '');
    expect(text).toContain(`U bent nu adviseur van het cohort "Cohort ${id.slice(0, 8)}".`);
  });

  it('says that an onderzoeker sees names, and until when; and nothing of it to who does not', async () => {
    const { id } = await eenCohort(++nummer).bewaar(database);
    const account = await iemand();
    const tekst = async (): Promise<string> => {
      expect(await bezorger().bezorg()).toBe(1);
      return (await PostalMime.parse(echt.binnen.at(-1)?.bron ?? '')).text ?? '';
    };
    await geef(account, ['onderzoeker'], { cohort: id });
    const zonder = await tekst();
    expect(zonder).toContain('U ziet daar de resultaten.');
    expect(zonder).not.toMatch(/namen|eindigt/);
    // Within 24 hours as well: it is something else.
    await geefNamen(account, id);
    const met = await tekst();
    expect(met).toContain('U ziet ook de namen van de gemeenten.');
    expect(met).toContain('Deze toegang eindigt op zondag 1 februari 2099.');
  });

  it('lets no name or cohort add a header, a recipient or a tag', async () => {
    const kwaad = 'Ank\r\nBcc: derde@kwaad.example\r\n\r\n<b>dik</b>';
    const door = await iemand(kwaad);
    const { id } = await eenCohort(++nummer).bewaar(database);
    await database.query('UPDATE cohort SET naam = $2 WHERE id = $1', [id, kwaad]);
    await geef(await iemand(kwaad), ['adviseur'], { door, cohort: id });
    expect(await bezorger().bezorg()).toBe(1);
    const [mail] = echt.binnen;
    expect(mail?.aan).toEqual([`ank-${String(nummer)}@advies.example`]);
    const { bcc, headers, html } = await PostalMime.parse(mail?.bron ?? '');
    expect(bcc).toBeUndefined();
    expect(headers.map(({ key }) => key)).not.toContain('bcc');
    expect(headers.filter(({ key }) => key === 'to')).toHaveLength(1);
    expect(html).not.toContain('<b>');
    expect(html).toContain('&lt;b&gt;dik&lt;/b&gt;');
  });

  it('is not made for what somebody gave himself, what the server gave, and services', async () => {
    const zelf = await iemand();
    await geef(zelf, ['adviseur'], { door: zelf });
    await geef(await iemand(), ['adviseur'], { door: null });
    const [dienst] = await database.query<{ id: string }[]>(
      `INSERT INTO account (soort, naam) VALUES ('dienst', $1) RETURNING id`,
      [verzegel(TEST_KEYRING, 'account.naam', 'Export')],
    );
    await geef(dienst?.id ?? '', ['onderzoeker']);
    expect(await standen()).toEqual([]);
  });

  it('is dropped when it is no longer true: withdrawn, blocked', async () => {
    const [weg, dicht] = [await iemand(), await iemand()];
    for (const account of [weg, dicht]) await geef(account, ['adviseur']);
    await database.query('UPDATE toekenning SET ingetrokken_op = now() WHERE account_id = $1', [weg]);
    await database.query(`UPDATE account SET status = 'geblokkeerd' WHERE id = $1`, [dicht]);
    expect(await bezorger().bezorg()).toBe(0);
    expect(await standen()).toEqual(['vervallen', 'vervallen']);
    expect(echt.binnen).toEqual([]);
  });

  it('is made for a blocked account as for any other, and not sent', async () => {
    const dicht = await iemand();
    await database.query(`UPDATE account SET status = 'geblokkeerd' WHERE id = $1`, [dicht]);
    await geef(dicht, ['adviseur']);
    expect(await standen()).toEqual(['wacht']);
    expect(await bezorger().bezorg()).toBe(0);
    expect(await standen()).toEqual(['vervallen']);
    expect(echt.binnen).toEqual([]);
  });

  it('is one in 24 hours for a role in a cohort, however often that is taken away and given again', async () => {
    const { id: een } = await eenCohort(++nummer).bewaar(database);
    const { id: ander } = await eenCohort(++nummer).bewaar(database);
    const account = await iemand();
    const opnieuw = async (rol: string, cohort = een): Promise<number> => {
      await database.query('UPDATE toekenning SET ingetrokken_op = now() WHERE account_id = $1', [account]);
      await geef(account, [rol], { cohort });
      return bezorger().bezorg();
    };
    expect([await opnieuw('adviseur'), await opnieuw('adviseur'), await opnieuw('adviseur')]).toEqual([
      1, 0, 0,
    ]);
    expect(await standen()).toEqual(['vervallen', 'vervallen', 'verzonden']);
    // Another role, another cohort, another day, another person.
    expect([await opnieuw('onderzoeker'), await opnieuw('adviseur', ander)]).toEqual([1, 1]);
    const eerder = (uren: number): Promise<unknown> =>
      database.query('UPDATE uitnodiging SET geclaimd_op = now() - make_interval(hours => $1)', [uren]);
    await eerder(23);
    expect(await opnieuw('adviseur')).toBe(0);
    await eerder(25);
    expect(await opnieuw('adviseur')).toBe(1);
    await geef(await iemand(), ['adviseur'], { cohort: een });
    expect(await bezorger().bezorg()).toBe(1);
    expect(echt.binnen).toHaveLength(5);
  });

  it('is tried again after a certain failure that may pass, with the same Message-ID, and not after one for ever', async () => {
    let code = 451;
    await anders({ naTekst: () => (code === 250 ? undefined : { code, tekst: 'nee' }) });
    await geef(await iemand(), ['adviseur']);
    expect(await bezorger().bezorg()).toBe(0);
    expect(await standen()).toEqual(['wacht']);
    // Not at once.
    expect(await bezorger().bezorg()).toBe(0);
    expect(echt.binnen).toHaveLength(1);
    code = 250;
    await straks();
    expect(await bezorger().bezorg()).toBe(1);
    expect(new Set(echt.binnen.map(({ messageId }) => messageId)).size).toBe(1);

    code = 554;
    await geef(await iemand(), ['adviseur']);
    expect(await bezorger().bezorg()).toBe(0);
    await straks();
    expect(await bezorger().bezorg()).toBe(0);
    expect(await standen()).toEqual(['mislukt', 'verzonden']);
  });

  it('is never sent again when it may have arrived: the answer stayed away, or the sender died', async () => {
    await anders({ naTekst: () => 'zwijg' });
    await geef(await iemand(), ['adviseur']);
    expect(await bezorger().bezorg()).toBe(0);
    expect(await standen()).toEqual(['onbekend']);
    await geef(await iemand(), ['adviseur']);
    await alsWorker.query('SELECT claim_uitnodiging()');
    await database.query(
      `UPDATE uitnodiging SET geclaimd_op = now() - interval '6 minutes' WHERE status = 'bezig'`,
    );
    await anders({});
    await straks();
    expect(await bezorger().bezorg()).toBe(0);
    expect(await standen()).toEqual(['onbekend', 'onbekend']);
    expect(echt.binnen).toEqual([]);
  });

  it('goes once for each grant, with three at work', async () => {
    for (let keer = 0; keer < 20; keer++) await geef(await iemand(), ['adviseur', 'onderzoeker']);
    const verzonden = await Promise.all([bezorger(), bezorger(), bezorger()].map((een) => een.bezorg()));
    expect(verzonden.reduce((som, getal) => som + getal)).toBe(20);
    expect(new Set(echt.binnen.map(({ aan }) => aan[0])).size).toBe(20);
    expect(echt.binnen).toHaveLength(20);
  });
});
