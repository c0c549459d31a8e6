import type { Deelnemer, Signaal, SignaalLijst } from '@maatwerktraject/contracts';
import { maakCohort, startTestApi, type TestApi } from '../testing/api.js';
import { zetLopend } from '../testing/lopend-traject.js';
import { maakVers } from '../testing/vers.js';

const KIM = { naam: 'Kim', email: 'kim@x.example', niveau: 'beleid', hoofdcontact: true };

describe('signalen dat een traject vastloopt', () => {
  let api: TestApi;
  let cohort: string;
  let traject: string;

  beforeAll(async () => {
    api = await startTestApi();
    cohort = await maakCohort(api);
    const { json } = await api.vraag('POST', `/cohorten/${cohort}/deelnemers`, {
      inhoud: { gemeentecode: 'GM0153', contactpersonen: [KIM] },
    });
    traject = (json as Deelnemer).trajectId;
    await zetLopend(api.database, cohort, traject);
  });
  afterAll(() => api.stop());

  const lijst = async (): Promise<Signaal[]> =>
    ((await api.vraag('GET', `/cohorten/${cohort}/signalen`)).json as SignaalLijst).items;
  const besluit = (id: string, inhoud: object) => api.vraag('PUT', `/signalen/${id}/besluit`, { inhoud });

  it('are told in words, and confirmed or rejected with what the adviseur sees', async () => {
    const vers = maakVers(api.database);
    const [eerste, tweede] = [await vers.signaal(traject), await vers.signaal(traject)];
    expect(await lijst()).toHaveLength(2);
    expect(await lijst()).toContainEqual(
      expect.objectContaining({
        id: eerste,
        status: 'open',
        zin: 'Scan vanuit uw eigen werk (beleid): 3 herinneringen zonder antwoord.',
        oorzaken: ['B'],
        besluit: null,
      }),
    );
    const bevestigd = await besluit(eerste, {
      besluit: 'bevestigd',
      oorzaken: ['A', 'B'],
      toelichting: 'Geen opdracht.',
    });
    expect([bevestigd.status, bevestigd.json]).toMatchObject([
      200,
      {
        status: 'bevestigd',
        oorzaken: ['B'],
        besluit: { oorzaken: ['A', 'B'], toelichting: 'Geen opdracht.' },
      },
    ]);
    // What is open comes first; and who thinks otherwise later says so.
    expect((await lijst()).map(({ id }) => id)).toEqual([tweede, eerste]);
    expect((await besluit(eerste, { besluit: 'verworpen' })).json).toMatchObject({
      status: 'verworpen',
      besluit: { oorzaken: [], toelichting: '' },
    });
  });

  it('are not confirmed without a cause', async () => {
    const [signaal] = await lijst();
    const { status, json } = await besluit(signaal?.id ?? '', { besluit: 'bevestigd', oorzaken: [] });
    expect([status, JSON.stringify(json)]).toEqual([
      400,
      expect.stringContaining('Kies minstens één oorzaak als u het signaal bevestigt.'),
    ]);
  });
});
