import type { Account } from '@maatwerktraject/contracts';
import { ontzegel } from '@maatwerktraject/database';
import { eenCohort, maakAccount, maakDienstaccount, TEST_KEYRING } from '@maatwerktraject/testing/services';
import { startTestApi, type Antwoord, type TestApi } from '../testing/api.js';
import { meldAanMetLink } from '../testing/link-aanmelding.js';

describe('een ander e-mailadres', () => {
  let api: TestApi;
  let nummer = 0;
  let id: string;
  let oud: string;
  let nieuw: string;

  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());
  beforeEach(async () => {
    nummer += 1;
    await api.database.query('DELETE FROM limiet');
    const { trajecten } = await eenCohort(nummer).bewaar(api.database);
    oud = trajecten[0]?.contactpersonen[0]?.email ?? '';
    nieuw = `nieuw-${String(nummer)}@gemeente.example`;
    id = await maakAccount(api.database, oud);
    await api.database.query('UPDATE contactpersoon SET account_id = $1 WHERE id = $2', [
      id,
      trajecten[0]?.contactpersonen[0]?.id,
    ]);
  });

  const lees = async (account = id): Promise<Account> =>
    (await api.vraag('GET', `/accounts/${account}`, { rol: 'beheerder' })).json as Account;
  const wijzig = async (inhoud: object, account = id, versie?: number): Promise<Antwoord> =>
    api.vraag('PATCH', `/accounts/${account}`, {
      rol: 'beheerder',
      inhoud,
      headers: { 'If-Match': `"${String(versie ?? (await lees(account)).versie)}"` },
    });
  const rijen = <T>(sql: string): Promise<T[]> => api.database.query<T[]>(sql, [id]);

  it('is where mail goes from then on, also of a traject that runs, and both are told', async () => {
    const { versie } = await lees();
    const gewijzigd = await wijzig({ email: nieuw });
    expect([gewijzigd.status, gewijzigd.json]).toMatchObject([200, { email: nieuw, versie: versie + 1 }]);
    const [persoon] = await rijen<{ email: string }>(
      'SELECT email FROM contactpersoon WHERE account_id = $1',
    );
    expect(ontzegel(TEST_KEYRING, 'contactpersoon.email', persoon?.email ?? '')).toBe(nieuw);
    const mails = await rijen<{ aan: string | null }>(
      'SELECT aan FROM accountbericht WHERE account_id = $1 ORDER BY aan NULLS LAST',
    );
    expect(mails.map(({ aan }) => aan && ontzegel(TEST_KEYRING, 'accountbericht.aan', aan))).toEqual([
      oud,
      null,
    ]);
    const [regel] = await api.database.query<unknown[]>(
      `SELECT handeling, onderwerp, inhoud FROM audit ORDER BY volgnummer DESC LIMIT 1`,
    );
    // That it changed, and not into what: this log is never changed.
    expect(regel).toEqual({
      handeling: 'account-wijzigen',
      onderwerp: `account/${id}`,
      inhoud: { email: true },
    });
    // The same once more changes nothing and tells nobody.
    expect((await wijzig({ email: nieuw.toUpperCase() })).status).toBe(200);
    expect(await rijen('SELECT FROM accountbericht WHERE account_id = $1')).toHaveLength(2);
  });

  it('ends what began with the old one: sessions, and links that are under way', async () => {
    const als = await meldAanMetLink(api, id);
    await api.vraag('POST', '/aanmeldlinks', { rol: null, inhoud: { email: oud, naar: '/mijn' } });
    const open =
      'SELECT FROM aanmeldlink WHERE account_id = $1 AND vervalt_op > now() AND gebruikt_op IS NULL';
    expect(await rijen(open)).toHaveLength(1);
    expect((await api.vraag('GET', '/ik', { als })).status).toBe(200);
    expect((await wijzig({ email: nieuw })).status).toBe(200);
    expect((await api.vraag('GET', '/ik', { als })).status).toBe(401);
    expect(await rijen(open)).toHaveLength(0);
  });

  it('is nobody else’s, of a person, and changed by a beheerder who saw the last version', async () => {
    const ander = await maakAccount(api.database, `ander-${String(nummer)}@gemeente.example`);
    const bezet = await wijzig({ email: `Ander-${String(nummer)}@gemeente.example` });
    expect([bezet.status, bezet.probleem.code]).toEqual([409, 'adres-bezet']);
    expect((await wijzig({ email: nieuw }, ander, 99)).status).toBe(412);
    expect((await wijzig({ email: nieuw, naam: 'Ook' })).status).toBe(400);
    expect((await wijzig({ email: 'geen adres' })).status).toBe(400);
    const dienst = await maakDienstaccount(api.database, []);
    expect((await wijzig({ email: nieuw }, dienst)).probleem.code).toBe('geen-mens');
    expect((await lees()).email).toBe(oud);
    // By the database too, whatever the API would let through.
    const [rij] = await api.database.transaction(async (db) => {
      await db.query(`SET LOCAL ROLE maatwerktraject_api; SELECT begin_als('${id}', 'gemeente')`);
      return db.query<{ uitslag: string }[]>(`SELECT wijzig_adres($1, 1, 'x', 'x', 'x', 'x') AS uitslag`, [
        id,
      ]);
    });
    expect(rij?.uitslag).toBe('onbekend');
  });
});
