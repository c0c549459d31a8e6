import {
  begin,
  controleer,
  GEWONE_KLOK,
  MAATWERKTRAJECT_1,
  nieuwTraject,
  ochtendVan,
  pasToe,
  procesDeel,
  verstrijkt,
  voerUit,
  type Gebeurtenis,
  type TrajectToestand,
  type Verloop,
} from '@maatwerktraject/domain';
import { commandosVan, toeval, VRAGEN } from '@maatwerktraject/testing';
import { eenCohort, maakTestDatabase, type TestDatabase } from '@maatwerktraject/testing/services';
import type { DataSource } from 'typeorm';
import { createTrajectActivities } from './traject.activities.js';

const START = '2027-02-01';
const DAG = 86_400_000;
const UUR = 3_600_000;
/** What is asked of a traject on the one version that the test database has of it. */
const ZONDER_SJABLOON = VRAGEN.filter((vraag) => vraag !== 'sjabloon');

/** A seeded story of a year in which people ask for all kinds of things. */
function verhaal(zaad: number): Verloop {
  const { getal, kies } = toeval(zaad);
  let nu = ochtendVan(START) - DAG;
  let verloop = begin(nieuwTraject(procesDeel(MAATWERKTRAJECT_1), START), nu);
  for (let zet = 0; zet < 60; zet++) {
    nu += getal(9) * DAG + getal(12) * UUR;
    verloop = verstrijkt(verloop, GEWONE_KLOK, nu);
    const vraag = { wacht: 0, vraag: kies(ZONDER_SJABLOON), keuze: getal(50) };
    for (const commando of commandosVan(verloop.toestand, vraag, nu))
      if (!controleer(verloop.toestand, commando, nu)) verloop = voerUit(verloop, commando, nu, 'adviseur');
  }
  return verloop;
}

describe('de projectie van een traject dat verandert', () => {
  let proef: TestDatabase;
  let worker: DataSource;
  beforeAll(async () => {
    proef = await maakTestDatabase();
    worker = await proef.als('worker');
  });
  afterAll(() => proef.verwijder());

  /** Facts refer to what people wrote; those rows come first, as in the API. */
  const metInvoer = async (trajectId: string, feiten: readonly Gebeurtenis[]): Promise<Gebeurtenis[]> => {
    const [rij] = await proef.database.query<{ id: string }[]>(
      `INSERT INTO invoer (id, traject_id, soort, onderwerp, inhoud, door)
       VALUES (gen_random_uuid(), $1, 'opdracht', 'proef', '{"titel":"Proef"}', 'adviseur') RETURNING id`,
      [trajectId],
    );
    return feiten.map((feit) =>
      'invoerId' in feit && feit.invoerId !== null ? { ...feit, invoerId: rij!.id } : feit,
    );
  };

  const rijenVan = async (trajectId: string) => ({
    taken: await proef.database.query<{ sleutel: string; status: string; opent: string; vervalt: string }[]>(
      `SELECT taak || '.' || uitvoerder AS sleutel, ta.status, opent_op AS opent, vervalt_op AS vervalt
         FROM taak ta JOIN traject t ON t.id = ta.traject_id WHERE t.id = $1 AND ta.stap = t.stap ORDER BY 1`,
      [trajectId],
    ),
    stap: (
      await proef.database.query<{ status: string; stap_status: string; opent: string; eindigt: string }[]>(
        `SELECT t.status, s.status AS stap_status, s.opent_op AS opent, s.eindigt_op AS eindigt
           FROM traject t JOIN stap s ON s.traject_id = t.id AND s.sleutel = t.stap WHERE t.id = $1`,
        [trajectId],
      )
    )[0],
    stand: (
      await proef.database.query<{ seq: number; toestand: TrajectToestand }[]>(
        'SELECT seq, toestand FROM traject_stand WHERE traject_id = $1',
        [trajectId],
      )
    )[0],
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('says in its rows what the facts add up to, story %i', async (zaad) => {
    const cohort = await eenCohort(zaad).metGemeenten(1).bewaar(proef.database);
    const trajectId = cohort.trajecten[0]?.id ?? '';
    const feiten = await metInvoer(trajectId, verhaal(zaad).feiten);
    const { projecteerTraject } = createTrajectActivities({ database: worker });
    // In pieces, and each piece twice: the second time it finds its facts there.
    for (let vanaf = 0; vanaf < feiten.length; vanaf += 7)
      for (const _ of [1, 2])
        await projecteerTraject({
          trajectId,
          vanaf: vanaf + 1,
          feiten: feiten.slice(vanaf, vanaf + 7),
          volgendMomentOp: null,
        });
    const toestand = feiten.reduce(pasToe, nieuwTraject(procesDeel(MAATWERKTRAJECT_1), START));
    const { taken, stap, stand } = await rijenVan(trajectId);
    expect(stand).toEqual({ seq: feiten.length, toestand });
    expect(stap).toEqual({
      status: toestand.status,
      stap_status: toestand.stap?.status,
      opent: toestand.stap?.opentOp,
      eindigt: toestand.stap?.eindigtOp,
    });
    if (toestand.stap?.status !== 'gepland')
      expect(taken).toEqual(
        [...(toestand.stap?.taken ?? [])]
          .sort((a, b) => (a.sleutel < b.sleutel ? -1 : 1))
          .map(({ sleutel, status, opentOp, vervaltOp }) => ({
            sleutel,
            status,
            opent: opentOp,
            vervalt: vervaltOp,
          })),
      );
  });
});
