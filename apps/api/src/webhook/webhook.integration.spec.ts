import type {
  CloudEventPagina,
  GegevenWebhook,
  Levering,
  LeveringPagina,
  NieuwGeheim,
  Webhook,
  WebhookPagina,
} from '@maatwerktraject/contracts';
import { ontzegel } from '@maatwerktraject/database';
import type { Recht } from '@maatwerktraject/domain';
import {
  eenCohort,
  maakDienstaccount,
  maakWebhook,
  schrijfFeit,
  TEST_KEYRING,
  type BewaardCohort,
} from '@maatwerktraject/testing/services';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { startTestApi, type Antwoord, type TestApi, type Verzoek } from '../testing/api.js';
import { maakToken } from '../testing/mensen.js';

const HIER = 'http://127.0.0.1:9/hook';

describe('webhooks', () => {
  let api: TestApi;
  let cohort: BewaardCohort;
  let ander: BewaardCohort;
  let dienst: string;
  let token: string;

  beforeAll(async () => {
    api = await startTestApi({ WEBHOOK_LOOPBACK: 'true' });
    cohort = await eenCohort(1).metGemeenten(1).bewaar(api.database);
    ander = await eenCohort(2).metGemeenten(1).bewaar(api.database);
    dienst = await maakDienstaccount(api.database, [cohort.id]);
    token = await maakToken(api.database, dienst, ['webhooks.beheren', 'gebeurtenissen.lezen']);
  });
  afterAll(() => api.stop());

  const alsBeheerder = (methode: string, pad: string, verzoek: Verzoek = {}): Promise<Antwoord> =>
    api.vraag(methode, pad, { rol: 'beheerder', ...verzoek });
  const met = (
    Authorization: string,
    methode: string,
    pad: string,
    verzoek: Verzoek = {},
  ): Promise<Antwoord> =>
    api.vraag(methode, pad, { rol: null, ...verzoek, headers: { Authorization, ...verzoek.headers } });
  const alsDienst = (methode: string, pad: string, verzoek: Verzoek = {}) =>
    met(token, methode, pad, verzoek);
  const maak = async (inhoud: object = {}): Promise<GegevenWebhook> => {
    const { json, status, tekst } = await alsDienst('POST', '/webhooks', {
      inhoud: { naam: 'Zaaksysteem', url: HIER, ...inhoud },
    });
    if (status !== 201) throw new Error(tekst);
    return json as GegevenWebhook;
  };
  const feit = (van: BewaardCohort, soort: string, inhoud: object = { stap: 'inventariseren' }) =>
    schrijfFeit(api.database, { cohortId: van.id, trajectId: van.trajecten[0]?.id ?? '' }, soort, inhoud);
  const nummer = () => api.database.query('SELECT nummer_gebeurtenissen()');
  const leveringen = async (id: string): Promise<Levering[]> =>
    ((await alsDienst('GET', `/webhooks/${id}/leveringen`)).json as LeveringPagina).items;

  it('are made by a service for itself, and by a beheerder for a service', async () => {
    const { geheim, ...webhook } = await maak({ typen: ['nl.maatwerktraject.stap-geopend.v1'] });
    expect(geheim).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(webhook).toMatchObject({
      accountId: dienst,
      url: HIER,
      typen: ['nl.maatwerktraject.stap-geopend.v1'],
      status: 'actief',
      wachtend: 0,
      versie: 1,
    });
    expect((await alsDienst('GET', `/webhooks/${webhook.id}`)).json).toEqual(webhook);
    const vanBeheerder = await alsBeheerder('POST', '/webhooks', {
      inhoud: { naam: 'x', url: HIER, accountId: dienst },
    });
    expect(vanBeheerder.status).toBe(201);
    const mens = await alsBeheerder('POST', '/webhooks', {
      inhoud: { naam: 'x', url: HIER, accountId: api.accounts.adviseur },
    });
    expect(mens.probleem.code).toBe('geen-dienst');
    const { items } = (await alsBeheerder('GET', `/webhooks?accountId=${dienst}`)).json as WebhookPagina;
    expect(items).toHaveLength(2);
    // Without the scope, and for people: nothing.
    const zonder = await maakToken(api.database, dienst, ['gebeurtenissen.lezen'] satisfies Recht[]);
    expect((await met(zonder, 'GET', '/webhooks')).status).toBe(403);
    expect((await api.vraag('GET', '/webhooks')).status).toBe(403);
  });

  it('are twenty for a service, also when several are made at once', async () => {
    const accountId = await maakDienstaccount(api.database, []);
    for (let keer = 0; keer < 18; keer++) await maakWebhook(api.database, { accountId, url: HIER });
    const antwoorden = await Promise.all(
      Array.from({ length: 6 }, () =>
        alsBeheerder('POST', '/webhooks', { inhoud: { naam: 'x', url: HIER, accountId } }),
      ),
    );
    expect(antwoorden.filter(({ status }) => status === 201)).toHaveLength(2);
    const geweigerd = antwoorden.filter(({ status }) => status !== 201);
    expect(geweigerd.map(({ probleem }) => probleem.code)).toEqual(Array(4).fill('te-veel-webhooks'));
  });

  it('show their secret once, and keep it sealed', async () => {
    const { id, geheim } = await maak();
    const [rij] = await api.database.query<{ geheim: string; tekst: string }[]>(
      'SELECT geheim, w::text AS tekst FROM webhook w WHERE id = $1',
      [id],
    );
    expect(rij?.tekst).not.toContain(geheim);
    expect(ontzegel(TEST_KEYRING, 'webhook.geheim', rij?.geheim ?? '')).toBe(geheim);
    for (const pad of ['/webhooks', `/webhooks/${id}`]) {
      const { tekst } = await alsDienst('GET', pad);
      expect(tekst).not.toContain(geheim);
      expect(tekst).not.toContain(rij?.geheim);
    }
    const metKenmerk = { headers: { 'Idempotency-Key': 'k' } };
    expect(
      (await alsDienst('POST', '/webhooks', { inhoud: { naam: 'x', url: HIER }, ...metKenmerk })).status,
    ).toBe(400);
    expect((await alsDienst('POST', `/webhooks/${id}/geheim`, metKenmerk)).status).toBe(400);
    const [audit] = await api.database.query<{ aantal: number }[]>(
      `SELECT count(*) AS aantal FROM audit a WHERE a::text LIKE '%whsec%'`,
    );
    expect(audit?.aantal).toBe(0);
  });

  it('get a new secret, beside the one before it for a day', async () => {
    const { id, geheim } = await maak();
    const { status, json } = await alsDienst('POST', `/webhooks/${id}/geheim`);
    const nieuw = json as NieuwGeheim;
    const over = Date.parse(nieuw.overlapTotOp) - Date.now();
    expect([status, Math.round(over / 3_600_000)]).toEqual([201, 24]);
    const [rij] = await api.database.query<{ geheim: string; vorig_geheim: string }[]>(
      'SELECT geheim, vorig_geheim FROM webhook WHERE id = $1',
      [id],
    );
    expect(ontzegel(TEST_KEYRING, 'webhook.geheim', rij?.geheim ?? '')).toBe(nieuw.geheim);
    expect(ontzegel(TEST_KEYRING, 'webhook.vorig_geheim', rij?.vorig_geheim ?? '')).toBe(geheim);
  });

  it.each([
    ['http://zaken.example/', 'niet te vinden'],
    ['ftp://127.0.0.1/', 'https'],
    ['https://jan:geheim@zaken.example/', 'wachtwoord'],
    ['https://169.254.169.254/latest/meta-data', 'niet openbaar'],
    ['https://10.0.0.5/', 'niet openbaar'],
    ['https://[fd00::1]/', 'niet openbaar'],
    ['https://bestaat-niet.invalid/', 'niet te vinden'],
    ['zaken', 'geen adres'],
  ])('are not made for %s, nor moved to it', async (url, zin) => {
    const nieuw = await alsDienst('POST', '/webhooks', { inhoud: { naam: 'x', url } });
    expect([nieuw.status, nieuw.probleem.fouten]).toEqual([
      400,
      [{ pad: 'url', zin: expect.stringContaining(zin) }],
    ]);
    const id = await maakWebhook(api.database, { accountId: dienst, url: HIER });
    const verzet = await alsDienst('PATCH', `/webhooks/${id}`, {
      inhoud: { url },
      headers: { 'If-Match': '"1"' },
    });
    expect([verzet.status, verzet.probleem.fouten?.[0]?.pad]).toEqual([400, 'url']);
    await api.database.query('DELETE FROM webhook WHERE id = $1', [id]);
  });

  it('are changed by who has seen them, paused, and taken up again with what waits', async () => {
    const { id } = await maak({ typen: ['nl.maatwerktraject.stap-geopend.v1'] });
    const wijzig = (inhoud: object, versie: number) =>
      alsDienst('PATCH', `/webhooks/${id}`, { inhoud, headers: { 'If-Match': `"${String(versie)}"` } });
    await feit(cohort, 'stap-geopend');
    await nummer();
    await api.database.query(
      `UPDATE webhook_levering SET volgende_poging_op = now() + interval '1 day' WHERE webhook_id = $1`,
      [id],
    );
    const stil = await wijzig({ status: 'gepauzeerd' }, 1);
    expect(stil.json).toMatchObject({ status: 'gepauzeerd', reden: 'op-verzoek', versie: 2, wachtend: 1 });
    expect((await wijzig({ naam: 'Anders' }, 1)).status).toBe(412);
    expect((await alsDienst('POST', `/webhooks/${id}/test`)).probleem.code).toBe('webhook-niet-actief');
    await feit(cohort, 'stap-geopend');
    await nummer();
    const weer = (await wijzig({ status: 'actief', naam: 'Anders' }, 2)).json as Webhook;
    expect(weer).toMatchObject({ status: 'actief', reden: null, naam: 'Anders', versie: 3, wachtend: 1 });
    const [levering] = await leveringen(id);
    expect(Date.parse(levering?.volgendePogingOp ?? '')).toBeLessThanOrEqual(Date.now());
    await api.database.query(
      `UPDATE webhook SET status = 'beeindigd', reden = 'ontvanger-stopt' WHERE id = $1`,
      [id],
    );
    expect((await wijzig({ status: 'actief' }, 4)).probleem.code).toBe('webhook-beeindigd');
    expect((await alsDienst('DELETE', `/webhooks/${id}`)).status).toBe(204);
    expect((await alsDienst('GET', `/webhooks/${id}`)).status).toBe(404);
  });

  it('leave in the audit log what was changed, without the name itself', async () => {
    const { id } = await maak();
    const typen = ['nl.maatwerktraject.stap-geopend.v1'];
    const wijzigingen = [{ naam: 'Geheime naam', typen }, { url: 'http://127.0.0.1:10/x' }];
    for (const [keer, inhoud] of wijzigingen.entries())
      expect(
        (
          await alsDienst('PATCH', `/webhooks/${id}`, {
            inhoud,
            headers: { 'If-Match': `"${String(keer + 1)}"` },
          })
        ).status,
      ).toBe(200);
    const regels = await api.database.query<{ inhoud: object }[]>(
      `SELECT inhoud FROM audit WHERE onderwerp = $1 AND handeling = 'webhook-wijzigen' ORDER BY volgnummer`,
      [`webhook/${id}`],
    );
    expect(regels.map(({ inhoud }) => inhoud)).toEqual([{ naam: true, typen }, { naar: '127.0.0.1:10' }]);
  });

  it('have a log, from which one event or all since a moment go again with the same ID', async () => {
    const { id } = await maak({ typen: ['nl.maatwerktraject.stap-geopend.v1'] });
    const [eerste, tweede] = [await feit(cohort, 'stap-geopend'), await feit(cohort, 'stap-geopend')];
    await feit(ander, 'stap-geopend');
    await nummer();
    const idVan = (seq: number) => `traject-${cohort.trajecten[0]?.id ?? ''}-${String(seq)}`;
    expect((await leveringen(id)).map(({ gebeurtenisId }) => gebeurtenisId)).toEqual([
      idVan(tweede),
      idVan(eerste),
    ]);
    const webhook = async () => (await alsDienst('GET', `/webhooks/${id}`)).json as Webhook;
    expect((await webhook()).laatstePoging).toBeNull();
    const poging = { op: new Date().toISOString(), status: 500, duurMs: 3, fout: 'Stuk.' };
    await api.database.query(
      `UPDATE webhook_levering SET status = 'mislukt', afgerond_op = now(), pogingen = 2,
              verloop = jsonb_build_array($2::jsonb || '{"status": 503}', $2::jsonb) WHERE webhook_id = $1`,
      [id, JSON.stringify(poging)],
    );
    expect((await webhook()).laatstePoging).toEqual(poging);
    const oud = (await leveringen(id))[0];
    const opnieuw = await alsDienst('POST', `/webhooks/${id}/leveringen/${oud?.id ?? ''}/opnieuw`);
    expect([opnieuw.status, opnieuw.json]).toEqual([
      202,
      expect.objectContaining({ gebeurtenisId: idVan(tweede), aanleiding: 'herhaling', status: 'wacht' }),
    ]);
    const sinds = (uren: number) => ({ vanaf: new Date(Date.now() - uren * 3_600_000).toISOString() });
    const alles = await alsDienst('POST', `/webhooks/${id}/herhalen`, { inhoud: sinds(1) });
    expect([alles.status, alles.json]).toEqual([202, { aantal: expect.any(Number) }]);
    const wachtend = (await leveringen(id)).filter(({ status }) => status === 'wacht');
    // That one waited already; nothing of another cohort.
    expect(wachtend.length).toBe((alles.json as { aantal: number }).aantal + 1);
    expect(new Set(wachtend.map(({ gebeurtenisId }) => gebeurtenisId)).size).toBe(wachtend.length);
    expect((await alsDienst('POST', `/webhooks/${id}/herhalen`, { inhoud: sinds(31 * 24) })).status).toBe(
      400,
    );
    // At once, also while the receiver was left alone.
    await api.database.query(`UPDATE webhook SET rust_tot = now() + interval '1 hour' WHERE id = $1`, [id]);
    const test = (await alsDienst('POST', `/webhooks/${id}/test`)).json as Levering;
    expect(test).toMatchObject({ aanleiding: 'test', type: 'nl.maatwerktraject.test.v1' });
    expect(test.gebeurtenisId).toBe(`test-${test.id}`);
    const [{ rust_tot: rust }] = await api.database.query<[{ rust_tot: Date | null }]>(
      'SELECT rust_tot FROM webhook WHERE id = $1',
      [id],
    );
    expect(rust).toBeNull();
  });

  it('of others are not there', async () => {
    const vreemd = await maakDienstaccount(api.database, [ander.id]);
    const id = await maakWebhook(api.database, { accountId: vreemd, url: HIER });
    for (const [methode, pad] of [
      ['GET', `/webhooks/${id}`],
      ['DELETE', `/webhooks/${id}`],
      ['GET', `/webhooks/${id}/leveringen`],
      ['POST', `/webhooks/${id}/geheim`],
      ['POST', `/webhooks/${id}/test`],
    ] as const)
      expect([pad, (await alsDienst(methode, pad)).status]).toEqual([pad, 404]);
    expect((await alsDienst('GET', `/webhooks?accountId=${vreemd}`)).json).toMatchObject({ items: [] });
    // By the database itself, also when the API would not ask.
    const voorAnder = api.database.transaction(async (db) => {
      await db.query(`SET LOCAL ROLE maatwerktraject_api; SELECT begin_als('${dienst}', 'adviseur')`);
      await db.query(
        `INSERT INTO webhook (account_id, naam, url, soorten, geheim) VALUES ($1, 'x', 'x', '{x}', 'x')`,
        [vreemd],
      );
    });
    await expect(voorAnder).rejects.toMatchObject({ code: '42501' });
  });

  describe('en de lijst van gebeurtenissen', () => {
    const lijst = async (vraag = ''): Promise<CloudEventPagina> =>
      (await alsDienst('GET', `/gebeurtenissen${vraag}`)).json as CloudEventPagina;

    it('gives what the webhooks give, of the cohorten of the service, in order and in parts', async () => {
      await feit(ander, 'traject-afgerond');
      const seq = await feit(cohort, 'taak-ingediend', {
        stap: 'inventariseren',
        taak: 'scan.beleid',
        invoerId: 'x',
      });
      await feit(cohort, 'bericht-klaargezet');
      await nummer();
      const alle = (await lijst('?limiet=500')).items;
      expect(new Set(alle.map(({ data }) => data.cohortId))).toEqual(new Set([cohort.id]));
      expect(alle.map(({ sequence }) => sequence)).toEqual(alle.map(({ sequence }) => sequence).sort());
      expect(alle.at(-1)).toMatchObject({
        id: `traject-${cohort.trajecten[0]?.id ?? ''}-${String(seq)}`,
        type: 'nl.maatwerktraject.taak-ingediend.v1',
        data: { taak: 'scan.beleid', status: 'ingediend', gemeentecode: cohort.trajecten[0]?.gemeentecode },
      });
      expect(JSON.stringify(alle)).not.toContain('invoerId');
      const stuk = await lijst('?limiet=1');
      // How many there are is not counted.
      expect(stuk).toEqual({ items: alle.slice(0, 1), volgende: expect.any(String) });
      expect((await lijst(`?limiet=500&na=${stuk.volgende ?? ''}`)).items).toEqual(alle.slice(1));
      expect((await lijst(`?limiet=500&vanafSequence=${alle[0]?.sequence ?? ''}`)).items).toEqual(
        alle.slice(1),
      );
      expect((await lijst('?type=nl.maatwerktraject.taak-ingediend.v1')).items).toEqual(alle.slice(-1));
      expect((await lijst(`?cohortId=${ander.id}`)).items).toEqual([]);
    });

    it('misses nothing that is committed after a later fact', async () => {
      const eerst = api.database.createQueryRunner();
      await eerst.startTransaction();
      const laat = await schrijfFeit(
        eerst.manager,
        { cohortId: cohort.id, trajectId: null },
        'cohort-gestart',
      );
      await feit(cohort, 'stap-goedgekeurd');
      await nummer();
      const gezien = (await lijst('?limiet=500')).items.at(-1)?.sequence ?? '';
      await eerst.commitTransaction();
      await eerst.release();
      await nummer();
      const { items } = await lijst(`?vanafSequence=${gezien}`);
      expect(items.map(({ id }) => id)).toEqual([`cohort-${cohort.id}-${String(laat)}`]);
    });

    it('has data that fit the schema they name, and a schema of each type', async () => {
      const ajv = new Ajv2020({ strict: false });
      addFormats.default(ajv);
      const types = (await api.vraag('GET', '/gebeurtenistypen', { rol: null })).json as {
        items: { type: string; dataschema: string }[];
      };
      expect(types.items.length).toBeGreaterThan(8);
      const events = (await lijst('?limiet=500')).items;
      for (const { type, dataschema } of types.items) {
        const pad = new URL(dataschema).pathname.replace('/api/v1', '');
        const { status, json } = await api.vraag('GET', pad, { rol: null });
        expect([type, status]).toEqual([type, 200]);
        const klopt = ajv.compile(json as object);
        for (const { data } of events.filter((een) => een.type === type))
          expect([type, klopt(data), klopt.errors]).toEqual([type, true, null]);
        expect(klopt({})).toBe(false);
      }
      expect((await api.vraag('GET', '/gebeurtenistypen/nl.x.v1/schema', { rol: null })).status).toBe(404);
    });
  });
});
