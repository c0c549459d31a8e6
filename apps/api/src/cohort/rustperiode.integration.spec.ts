import type { CohortPlan, Rustperiodes } from '@maatwerktraject/contracts';
import { maakCohort, startTestApi, type Antwoord, type TestApi } from '../testing/api.js';

const KERST = { naam: 'Kerst', van: '2027-12-20', tot: '2028-01-02' };

describe('rustperiodes van een cohort', () => {
  let api: TestApi;
  let cohort: string;
  beforeAll(async () => {
    api = await startTestApi();
    cohort = await maakCohort(api);
  });
  afterAll(() => api.stop());

  const zet = (rustperiodes: unknown, versie: number): Promise<Antwoord> =>
    api.vraag('PUT', `/cohorten/${cohort}/rustperiodes`, {
      inhoud: { rustperiodes },
      headers: { 'If-Match': `"${String(versie)}"` },
    });
  const fouten = async (rustperiodes: unknown): Promise<unknown> =>
    (await zet(rustperiodes, 0)).probleem.fouten?.map(({ pad, zin }) => [pad, zin]);

  it('refuses what no calendar can hold, and says where', async () => {
    expect(await fouten([{ ...KERST, tot: '2027-12-19' }])).toEqual([
      ['rustperiodes.0.tot', 'De laatste dag kan niet voor de eerste liggen.'],
    ]);
    expect(await fouten([{ ...KERST, tot: '2028-03-13' }])).toEqual([
      ['rustperiodes.0.tot', 'Een rustperiode duurt ten hoogste 12 weken.'],
    ]);
    expect(await fouten([{ ...KERST, naam: ' ' }])).toEqual([['rustperiodes.0.naam', 'Vul dit in.']]);
    const [botsing] = (await fouten([
      KERST,
      { naam: 'Nieuwjaar', van: '2028-01-02', tot: '2028-01-05' },
    ])) as [[string, string]];
    expect(botsing[0]).toBe('rustperiodes.1.van');
    expect(botsing[1]).toContain('valt samen met "Kerst"');
    expect((await zet([{ ...KERST, tot: '2028-03-12' }], 0)).status).toBe(200);
  });

  it('replaces all of them, by who saw what is there', async () => {
    expect((await zet([KERST], 0)).status).toBe(412);
    const zomer = { naam: 'Zomer', van: '2027-07-19', tot: '2027-08-20' };
    const bewaard = await zet([KERST, zomer], 1);
    expect([bewaard.json, bewaard.headers.get('etag')]).toEqual([
      { rustperiodes: [zomer, KERST], versie: 2, nogTeVerwerken: 0 },
      '"2"',
    ]);
    // Its answer got lost.
    expect((await zet([zomer, KERST], 1)).json).toEqual(bewaard.json);
    expect((await zet([zomer], 1)).status).toBe(412);
    const { json } = await api.vraag('GET', `/cohorten/${cohort}/rustperiodes`);
    expect((json as Rustperiodes).versie).toBe(2);
  });

  it('moves the plan out of them before the start', async () => {
    const plan = async (): Promise<CohortPlan> =>
      (await api.vraag('GET', `/cohorten/${cohort}/plan`)).json as CohortPlan;
    expect((await plan()).stappen[0]?.taken[0]?.vervaltOp).toBe('2027-02-15');
    await zet([{ naam: 'Carnaval', van: '2027-02-08', tot: '2027-02-19' }], 2);
    expect((await plan()).stappen[0]?.taken[0]?.vervaltOp).toBe('2027-02-22');
  });

  it('says how many trajecten do not know the newest yet, and asks them again', async () => {
    const { json } = await api.vraag('POST', `/cohorten/${cohort}/deelnemers`, {
      inhoud: {
        gemeentecode: 'GM0153',
        contactpersonen: [{ naam: 'Kim', email: 'kim@x.example', niveau: 'beleid', hoofdcontact: true }],
      },
    });
    const { trajectId } = json as { trajectId: string };
    await api.database.query(`UPDATE cohort SET status = 'lopend' WHERE id = $1`, [cohort]);
    await api.database.query(`UPDATE traject SET status = 'lopend' WHERE id = $1`, [trajectId]);
    await api.database.query(`INSERT INTO traject_stand (traject_id, seq, toestand) VALUES ($1, 1, $2)`, [
      trajectId,
      { kalender: { versie: 3 } },
    ]);
    const lees = async (): Promise<unknown> => {
      const { json: nu } = await api.vraag('GET', `/cohorten/${cohort}/rustperiodes`);
      const { versie, nogTeVerwerken } = nu as Rustperiodes;
      return [versie, nogTeVerwerken];
    };
    expect(await lees()).toEqual([3, 0]);
    // The process is away: what was asked stands, and the traject is behind.
    expect((await zet([KERST], 3)).status).toBe(503);
    expect(await lees()).toEqual([4, 1]);
    expect((await zet([KERST], 3)).status).toBe(503);
    await api.database.query('UPDATE traject_stand SET toestand = $2 WHERE traject_id = $1', [
      trajectId,
      { kalender: { versie: 4 } },
    ]);
    expect((await zet([KERST], 3)).status).toBe(200);
    await api.database.query(`UPDATE cohort SET status = 'afgesloten' WHERE id = $1`, [cohort]);
    expect((await zet([], 4)).probleem.code).toBe('cohort-afgesloten');
  }, 60_000);
});
