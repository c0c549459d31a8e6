import type {
  Deelnemer,
  GemeenteLijst,
  Inzage,
  InzagePagina,
  Taak,
  TrajectPagina,
} from '@maatwerktraject/contracts';
import { maakAccount, meldAan, verleen } from '@maatwerktraject/testing/services';
import { maakCohort, startTestApi, type Antwoord, type TestApi, type Verzoek } from '../testing/api.js';
import { zetLopend } from '../testing/lopend-traject.js';

const KIM = { naam: 'Kim', email: 'kim@x.example', niveau: 'beleid', hoofdcontact: true };
const REDEN = 'De gemeente meldt dat een antwoord weg is';

describe('inzage door een beheerder', () => {
  let api: TestApi;
  let cohort: string;
  let traject: string;
  let ander: string;
  let taak: string;

  beforeAll(async () => {
    api = await startTestApi();
    cohort = await maakCohort(api);
    const deelnemer = async (gemeentecode: string): Promise<string> => {
      const inhoud = { gemeentecode, contactpersonen: [KIM] };
      return ((await api.vraag('POST', `/cohorten/${cohort}/deelnemers`, { inhoud })).json as Deelnemer)
        .trajectId;
    };
    traject = await deelnemer('GM0153');
    ander = await deelnemer('GM0141');
    await zetLopend(api.database, cohort, traject);
    await api.database.query('UPDATE cohort SET klok_echt = $2, klok_domein = $2 WHERE id = $1', [
      cohort,
      Date.parse('2027-02-20T12:00:00Z'),
    ]);
    taak = `${traject}.inventariseren.startgegevens.hoofdcontact`;
    await api.database.query(
      `WITH i AS (INSERT INTO invoer (id, traject_id, soort, onderwerp, inhoud, door)
                  VALUES (gen_random_uuid(), $1, 'antwoord', $2, '{"uren": 4}', 'gemeente') RETURNING id)
       UPDATE taak SET status = 'ingediend', ingediend_op = now(), invoer_id = (SELECT id FROM i) WHERE id = $2`,
      [traject, taak],
    );
  });
  afterAll(() => api.stop());

  const als = (methode: string, pad: string, verzoek: Verzoek = {}): Promise<Antwoord> =>
    api.vraag(methode, pad, { rol: 'beheerder', ...verzoek });
  const vraag = (extra: object = {}, verzoek: Verzoek = {}) =>
    als('POST', '/inzagen', { inhoud: { trajectId: traject, reden: REDEN, uren: 1, ...extra }, ...verzoek });
  const status = async (pad: string, verzoek: Verzoek = {}) => (await als('GET', pad, verzoek)).status;
  const regels = async (handeling: string) =>
    api.database.query<{ account_id: string; onderwerp: string; reden: string | null; inhoud: object }[]>(
      'SELECT account_id, onderwerp, reden, inhoud FROM audit WHERE handeling = $1 ORDER BY volgnummer',
      [handeling],
    );

  it('is for the beheerder alone', async () => {
    const routes = [
      ['GET', '/inzagen'],
      ['POST', '/inzagen', { trajectId: traject, reden: REDEN, uren: 1 }],
      ['DELETE', `/inzagen/${traject}`],
      ['GET', `/cohorten/${cohort}/gemeenten`],
    ] as const;
    for (const [methode, pad, inhoud] of routes)
      for (const rol of ['adviseur', 'onderzoeker', 'gemeente'] as const)
        expect((await api.vraag(methode, pad, { rol, inhoud })).status).toBe(403);
  });

  it('lists the gemeenten of the cohort to choose from, and no others', async () => {
    const leeg = await maakCohort(api);
    const lijst = await als('GET', `/cohorten/${cohort}/gemeenten`);
    expect((lijst.json as GemeenteLijst).items.map(({ code, naam }) => [code, naam])).toEqual([
      ['GM0141', 'Almelo'],
      ['GM0153', 'Enschede'],
    ]);
    expect(lijst.tekst).not.toContain(traject);
    expect((await als('GET', `/cohorten/${leeg}/gemeenten`)).json).toEqual({ items: [] });
    expect(await status(`/cohorten/${traject}/gemeenten`)).toBe(404);
    // The function that knows them all knows none for another role.
    const rijen = await api.database.transaction(async (db) => {
      await db.query(`SET LOCAL ROLE maatwerktraject_api; SELECT begin_als(NULL, 'adviseur')`);
      return db.query<unknown[]>(`SELECT FROM trajecten_voor_beheer(ARRAY[$1]::uuid[], ARRAY[$2]::uuid[])`, [
        traject,
        cohort,
      ]);
    });
    expect(rijen).toEqual([]);
  });

  it('wants a reason, an end, and one traject that is there', async () => {
    for (const extra of [{ reden: 'kort' }, { uren: 5 }, { uren: 0 }, { trajectId: undefined }])
      expect([extra, (await vraag(extra)).status]).toEqual([extra, 400]);
    expect((await vraag({ cohortId: cohort, gemeentecode: 'GM0153' })).status).toBe(400);
    expect((await vraag({ trajectId: cohort })).status).toBe(404);
    expect((await regels('geweigerd')).at(-1)?.inhoud).toEqual({ operatie: 'vraagInzage', status: 404 });
    const plek = { trajectId: undefined, cohortId: cohort };
    expect((await vraag({ ...plek, gemeentecode: 'GM0150' })).status).toBe(404);
    expect(await api.database.query<unknown[]>('SELECT id FROM inzage')).toHaveLength(0);
    // The function that finds a traject finds none for another role.
    const [rij] = await api.database.transaction(async (db) => {
      await db.query(`SET LOCAL ROLE maatwerktraject_api; SELECT begin_als(NULL, 'adviseur')`);
      return db.query<{ id: string | null }[]>('SELECT traject_voor_inzage($1, NULL, NULL) AS id', [traject]);
    });
    expect(rij?.id).toBeNull();
  });

  it('shows the traject for as long as it lasts: not before, not after, not another', async () => {
    const paden = [`/trajecten/${traject}`, `/taken/${taak}`];
    for (const pad of paden) expect(await status(pad)).toBe(404);
    const verzoek = { headers: { 'Idempotency-Key': 'kijk' } };
    const gevraagd = await vraag({ trajectId: undefined, cohortId: cohort, gemeentecode: 'GM0153' }, verzoek);
    expect(gevraagd.status).toBe(201);
    const inzage = gevraagd.json as Inzage;
    expect(inzage).toMatchObject({ trajectId: traject, actief: true, gemeente: { naam: 'Enschede' } });
    expect(Date.parse(inzage.vervaltOp) - Date.parse(inzage.begintOp)).toBe(3_600_000);
    for (const pad of paden) expect(await status(pad)).toBe(200);
    expect(((await als('GET', `/taken/${taak}`)).json as Taak).inzending?.inhoud).toEqual({ uren: 4 });
    expect(await status(`/trajecten/${ander}`)).toBe(404);
    expect(((await als('GET', '/trajecten')).json as TrajectPagina).items.map(({ id }) => id)).toEqual([
      traject,
    ]);
    await api.database.query('UPDATE inzage SET vervalt_op = now() WHERE id = $1', [inzage.id]);
    for (const pad of paden) expect(await status(pad)).toBe(404);
    const [tweede] = [(await vraag()).json as Inzage];
    for (const pad of paden) expect(await status(pad)).toBe(200);
    expect((await als('DELETE', `/inzagen/${tweede.id}`)).status).toBe(204);
    expect((await als('DELETE', `/inzagen/${tweede.id}`)).status).toBe(404);
    for (const pad of paden) expect(await status(pad)).toBe(404);
    expect((await regels('inzage-vragen')).map(({ reden, onderwerp }) => [reden, onderwerp])).toEqual(
      Array(2).fill([REDEN, `traject/${traject}`]),
    );
    expect(await regels('inzage-beeindigen')).toHaveLength(1);
  });

  it('puts each read on record, with the reason it rests on', async () => {
    const voor = (await regels('inzage-gebruiken')).length;
    const { id } = (await vraag()).json as Inzage;
    await als('GET', `/trajecten/${traject}`);
    await als('GET', `/taken/${taak}`);
    await api.vraag('GET', `/taken/${taak}`);
    const nieuw = (await regels('inzage-gebruiken')).slice(voor);
    expect(nieuw.map(({ account_id }) => account_id)).toEqual(Array(2).fill(api.accounts.beheerder));
    expect(nieuw.map(({ onderwerp, inhoud }) => [onderwerp, inhoud])).toEqual([
      [`traject/${traject}`, { operatie: 'leesTraject', inzageId: id }],
      [`traject/${traject}`, { operatie: 'leesTaak', inzageId: id, taakId: taak }],
    ]);
    await als('DELETE', `/inzagen/${id}`);
  });

  it('puts the list on record too, with a line for each traject in it', async () => {
    const voor = (await regels('inzage-gebruiken')).length;
    await als('GET', '/trajecten');
    expect(await regels('inzage-gebruiken')).toHaveLength(voor);
    const een = (await vraag()).json as Inzage;
    const twee = (await vraag({ trajectId: ander })).json as Inzage;
    const { items } = (await als('GET', '/trajecten')).json as TrajectPagina;
    expect(items.map(({ id }) => id).sort()).toEqual([traject, ander].sort());
    await api.vraag('GET', '/trajecten');
    const nieuw = (await regels('inzage-gebruiken')).slice(voor);
    expect(nieuw.map(({ account_id, onderwerp, inhoud }) => [account_id, onderwerp, inhoud])).toEqual(
      items.map(({ id }) => [
        api.accounts.beheerder,
        `traject/${id}`,
        { operatie: 'leesTrajecten', inzageId: id === traject ? een.id : twee.id },
      ]),
    );
    for (const { id } of [een, twee]) await als('DELETE', `/inzagen/${id}`);
  });

  it('changes nothing: neither by a route nor in the database', async () => {
    const { id } = (await vraag()).json as Inzage;
    const schrijf = [
      ['PUT', `/taken/${taak}/concept`, { inhoud: {} }],
      ['POST', `/taken/${taak}/inzending`, { inhoud: {} }],
      ['POST', `/trajecten/${traject}/stappen/inventariseren/goedkeuring`],
      ['PUT', `/trajecten/${traject}/uitkomst`, { klasse: 'geen', toelichting: 'Zomaar iets' }],
    ] as const;
    for (const [methode, pad, inhoud] of schrijf)
      expect([pad, (await als(methode, pad, { inhoud, headers: { 'If-Match': '"0"' } })).status]).toEqual([
        pad,
        403,
      ]);
    const doe = (sql: string) =>
      api.database.transaction(async (db) => {
        await db.query(
          `SET LOCAL ROLE maatwerktraject_api; SELECT begin_als('${api.accounts.beheerder}', 'beheerder')`,
        );
        return db.query<[unknown[], number]>(sql);
      });
    await expect(
      doe(`INSERT INTO invoer (id, traject_id, soort, onderwerp, inhoud, door, account_id)
           VALUES (gen_random_uuid(), '${traject}', 'antwoord', '${taak}', '{}', 'gemeente', '${api.accounts.beheerder}')`),
    ).rejects.toThrow('row-level security');
    await expect(
      doe(`UPDATE inzage SET vervalt_op = now() + interval '1 day' WHERE id = '${id}'`),
    ).rejects.toThrow('row-level security');
    await expect(
      doe(`INSERT INTO inzage (account_id, traject_id, reden, vervalt_op)
           VALUES ('${api.accounts.beheerder}', '${traject}', 'te lang', now() + interval '5 hours')`),
    ).rejects.toThrow('row-level security');
    await als('DELETE', `/inzagen/${id}`);
  });

  it('shows all beheerders who looked, and lets each end only his own', async () => {
    const tweede = await maakAccount(api.database, 'tweede@les.example', 'Tweede');
    await verleen(api.database, tweede, { rol: 'beheerder' });
    const cookie = await meldAan(api.database, tweede, 'beheerder');
    const { id } = (await vraag({}, { als: cookie })).json as Inzage;
    expect((await als('DELETE', `/inzagen/${id}`)).status).toBe(404);
    expect(await status(`/trajecten/${traject}`)).toBe(404);
    expect(await status(`/trajecten/${traject}`, { als: cookie })).toBe(200);
    const { items, totaal, volgende } = (await als('GET', '/inzagen?limiet=1')).json as InzagePagina;
    expect(items).toMatchObject([{ id, naam: 'Tweede', actief: true, gemeente: { code: 'GM0153' } }]);
    const rest = (await als('GET', `/inzagen?na=${volgende ?? ''}`)).json as InzagePagina;
    expect(rest.items).toHaveLength(totaal - 1);
    expect(rest.items.map((een) => een.actief)).not.toContain(true);
  });
});
