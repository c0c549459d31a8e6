import type { Sjabloonovergang, Sjabloonovergangen, Taak, Traject } from '@maatwerktraject/contracts';
import { MAATWERKTRAJECT_2, type Sjabloon } from '@maatwerktraject/domain';
import { eenTraject } from '@maatwerktraject/testing';
import { NIEUW_COHORT, startTestApi, type TestApi } from '../testing/api.js';
import { zetLopend } from '../testing/lopend-traject.js';

const VERSIE_3: Sjabloon = {
  ...MAATWERKTRAJECT_2,
  versie: 3,
  stappen: MAATWERKTRAJECT_2.stappen.map((stap) => ({
    ...stap,
    titel: `${stap.titel} anders`,
    taken: stap.taken.map((taak) => ({ ...taak, titel: `${taak.titel} anders` })),
  })),
};

describe('een andere versie voor een lopend traject', () => {
  let api: TestApi;
  let cohortId: string;
  let trajectId: string;
  beforeAll(async () => {
    api = await startTestApi();
    const { id } = (await api.vraag('POST', '/cohorten', { rol: 'adviseur', inhoud: NIEUW_COHORT })).json as {
      id: string;
    };
    cohortId = id;
    const contact = { naam: 'Kim', email: 'kim@gm0153.example', niveau: 'beleid', hoofdcontact: true };
    const deelnemer = await api.vraag('POST', `/cohorten/${id}/deelnemers`, {
      rol: 'adviseur',
      inhoud: { gemeentecode: 'GM0153', contactpersonen: [contact] },
    });
    ({ trajectId } = deelnemer.json as { trajectId: string });
    await zetLopend(api.database, cohortId, trajectId);
    await api.database.query(
      'INSERT INTO sjabloon (sleutel, versie, titel, definitie) VALUES ($1, $2, $3, $4)',
      [VERSIE_3.sleutel, VERSIE_3.versie, VERSIE_3.titel, JSON.stringify(VERSIE_3)],
    );
  });
  afterAll(() => api.stop());

  const verslag = async (versie?: number): Promise<Sjabloonovergang> => {
    const vraag = versie === undefined ? '' : `?versie=${String(versie)}`;
    const { status, json } = await api.vraag('GET', `/trajecten/${trajectId}/sjabloonovergang${vraag}`, {
      rol: 'adviseur',
    });
    expect(status).toBe(200);
    return json as Sjabloonovergang;
  };

  it('is told beforehand, per traject and for the cohort', async () => {
    expect((await verslag(2)).bezwaar?.code).toBe('niet-gestart');
    const { toestand } = eenTraject().inStap('inventariseren').bouw();
    await api.database.query('INSERT INTO traject_stand (traject_id, seq, toestand) VALUES ($1, 9, $2)', [
      trajectId,
      JSON.stringify(toestand),
    ]);
    const twee = await verslag(2);
    expect(twee).toMatchObject({
      van: 1,
      naar: 2,
      wanneer: 'na-deze-stap',
      bezwaar: null,
      regelsAnders: true,
    });
    expect(twee.stappen.map(({ titel, wat }) => [titel, wat])).toEqual([
      ['Inventariseren', 'blijft'],
      ['Prioriteren', 'gaat-mee'],
      ['Verbeteracties', 'gaat-mee'],
      ['Uitvoeren', 'gaat-mee'],
      ['Evalueren', 'gaat-mee'],
    ]);
    expect(twee.stappen[1]?.takenGewijzigd).toEqual(['Keuze vastleggen (hoofdcontact)']);
    // The newest, and each stap by the title that it then has.
    const nieuwste = await verslag();
    expect(nieuwste.naar).toBe(3);
    expect(nieuwste.stappen.map(({ titel }) => titel).slice(0, 2)).toEqual([
      'Inventariseren',
      'Prioriteren anders',
    ]);
    const { items } = (
      await api.vraag('GET', `/cohorten/${cohortId}/sjabloonovergang?versie=2`, { rol: 'adviseur' })
    ).json as Sjabloonovergangen;
    expect(items).toEqual([twee]);
    expect(
      (await api.vraag('GET', `/trajecten/${trajectId}/sjabloonovergang?versie=8`, { rol: 'adviseur' }))
        .status,
    ).toBe(404);
  });

  it('is asked of the process, unless it cannot be', async () => {
    const kies = (versie: number): Promise<{ status: number; probleem: { code?: string | undefined } }> =>
      api.vraag('POST', `/trajecten/${trajectId}/sjabloonovergang`, { rol: 'adviseur', inhoud: { versie } });
    // Past every check; there is no Temporal here.
    expect((await kies(2)).status).toBe(503);
    const afgerond = eenTraject().afgerond().bouw().toestand;
    await api.database.query('UPDATE traject_stand SET toestand = $2 WHERE traject_id = $1', [
      trajectId,
      JSON.stringify(afgerond),
    ]);
    expect(await kies(2)).toMatchObject({ status: 409, probleem: { code: 'traject-voorbij' } });
  });

  it('leaves a stap that had begun its own texts, also in its taken', async () => {
    await api.database.query('UPDATE traject SET sjabloon_versie = 3 WHERE id = $1', [trajectId]);
    await api.database.query(
      `UPDATE stap SET sjabloon_versie = 1 WHERE traject_id = $1 AND sleutel = 'inventariseren'`,
      [trajectId],
    );
    const { stappen } = (await api.vraag('GET', `/trajecten/${trajectId}`, { rol: 'adviseur' }))
      .json as Traject;
    expect(stappen.map(({ titel }) => titel).slice(0, 2)).toEqual(['Inventariseren', 'Prioriteren anders']);
    const taak = async (sleutel: string): Promise<Taak> =>
      (await api.vraag('GET', `/taken/${trajectId}.${sleutel}`, { rol: 'adviseur' })).json as Taak;
    expect((await taak('inventariseren.startgegevens.hoofdcontact')).titel).toBe('Startgegevens');
    expect((await taak('prioriteren.wegen.beleid')).titel).toBe('Beleidsterreinen wegen anders');
  });
});
