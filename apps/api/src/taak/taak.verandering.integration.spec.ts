import { randomUUID } from 'node:crypto';
import type { Bord, Concept, Cohort, Deelnemer, Taak, Traject } from '@maatwerktraject/contracts';
import { maakAccount, meldAan } from '@maatwerktraject/testing/services';
import { maakCohort, startTestApi, type TestApi } from '../testing/api.js';
import { zetLopend } from '../testing/lopend-traject.js';

const KIM = { naam: 'Kim', email: 'kim@x.example', niveau: 'beleid', hoofdcontact: true };
const WETHOUDER = { naam: 'Wim', email: 'wim@x.example', niveau: 'bestuur' };
const UITVOERDER = { naam: 'Uma', email: 'uma@x.example', niveau: 'uitvoering' };
const INHOUD = { uren: 4 };

describe('een taak die wordt nagekeken', () => {
  let api: TestApi;
  let cohort: string;
  let traject: string;
  let taak: string;
  const als: Record<string, string> = {};

  beforeAll(async () => {
    api = await startTestApi();
    cohort = await maakCohort(api);
    const { json } = await api.vraag('POST', `/cohorten/${cohort}/deelnemers`, {
      inhoud: { gemeentecode: 'GM0153', contactpersonen: [KIM, WETHOUDER, UITVOERDER] },
    });
    traject = (json as Deelnemer).trajectId;
    await zetLopend(api.database, cohort, traject);
    taak = `${traject}.inventariseren.startgegevens.hoofdcontact`;
    for (const { naam, email } of [KIM, WETHOUDER, UITVOERDER])
      als[naam] = await meldAan(api.database, await maakAccount(api.database, email), 'gemeente');
  });
  afterAll(() => api.stop());

  const lees = async (wie: string | null): Promise<Taak> =>
    (await api.vraag('GET', `/taken/${taak}`, wie === null ? {} : { rol: null, als: als[wie] ?? '' }))
      .json as Taak;
  const post = async (wie: string | null, wat: string, inhoud?: unknown): Promise<[number, string?]> => {
    const { status, probleem } = await api.vraag('POST', `/taken/${taak}/${wat}`, {
      ...(wie === null ? {} : { rol: null, als: als[wie] ?? '' }),
      inhoud,
    });
    return [status, ...(probleem.code === undefined ? [] : [probleem.code])] as [number, string?];
  };
  const bewaarInvoer = async (soort: string, inhoud: unknown, email: string): Promise<string> => {
    const id = randomUUID();
    await api.database.query(
      `INSERT INTO invoer (id, traject_id, soort, onderwerp, inhoud, door, account_id)
       VALUES ($1, $2, $3, $4, $5, 'gemeente', $6)`,
      [id, traject, soort, taak, inhoud, await maakAccount(api.database, email)],
    );
    return id;
  };
  /** Handed in by Kim, and waiting for the bestuur. */
  const wachtOpAkkoord = async (): Promise<void> => {
    await api.database.query(
      `UPDATE taak SET status = 'wacht-op-akkoord', akkoord_door = 'bestuur', ingediend_op = now(), invoer_id = $2 WHERE id = $1`,
      [taak, await bewaarInvoer('antwoord', INHOUD, KIM.email)],
    );
  };

  it('is read by who must agree, and by nobody else of another niveau', async () => {
    await wachtOpAkkoord();
    expect((await lees('Wim')).inzending?.inhoud).toEqual(INHOUD);
    expect((await lees('Uma')).inzending).toBeNull();
    expect((await lees('Uma')).status).toBe('wacht-op-akkoord');
  });

  it('is agreed with by that niveau alone, and never by who handed it in', async () => {
    expect([
      (await lees('Wim')).magAkkoordGeven,
      (await lees('Kim')).magAkkoordGeven,
      (await lees('Uma')).magAkkoordGeven,
      (await lees(null)).magAkkoordGeven,
    ]).toEqual([true, false, false, false]);
    // 503: passed every check, and then Temporal is not there.
    expect(await post('Wim', 'akkoord')).toEqual([503, 'niet-bereikbaar']);
    expect(await post('Kim', 'akkoord')).toEqual([403, 'akkoord-van-ander']);
    expect(await post(null, 'akkoord')).toEqual([403, 'akkoord-van-ander']);
  }, 30_000);

  it('is agreed with by the adviseur when nobody of the gemeente is left but who handed it in', async () => {
    // Without bestuur the hoofdcontact stands in for it, and that is who handed it in.
    await api.database.query(
      `UPDATE contactpersoon SET niveau = 'beleid' WHERE traject_id = $1 AND niveau = 'bestuur'`,
      [traject],
    );
    expect([(await lees(null)).magAkkoordGeven, (await lees('Kim')).magAkkoordGeven]).toEqual([true, false]);
    expect(await post('Kim', 'akkoord')).toEqual([409, 'zelfde-persoon']);
    expect(await post(null, 'akkoord')).toEqual([503, 'niet-bereikbaar']);
    await api.database.query(
      `UPDATE contactpersoon SET niveau = 'bestuur' WHERE traject_id = $1 AND NOT hoofdcontact AND niveau = 'beleid'`,
      [traject],
    );
  }, 30_000);

  it('is sent back by the adviseur or the second pair of eyes, with a reason', async () => {
    expect(await post('Kim', 'terugsturing', { toelichting: 'x' })).toEqual([403, 'akkoord-van-ander']);
    expect((await post('Wim', 'terugsturing', { toelichting: '  ' }))[0]).toBe(400);
    // Once agreed with, only the adviseur does so.
    await api.database.query(`UPDATE taak SET status = 'ingediend' WHERE id = $1`, [taak]);
    expect(await post('Wim', 'terugsturing', { toelichting: 'x' })).toEqual([409, 'geen-akkoord-gevraagd']);
    await api.database.query(`UPDATE taak SET status = 'wacht-op-akkoord' WHERE id = $1`, [taak]);
    expect(await post('Wim', 'terugsturing', { toelichting: 'x' })).toEqual([503, 'niet-bereikbaar']);
    expect(await post(null, 'terugsturing', { toelichting: 'x' })).toEqual([503, 'niet-bereikbaar']);
  }, 30_000);

  it('comes back with the reason and with what was handed in as the draft', async () => {
    await api.database.query(
      `INSERT INTO taak_concept VALUES ($1, '{"uren": 1}', 3, now() - interval '1 hour')`,
      [taak],
    );
    await api.database.query(
      `UPDATE taak SET status = 'open', ingediend_op = NULL, teruggestuurd_op = '2027-02-10T09:00:00Z', teruggestuurd_invoer_id = $2
        WHERE id = $1`,
      [taak, await bewaarInvoer('terugsturing', { toelichting: 'Graag de uren' }, WETHOUDER.email)],
    );
    const terug = await lees('Kim');
    expect(terug).toMatchObject({
      inzending: null,
      teruggestuurd: { toelichting: 'Graag de uren', door: 'gemeente' },
      concept: { inhoud: INHOUD, versie: 3 },
    });
    expect((await lees('Uma')).teruggestuurd?.toelichting).toBe('Graag de uren');
    // The first change goes on from there, and from then on it is the draft.
    const kop = { 'If-Match': '"3"' };
    const pad = `/taken/${taak}/concept`;
    const bewaard = await api.vraag('PUT', pad, {
      rol: null,
      als: als['Kim'] ?? '',
      inhoud: { inhoud: { uren: 9 } },
      headers: kop,
    });
    expect(bewaard.status).toBe(200);
    const { json } = await api.vraag('GET', pad, { rol: null, als: als['Kim'] ?? '' });
    expect((json as Concept).inhoud).toEqual({ uren: 9 });
  });

  it('is not filled in any more once it was dropped', async () => {
    await api.database.query(`UPDATE taak SET status = 'vervallen' WHERE id = $1`, [taak]);
    const { status, probleem } = await api.vraag('PUT', `/taken/${taak}/concept`, {
      rol: null,
      als: als['Kim'] ?? '',
      inhoud: { inhoud: INHOUD },
      headers: { 'If-Match': '"4"' },
    });
    expect([status, probleem.detail]).toEqual([
      409,
      'Deze taak is vervallen. U hoeft haar niet meer te doen.',
    ]);
    const bord = (await api.vraag('GET', `/cohorten/${cohort}/bord`)).json as Bord;
    expect(bord.items[0]?.stappen[0]?.takenTotaal).toBe(4);
  });

  it('is shown by its own title when it is an extra one, also to the gemeente', async () => {
    const opdracht = await bewaarInvoer(
      'opdracht',
      { titel: 'Bel', toelichting: 'Vraag het', minuten: 20 },
      KIM.email,
    );
    const id = `${traject}.inventariseren.extra-1.beleid`;
    await api.database.query(
      `INSERT INTO taak (id, traject_id, stap, taak, uitvoerder, status, gepland_open_op, gepland_vervalt_op, opdracht_id)
       VALUES ($1, $2, 'inventariseren', 'extra-1', 'beleid', 'open', '2027-02-01', '2027-02-02', $3)`,
      [id, traject, opdracht],
    );
    const { json } = await api.vraag('GET', `/taken/${id}`, { rol: null, als: als['Kim'] ?? '' });
    expect(json).toMatchObject({ titel: 'Bel', uitleg: 'Vraag het', minuten: 20, extra: true });
    expect((json as Taak).velden.map(({ label }) => label)).toEqual(['Wat hebt u gedaan?']);
    const { stappen } = (await api.vraag('GET', `/trajecten/${traject}`)).json as Traject;
    expect(stappen[0]?.taken.at(-1)).toMatchObject({ titel: 'Bel', extra: true });
  });

  it('is not late while its traject stands still', async () => {
    const stand = async (): Promise<unknown[]> => {
      const bord = (await api.vraag('GET', `/cohorten/${cohort}/bord`)).json as Bord;
      const { stappen } = (await api.vraag('GET', `/trajecten/${traject}`)).json as Traject;
      return [
        (bord.items[0]?.takenTeLaat ?? 0) > 0,
        stappen[0]?.taken.some(({ teLaat, status }) => teLaat && status === 'open'),
      ];
    };
    await api.database.query('UPDATE cohort SET klok_echt = $2, klok_domein = $3 WHERE id = $1', [
      cohort,
      Date.now(),
      Date.parse('2027-04-20T12:00:00Z'),
    ]);
    expect(await stand()).toEqual([true, true]);
    await api.database.query(
      `UPDATE traject SET status = 'gepauzeerd', onderbroken_op = '2027-02-05' WHERE id = $1`,
      [traject],
    );
    expect(await stand()).toEqual([false, false]);
    const { aantalGepauzeerd } = (await api.vraag('GET', `/cohorten/${cohort}`)).json as Cohort;
    expect(aantalGepauzeerd).toBe(1);
  });
});
