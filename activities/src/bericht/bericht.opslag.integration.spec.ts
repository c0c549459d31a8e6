import { verzegel } from '@maatwerktraject/database';
import { BERICHTSOORTEN, instantVan } from '@maatwerktraject/domain';
import {
  maakTestDatabase,
  type BewaardCohort,
  type TestDatabase,
  TEST_KEYRING,
} from '@maatwerktraject/testing/services';
import type { DataSource } from 'typeorm';
import { maakPost as maakPostIn } from '../testing/post.js';
import { createBerichtOpslag, messageIdVan, type BerichtOpslag } from './bericht.opslag.js';

jest.setTimeout(60_000);

// About the traject itself, or all that is open in it; the first is in bericht.geldig.integration.spec.ts.
const OVER_TRAJECT: readonly string[] = ['traject-afgerond', 'traject-hervat', 'weekoverzicht'];

// A Monday morning, on which real mail may leave.
const MAANDAG = instantVan('2026-11-23', '10:00');

describe('de opslag van berichten', () => {
  let nu = MAANDAG;
  let proef: TestDatabase;
  let database: DataSource;
  let worker: DataSource;
  let opslag: BerichtOpslag;
  let cohort: BewaardCohort;
  let zaad = 0;
  beforeAll(async () => {
    proef = await maakTestDatabase();
    database = proef.database;
    worker = await proef.als('worker');
    opslag = createBerichtOpslag(worker, {
      keyring: TEST_KEYRING,
      publicUrl: 'https://mt.example',
      mailDomein: 'mt.example',
      nu: () => nu,
    });
  });
  afterAll(() => proef.verwijder());
  beforeEach(async () => {
    nu = MAANDAG;
    await database.query(`DELETE FROM bericht`);
  });

  const maakPost = async (trajecten: number, { oefen = false } = {}): Promise<void> => {
    cohort = await maakPostIn(database, worker, { zaad: ++zaad, trajecten, oefen });
  };
  const perStatus = async (): Promise<Record<string, number>> => {
    const rijen = await database.query<{ status: string; aantal: number }[]>(
      `SELECT status, count(*) AS aantal FROM bericht GROUP BY status`,
    );
    return Object.fromEntries(rijen.map(({ status, aantal }) => [status, aantal]));
  };
  const een = async (): Promise<Record<string, unknown>> =>
    (await database.query<Record<string, unknown>[]>(`SELECT * FROM bericht ORDER BY op, id LIMIT 1`))[0]!;

  it('gives each of 200 mails to one of eight who ask at the same time', async () => {
    await maakPost(40);
    const alles = await Promise.all(
      Array.from({ length: 8 }, async (_, wie) => {
        const eigen: string[] = [];
        for (;;) {
          const geclaimd = await opslag.claim(`postbode-${String(wie)}`, 7);
          if (geclaimd.length === 0) return eigen;
          eigen.push(...geclaimd.map(({ id }) => id));
        }
      }),
    );
    const ids = alles.flat();
    expect(ids).toHaveLength(200);
    expect(new Set(ids).size).toBe(200);
    expect(alles.filter((eigen) => eigen.length > 0).length).toBeGreaterThan(1);
    expect(await perStatus()).toEqual({ bezig: 200 });
  });

  it.each([
    ['at night', instantVan('2026-11-24', '03:00')],
    ['on a Sunday', instantVan('2026-11-22', '11:00')],
    ['on a feestdag', instantVan('2026-12-25', '11:00')],
  ])('keeps real mail %s, and gives practice mail', async (_, moment) => {
    await maakPost(1);
    nu = moment;
    expect(await opslag.claim('ik', 100)).toEqual([]);
    nu = MAANDAG;
    expect(await opslag.claim('ik', 100)).toHaveLength(5);
    await maakPost(1, { oefen: true });
    nu = moment;
    expect(await opslag.claim('ik', 100)).toHaveLength(5);
  });

  it('goes by the clock of the cohort for when real mail leaves, and for whether its day is over', async () => {
    await maakPost(1);
    await database.query(
      `UPDATE bericht SET soort = 'herinnering-op', op = to_timestamp($1 / 1000.0) WHERE cohort_id = $2`,
      [instantVan('2027-03-01', '09:00'), cohort.id],
    );
    const zet = (domein: number): Promise<unknown> =>
      database.query(
        `UPDATE cohort SET klok_echt = $1, klok_domein = $2, klok_factor = 1, klok_versie = 1 WHERE id = $3`,
        [MAANDAG, domein, cohort.id],
      );
    await zet(instantVan('2027-03-01', '08:59'));
    expect(await opslag.claim('ik', 100)).toEqual([]);
    await zet(instantVan('2027-03-01', '09:01'));
    const [een, ...rest] = await opslag.claim('ik', 2);
    expect([een?.verlopen, rest.length]).toEqual([false, 1]);
    await zet(instantVan('2027-03-02', '09:01'));
    expect((await opslag.claim('ik', 100)).map(({ verlopen }) => verlopen)).toEqual([true, true, true]);
  });

  it('says of a real reminder that its day is over, and of no other mail', async () => {
    await maakPost(1);
    await database.query(`UPDATE bericht SET op = $1`, [new Date(instantVan('2026-11-20', '09:00'))]);
    await database.query(
      `UPDATE bericht SET soort = 'herinnering-op' WHERE id = (SELECT id FROM bericht WHERE soort = 'taak-geopend' LIMIT 1)`,
    );
    const mails = await opslag.claim('ik', 100);
    expect(mails.filter(({ verlopen }) => verlopen).map(({ gegevens }) => gegevens.soort)).toEqual([
      'herinnering-op',
    ]);
    await opslag.overgeslagen(mails.find(({ verlopen }) => verlopen)!.id);
    expect(await perStatus()).toEqual({ bezig: 4, overgeslagen: 1 });
  });

  it('gives with a mail all that its text needs', async () => {
    await maakPost(1, { oefen: true });
    const { id: trajectId } = cohort.trajecten[0]!;
    const mails = await opslag.claim('ik', 10);
    expect(mails.every(({ oefen, geldig, pogingen }) => oefen && geldig && pogingen === 1)).toBe(true);
    const scan = mails.find(
      ({ gegevens, aan }) => gegevens.titel.startsWith('Scan') && aan.email.startsWith('beleid'),
    );
    expect(scan?.aan.naam).toBe('Contact beleid 2');
    expect(scan?.gegevens).toMatchObject({
      soort: 'taak-geopend',
      gemeente: 'Groningen',
      stapNummer: 1,
      aantalStappen: 5,
      minuten: 25,
      vervaltOp: '2027-03-08',
      oefen: true,
      link: `https://mt.example/taken/${trajectId}.inventariseren.scan.beleid`,
    });
    const gesprek = mails.find(({ gegevens }) => gegevens.soort === 'check-in-week');
    expect(gesprek).toMatchObject({
      aan: { email: cohort.adviseurEmail },
      gegevens: { titel: 'Startgesprek', link: `https://mt.example/trajecten/${trajectId}` },
    });
  });

  it('introduces the traject to each contactpersoon once, in the first mail that goes', async () => {
    await maakPost(1);
    const titels: Record<string, string> = {};
    const nieuw = async (): Promise<[string, number | undefined][]> =>
      (await opslag.claim('ik', 10)).flatMap(({ aan, gegevens: { kennismaking, titel } }) => {
        if (kennismaking) titels[aan.naam] = titel;
        return kennismaking ? [[aan.naam, kennismaking.eigenMinuten]] : [];
      });
    const eerste = await nieuw();
    // Bestuur is the hoofdcontact too, and has two taken at once.
    expect(new Map(eerste)).toEqual(
      new Map([
        ['Contact bestuur 1', 185],
        ['Contact beleid 2', 165],
        ['Contact uitvoering 3', 60],
      ]),
    );
    expect(eerste).toHaveLength(3);
    // Of those of one moment in the one that is due first.
    expect(titels['Contact bestuur 1']).toBe('Startgegevens');
    await database.query(`UPDATE bericht SET status = 'wacht' WHERE soort = 'taak-geopend'`);
    expect(await nieuw()).toEqual(eerste);
    // The first one never went: the next tells it.
    await database.query(`UPDATE bericht SET status = 'wacht'`);
    await database.query(
      `UPDATE bericht SET status = 'mislukt' WHERE soort = 'taak-geopend' AND onderwerp <> 'scan.bestuur'`,
    );
    expect(await nieuw()).toEqual([['Contact bestuur 1', 185]]);
  });

  it('reckons for a hoofdcontact what nobody else is there for', async () => {
    await maakPost(1);
    await database.query(
      `DELETE FROM bericht WHERE contactpersoon_id IN (SELECT id FROM contactpersoon WHERE niveau = 'uitvoering')`,
    );
    await database.query(`DELETE FROM contactpersoon WHERE niveau = 'uitvoering'`);
    const minuten = (await opslag.claim('ik', 10)).map(({ gegevens }) => gegevens.kennismaking?.eigenMinuten);
    expect(minuten.filter((een) => een !== undefined).sort()).toEqual([165, 245]);
  });

  it('reckons nobody who is kept without an account, as Mijn traject does', async () => {
    await maakPost(1);
    // Erased, or not let in yet: nobody can do these taken but the hoofdcontact.
    await database.query(
      `UPDATE contactpersoon SET account_id = NULL WHERE niveau = 'uitvoering' AND traject_id = $1`,
      [cohort.trajecten[0]!.id],
    );
    const minuten = (await opslag.claim('ik', 10)).flatMap(({ gegevens: { kennismaking } }) =>
      kennismaking ? [kennismaking.eigenMinuten] : [],
    );
    expect(minuten.sort()).toEqual([165, 245, 60]);
  });

  it('names the adviseur of the moment at which it leaves, also when it was ready before', async () => {
    await maakPost(1);
    const nieuw = { naam: 'Nieuwe Adviseur', email: 'nieuw@les.example' };
    await database.transaction(async (db) => {
      await db.query(`SELECT begin_als(NULL, 'beheerder')`);
      await db.query('SELECT wissel_adviseur($1, 1, $2, $3, now())', [
        cohort.id,
        verzegel(TEST_KEYRING, 'cohort.adviseur_naam', nieuw.naam),
        verzegel(TEST_KEYRING, 'cohort.adviseur_email', nieuw.email),
      ]);
    });
    const mails = await opslag.claim('ik', 10);
    expect(mails.filter(({ gegevens }) => gegevens.aanAdviseur).map(({ aan }) => aan)).toEqual([nieuw]);
    expect(new Set(mails.map(({ gegevens }) => gegevens.adviseur))).toEqual(
      new Set([`${nieuw.naam}, ${nieuw.email}`]),
    );
  });

  it('has nothing true to say to somebody who was erased', async () => {
    await maakPost(1);
    await database.query(
      `UPDATE contactpersoon SET naam = '', email = '', account_id = NULL WHERE traject_id = $1 AND niveau = 'beleid'`,
      [cohort.trajecten[0]!.id],
    );
    const mails = await opslag.claim('ik', 10);
    const ongeldig = mails.filter(({ geldig }) => !geldig);
    expect(ongeldig.length).toBeGreaterThan(0);
    expect(new Set(ongeldig.map(({ aan }) => aan.email))).toEqual(new Set(['gewist@gewist.invalid']));
    expect(mails.filter(({ geldig, aan }) => geldig && aan.email.startsWith('gewist'))).toEqual([]);
    await database.query(`UPDATE cohort SET adviseur_naam = '', adviseur_email = ''`);
    await database.query(`UPDATE bericht SET status = 'wacht'`);
    const daarna = await opslag.claim('ik', 10);
    expect(daarna.filter(({ geldig }) => geldig).map(({ gegevens }) => gegevens.aanAdviseur)).not.toContain(
      true,
    );
  });

  it('records how an attempt ended', async () => {
    await maakPost(1);
    const [eerste, tweede, derde, vierde] = await opslag.claim('ik', 4);
    await opslag.verwerk(eerste!, { soort: 'verzonden', antwoord: '250 ok' });
    await opslag.verwerk(tweede!, { soort: 'onbekend', reden: 'geen antwoord' });
    await opslag.verwerk(derde!, { soort: 'mislukt', definitief: true, reden: 'bestaat niet' });
    await opslag.verwerk(vierde!, { soort: 'mislukt', definitief: false, reden: 'te druk' });
    const rijen = await database.query<Record<string, unknown>[]>(
      `SELECT id, sleutel, status, message_id, toelichting, verzonden_op IS NOT NULL AS weg, round(extract(epoch FROM volgende_poging_op - now())) AS over FROM bericht`,
    );
    const rij = (mail: typeof eerste): Record<string, unknown> => rijen.find(({ id }) => id === mail!.id)!;
    const sleutel = rij(eerste)['sleutel'] as string;
    expect(rij(eerste)).toMatchObject({
      status: 'verzonden',
      weg: true,
      message_id: messageIdVan(sleutel, 'mt.example'),
      toelichting: null,
    });
    expect(rij(tweede)).toMatchObject({
      status: 'onbekend',
      weg: false,
      toelichting: expect.stringContaining('geen antwoord'),
    });
    expect(rij(derde)).toMatchObject({
      status: 'mislukt',
      weg: false,
      toelichting: expect.stringContaining('bestaat niet'),
    });
    expect(rij(vierde)).toMatchObject({
      status: 'wacht',
      toelichting: expect.stringContaining('te druk'),
      over: '5',
    });
    // Only the fifth can be claimed now: the fourth waits for its next attempt.
    expect(await opslag.claim('ik', 10)).toHaveLength(1);
  });

  it('gives a mail up after a hundred attempts', async () => {
    await maakPost(1);
    await database.query(`UPDATE bericht SET pogingen = 98`);
    const [mail] = await opslag.claim('ik', 1);
    await opslag.verwerk(mail!, { soort: 'mislukt', definitief: false, reden: 'te druk' });
    expect((await een())['status']).toBe('wacht');
    await database.query(`UPDATE bericht SET volgende_poging_op = now()`);
    const [nogEens] = await opslag.claim('ik', 1);
    await opslag.verwerk(nogEens!, { soort: 'mislukt', definitief: false, reden: 'te druk' });
    expect((await een())['status']).toBe('mislukt');
  });

  describe('bij een verzender die weg is', () => {
    it('leaves the mail of one who lives alone, and marks the mail of one who is gone', async () => {
      await maakPost(2);
      await opslag.claim('levend', 3);
      await opslag.claim('weg', 4);
      // The lock that a living postbode holds, on a connection of its own.
      const levend = database.createQueryRunner();
      await levend.query(`SELECT pg_advisory_lock(hashtextextended('levend', 0))`);
      try {
        expect(await opslag.markeerAchtergebleven()).toBe(4);
        expect(await perStatus()).toEqual({ bezig: 3, onbekend: 4, wacht: 3 });
        expect(await opslag.markeerAchtergebleven()).toBe(0);
        // Nobody sends it again.
        expect(await opslag.claim('ander', 10)).toHaveLength(3);
      } finally {
        await levend.query(`SELECT pg_advisory_unlock(hashtextextended('levend', 0))`);
        await levend.release();
      }
      expect(await opslag.markeerAchtergebleven()).toBe(6);
    });

    it('asks after practice mail only, and after a while', async () => {
      await maakPost(1, { oefen: true });
      await opslag.claim('weg', 5);
      await opslag.markeerAchtergebleven();
      expect(await opslag.onbekendeOefenmail()).toEqual([]);
      await database.query(`UPDATE bericht SET volgende_poging_op = now()`);
      const onbekend = await opslag.onbekendeOefenmail();
      expect(onbekend).toHaveLength(5);
      await database.query(`UPDATE bericht SET oefen = false`);
      expect(await opslag.onbekendeOefenmail()).toEqual([]);
    });

    it('sends again only what the mailbox does not hold', async () => {
      await maakPost(1, { oefen: true });
      await opslag.claim('weg', 5);
      await opslag.markeerAchtergebleven();
      await database.query(`UPDATE bericht SET volgende_poging_op = now()`);
      const [een_, twee] = await opslag.onbekendeOefenmail();
      await opslag.beslis(een_!.id, een_!.messageId, true);
      await opslag.beslis(twee!.id, twee!.messageId, false);
      expect(await perStatus()).toEqual({ onbekend: 3, verzonden: 1, wacht: 1 });
      // A late answer about a mail that has been decided changes nothing.
      await opslag.beslis(een_!.id, een_!.messageId, false);
      expect(await perStatus()).toEqual({ onbekend: 3, verzonden: 1, wacht: 1 });
    });
  });

  describe('van post die niet meer klopt', () => {
    const geldig = async (soort: string): Promise<boolean | undefined> => {
      await database.query(`UPDATE bericht SET status = 'wacht', volgende_poging_op = now()`);
      return (await opslag.claim('ik', 100)).find(({ gegevens }) => gegevens.soort === soort)?.geldig;
    };

    it('says so when the taak was handed in, or the conversation put on record', async () => {
      await maakPost(1);
      expect([await geldig('taak-geopend'), await geldig('check-in-week')]).toEqual([true, true]);
      await database.query(`UPDATE taak SET status = 'ingediend'`);
      await database.query(`UPDATE check_in SET status = 'gehouden'`);
      expect([await geldig('taak-geopend'), await geldig('check-in-week')]).toEqual([false, false]);
    });

    it.each(BERICHTSOORTEN.filter((soort) => !OVER_TRAJECT.includes(soort)))(
      'says so of %s when the stap is approved',
      async (soort) => {
        await maakPost(1);
        const onderwerp =
          soort === 'check-in-week'
            ? 'startgesprek'
            : soort.includes('stap') || soort === 'akkoord-herinnering'
              ? 'inventariseren'
              : 'scan.beleid';
        await database.query(`UPDATE bericht SET soort = $1, onderwerp = $2`, [soort, onderwerp]);
        await database.query(`UPDATE taak SET status = 'ingediend'`);
        await database.query(`UPDATE stap SET status = 'wacht-op-akkoord'`);
        expect(await geldig(soort)).toBe(
          ['stap-ingeleverd', 'akkoord-herinnering', 'check-in-week'].includes(soort),
        );
        await database.query(`UPDATE stap SET status = 'afgerond'`);
        await database.query(`UPDATE check_in SET status = 'niet-gehouden'`);
        expect(await geldig(soort)).toBe(false);
      },
    );

    it('never says so of the last mail', async () => {
      await maakPost(1);
      await database.query(`UPDATE traject SET status = 'afgerond'`);
      await database.query(`UPDATE bericht SET soort = 'traject-afgerond', onderwerp = 'inventariseren'`);
      await database.query(`UPDATE stap SET status = 'afgerond'`);
      expect(await geldig('traject-afgerond')).toBe(true);
    });

    it('puts it away with its reason', async () => {
      await maakPost(1);
      const [mail] = await opslag.claim('ik', 1);
      await opslag.vervallen(mail!.id);
      expect(await een()).toMatchObject({
        status: 'vervallen',
        verzonden_op: null,
        toelichting: expect.stringContaining('al gedaan'),
      });
    });
  });
});
