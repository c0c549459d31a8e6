import type { Account, Cohort, MijnGegevens, Toekenning, ToekenningLijst } from '@maatwerktraject/contracts';
import { gevolg, maakAccount, meldAan } from '@maatwerktraject/testing/services';
import { startTestApi, type TestApi } from '../testing/api.js';

const COHORT = {
  naam: 'Cohort met uitnodigingen',
  sjabloon: { sleutel: 'maatwerktraject', versie: 1 },
  startdatum: '2027-02-01',
  adviseur: { naam: 'Adviseur', email: 'adviseur@les.example' },
};
const ANK = { email: 'ank@uni.example', naam: 'Ank de Vries', rol: 'onderzoeker' };

describe('uitnodigingen over HTTP', () => {
  let api: TestApi;
  let cohort: Cohort;
  beforeAll(async () => {
    api = await startTestApi();
    cohort = (await api.vraag('POST', '/cohorten', { rol: 'adviseur', inhoud: COHORT })).json as Cohort;
    expect(cohort.naam).toBe(COHORT.naam);
  });
  afterAll(() => api.stop());

  const pad = (): string => `/cohorten/${cohort.id}/toekenningen`;
  const geef = async (inhoud: object, kenmerk?: string): Promise<Toekenning> => {
    const antwoord = await api.vraag('POST', pad(), {
      rol: 'adviseur',
      inhoud,
      ...(kenmerk === undefined ? {} : { headers: { 'Idempotency-Key': kenmerk } }),
    });
    expect(antwoord.status).toBe(201);
    return antwoord.json as Toekenning;
  };
  const lijst = async (): Promise<Toekenning[]> =>
    ((await api.vraag('GET', pad(), { rol: 'adviseur' })).json as ToekenningLijst).items;
  const wachtend = (): Promise<{ id: string; gemaakt_op: Date }[]> =>
    api.database.query('SELECT toekenning_id AS id, gemaakt_op FROM uitnodiging ORDER BY gemaakt_op');

  it('are not for who makes a cohort', async () => {
    expect((await lijst()).map(({ uitnodiging }) => uitnodiging)).toEqual([null]);
    expect(await wachtend()).toEqual([]);
  });

  it('are made once for each grant, however often it is asked, and again for another', async () => {
    const gegeven = await geef(ANK, 'ank');
    expect(gegeven.uitnodiging).toBe('wacht');
    expect((await geef(ANK, 'ank')).id).toBe(gegeven.id);
    expect((await geef(ANK)).id).toBe(gegeven.id);
    expect((await wachtend()).map(({ id }) => id)).toEqual([gegeven.id]);
    await api.database.query(`UPDATE uitnodiging SET status = 'bezig'`);
    expect((await lijst()).find(({ id }) => id === gegeven.id)?.uitnodiging).toBe('wacht');
    await api.database.query(`UPDATE uitnodiging SET status = 'onbekend'`);
    expect((await lijst()).find(({ id }) => id === gegeven.id)?.uitnodiging).toBe('onbekend');

    expect((await api.vraag('DELETE', `${pad()}/${gegeven.id}`, { rol: 'adviseur' })).status).toBe(204);
    const opnieuw = await geef(ANK);
    expect([opnieuw.uitnodiging, opnieuw.id === gegeven.id]).toEqual(['wacht', false]);
  });

  it('do not tell an adviseur that an address is known and blocked', async () => {
    const stand = async (email: string): Promise<(string | null | undefined)[]> => {
      const { id, uitnodiging } = await geef({ ...ANK, email });
      const standen: (string | null | undefined)[] = [uitnodiging];
      await api.database.query(
        `UPDATE uitnodiging SET status = CASE a.status WHEN 'actief' THEN 'verzonden' ELSE 'vervallen' END
           FROM toekenning k JOIN account a ON a.id = k.account_id WHERE k.id = toekenning_id AND k.id = $1`,
        [id],
      );
      for (const rol of ['adviseur', 'beheerder'] as const) {
        const { items } = (await api.vraag('GET', pad(), { rol })).json as ToekenningLijst;
        standen.push(items.find((een) => een.id === id)?.uitnodiging);
      }
      return standen;
    };
    const dicht = await maakAccount(api.database, 'dicht@uni.example');
    await api.database.query(`UPDATE account SET status = 'geblokkeerd' WHERE id = $1`, [dicht]);
    expect(await stand('nieuw@uni.example')).toEqual(['wacht', 'verzonden', 'verzonden']);
    expect(await stand('dicht@uni.example')).toEqual(['wacht', 'verzonden', 'vervallen']);
  });

  it('are among the data of who was invited, and of nobody else', async () => {
    const wie = async (email: string): Promise<unknown> => {
      const { id, accountId } = await geef({ ...ANK, email });
      const als = await meldAan(api.database, accountId, 'onderzoeker');
      const { uitnodigingen } = (await api.vraag('GET', '/ik/gegevens', { als })).json as MijnGegevens;
      expect(uitnodigingen).toEqual([
        {
          toekenningId: id,
          contactpersoonId: null,
          status: 'wacht',
          pogingen: 0,
          gemaaktOp: expect.stringMatching(/Z$/),
          verzondenOp: null,
        },
      ]);
      return id;
    };
    expect(await wie('eva@uni.example')).not.toBe(await wie('bob@uni.example'));
  });

  it('are one for all roles with which a beheerder makes an account, and none for a service', async () => {
    await api.database.query('DELETE FROM uitnodiging');
    const maak = async (inhoud: object): Promise<Account> =>
      (await api.vraag('POST', '/accounts', { rol: 'beheerder', inhoud })).json as Account;
    await maak({ soort: 'dienst', naam: 'Zaaksysteem' });
    expect(await wachtend()).toEqual([]);
    const noor = await maak({
      soort: 'mens',
      naam: 'Noor de Wit',
      email: 'noor@les.example',
      rollen: ['adviseur', 'beheerder'],
    });
    expect(noor.toekenningen.map(({ uitnodiging }) => uitnodiging)).toEqual(['wacht', 'wacht']);
    const rijen = await wachtend();
    expect(rijen).toHaveLength(2);
    expect(new Set(rijen.map(({ gemaakt_op }) => gemaakt_op.getTime())).size).toBe(1);
  });

  it('are not for contactpersonen: the process mails them when their cohort starts', async () => {
    await api.database.query('DELETE FROM uitnodiging');
    const antwoord = await api.vraag('POST', `/cohorten/${cohort.id}/deelnemers`, {
      rol: 'adviseur',
      inhoud: {
        gemeentecode: 'GM0147',
        contactpersonen: [
          { naam: 'Contact', email: 'contact@borne.example', niveau: 'beleid', hoofdcontact: true },
        ],
      },
    });
    expect(antwoord.status).toBe(201);
    expect(await wachtend()).toEqual([]);
  });

  it('show what became of them to who sees the grant alone, and change for nobody', async () => {
    await geef({ ...ANK, email: 'piet@uni.example' });
    const vreemd = await maakAccount(api.database, 'vreemd@les.example');
    const zie = 'SELECT toekenning_id, status FROM uitnodiging';
    const als = (account: string, rol: string) => ({ databaseRol: 'api', account, rol }) as const;
    expect(await gevolg(api.database, als(api.accounts.adviseur, 'adviseur'), zie)).toBe(1);
    expect(await gevolg(api.database, als(vreemd, 'adviseur'), zie)).toBe(0);
    for (const sql of [`UPDATE uitnodiging SET status = 'wacht'`, 'SELECT * FROM claim_uitnodiging()'])
      expect(await gevolg(api.database, als(api.accounts.beheerder, 'beheerder'), sql)).toBe('42501');
    expect(await gevolg(api.database, { databaseRol: 'worker' }, zie)).toBe('42501');
  });
});
