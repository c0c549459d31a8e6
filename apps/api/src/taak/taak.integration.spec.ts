import type {
  Bord,
  ConceptBewaard,
  Deelnemer,
  Resultaten,
  Taak,
  Traject,
  TrajectPagina,
} from '@maatwerktraject/contracts';
import { maakCohort, startTestApi, type TestApi } from '../testing/api.js';
import { zetLopend } from '../testing/lopend-traject.js';

const KIM = { naam: 'Kim', email: 'kim@x.example', niveau: 'beleid', hoofdcontact: true };
const NU = Date.parse('2027-02-20T12:00:00Z');

describe('taken van een lopend traject', () => {
  let api: TestApi;
  let cohort: string;
  let traject: string;
  let taak: string;

  beforeAll(async () => {
    api = await startTestApi();
    cohort = await maakCohort(api);
    const { json } = await api.vraag('POST', `/cohorten/${cohort}/deelnemers`, {
      inhoud: { gemeentecode: 'GM0153', contactpersonen: [KIM] },
    });
    traject = (json as Deelnemer).trajectId;
    await api.alsContact(KIM.email);
    await api.verleen({ rol: 'onderzoeker', cohortId: cohort });
    await zetLopend(api.database, cohort, traject);
    // It is 20 February 2027 in this cohort.
    await api.database.query('UPDATE cohort SET klok_echt = $2, klok_domein = $3 WHERE id = $1', [
      cohort,
      Date.now(),
      NU,
    ]);
    taak = `${traject}.inventariseren.startgegevens.hoofdcontact`;
  });
  afterAll(() => api.stop());

  const bewaar = (inhoud: unknown, versie: number, rol: 'gemeente' | 'adviseur' = 'gemeente') =>
    api.vraag('PUT', `/taken/${taak}/concept`, {
      rol,
      inhoud: { inhoud },
      headers: { 'If-Match': `"${String(versie)}"` },
    });
  const lees = (pad: string, etag?: string | null) =>
    api.vraag('GET', pad, { rol: 'gemeente', headers: etag ? { 'If-None-Match': etag } : {} });

  it('keeps a draft, and refuses one that was made on another version', async () => {
    const eerste = await bewaar({ uren: 4 }, 0);
    expect([eerste.status, (eerste.json as ConceptBewaard).versie]).toEqual([200, 1]);
    // The answer got lost: the same once more changes nothing.
    expect((await bewaar({ uren: 4 }, 0)).json).toEqual(eerste.json);
    expect((await bewaar({ uren: 5 }, 0)).status).toBe(412);
    expect((await bewaar({ uren: 5 }, 7)).status).toBe(412);
    expect(((await bewaar({ uren: 5 }, 1)).json as ConceptBewaard).versie).toBe(2);
    const { concept } = (await api.vraag('GET', `/taken/${taak}`, { rol: 'gemeente' })).json as Taak;
    expect(concept).toMatchObject({ inhoud: { uren: 5 }, versie: 2 });
  });

  it('tells two browsers of each other, with what each of them has', async () => {
    const pad = `/taken/${traject}.inventariseren.scan.beleid/concept`;
    const schrijf = (inhoud: unknown, versie: number) =>
      api.vraag('PUT', pad, {
        rol: 'gemeente',
        inhoud: { inhoud },
        headers: { 'If-Match': `"${String(versie)}"` },
      });
    // Both have read version 0; the first one saves.
    expect((await schrijf({ opmerkingen: 'van links' }, 0)).status).toBe(200);
    const rechts = await schrijf({ opmerkingen: 'van rechts' }, 0);
    expect([rechts.status, rechts.probleem.code]).toEqual([412, 'andere-versie']);
    expect(rechts.probleem.versies).toEqual({
      gestuurd: { inhoud: { opmerkingen: 'van rechts' } },
      bewaard: { inhoud: { opmerkingen: 'van links' }, versie: 1, bewaardOp: expect.any(String) },
    });
    // Who chooses his own, names the version that he was shown.
    const gekozen = await schrijf(
      { opmerkingen: 'van rechts' },
      rechts.probleem.versies?.bewaard.versie ?? 0,
    );
    expect(gekozen.status).toBe(200);
    // And then it is the other one's turn to choose.
    const links = await schrijf({ opmerkingen: 'van links, verder' }, 1);
    expect(links.probleem.versies?.bewaard).toMatchObject({
      inhoud: { opmerkingen: 'van rechts' },
      versie: 2,
    });
    // Who may not write it is told of no draft at all.
    const vreemd = await api.vraag('PUT', pad, {
      rol: 'adviseur',
      inhoud: { inhoud: {} },
      headers: { 'If-Match': '"0"' },
    });
    expect([vreemd.status, vreemd.probleem.versies]).toEqual([403, undefined]);
    await api.database.query('DELETE FROM taak_concept WHERE taak_id LIKE $1', ['%scan.beleid']);
  });

  it('is changed only by who says which version they saw', async () => {
    const pad = `/taken/${taak}/concept`;
    const { headers, json } = await lees(pad);
    expect([headers.get('etag'), json]).toEqual(['"2"', expect.objectContaining({ versie: 2 })]);
    expect((await lees(pad, '"2"')).status).toBe(304);
    const zonder = await api.vraag('PUT', pad, { rol: 'gemeente', inhoud: { inhoud: { uren: 6 } } });
    expect([zonder.status, zonder.probleem.code]).toEqual([428, 'if-match-ontbreekt']);
    for (const vreemd of ['*', 'W/"2"', '"1", "2"', '2', '"x"']) {
      const antwoord = await api.vraag('PUT', pad, {
        rol: 'gemeente',
        inhoud: { inhoud: { uren: 6 } },
        headers: { 'If-Match': vreemd },
      });
      expect([vreemd, antwoord.status, antwoord.probleem.code]).toEqual([vreemd, 412, 'andere-versie']);
    }
    const bewaard = await bewaar({ uren: 6 }, 2);
    expect([bewaard.status, bewaard.headers.get('etag')]).toEqual([200, '"3"']);
    expect((await lees(pad, '"2"')).status).toBe(200);
    const verder = `/taken/${traject}.inventariseren.scan.beleid/concept`;
    expect((await lees(verder)).headers.get('etag')).toBe('"0"');
  });

  it('is not sent again when it is still the same', async () => {
    for (const pad of [
      `/taken/${taak}`,
      `/trajecten/${traject}`,
      '/trajecten?limiet=1',
      '/gemeenten?limiet=2',
    ]) {
      const eerst = await lees(pad);
      const etag = eerst.headers.get('etag');
      expect(etag).toMatch(/^W\/"[\w-]{27}"$/);
      const weer = await lees(pad, etag);
      expect([pad, weer.status, weer.tekst, weer.headers.get('etag')]).toEqual([pad, 304, '', etag]);
      expect([weer.headers.get('api-version'), weer.headers.get('cache-control')]).toEqual([
        '1.0.0',
        'no-store',
      ]);
    }
    const etag = (await lees(`/taken/${taak}`)).headers.get('etag');
    await bewaar({ uren: 7 }, 3);
    expect((await lees(`/taken/${taak}`, etag)).status).toBe(200);
  });

  it('lets one of two who save at the same time win', async () => {
    const { concept } = (await api.vraag('GET', `/taken/${taak}`, { rol: 'gemeente' })).json as Taak;
    const versie = concept?.versie ?? 0;
    const statussen = (await Promise.all([1, 2, 3, 4].map((uren) => bewaar({ uren }, versie)))).map(
      ({ status }) => status,
    );
    expect(statussen.sort()).toEqual([200, 412, 412, 412]);
  });

  it('refuses answers that do not fit, and taken of someone else', async () => {
    expect((await bewaar({ uren: 900 }, 4)).probleem.fouten).toEqual([
      { pad: 'inhoud.uren', zin: 'Vul een getal in van 0 tot en met 40.' },
    ]);
    expect((await bewaar({ uren: 4 }, 2, 'adviseur')).status).toBe(403);
    const leeg = await api.vraag('POST', `/taken/${taak}/inzending`, {
      rol: 'gemeente',
      inhoud: { inhoud: {} },
    });
    expect(leeg.probleem.fouten?.map(({ pad }) => pad)).toContain('inhoud.opdracht');
    expect((await api.vraag('GET', `/taken/${traject}.x.y.z`)).status).toBe(404);
    expect((await api.vraag('GET', '/taken/onzin')).status).toBe(400);
  });

  it('counts what is late by the clock of the cohort', async () => {
    const [rij] = ((await api.vraag('GET', `/cohorten/${cohort}/bord`)).json as Bord).items;
    // Startgegevens was due on 15 February; the other open taken later.
    expect(rij).toMatchObject({
      status: 'lopend',
      huidigeStap: 'inventariseren',
      openTaken: 5,
      takenTeLaat: 1,
    });
    expect(rij?.stappen.map(({ takenTotaal, takenTeLaat }) => [takenTotaal, takenTeLaat])[0]).toEqual([5, 1]);
    const zoek = async (vraag: string) =>
      ((await api.vraag('GET', `/trajecten?${vraag}`)).json as TrajectPagina).totaal;
    expect([
      await zoek('teLaat=true'),
      await zoek('teLaat=false'),
      await zoek('stap=inventariseren'),
      await zoek('status=afgerond'),
    ]).toEqual([1, 0, 1, 0]);
    const { stappen, nu } = (await api.vraag('GET', `/trajecten/${traject}`)).json as Traject;
    expect(nu.slice(0, 10)).toBe('2027-02-20');
    expect(stappen[0]?.taken.filter(({ teLaat }) => teLaat).map(({ sleutel }) => sleutel)).toEqual([
      'startgegevens',
    ]);
    expect(stappen[0]?.checkIns.map(({ openVoorVerslag }) => openVoorVerslag)).toEqual([true, true]);
  });

  it('says that nothing is lost while Temporal is away', async () => {
    const antwoord = await api.vraag('POST', `/trajecten/${traject}/stappen/inventariseren/goedkeuring`);
    expect([antwoord.status, antwoord.headers.get('retry-after'), antwoord.probleem.detail]).toEqual([
      503,
      '5',
      expect.stringContaining('Er is niets verloren'),
    ]);
  }, 30_000);

  it('gives numbers to the onderzoeker', async () => {
    await api.database.query(
      `UPDATE taak SET status = 'ingediend', ingediend_op = '2027-02-16T08:00:00Z' WHERE id = $1`,
      [taak],
    );
    const { stappen, trajecten } = (
      await api.vraag('GET', `/cohorten/${cohort}/resultaten`, { rol: 'onderzoeker' })
    ).json as Resultaten;
    expect(trajecten).toBe(1);
    expect(stappen[0]).toMatchObject({
      takenIngediend: 1,
      takenTeLaatIngediend: 1,
      afgerond: 0,
      medianeDagen: null,
    });
  });
});
