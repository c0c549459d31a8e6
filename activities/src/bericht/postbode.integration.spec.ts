import { instantVan } from '@maatwerktraject/domain';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  maakTestDatabase,
  startSmtp,
  type BewaardCohort,
  type SmtpProef,
  type TestDatabase,
  TEST_KEYRING,
} from '@maatwerktraject/testing/services';
import { DataSource } from 'typeorm';
import { databaseOptions } from '@maatwerktraject/database';
import { maakPost as maakPostIn } from '../testing/post.js';
import { createBerichtOpslag } from './bericht.opslag.js';
import { createPostbode, type Navraag, type Postbode } from './postbode.js';
import { createSmtpVerzender, type Verzender } from './smtp.verzender.js';

jest.setTimeout(60_000);

describe('de postbode', () => {
  let proef: TestDatabase;
  let database: DataSource;
  let worker: DataSource;
  let echt: SmtpProef;
  let postvak: SmtpProef;
  let meldingen: string[];
  const verzenders: Verzender[] = [];
  let zaad = 0;
  beforeAll(async () => {
    proef = await maakTestDatabase();
    database = proef.database;
    worker = await proef.als('worker');
  });
  afterAll(() => proef.verwijder());
  beforeEach(async () => {
    await database.query(`DELETE FROM bericht`);
    meldingen = [];
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

  const maakPost = (trajecten: number, oefen = false): Promise<BewaardCohort> =>
    maakPostIn(database, worker, { zaad: ++zaad, trajecten, oefen });

  const bezorger = (
    anders: {
      bron?: DataSource;
      naam?: string;
      zonderPostvak?: boolean;
      navraag?: Navraag;
      smtp?: SmtpProef;
    } = {},
  ): Postbode =>
    createPostbode({
      opslag: createBerichtOpslag(anders.bron ?? worker, {
        keyring: TEST_KEYRING,
        publicUrl: 'https://mt.example',
        mailDomein: 'mt.example',
        // A Monday morning: real mail may leave.
        nu: () => instantVan('2026-11-23', '10:00'),
      }),
      van: 'Maatwerktraject <afzender@mt.example>',
      echt: verzender(anders.smtp ?? echt),
      oefen: anders.zonderPostvak ? null : { verzender: verzender(postvak), navraag: anders.navraag ?? null },
      naam: anders.naam ?? 'proef',
      gelijktijdig: 10,
      meld: (zin) => meldingen.push(zin),
    });

  const tel = async (status: string): Promise<number> =>
    (
      await database.query<{ aantal: number }[]>(`SELECT count(*) AS aantal FROM bericht WHERE status = $1`, [
        status,
      ])
    )[0]!.aantal;
  const totDat = async (klaar: () => Promise<boolean>): Promise<void> => {
    const einde = Date.now() + 40_000;
    while (!(await klaar())) {
      if (Date.now() > einde) throw new Error('het duurde te lang');
      await sleep(25);
    }
  };

  /** As the worker does: the lock of its name, as long as it runs. */
  const metSlot = async (naam: string, werk: () => Promise<void>): Promise<void> => {
    const slot = database.createQueryRunner();
    await slot.query(`SELECT pg_advisory_lock(hashtextextended($1, 0))`, [naam]);
    try {
      await werk();
    } finally {
      await slot.query(`SELECT pg_advisory_unlock(hashtextextended($1, 0))`, [naam]);
      await slot.release();
    }
  };

  it('delivers 300 mails, each once, with two of them at work', async () => {
    await maakPost(60);
    expect(await tel('wacht')).toBe(300);
    await metSlot('een', () =>
      metSlot('twee', async () => {
        const postboden = [bezorger({ naam: 'een' }), bezorger({ naam: 'twee' })];
        const lopen = postboden.map((postbode) => postbode.loop());
        await totDat(async () => (await tel('verzonden')) === 300);
        for (const postbode of postboden) postbode.stop();
        await Promise.all(lopen);
      }),
    );
    expect(echt.binnen).toHaveLength(300);
    const rijen = await database.query<{ message_id: string }[]>(`SELECT message_id FROM bericht`);
    expect(echt.binnen.map(({ messageId }) => messageId).sort()).toEqual(
      rijen.map(({ message_id }) => message_id).sort(),
    );
    expect(new Set(rijen.map(({ message_id }) => message_id)).size).toBe(300);
    expect([meldingen, postvak.binnen]).toEqual([[], []]);
  });

  it('sends each mail to who it is for', async () => {
    const cohort = await maakPost(1);
    await metSlot('proef', async () => {
      const postbode = bezorger();
      const loopt = postbode.loop();
      await totDat(async () => (await tel('verzonden')) === 5);
      postbode.stop();
      await loopt;
    });
    const adressen = cohort.trajecten.flatMap(({ contactpersonen }) =>
      contactpersonen.map(({ email }) => email),
    );
    // The first contactpersoon is hoofdcontact as well, and so has two taken.
    expect(echt.binnen.flatMap(({ aan }) => aan).sort()).toEqual(
      [...adressen, adressen[0], cohort.adviseurEmail].sort(),
    );
  });

  it('finishes what is under way when it is told to stop, and begins nothing more', async () => {
    await maakPost(60);
    await metSlot('proef', async () => {
      const postbode = bezorger();
      const loopt = postbode.loop();
      await totDat(async () => (await tel('verzonden')) > 20);
      postbode.stop();
      await loopt;
      expect(await tel('bezig')).toBe(0);
      expect(await tel('wacht')).toBeGreaterThan(0);
      const weg = await tel('verzonden');
      await sleep(200);
      expect([await tel('verzonden'), echt.binnen.length]).toEqual([weg, weg]);
    });
  });

  it('sends mail of an oefencohort to the practice mailbox only', async () => {
    await maakPost(4, true);
    await metSlot('proef', async () => {
      const postbode = bezorger();
      const loopt = postbode.loop();
      await totDat(async () => (await tel('verzonden')) === 20);
      postbode.stop();
      await loopt;
    });
    expect([echt.binnen.length, postvak.binnen.length]).toEqual([0, 20]);
  });

  it('keeps mail of an oefencohort where there is no practice mailbox', async () => {
    await maakPost(1, true);
    await metSlot('proef', async () => {
      const postbode = bezorger({ zonderPostvak: true });
      const loopt = postbode.loop();
      await totDat(async () => meldingen.length === 5);
      postbode.stop();
      await loopt;
    });
    expect([await tel('wacht'), echt.binnen.length, postvak.binnen.length]).toEqual([5, 0, 0]);
  });

  it('does not send what has been done in the meantime', async () => {
    await maakPost(2);
    await database.query(`UPDATE taak SET status = 'ingediend' WHERE uitvoerder = 'beleid'`);
    await metSlot('proef', async () => {
      const postbode = bezorger();
      const loopt = postbode.loop();
      await totDat(async () => (await tel('wacht')) + (await tel('bezig')) === 0);
      postbode.stop();
      await loopt;
    });
    expect([await tel('vervallen'), await tel('verzonden'), echt.binnen.length]).toEqual([2, 8, 8]);
  });

  it('never sends a mail of which it does not know whether it arrived', async () => {
    await maakPost(2);
    const zwijger = await startSmtp({ naTekst: () => 'zwijg' });
    try {
      await metSlot('proef', async () => {
        const postbode = bezorger({ smtp: zwijger });
        const loopt = postbode.loop();
        // The cut of one line takes the others along; what had not left is tried again later.
        await totDat(async () => (await tel('bezig')) === 0 && (await tel('onbekend')) > 0);
        await sleep(1500);
        postbode.stop();
        await loopt;
      });
      const onbekend = await tel('onbekend');
      expect(onbekend).toBeGreaterThan(0);
      const ids = zwijger.binnen.map(({ messageId }) => messageId);
      expect(new Set(ids).size).toBe(ids.length);
    } finally {
      await zwijger.stop();
    }
  });

  it('asks the practice mailbox after such mail, and sends only what is not there', async () => {
    await maakPost(1, true);
    await database.query(`UPDATE bericht SET status = 'onbekend'`);
    let eerste: string | undefined;
    await metSlot('proef', async () => {
      const postbode = bezorger({ navraag: async (messageId) => messageId === (eerste ??= messageId) });
      const loopt = postbode.loop();
      await totDat(async () => (await tel('verzonden')) === 5);
      postbode.stop();
      await loopt;
    });
    expect(postvak.binnen).toHaveLength(4);
    expect(postvak.binnen.map(({ messageId }) => messageId)).not.toContain(eerste);
  });

  it('leaves mail unknown as long as the practice mailbox does not answer', async () => {
    await maakPost(1, true);
    await database.query(`UPDATE bericht SET status = 'onbekend'`);
    let gevraagd = 0;
    await metSlot('proef', async () => {
      const postbode = bezorger({
        navraag: async () => Promise.reject(new Error(`geen antwoord ${String(++gevraagd)}`)),
      });
      const loopt = postbode.loop();
      await totDat(async () => gevraagd >= 5);
      postbode.stop();
      await loopt;
    });
    expect([await tel('onbekend'), postvak.binnen.length]).toEqual([5, 0]);
  });

  it('says that the database is gone, and is ready to be started anew', async () => {
    await maakPost(10);
    const eigen = await new DataSource(
      databaseOptions(`${proef.logins.worker}?application_name=valt_weg`),
    ).initialize();
    await metSlot('proef', async () => {
      const postbode = bezorger({ bron: eigen });
      let einde = '';
      const loopt = postbode.loop().then(
        () => (einde = 'stopte'),
        () => (einde = 'de database is weg'),
      );
      await totDat(async () => (await tel('verzonden')) > 3);
      // As when the server stops: every line to it is cut, whatever was being asked.
      await totDat(async () => {
        await database.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'valt_weg'`,
        );
        return einde !== '';
      });
      expect(await loopt).toBe('de database is weg');
    });
    await eigen.destroy();
    // What was on its way then is unknown now that its holder is gone; the rest goes on.
    await metSlot('volgende', async () => {
      const volgende = bezorger({ naam: 'volgende' });
      const loopt = volgende.loop();
      await totDat(async () => (await tel('wacht')) + (await tel('bezig')) === 0);
      volgende.stop();
      await loopt;
    });
    expect((await tel('verzonden')) + (await tel('onbekend'))).toBe(50);
    const ids = echt.binnen.map(({ messageId }) => messageId);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
