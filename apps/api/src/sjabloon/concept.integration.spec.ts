import type { Sjabloon, SjabloonConcept, SjabloonLijst } from '@maatwerktraject/contracts';
import { MAATWERKTRAJECT_1, MAATWERKTRAJECT_2 } from '@maatwerktraject/domain';
import { startTestApi, type Antwoord, type TestApi } from '../testing/api.js';

const BRON = '/sjablonen/maatwerktraject/2';

describe('versies van een sjabloon', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  const nieuw = async (): Promise<{ pad: string; concept: SjabloonConcept }> => {
    const { status, json } = await api.vraag('POST', `${BRON}/nieuwe-versie`, { rol: 'adviseur' });
    expect(status).toBe(201);
    const concept = json as SjabloonConcept;
    return { pad: `/sjablonen/maatwerktraject/${String(concept.definitie.versie)}`, concept };
  };
  const zet = (pad: string, inhoud: unknown, gezien = 1): Promise<Antwoord> =>
    api.vraag('PUT', `${pad}/concept`, {
      rol: 'adviseur',
      inhoud,
      headers: { 'If-Match': `"${String(gezien)}"` },
    });
  const publiceer = (pad: string, gezien: number, inhoud: unknown = { bevestigd: true }): Promise<Antwoord> =>
    api.vraag('POST', `${pad}/publicatie`, {
      rol: 'adviseur',
      inhoud,
      headers: { 'If-Match': `"${String(gezien)}"` },
    });

  it('begin as a copy, change as a whole, and are published once, for good', async () => {
    const { pad, concept } = await nieuw();
    expect(concept).toMatchObject({
      versie: 1,
      definitie: { ...MAATWERKTRAJECT_2, versie: concept.definitie.versie },
    });
    const anders: Sjabloon = { ...concept.definitie, titel: 'Maatwerktraject, beter' };
    expect((await zet(pad, anders)).json).toMatchObject({ versie: 2, definitie: { titel: anders.titel } });
    // Of a version that somebody else has replaced.
    expect((await zet(pad, concept.definitie)).status).toBe(412);
    expect((await publiceer(pad, 1)).status).toBe(412);
    expect((await publiceer(pad, 2, {})).status).toBe(400);
    expect((await api.vraag('GET', pad, { rol: 'adviseur' })).status).toBe(404);
    expect((await publiceer(pad, 2)).json).toEqual({ nieuw: true });
    expect((await api.vraag('GET', pad, { rol: 'gemeente' })).json).toEqual(anders);
    for (const [methode, plek] of [
      ['PUT', 'concept'],
      ['DELETE', 'concept'],
      ['POST', 'publicatie'],
    ] as const) {
      const inhoud = plek === 'publicatie' ? { bevestigd: true } : methode === 'PUT' ? anders : undefined;
      const { status } = await api.vraag(methode, `${pad}/${plek}`, {
        rol: 'adviseur',
        ...(inhoud && { inhoud }),
        headers: { 'If-Match': '"2"' },
      });
      expect([methode, status]).toEqual([methode, 404]);
    }
    for (const sql of [`UPDATE sjabloon SET titel = 'x'`, 'DELETE FROM sjabloon'])
      await expect(api.database.query(sql)).rejects.toThrow(/never changed/);
  });

  it('are for advisers as long as they are a concept, and no cohort can begin with one', async () => {
    const { pad, concept } = await nieuw();
    const { versie } = concept.definitie;
    const gezien = async (rol: 'adviseur' | 'gemeente' | 'onderzoeker' | 'beheerder'): Promise<boolean> => {
      const { items } = (await api.vraag('GET', '/sjablonen', { rol })).json as SjabloonLijst;
      expect(items.filter(({ status }) => status === 'gepubliceerd').length).toBeGreaterThanOrEqual(3);
      return items.some((een) => een.versie === versie && een.status === 'concept');
    };
    expect(await gezien('adviseur')).toBe(true);
    for (const rol of ['gemeente', 'onderzoeker', 'beheerder'] as const)
      expect(await gezien(rol)).toBe(false);
    const cohort = {
      naam: 'Proef',
      sjabloon: { sleutel: 'maatwerktraject', versie },
      startdatum: '2027-02-01',
      adviseur: { naam: 'Kim', email: 'kim@les.example' },
    };
    const geweigerd = await api.vraag('POST', '/cohorten', { rol: 'adviseur', inhoud: cohort });
    expect(geweigerd.probleem.fouten?.map((fout) => fout.pad)).toEqual(['sjabloon']);
    expect((await api.vraag('DELETE', `${pad}/concept`, { rol: 'adviseur' })).status).toBe(204);
    expect(await gezien('adviseur')).toBe(false);
    const kwaliteit = { ...cohort, sjabloon: { sleutel: 'sturen-op-kwaliteit', versie: 1 } };
    expect((await api.vraag('POST', '/cohorten', { rol: 'adviseur', inhoud: kwaliteit })).status).toBe(201);
  });

  it('are refused with each fault at its place', async () => {
    const { pad, concept } = await nieuw();
    const fouten = async (inhoud: unknown): Promise<string[]> => {
      const { status, probleem } = await zet(pad, inhoud);
      expect(status).toBe(400);
      return (probleem.fouten ?? []).map((fout) => fout.pad);
    };
    expect(await fouten({ ...concept.definitie, titel: 7, stappen: 'x' })).toEqual(['titel', 'stappen']);
    const stappen = structuredClone(concept.definitie.stappen);
    const [taak] = stappen[0]?.taken ?? [];
    if (taak) Object.assign(taak, { termijnWerkdagen: 99, velden: [{ ...taak.velden[0], soort: 'datum' }] });
    expect(await fouten({ ...concept.definitie, versie: 1, stappen })).toEqual([
      'versie',
      'stappen.0.taken.0.termijnWerkdagen',
      'stappen.0.taken.0.velden.0.sleutel',
    ]);
    // Nothing was kept of it.
    expect((await api.vraag('GET', `${pad}/concept`, { rol: 'adviseur' })).json).toEqual(concept);
    expect(MAATWERKTRAJECT_1.versie).toBe(1);
  });

  it('are on record: who made, changed, published or removed them', async () => {
    const { pad } = await nieuw();
    await api.vraag('DELETE', `${pad}/concept`, { rol: 'adviseur' });
    const regels = await api.database.query<{ handeling: string }[]>(
      `SELECT DISTINCT handeling FROM audit WHERE handeling LIKE 'sjabloon-%' ORDER BY 1`,
    );
    expect(regels.map(({ handeling }) => handeling)).toEqual([
      'sjabloon-concept-maken',
      'sjabloon-concept-verwijderen',
      'sjabloon-concept-wijzigen',
      'sjabloon-publiceren',
    ]);
  });
});
