import type { Account, Ik, Toekenning, ToekenningLijst } from '@maatwerktraject/contracts';
import { maakAccount, meldAan, verleen } from '@maatwerktraject/testing/services';
import { maakCohort, startTestApi, type Antwoord, type TestApi, type Verzoek } from '../testing/api.js';
import { maakDienst } from '../testing/mensen.js';

const ONDERZOEK = { email: 'nora@uni.example', naam: 'Nora', rol: 'onderzoeker' };
const NAMEN = { identiteiten: true, reden: 'Voor het vergelijken van gemeenten', geldigDagen: 30 };

jest.setTimeout(30_000);

describe('wie er in een cohort werkt', () => {
  let api: TestApi;
  let nummer = 0;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  const toegang = (cohort: string): string => `/cohorten/${cohort}/toekenningen`;
  const lijst = async (cohort: string, verzoek: Verzoek = {}): Promise<Toekenning[]> =>
    ((await api.vraag('GET', toegang(cohort), verzoek)).json as ToekenningLijst).items;
  const geef = (cohort: string, inhoud: object, verzoek: Verzoek = {}): Promise<Antwoord> =>
    api.vraag('POST', toegang(cohort), { inhoud, ...verzoek });
  const neem = (cohort: string, id: string, verzoek: Verzoek = {}): Promise<Antwoord> =>
    api.vraag('DELETE', `${toegang(cohort)}/${id}`, verzoek);
  const blokkeer = async (id: string, status = 'geblokkeerd'): Promise<Antwoord> => {
    const { versie } = (await api.vraag('GET', `/accounts/${id}`, { rol: 'beheerder' })).json as Account;
    const headers = { 'If-Match': `"${String(versie)}"` };
    return api.vraag('PATCH', `/accounts/${id}`, { rol: 'beheerder', inhoud: { status }, headers });
  };
  const wis = (id: string): Promise<Antwoord> =>
    api.vraag('POST', `/accounts/${id}/wissing`, { rol: 'beheerder', inhoud: { reden: 'Op eigen verzoek' } });
  /** Somebody of whom nothing is known elsewhere, as adviseur in this cohort. */
  const nieuweAdviseur = async (cohort: string): Promise<{ id: string; toekenning: string }> => {
    nummer += 1;
    const id = await maakAccount(api.database, `adviseur-${String(nummer)}@les.example`);
    return { id, toekenning: await verleen(api.database, id, { rol: 'adviseur', cohortId: cohort }) };
  };
  const eigen = async (cohort: string): Promise<string> =>
    (await lijst(cohort)).find(({ accountId }) => accountId === api.accounts.adviseur)?.id ?? '';

  describe('houdt een adviseur', () => {
    it('when two are taken away at the same moment', async () => {
      const cohort = await maakCohort(api);
      const tweede = await nieuweAdviseur(cohort);
      const ids = [await eigen(cohort), tweede.toekenning];
      // Both are asked for while somebody else is at it, so that they meet.
      const bezig = await api.database.transaction(async (db) => {
        await db.query('SELECT een_voor_een()');
        const antwoorden = ids.map((id) => neem(cohort, id, { rol: 'beheerder' }));
        const wacht = new Promise((klaar) => setTimeout(klaar, 500, 'wacht'));
        expect(await Promise.race([...antwoorden, wacht])).toBe('wacht');
        return { antwoorden };
      });
      const antwoorden = await Promise.all(bezig.antwoorden);
      expect(antwoorden.map(({ status }) => status).sort()).toEqual([204, 409]);
      expect(antwoorden.find(({ status }) => status === 409)?.probleem.code).toBe('laatste-adviseur');
      expect(await lijst(cohort, { rol: 'beheerder' })).toHaveLength(1);
    });

    it('and lets nobody take away what he lost the right to while he waited', async () => {
      const cohort = await maakCohort(api);
      const [tweede, derde] = [await nieuweAdviseur(cohort), await nieuweAdviseur(cohort)];
      const als = await meldAan(api.database, tweede.id, 'adviseur');
      const bezig = await api.database.transaction(async (db) => {
        await db.query('SELECT een_voor_een()');
        await db.query('UPDATE toekenning SET ingetrokken_op = now() WHERE id = $1', [tweede.toekenning]);
        const antwoord = neem(cohort, derde.toekenning, { als });
        const wacht = new Promise((klaar) => setTimeout(klaar, 500, 'wacht'));
        expect(await Promise.race([antwoord, wacht])).toBe('wacht');
        return { antwoord };
      });
      expect((await bezig.antwoord).status).toBe(404);
      expect(await lijst(cohort)).toHaveLength(2);
    });

    it('when one is taken away while the other is being blocked', async () => {
      const cohort = await maakCohort(api);
      const tweede = await nieuweAdviseur(cohort);
      const bezig = await api.database.transaction(async (db) => {
        await db.query('SELECT een_voor_een()');
        await db.query(`UPDATE account SET status = 'geblokkeerd' WHERE id = $1`, [tweede.id]);
        const antwoord = neem(cohort, await eigen(cohort), { rol: 'beheerder' });
        const wacht = new Promise((klaar) => setTimeout(klaar, 500, 'wacht'));
        expect(await Promise.race([antwoord, wacht])).toBe('wacht');
        return { antwoord };
      });
      expect((await bezig.antwoord).probleem.code).toBe('laatste-adviseur');
    });

    it('of people who can log in: not who is blocked, and no service', async () => {
      const cohort = await maakCohort(api);
      const dienst = await maakDienst(api.database, [cohort]);
      const tweede = await nieuweAdviseur(cohort);
      expect((await blokkeer(tweede.id)).status).toBe(200);
      expect((await neem(cohort, await eigen(cohort))).probleem.code).toBe('laatste-adviseur');
      // These can go: somebody stays.
      const vanDienst = (await lijst(cohort)).find(({ accountId }) => accountId === dienst);
      expect((await neem(cohort, vanDienst?.id ?? '')).status).toBe(204);
      expect((await neem(cohort, tweede.toekenning)).status).toBe(204);
      expect((await neem(cohort, await eigen(cohort))).probleem.code).toBe('laatste-adviseur');
    });

    it('when one is blocked or erased, as long as the cohort is not closed', async () => {
      const cohort = await maakCohort(api, { naam: 'Achterhoek' });
      const tweede = await nieuweAdviseur(cohort);
      expect((await neem(cohort, await eigen(cohort), { rol: 'beheerder' })).status).toBe(204);
      const geweigerd = await blokkeer(tweede.id);
      expect([geweigerd.probleem.code, geweigerd.probleem.detail]).toEqual([
        'laatste-adviseur',
        expect.stringContaining('Achterhoek'),
      ]);
      expect((await wis(tweede.id)).probleem.code).toBe('laatste-adviseur');
      await api.database.query(`UPDATE cohort SET status = 'afgesloten' WHERE id = $1`, [cohort]);
      expect((await blokkeer(tweede.id)).status).toBe(200);
      expect((await blokkeer(tweede.id, 'actief')).status).toBe(200);
      expect((await wis(tweede.id)).status).toBe(200);
    });

    it('and says so of no cohort that the caller does not work in', async () => {
      const cohort = await maakCohort(api);
      const [ander] = await api.database.transaction(async (db) => {
        const wie = await maakAccount(api.database, 'buiten@les.example');
        await verleen(api.database, wie, { rol: 'adviseur' });
        await db.query(`SET LOCAL ROLE maatwerktraject_api; SELECT begin_als('${wie}', 'adviseur')`);
        return db.query<{ aantal: number }[]>('SELECT count(*) AS aantal FROM laatste_adviseur_in($1)', [
          api.accounts.adviseur,
        ]);
      });
      expect([cohort.length, ander?.aantal]).toEqual([36, 0]);
    });
  });

  describe('onder welke naam', () => {
    it('shows an adviseur what he typed, of an address that had an account already', async () => {
      const cohort = await maakCohort(api);
      await maakAccount(api.database, 'bekend@gemeente.example', 'Geheime Naam');
      const inhoud = { email: 'bekend@gemeente.example', naam: 'Collega B', rol: 'onderzoeker' };
      const gegeven = await geef(cohort, inhoud);
      expect([gegeven.status, (gegeven.json as Toekenning).naam]).toEqual([201, 'Collega B']);
      const bijAdviseur = await api.vraag('GET', toegang(cohort));
      expect(bijAdviseur.tekst).toContain('Collega B');
      expect([gegeven.tekst, bijAdviseur.tekst].join()).not.toContain('Geheime Naam');
      const bijBeheerder = (await lijst(cohort, { rol: 'beheerder' })).map(({ naam }) => naam);
      expect(bijBeheerder).toContain('Geheime Naam');
      // Sealed, as all names are.
      const [rij] = await api.database.query<{ naam: string }[]>(
        'SELECT naam FROM toekenning WHERE id = $1',
        [(gegeven.json as Toekenning).id],
      );
      expect(rij?.naam).toMatch(/^v1\./);
    });

    it('shows everyone what the person calls himself, once he says so', async () => {
      const cohort = await maakCohort(api);
      const inhoud = { email: 'zelf@uni.example', naam: 'Verkeerd', rol: 'onderzoeker' };
      const { accountId } = (await geef(cohort, inhoud)).json as Toekenning;
      const als = await meldAan(api.database, accountId, 'onderzoeker');
      const gegevens = async () => (await api.vraag('GET', '/ik/gegevens', { als })).json;
      expect(await gegevens()).toMatchObject({ toekenningen: [{ naam: 'Verkeerd' }] });
      expect((await api.vraag('PUT', '/ik/naam', { als, inhoud: { naam: 'Zoals Ik Heet' } })).status).toBe(
        204,
      );
      expect((await lijst(cohort)).map(({ naam }) => naam)).toContain('Zoals Ik Heet');
      expect(await gegevens()).toMatchObject({ toekenningen: [{ naam: null }] });
      expect((await wis(accountId)).status).toBe(200);
    });
  });

  describe('namen van gemeenten voor een onderzoeker', () => {
    it('wants a reason and an end', async () => {
      const cohort = await maakCohort(api);
      const paden = async (extra: object) =>
        (await geef(cohort, { ...ONDERZOEK, ...NAMEN, ...extra })).probleem.fouten?.map(({ pad }) => pad);
      expect(await paden({ reden: null })).toEqual(['reden']);
      expect(await paden({ geldigDagen: null })).toEqual(['geldigDagen']);
      for (const geldigDagen of [0, 366, 1.5]) expect(await paden({ geldigDagen })).toEqual(['geldigDagen']);
      expect(await paden({ rol: 'adviseur', identiteiten: false })).toEqual(['geldigDagen']);
      await expect(
        api.database.query(
          `INSERT INTO toekenning (account_id, rol, cohort_id, identiteiten, reden) VALUES ($1, 'onderzoeker', $2, true, 'x')`,
          [api.accounts.onderzoeker, cohort],
        ),
      ).rejects.toThrow('toekenning_check');
    });

    it('is granted by somebody, on record, used on record, and ends', async () => {
      const cohort = await maakCohort(api);
      const { json, status } = await geef(cohort, { ...ONDERZOEK, ...NAMEN });
      const gegeven = json as Toekenning;
      expect([status, Date.parse(gegeven.vervaltOp ?? '') - Date.parse(gegeven.verleendOp)]).toEqual([
        201,
        30 * 86_400_000,
      ]);
      const regels = (handeling: string) =>
        api.database.query<{ account_id: string; reden: string | null; inhoud: object }[]>(
          'SELECT account_id, reden, inhoud FROM audit WHERE handeling = $1 AND onderwerp = $2',
          [handeling, `cohort/${cohort}`],
        );
      const { accountId } = gegeven;
      expect(await regels('toegang-geven')).toEqual([
        {
          account_id: api.accounts.adviseur,
          reden: NAMEN.reden,
          inhoud: { accountId, rol: 'onderzoeker', identiteiten: true, geldigDagen: 30 },
        },
      ]);
      // The page on which access is managed shows who gave it, why and until when.
      for (const rol of ['adviseur', 'beheerder'] as const)
        expect((await lijst(cohort, { rol })).find(({ id }) => id === gegeven.id)).toMatchObject({
          reden: NAMEN.reden,
          verleendDoor: 'adviseur@les.example',
          vervaltOp: gegeven.vervaltOp,
        });
      const als = await meldAan(api.database, accountId, 'onderzoeker');
      const kijk = async () => (await api.vraag('GET', `/cohorten/${cohort}/bord`, { als })).status;
      expect(await kijk()).toBe(200);
      expect((await regels('identiteiten-lezen')).map(({ account_id }) => account_id)).toEqual([accountId]);
      expect((await api.vraag('GET', `/cohorten/${cohort}/export`, { als })).status).toBe(200);
      expect(await regels('export')).toMatchObject([{ account_id: accountId }]);
      // Over: no names, no access at all; and it can be given anew.
      await api.database.query('UPDATE toekenning SET vervalt_op = now() WHERE id = $1', [gegeven.id]);
      expect(await kijk()).toBe(401);
      expect((await lijst(cohort)).map(({ id }) => id)).not.toContain(gegeven.id);
      const opnieuw = (await geef(cohort, { ...ONDERZOEK, ...NAMEN, geldigDagen: 1 })).json as Toekenning;
      expect([opnieuw.accountId, opnieuw.id === gegeven.id]).toEqual([accountId, false]);
      expect(((await api.vraag('GET', '/ik', { als })).json as Ik).rol).toBe('onderzoeker');
    });
  });
});
