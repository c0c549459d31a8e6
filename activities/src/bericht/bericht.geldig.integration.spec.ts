import { BERICHTSOORTEN, instantVan } from '@maatwerktraject/domain';
import {
  maakTestDatabase,
  type BewaardCohort,
  type TestDatabase,
  TEST_KEYRING,
} from '@maatwerktraject/testing/services';
import type { DataSource } from 'typeorm';
import { maakPost as maakPostIn } from '../testing/post.js';
import { createBerichtOpslag, type BerichtOpslag } from './bericht.opslag.js';

jest.setTimeout(60_000);

// A Monday morning, on which real mail may leave.
const MAANDAG = instantVan('2026-11-23', '10:00');

describe('post van een traject dat verandert', () => {
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
      nu: () => MAANDAG,
    });
  });
  afterAll(() => proef.verwijder());
  beforeEach(() => database.query(`DELETE FROM bericht`));

  const maakPost = async ({ oefen = false } = {}): Promise<void> => {
    cohort = await maakPostIn(database, worker, { zaad: ++zaad, oefen });
  };

  it('keeps real mail of a cohort in its rustperiodes, from the first day to the last', async () => {
    await maakPost();
    const rust = async (van: string, tot: string): Promise<void> => {
      await database.query('UPDATE cohort SET rustperiodes = $2 WHERE id = $1', [
        cohort.id,
        JSON.stringify([
          { naam: 'Herfst', van: '2026-10-19', tot: '2026-10-23' },
          { naam: 'Rust', van, tot },
        ]),
      ]);
    };
    for (const [van, tot] of [
      ['2026-11-23', '2026-11-27'],
      ['2026-11-16', '2026-11-23'],
    ] as const) {
      await rust(van, tot);
      expect([van, await opslag.claim('ik', 100)]).toEqual([van, []]);
    }
    await rust('2026-11-24', '2026-11-27');
    expect(await opslag.claim('ik', 100)).toHaveLength(5);
    await maakPost({ oefen: true });
    await rust('2026-11-23', '2026-11-27');
    expect(await opslag.claim('ik', 100)).toHaveLength(5);
  });

  it('tells from the state of a traject which mail is still true', async () => {
    await maakPost();
    const { id: traject } = cohort.trajecten[0]!;
    const taak = `${traject}.inventariseren.startgegevens.hoofdcontact`;
    const geldigBij = async (status: string, taakstatus: string): Promise<string[]> => {
      await database.query('UPDATE traject SET status = $2 WHERE id = $1', [traject, status]);
      await database.query('UPDATE taak SET status = $2 WHERE id = $1', [taak, taakstatus]);
      await database.query('DELETE FROM bericht');
      await database.query(
        `INSERT INTO bericht (id, sleutel, cohort_id, traject_id, soort, stap, onderwerp, aan, status, op, oefen)
         SELECT gen_random_uuid(), soort, $1, $2, soort, 'inventariseren',
                CASE WHEN soort LIKE 'traject-%' THEN 'inventariseren' ELSE 'startgegevens.hoofdcontact' END,
                'adviseur', 'wacht', now(), false
           FROM unnest($3::text[]) AS een (soort)`,
        [
          cohort.id,
          traject,
          BERICHTSOORTEN.filter((soort) => /^(taak|akkoord-gevraagd|traject|escalatie)/.test(soort)),
        ],
      );
      const mails = await opslag.claim('ik', 100);
      return mails.flatMap(({ geldig, gegevens }) => (geldig ? [gegevens.soort] : [])).sort();
    };
    const overOpen = ['escalatie', 'escalatie-leider', 'taak-geopend', 'taak-teruggestuurd'];
    expect(await geldigBij('lopend', 'open')).toEqual([...overOpen, 'traject-hervat']);
    expect(await geldigBij('lopend', 'wacht-op-akkoord')).toEqual([
      'akkoord-gevraagd',
      'akkoord-gevraagd-na',
      'traject-hervat',
    ]);
    expect(await geldigBij('lopend', 'vervallen')).toEqual(['traject-hervat']);
    expect(await geldigBij('gepauzeerd', 'open')).toEqual(['traject-gepauzeerd']);
    expect(await geldigBij('gepauzeerd', 'wacht-op-akkoord')).toEqual(['traject-gepauzeerd']);
    expect(await geldigBij('teruggetrokken', 'open')).toEqual(['traject-teruggetrokken']);
    expect(await geldigBij('afgerond', 'ingediend')).toEqual(['traject-afgerond']);
  });

  it('names an extra taak by what was asked', async () => {
    await maakPost();
    const { id: traject } = cohort.trajecten[0]!;
    const opdracht = { titel: 'Bel de bibliotheek', toelichting: 'Vraag naar de cursussen.', minuten: 20 };
    const [invoer] = await database.query<{ id: string }[]>(
      `INSERT INTO invoer (id, traject_id, soort, onderwerp, inhoud, door)
       VALUES (gen_random_uuid(), $1, 'opdracht', 'extra-1', $2, 'adviseur') RETURNING id`,
      [traject, opdracht],
    );
    await database.query(
      `INSERT INTO taak (id, traject_id, stap, taak, uitvoerder, status, gepland_open_op, gepland_vervalt_op, opdracht_id)
       VALUES ($1, $2, 'inventariseren', 'extra-1', 'beleid', 'open', now(), now(), $3)`,
      [`${traject}.inventariseren.extra-1.beleid`, traject, invoer?.id],
    );
    await database.query(
      `UPDATE bericht SET onderwerp = 'extra-1.beleid' WHERE id = (SELECT id FROM bericht WHERE soort = 'taak-geopend' LIMIT 1)`,
    );
    const mails = await opslag.claim('ik', 100);
    expect(mails.find(({ gegevens }) => gegevens.link.includes('extra-1'))).toMatchObject({
      geldig: true,
      gegevens: {
        titel: expect.stringContaining('Bel de bibliotheek'),
        uitleg: opdracht.toelichting,
        minuten: 20,
      },
    });
  });
});
