import { ontzegel } from '@maatwerktraject/database';
import { procesDeel, MAATWERKTRAJECT_1, type Gebeurtenis, type Niveau } from '@maatwerktraject/domain';
import { eenTraject } from '@maatwerktraject/testing';
import {
  eenCohort,
  maakTestDatabase,
  TEST_KEYRING,
  type BewaardTraject,
  type TestDatabase,
} from '@maatwerktraject/testing/services';
import type { DataSource } from 'typeorm';
import { createTrajectActivities } from './traject.activities.js';

type Rij = Record<string, unknown>;
type Stand = Record<'traject' | 'stap' | 'taak' | 'checkIn' | 'gebeurtenis' | 'bericht', Rij[]>;

describe('de projectie van een traject', () => {
  let proef: TestDatabase;
  let worker: DataSource;
  let zaad = 0;
  beforeAll(async () => {
    proef = await maakTestDatabase();
    worker = await proef.als('worker');
  });
  afterAll(() => proef.verwijder());

  const nieuw = async (
    ...niveaus: Niveau[]
  ): Promise<{ traject: BewaardTraject; cohortId: string; adviseurEmail: string }> => {
    const cohort = eenCohort(++zaad);
    const {
      id: cohortId,
      trajecten,
      adviseurEmail,
    } = await (niveaus.length > 0 ? cohort.metContactpersonen(...niveaus) : cohort).bewaar(proef.database);
    return { traject: trajecten[0]!, cohortId, adviseurEmail };
  };
  const projecteer = (
    trajectId: string,
    vanaf: number,
    feiten: readonly Gebeurtenis[],
    volgendMomentOp: number | null = null,
  ): Promise<void> =>
    createTrajectActivities({ database: worker }).projecteerTraject({
      trajectId,
      vanaf,
      feiten,
      volgendMomentOp,
    });

  /** All that is on record about a traject, without IDs and times that a second writing would choose anew. */
  const stand = async (id: string): Promise<Stand> => {
    const vraag = (sql: string): Promise<Rij[]> => proef.database.query<Rij[]>(sql, [id]);
    return {
      traject: await vraag(`SELECT status, stap, uitkomst, afgerond_op FROM traject WHERE id = $1`),
      stap: await vraag(`SELECT * FROM stap WHERE traject_id = $1 ORDER BY volgnummer`),
      taak: await vraag(`SELECT * FROM taak WHERE traject_id = $1 ORDER BY id`),
      checkIn: await vraag(`SELECT * FROM check_in WHERE traject_id = $1 ORDER BY sleutel`),
      gebeurtenis: await vraag(
        `SELECT seq, soort, op, door, inhoud FROM gebeurtenis WHERE traject_id = $1 ORDER BY seq`,
      ),
      bericht: await vraag(
        `SELECT sleutel, soort, stap, onderwerp, aan, status, op, oefen FROM bericht WHERE traject_id = $1 ORDER BY sleutel`,
      ),
    };
  };

  /** The facts refer to what people wrote; those rows come first, as in the API. */
  const metInvoer = async (
    trajectId: string,
    feiten: readonly Gebeurtenis[],
  ): Promise<readonly Gebeurtenis[]> => {
    const ids = new Map<string, string>();
    for (const feit of feiten) {
      if (!('invoerId' in feit) || feit.invoerId === null) continue;
      const [rij] = await proef.database.query<{ id: string }[]>(
        `INSERT INTO invoer (id, traject_id, soort, onderwerp, inhoud, door) VALUES (gen_random_uuid(), $1, 'antwoord', 'proef', '{}', 'gemeente') RETURNING id`,
        [trajectId],
      );
      ids.set(feit.invoerId, rij!.id);
    }
    return feiten.map((feit) =>
      'invoerId' in feit && feit.invoerId !== null ? { ...feit, invoerId: ids.get(feit.invoerId)! } : feit,
    );
  };

  it('writes a whole traject, as the facts say it', async () => {
    const { traject } = await nieuw();
    const { feiten } = eenTraject().afgerond().bouw();
    await projecteer(traject.id, 1, await metInvoer(traject.id, feiten));
    const { traject: rijen, stap, taak, checkIn, gebeurtenis } = await stand(traject.id);
    expect(rijen[0]).toMatchObject({ status: 'afgerond', stap: 'evalueren', uitkomst: 'getraind' });
    expect(stap.map(({ sleutel, status }) => [sleutel, status])).toEqual(
      MAATWERKTRAJECT_1.stappen.map(({ sleutel }) => [sleutel, 'afgerond']),
    );
    expect(stap[1]).toMatchObject({
      gepland_op: '2027-03-30',
      opent_op: '2027-03-30',
      geopend_op: new Date('2027-03-30T07:00:00Z'),
    });
    const aantal = MAATWERKTRAJECT_1.stappen.flatMap(({ taken }) =>
      taken.flatMap(({ uitvoerders }) => uitvoerders),
    ).length;
    expect(taak).toHaveLength(aantal);
    for (const { status, invoer_id, opent_op, vervalt_op, ingediend_op } of taak) {
      expect(status).toBe('ingediend');
      expect([invoer_id, opent_op, vervalt_op, ingediend_op]).not.toContain(null);
    }
    expect(checkIn.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 'niet-gehouden'));
    expect(gebeurtenis.map(({ seq, soort }) => [seq, soort])).toEqual(
      feiten.map(({ soort }, index) => [index + 1, soort]),
    );
  });

  it('changes nothing when the same facts come again', async () => {
    const { traject } = await nieuw();
    const { feiten } = eenTraject().inStap('inventariseren').bouw();
    await projecteer(traject.id, 1, feiten);
    const eerst = await stand(traject.id);
    expect(eerst.bericht.length).toBeGreaterThan(3);
    await projecteer(traject.id, 1, feiten);
    expect(await stand(traject.id)).toEqual(eerst);
  });

  it('writes the rest of facts of which it has a part, and ends where one writing would', async () => {
    const { feiten } = eenTraject().inStap('inventariseren').bouw();
    const { traject: ineens, cohortId } = await nieuw();
    await projecteer(ineens.id, 1, feiten);
    const { traject: inDelen, cohortId: cohortInDelen } = await nieuw();
    await projecteer(inDelen.id, 1, feiten.slice(0, 5));
    await projecteer(inDelen.id, 3, feiten.slice(2, 8));
    await projecteer(inDelen.id, 1, feiten);
    const anders = JSON.stringify(await stand(inDelen.id))
      .replaceAll(inDelen.id, ineens.id)
      .replaceAll(cohortInDelen, cohortId);
    const personen = inDelen.contactpersonen.reduce(
      (tekst, { id }, index) => tekst.replaceAll(id, ineens.contactpersonen[index]!.id),
      anders,
    );
    expect(JSON.parse(personen)).toEqual(JSON.parse(JSON.stringify(await stand(ineens.id))));
  });

  it('refuses facts with a gap before them, and writes none', async () => {
    const { traject } = await nieuw();
    const { feiten } = eenTraject().inStap('inventariseren').bouw();
    await projecteer(traject.id, 1, feiten.slice(0, 3));
    const eerst = await stand(traject.id);
    await expect(projecteer(traject.id, 5, feiten.slice(4))).rejects.toThrow(/mist feiten/);
    expect(await stand(traject.id)).toEqual(eerst);
  });

  it('writes all or nothing when a fact cannot be written', async () => {
    const { traject } = await nieuw();
    const { feiten } = eenTraject().inStap('inventariseren').bouw();
    // Names a row that is not there: the last fact fails, after all others have been written.
    const kapot: Gebeurtenis = {
      soort: 'taak-ingediend',
      stap: 'inventariseren',
      taak: 'scan.beleid',
      invoerId: '00000000-0000-4000-a000-000000000009',
      op: 0,
      door: 'gemeente',
    };
    await expect(projecteer(traject.id, 1, [...feiten, kapot])).rejects.toThrow(/foreign key/);
    expect(await stand(traject.id)).toEqual({
      traject: [{ status: 'gepland', stap: null, uitkomst: null, afgerond_op: null }],
      stap: [],
      taak: [],
      checkIn: [],
      gebeurtenis: [],
      bericht: [],
    });
    await projecteer(traject.id, 1, feiten);
    expect((await stand(traject.id)).gebeurtenis).toHaveLength(feiten.length);
  });

  it('says of no traject that it is not there', async () => {
    const weg = '00000000-0000-4000-a000-0000000000ff';
    await expect(projecteer(weg, 1, eenTraject().bouw().feiten)).rejects.toThrow(`geen traject ${weg}`);
  });

  it('keeps what is due next', async () => {
    const { traject } = await nieuw();
    const lees = async (): Promise<unknown> =>
      (
        await proef.database.query<Rij[]>(`SELECT volgend_moment_op FROM traject WHERE id = $1`, [traject.id])
      )[0]?.['volgend_moment_op'];
    const op = Date.UTC(2027, 1, 1, 8);
    await projecteer(traject.id, 1, eenTraject().bouw().feiten, op);
    expect(await lees()).toEqual(new Date(op));
    await projecteer(traject.id, 3, [], null);
    expect(await lees()).toBeNull();
  });

  describe('kiest wie de mail krijgt', () => {
    const ontvangers = async (id: string): Promise<Record<string, (string | null)[]>> => {
      const rijen = await proef.database.query<{ onderwerp: string; email: string | null }[]>(
        `SELECT b.onderwerp, p.email FROM bericht b LEFT JOIN contactpersoon p ON p.id = b.contactpersoon_id WHERE b.traject_id = $1`,
        [id],
      );
      const per: Record<string, (string | null)[]> = {};
      for (const { onderwerp, email } of rijen) {
        const adres = email === null ? null : ontzegel(TEST_KEYRING, 'contactpersoon.email', email);
        (per[onderwerp] ??= []).push(adres?.split('@')[0] ?? null);
      }
      // Sealed addresses have no order of their own in the database.
      for (const namen of Object.values(per)) namen.sort();
      return per;
    };
    const { feiten } = eenTraject({ sjabloon: procesDeel(MAATWERKTRAJECT_1) })
      .inStap('inventariseren')
      .bouw();

    it('everyone on the niveau, the hoofdcontact, and the adviseur', async () => {
      const { traject } = await nieuw('beleid', 'beleid', 'bestuur', 'uitvoering');
      await projecteer(traject.id, 1, feiten);
      expect(await ontvangers(traject.id)).toEqual({
        'startgegevens.hoofdcontact': ['beleid-1'],
        'scan.beleid': ['beleid-1', 'beleid-2'],
        'scan.bestuur': ['bestuur-3'],
        'scan.uitvoering': ['uitvoering-4'],
        startgesprek: [null],
      });
    });

    it('the hoofdcontact where there is nobody on the niveau', async () => {
      const { traject } = await nieuw('bestuur');
      await projecteer(traject.id, 1, feiten);
      const per = await ontvangers(traject.id);
      for (const taak of ['startgegevens.hoofdcontact', 'scan.beleid', 'scan.bestuur', 'scan.uitvoering'])
        expect(per[taak]).toEqual(['bestuur-1']);
    });

    it('with a key of its own per recipient, once', async () => {
      const { traject } = await nieuw('beleid', 'beleid');
      await projecteer(traject.id, 1, feiten);
      const scan = feiten.find(
        (feit) => feit.soort === 'bericht-klaargezet' && feit.onderwerp === 'scan.beleid',
      )!;
      // The same mail once more, as a fact of its own: the key keeps it out.
      await projecteer(traject.id, feiten.length + 1, [scan]);
      const sleutels = await proef.database.query<{ sleutel: string }[]>(
        `SELECT sleutel FROM bericht WHERE traject_id = $1 AND onderwerp = 'scan.beleid' ORDER BY sleutel`,
        [traject.id],
      );
      const verwacht = traject.contactpersonen.map(
        ({ id }) => `${traject.id}/taak-geopend/inventariseren/scan.beleid/2027-02-01/${id}`,
      );
      expect(sleutels.map(({ sleutel }) => sleutel)).toEqual(verwacht.sort());
    });

    it('and keeps a skipped reminder on record, not to be sent', async () => {
      const { traject } = await nieuw('beleid');
      const te_laat = eenTraject()
        .inStap('inventariseren')
        .op(Date.UTC(2027, 2, 4, 12))
        .bouw().feiten;
      await projecteer(traject.id, 1, te_laat);
      const rijen = await proef.database.query<Rij[]>(
        `SELECT status, toelichting FROM bericht WHERE traject_id = $1 AND soort = 'herinnering-voor' AND onderwerp = 'scan.beleid'`,
        [traject.id],
      );
      expect(rijen).toEqual([
        { status: 'overgeslagen', toelichting: expect.stringContaining('was al voorbij') },
      ]);
    });
  });
});
