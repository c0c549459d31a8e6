import { setTimeout as sleep } from 'node:timers/promises';
import { ontzegel } from '@maatwerktraject/database';
import { instantVan } from '@maatwerktraject/domain';
import {
  maakTestDatabase,
  startSmtp,
  TEST_KEYRING,
  type BewaardCohort,
  type SmtpGedrag,
  type SmtpProef,
  type TestDatabase,
} from '@maatwerktraject/testing/services';
import type { DataSource } from 'typeorm';
import { maakPost as maakPostIn } from '../testing/post.js';
import { createBerichtOpslag, type BerichtOpslag } from './bericht.opslag.js';
import { createPostbode } from './postbode.js';
import { createSmtpVerzender } from './smtp.verzender.js';

jest.setTimeout(60_000);

const MAANDAG = instantVan('2026-11-23', '10:00');
const DINSDAG = instantVan('2026-11-24', '10:00');

describe('de bezorging van mail', () => {
  let nu = MAANDAG;
  let proef: TestDatabase;
  let database: DataSource;
  let worker: DataSource;
  let opslag: BerichtOpslag;
  let cohort: BewaardCohort;
  let zaad = 4000;

  const maakOpslag = (spreidingMinuten = 0): BerichtOpslag =>
    createBerichtOpslag(worker, {
      keyring: TEST_KEYRING,
      publicUrl: 'https://mt.example',
      mailDomein: 'mt.example',
      nu: () => nu,
      spreidingMinuten,
    });

  beforeAll(async () => {
    proef = await maakTestDatabase();
    database = proef.database;
    worker = await proef.als('worker');
    opslag = maakOpslag();
  });
  afterAll(() => proef.verwijder());
  beforeEach(async () => {
    nu = MAANDAG;
    await database.query('DELETE FROM bericht');
    await database.query('DELETE FROM adresprobleem');
  });

  const maakPost = async (opties: { oefen?: boolean; trajecten?: number } = {}): Promise<void> => {
    cohort = await maakPostIn(database, worker, { zaad: ++zaad, ...opties });
  };
  const hoofd = (): string => cohort.trajecten[0]?.contactpersonen[0]?.email ?? '';
  const accountVan = async (): Promise<string> => {
    const [rij] = await database.query<{ account_id: string }[]>(
      'SELECT account_id FROM contactpersoon WHERE id = $1',
      [cohort.trajecten[0]?.contactpersonen[0]?.id],
    );
    return rij?.account_id ?? '';
  };
  const perStatus = async (): Promise<Record<string, number>> => {
    const rijen = await database.query<{ status: string; aantal: number }[]>(
      'SELECT status, count(*) AS aantal FROM bericht GROUP BY status',
    );
    return Object.fromEntries(rijen.map(({ status, aantal }) => [status, aantal]));
  };
  const pogingen = (): Promise<Record<string, unknown>[]> =>
    database.query(
      `SELECT p.*, b.status, b.cohort_id = p.cohort_id AS zelfde, p.geeindigd_op >= p.begonnen_op AS klopt
         FROM bericht_poging p JOIN bericht b ON b.id = p.bericht_id ORDER BY p.bericht_id, nummer`,
    );
  const woorden = (rij: Record<string, unknown>): string =>
    ontzegel(TEST_KEYRING, 'bericht_poging.antwoord', rij['antwoord'] as string);

  /** One postbode on a real mail server, until `klaar`. */
  const bezorg = async (smtp: Pick<SmtpProef, 'url'>, klaar: () => Promise<boolean>): Promise<void> => {
    const [echt, oefen] = [createSmtpVerzender(smtp.url), createSmtpVerzender(smtp.url)];
    const slot = database.createQueryRunner();
    await slot.query(`SELECT pg_advisory_lock(hashtextextended('bezorging', 0))`);
    const postbode = createPostbode({
      opslag,
      van: 'Maatwerktraject <afzender@mt.example>',
      echt,
      oefen: { verzender: oefen, navraag: null },
      naam: 'bezorging',
      gelijktijdig: 4,
      meld: () => undefined,
    });
    const loopt = postbode.loop();
    const einde = Date.now() + 30_000;
    try {
      while (!(await klaar())) {
        if (Date.now() > einde) throw new Error(`het duurde te lang: ${JSON.stringify(await perStatus())}`);
        await sleep(25);
      }
    } finally {
      postbode.stop();
      await loopt;
      await slot.query(`SELECT pg_advisory_unlock(hashtextextended('bezorging', 0))`);
      await slot.release();
      for (const verzender of [echt, oefen]) verzender.sluit();
    }
  };
  const met = async (gedrag: SmtpGedrag, werk: (smtp: SmtpProef) => Promise<void>): Promise<void> => {
    const smtp = await startSmtp(gedrag);
    try {
      await werk(smtp);
    } finally {
      await smtp.stop();
    }
  };
  const niets = async (): Promise<boolean> => {
    const { wacht = 0, bezig = 0 } = await perStatus();
    return wacht + bezig === 0;
  };
  const ADRES_BESTAAT_NIET = { code: 550, tekst: '5.1.1 <oud@gemeente.example> bestaat niet' };

  describe('elke poging', () => {
    it('stands with its times and the words of the server, sealed', async () => {
      await maakPost();
      const mails = await opslag.claim('ik', 4);
      const uitkomsten = [
        { soort: 'verzonden', antwoord: '250 ok <a@b.example>' },
        { soort: 'onbekend', reden: 'verbinding weg' },
        { soort: 'mislukt', definitief: true, reden: '554 spam' },
        { soort: 'mislukt', definitief: false, reden: '421 te druk' },
      ] as const;
      for (const [plek, uit] of uitkomsten.entries()) await opslag.verwerk(mails[plek]!, uit);
      const rijen = await pogingen();
      expect(
        uitkomsten.map((_, plek) => {
          const rij = rijen.find(({ bericht_id: id }) => id === mails[plek]!.id)!;
          return [rij['uitkomst'], woorden(rij), rij['nummer'], rij['zelfde'], rij['klopt']];
        }),
      ).toEqual([
        ['verzonden', '250 ok <a@b.example>', 1, true, true],
        ['onbekend', 'verbinding weg', 1, true, true],
        ['mislukt', '554 spam', 1, true, true],
        ['mislukt-later', '421 te druk', 1, true, true],
      ]);
      expect(JSON.stringify(rijen)).not.toContain('b.example');
      await database.query('UPDATE bericht SET volgende_poging_op = now()');
      const [weer] = (await opslag.claim('ik', 10)).filter(({ id }) => id === mails[3]!.id);
      await opslag.verwerk(weer!, { soort: 'verzonden', antwoord: '250 ok' });
      const nummers = (await pogingen()).filter(({ bericht_id: id }) => id === weer!.id);
      expect(nummers.map(({ nummer, uitkomst }) => [nummer, uitkomst])).toEqual([
        [1, 'mislukt-later'],
        [2, 'verzonden'],
      ]);
    });

    it('is one too when it died with its process, and then no more', async () => {
      await maakPost();
      const [mail] = await opslag.claim('weg', 5);
      expect(await opslag.markeerAchtergebleven()).toBe(5);
      await opslag.verwerk(mail!, { soort: 'verzonden', antwoord: 'te laat' });
      const rijen = await pogingen();
      expect(rijen.map((rij) => [rij['uitkomst'], woorden(rij)])).toEqual(
        Array.from({ length: 5 }, () => ['onbekend', 'gestopt tijdens verzenden']),
      );
      expect(await perStatus()).toEqual({ onbekend: 5 });
    });

    it('names no address in the text that is not sealed', async () => {
      await maakPost();
      const [mail] = await opslag.claim('ik', 1);
      const reden = '450 <iemand@gemeente.example> later';
      await opslag.verwerk(mail!, { soort: 'mislukt', definitief: false, reden });
      const [rij] = await database.query<{ toelichting: string }[]>(
        'SELECT toelichting FROM bericht WHERE id = $1',
        [mail!.id],
      );
      expect(rij?.toelichting).toBe('Poging 1 lukte niet: 450 (adres) later');
    });
  });

  describe('een adres dat de mailserver niet kent', () => {
    const weiger = (adres: string): SmtpGedrag => ({
      bijOntvanger: (een) => (een === adres ? ADRES_BESTAAT_NIET : undefined),
    });

    it('is a fact once, and holds what goes there and nothing else', async () => {
      await maakPost();
      await met(weiger(hoofd()), async (smtp) => {
        await bezorg(smtp, niets);
        expect(await perStatus()).toEqual({ verzonden: 3, aangehouden: 2 });
        const [probleem, ...meer] = await database.query<Record<string, unknown>[]>(
          'SELECT * FROM adresprobleem',
        );
        expect(meer).toEqual([]);
        expect(probleem).toMatchObject({
          account_id: await accountVan(),
          bron: 'geweigerd',
          code: '5.1.1',
          oefen: false,
          opgelost_op: null,
        });
        expect(ontzegel(TEST_KEYRING, 'adresprobleem.woorden', probleem!['woorden'] as string)).toContain(
          'bestaat niet',
        );
        // Nobody tries it again, and the words of the mail name no address.
        const { length } = await pogingen();
        await database.query('UPDATE bericht SET volgende_poging_op = now()');
        expect(await opslag.claim('ik', 10)).toEqual([]);
        expect(await pogingen()).toHaveLength(length);
        const teksten = await database.query<{ toelichting: string; bij: string }[]>(
          `SELECT toelichting, adresprobleem_id AS bij FROM bericht WHERE status = 'aangehouden'`,
        );
        expect(teksten.map(({ bij }) => bij)).toEqual([probleem!['id'], probleem!['id']]);
        expect(teksten.map(({ toelichting }) => toelichting).join()).not.toContain('@');
      });
    });

    it('lets go of what is still true once the address of the account is another', async () => {
      await maakPost();
      await met(weiger(hoofd()), (smtp) => bezorg(smtp, niets));
      await database.query(
        `UPDATE taak SET status = 'ingediend' WHERE uitvoerder = 'hoofdcontact' AND traject_id = $1`,
        [cohort.trajecten[0]?.id],
      );
      // Sealed again with another key it is the same address.
      await database.query('UPDATE account SET email = email WHERE id = $1', [await accountVan()]);
      expect(await perStatus()).toMatchObject({ aangehouden: 2 });
      await database.query(`UPDATE account SET email_index = 'anders' WHERE id = $1`, [await accountVan()]);
      expect(await perStatus()).toMatchObject({ wacht: 2 });
      await met({}, async (smtp) => {
        await bezorg(smtp, niets);
        expect(smtp.binnen).toHaveLength(1);
        // The same Message-ID as the attempt that was refused.
        const [rij] = await database.query<{ message_id: string }[]>(
          `SELECT message_id FROM bericht b WHERE (SELECT count(*) FROM bericht_poging p WHERE p.bericht_id = b.id) = 2
            OR message_id = $1`,
          [smtp.binnen[0]?.messageId],
        );
        expect(rij?.message_id).toBe(smtp.binnen[0]?.messageId);
      });
      expect(await perStatus()).toEqual({ verzonden: 4, vervallen: 1 });
      expect(await database.query('SELECT oplossing FROM adresprobleem')).toEqual([
        { oplossing: 'adres-gewijzigd' },
      ]);
    });

    it('leaves nothing of who was erased', async () => {
      await maakPost();
      await met(weiger(hoofd()), (smtp) => bezorg(smtp, niets));
      const contact = cohort.trajecten[0]?.contactpersonen[0]?.id;
      const account = await accountVan();
      await database.query(
        `UPDATE contactpersoon SET naam = '', email = '', account_id = NULL WHERE id = $1`,
        [contact],
      );
      await database.query('UPDATE account SET email = NULL, email_index = NULL, status = $2 WHERE id = $1', [
        account,
        'gewist',
      ]);
      expect(await perStatus()).toEqual({ verzonden: 3, vervallen: 2 });
      expect(await database.query('SELECT oplossing, woorden FROM adresprobleem')).toEqual([
        { oplossing: 'gewist', woorden: '' },
      ]);
      const over = await database.query<{ aantal: number }[]>(
        `SELECT count(*) AS aantal FROM bericht_poging p JOIN bericht b ON b.id = p.bericht_id
          WHERE b.contactpersoon_id = $1 AND p.antwoord <> ''`,
        [contact],
      );
      expect(over).toEqual([{ aantal: 0 }]);
    });

    it('of the adviseur of a cohort ends when another one is named', async () => {
      await maakPost();
      await met(weiger(cohort.adviseurEmail), (smtp) => bezorg(smtp, niets));
      expect(await database.query('SELECT cohort_id, account_id FROM adresprobleem')).toEqual([
        { cohort_id: cohort.id, account_id: null },
      ]);
      await database.query('UPDATE cohort SET adviseur_versie = adviseur_versie + 1 WHERE id = $1', [
        cohort.id,
      ]);
      expect(await perStatus()).toEqual({ verzonden: 4, wacht: 1 });
    });

    it('says nothing about practice mail to the same person', async () => {
      await maakPost();
      await met(weiger(hoofd()), (smtp) => bezorg(smtp, niets));
      await database.query('UPDATE bericht SET oefen = true, status = $1', ['wacht']);
      await met({}, (smtp) => bezorg(smtp, niets));
      expect(await perStatus()).toEqual({ verzonden: 5 });
    });

    it('is not what a server says of us', async () => {
      await maakPost();
      const nee = { code: 550, tekst: '5.7.1 relaying denied' };
      await met({ bijOntvanger: () => nee }, (smtp) => bezorg(smtp, niets));
      expect(await perStatus()).toEqual({ mislukt: 5 });
      expect(await database.query('SELECT FROM adresprobleem')).toEqual([]);
    });
  });

  describe('de spreiding over de ochtend', () => {
    it('gives real mail of nine o’clock a moment of its own, and each person one', async () => {
      await maakPost({ trajecten: 20 });
      const ochtend = instantVan('2026-11-23', '09:00');
      await database.query('UPDATE bericht SET op = $1', [new Date(ochtend)]);
      nu = ochtend;
      expect(await maakOpslag(60).claim('ik', 200)).toHaveLength(
        (
          await database.query<unknown[]>(
            'SELECT FROM bericht WHERE gespreid_tot <= now() OR gespreid_tot = $1',
            [new Date(ochtend)],
          )
        ).length,
      );
      const momenten = await database.query<{ per: number; eerste: Date; laatste: Date }[]>(
        `SELECT count(DISTINCT gespreid_tot) AS per, min(gespreid_tot) AS eerste, max(gespreid_tot) AS laatste
           FROM bericht GROUP BY contactpersoon_id, traject_id`,
      );
      expect(new Set(momenten.map(({ per }) => per))).toEqual(new Set([1]));
      expect(new Set(momenten.map(({ eerste }) => eerste.getTime())).size).toBeGreaterThan(60);
      const tijden = momenten.map(({ laatste }) => laatste.getTime());
      expect([Math.min(...tijden) >= ochtend, Math.max(...tijden) < ochtend + 3_600_000]).toEqual([
        true,
        true,
      ]);
    });

    it('leaves practice mail, and what waits for another attempt, as it is', async () => {
      await maakPost({ oefen: true });
      await database.query('UPDATE bericht SET op = $1', [new Date(instantVan('2026-11-23', '09:00'))]);
      expect(await maakOpslag(60).claim('ik', 10)).toHaveLength(5);
      await database.query(`UPDATE bericht SET oefen = false, status = 'wacht'`);
      expect(await maakOpslag(60).claim('ik', 10)).toHaveLength(5);
    });
  });

  describe('als de mailserver een dag weg is', () => {
    it('waits, and sends afterwards only what is still true', async () => {
      await maakPost();
      const weg = await startSmtp();
      await weg.stop();
      const { id: trajectId } = cohort.trajecten[0]!;
      await database.query(
        `UPDATE bericht SET op = $1, soort = CASE WHEN onderwerp = 'scan.bestuur' THEN 'herinnering-op' ELSE soort END`,
        [new Date(instantVan('2026-11-23', '09:00'))],
      );
      await bezorg(weg, async () => {
        const rijen = await database.query<{ uitkomst: string }[]>('SELECT uitkomst FROM bericht_poging');
        return rijen.length >= 5;
      });
      expect(await perStatus()).toEqual({ wacht: 5 });
      expect(new Set((await pogingen()).map(({ uitkomst }) => uitkomst))).toEqual(new Set(['mislukt-later']));
      // That day somebody hands in the scan of beleid; the next one the server is back.
      await database.query(`UPDATE taak SET status = 'ingediend' WHERE id = $1`, [
        `${trajectId}.inventariseren.scan.beleid`,
      ]);
      nu = DINSDAG;
      await database.query('UPDATE bericht SET volgende_poging_op = now()');
      await met({}, async (smtp) => {
        await bezorg(smtp, niets);
        expect(smtp.binnen).toHaveLength(3);
      });
      expect(await perStatus()).toEqual({ verzonden: 3, vervallen: 1, overgeslagen: 1 });
      const redenen = await database.query<{ onderwerp: string; status: string }[]>(
        `SELECT onderwerp, status FROM bericht WHERE status <> 'verzonden' ORDER BY onderwerp`,
      );
      expect(redenen).toEqual([
        { onderwerp: 'scan.beleid', status: 'vervallen' },
        { onderwerp: 'scan.bestuur', status: 'overgeslagen' },
      ]);
    });
  });
});
