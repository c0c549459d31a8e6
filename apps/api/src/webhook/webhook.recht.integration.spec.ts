import type { GegevenWebhook, Webhook } from '@maatwerktraject/contracts';
import { eenCohort, maakDienstaccount, verleen, type BewaardCohort } from '@maatwerktraject/testing/services';
import { startTestApi, type Antwoord, type TestApi, type Verzoek } from '../testing/api.js';
import { maakToken } from '../testing/mensen.js';

const HIER = 'http://127.0.0.1:9/hook';

describe('het recht van een webhook', () => {
  let api: TestApi;
  let cohort: BewaardCohort;
  let dienst: string;
  let oud: string;
  let nieuw: string;

  beforeAll(async () => {
    api = await startTestApi({ WEBHOOK_LOOPBACK: 'true' });
    cohort = await eenCohort(1).metGemeenten(1).bewaar(api.database);
  });
  beforeEach(async () => {
    dienst = await maakDienstaccount(api.database, [cohort.id]);
    oud = await maakToken(api.database, dienst, ['webhooks.beheren']);
    nieuw = await maakToken(api.database, dienst, ['webhooks.beheren']);
  });
  afterAll(() => api.stop());

  const alsBeheerder = (methode: string, pad: string, verzoek: Verzoek = {}): Promise<Antwoord> =>
    api.vraag(methode, pad, { rol: 'beheerder', ...verzoek });
  const met = (Authorization: string, methode: string, pad: string, verzoek: Verzoek = {}) =>
    api.vraag(methode, pad, { rol: null, ...verzoek, headers: { Authorization, ...verzoek.headers } });
  const maak = async (token: string): Promise<GegevenWebhook> =>
    (await met(token, 'POST', '/webhooks', { inhoud: { naam: 'Zaaksysteem', url: HIER } }))
      .json as GegevenWebhook;
  /** As the beheerder sees it. */
  const lees = async (id: string): Promise<Webhook> =>
    (await alsBeheerder('GET', `/webhooks/${id}`)).json as Webhook;
  const wijzig = async (token: string | null, id: string, inhoud: object): Promise<Antwoord> => {
    const verzoek = { inhoud, headers: { 'If-Match': `"${String((await lees(id)).versie)}"` } };
    return token === null
      ? alsBeheerder('PATCH', `/webhooks/${id}`, verzoek)
      : met(token, 'PATCH', `/webhooks/${id}`, verzoek);
  };
  const trekIn = async (id: string | null): Promise<void> => {
    const { status } = await alsBeheerder('DELETE', `/accounts/${dienst}/diensttokens/${id ?? ''}`);
    expect(status).toBe(204);
  };
  const gestopt = (reden: string) => ({ status: 'gepauzeerd', reden });
  const ACTIEF = { status: 'actief', reden: null };

  it('hangs on the token that made it, and ends with that', async () => {
    const { id, tokenId } = await maak(oud);
    expect(tokenId).toEqual(expect.any(String));
    await trekIn(tokenId);
    expect(await lees(id)).toMatchObject(gestopt('token-ingetrokken'));
    // A change of the name is no reason to go on; another token that sets it going is.
    expect((await wijzig(nieuw, id, { naam: 'Anders' })).json).toMatchObject(gestopt('token-ingetrokken'));
    const weer = (await wijzig(nieuw, id, { status: 'actief' })).json as Webhook;
    expect(weer).toMatchObject(ACTIEF);
    expect(weer.tokenId).not.toBe(tokenId);
    await trekIn(weer.tokenId);
    expect(await lees(id)).toMatchObject(gestopt('token-ingetrokken'));
    expect((await wijzig(null, id, { status: 'actief' })).json).toMatchObject({ ...ACTIEF, tokenId: null });
  });

  it('passes to another token before the old one ends, so that nothing is missed', async () => {
    const { id, tokenId } = await maak(oud);
    expect((await wijzig(nieuw, id, { status: 'actief' })).json).toMatchObject(ACTIEF);
    await trekIn(tokenId);
    expect(await lees(id)).toMatchObject(ACTIEF);
  });

  it('passes to who changes the address, and not to who changes something else or writes the same again', async () => {
    const { id, tokenId, naam, url, typen } = await maak(oud);
    expect((await wijzig(nieuw, id, { naam: 'Ander', url, typen })).json).toMatchObject({ tokenId });
    await wijzig(nieuw, id, { status: 'gepauzeerd' });
    expect(await lees(id)).toMatchObject({ tokenId });
    const anders = (await wijzig(nieuw, id, { naam, url: 'http://127.0.0.1:10/' })).json as Webhook;
    expect(anders.tokenId).not.toBe(tokenId);
    const minder = (await wijzig(oud, id, { typen: typen.slice(1) })).json as Webhook;
    expect(minder.tokenId).toBe(anders.tokenId);
    expect((await wijzig(null, id, { url })).json).toMatchObject({ tokenId: null });
  });

  it('of a beheerder hangs on no token, and on the service all the same', async () => {
    const inhoud = { naam: 'x', url: HIER, accountId: dienst };
    const { id, tokenId } = (await alsBeheerder('POST', '/webhooks', { inhoud })).json as GegevenWebhook;
    expect(tokenId).toBeNull();
    await api.database.query('UPDATE diensttoken SET ingetrokken_op = now() WHERE account_id = $1', [dienst]);
    expect(await lees(id)).toMatchObject(ACTIEF);
    const blokkade = async (status: string): Promise<void> => {
      const { headers } = await alsBeheerder('GET', `/accounts/${dienst}`);
      const kop = { 'If-Match': headers.get('etag') ?? '' };
      const { status: gelukt } = await alsBeheerder('PATCH', `/accounts/${dienst}`, {
        inhoud: { status },
        headers: kop,
      });
      expect(gelukt).toBe(200);
    };
    await blokkade('geblokkeerd');
    expect(await lees(id)).toMatchObject(gestopt('dienst-geblokkeerd'));
    expect((await wijzig(null, id, { status: 'actief' })).probleem).toMatchObject({
      status: 409,
      code: 'webhook-zonder-recht',
    });
    await blokkade('actief');
    expect(await lees(id)).toMatchObject(gestopt('dienst-geblokkeerd'));
    expect((await wijzig(null, id, { status: 'actief' })).json).toMatchObject(ACTIEF);
  });

  it('is gone with the last cohort, and is not made or set going without one', async () => {
    const { id } = await maak(oud);
    await api.database.query('UPDATE toekenning SET ingetrokken_op = now() WHERE account_id = $1', [dienst]);
    expect(await lees(id)).toMatchObject(gestopt('geen-toegang'));
    const inhoud = { naam: 'x', url: HIER, accountId: dienst };
    for (const { probleem } of [
      await wijzig(null, id, { status: 'actief' }),
      await alsBeheerder('POST', '/webhooks', { inhoud }),
    ])
      expect(probleem).toMatchObject({
        status: 409,
        code: 'webhook-zonder-recht',
        detail: expect.stringContaining('geen toegang meer'),
      });
    await verleen(api.database, dienst, { rol: 'adviseur', cohortId: cohort.id });
    expect(await lees(id)).toMatchObject(gestopt('geen-toegang'));
    expect((await wijzig(nieuw, id, { status: 'actief' })).json).toMatchObject(ACTIEF);
  });
});
