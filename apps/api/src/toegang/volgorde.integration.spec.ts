import { setTimeout as rust } from 'node:timers/promises';
import { hashVan, nieuweSleutel } from '@maatwerktraject/database';
import type { Account } from '@maatwerktraject/contracts';
import {
  eenCohort,
  maakAccount,
  maakDienstaccount,
  maakWebhook,
  meldAan,
  verleen,
} from '@maatwerktraject/testing/services';
import { startTestApi, type Antwoord, type TestApi } from '../testing/api.js';
import { Authenticator } from '../testing/authenticator.js';
import { maakContact, meldAanMetLink, stelVraag, voegPasskeyToe } from '../testing/link-aanmelding.js';

const WEBSITE = 'https://mt.example';

describe('aanmelden terwijl een account wordt gewist', () => {
  let api: TestApi;
  let trajectId: string;
  beforeAll(async () => {
    api = await startTestApi({ PUBLIC_URL: WEBSITE });
    const { trajecten } = await eenCohort(7).bewaar(api.database);
    trajectId = trajecten[0]?.id ?? '';
  });
  afterAll(() => api.stop());

  /** A contactpersoon who has a link in his mail. */
  async function metLink(nummer: number): Promise<{ account: string; sleutel: string }> {
    const account = await maakAccount(api.database, `p${String(nummer)}@gemeente.example`);
    const sleutel = nieuweSleutel();
    await api.database.query(
      `INSERT INTO contactpersoon (id, traject_id, naam, email, niveau, hoofdcontact, account_id)
       VALUES (gen_random_uuid(), $1, '', '', 'bestuur', false, $2)`,
      [trajectId, account],
    );
    await api.database.query(
      `INSERT INTO aanmeldlink (account_id, naar, status, sleutel_hash, vervalt_op)
       VALUES ($1, '/', 'verzonden', $2, now() + interval '20 minutes')`,
      [account, hashVan(sleutel)],
    );
    return { account, sleutel };
  }
  const gebruik = (sleutel: string) =>
    api.vraag('POST', '/aanmeldlinks/gebruik', { rol: null, inhoud: { sleutel } });

  /** Somebody who can change roles. */
  async function metRollen(nummer: number): Promise<{ account: string; als: string }> {
    const account = await maakAccount(api.database, `o${String(nummer)}@uni.example`);
    for (const rol of ['adviseur', 'onderzoeker'] as const) await verleen(api.database, account, { rol });
    return { account, als: await meldAan(api.database, account, 'adviseur') };
  }
  const kiesRol = (als: string) => api.vraag('PUT', '/ik/rol', { als, inhoud: { rol: 'onderzoeker' } });

  /** Holds what `houd` locks, lets `doe` come up against it, and then goes on with `dan`. */
  async function terwijlVast(houd: string, doe: () => Promise<Antwoord>, dan: string): Promise<Antwoord> {
    const wisser = api.database.createQueryRunner();
    try {
      await wisser.query('BEGIN');
      await wisser.query(houd);
      const bezig = doe();
      for (let wachtend = 0; wachtend === 0; await rust(20)) {
        const [rij] = await api.database.query<{ n: number }[]>(
          `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        );
        wachtend = rij?.n ?? 0;
      }
      // Nobody may hold this while he waits for us.
      await wisser.query(`SET LOCAL lock_timeout = '300ms'`);
      await wisser.query(dan);
      await wisser.query('COMMIT');
      return await bezig;
    } finally {
      await wisser.query('ROLLBACK');
      await wisser.release();
    }
  }

  /** Holds an account as wis_account does, and then goes on as wis_account does. */
  const terwijlGewist = (account: string, doe: () => Promise<Antwoord>, dan: string): Promise<Antwoord> =>
    terwijlVast(`SELECT FROM account WHERE id = '${account}' FOR UPDATE`, doe, dan);

  it('waits for the tokens of a service before it stops its webhooks, which is in the audit log', async () => {
    const { id: cohort } = await eenCohort(8).bewaar(api.database);
    const dienst = await maakDienstaccount(api.database, [cohort]);
    await maakWebhook(api.database, { accountId: dienst, url: 'http://127.0.0.1:9/' });
    await api.database.query(
      `INSERT INTO diensttoken (account_id, naam, sleutel_hash, rol, rechten, vervalt_op)
       VALUES ($1, 'proef', '\\x01', 'adviseur', '{webhooks.beheren}', now() + interval '1 day')`,
      [dienst],
    );
    const { versie } = (await api.vraag('GET', `/accounts/${dienst}`, { rol: 'beheerder' })).json as Account;
    const blokkeer = () =>
      api.vraag('PATCH', `/accounts/${dienst}`, {
        rol: 'beheerder',
        inhoud: { status: 'geblokkeerd' },
        headers: { 'If-Match': `"${String(versie)}"` },
      });
    const houd = `SELECT FROM diensttoken WHERE account_id = '${dienst}' FOR UPDATE`;
    const dan = `SELECT schrijf_audit('proef', NULL, NULL, '{}', NULL)`;
    expect((await terwijlVast(houd, blokkeer, dan)).status).toBe(200);
    expect(await api.database.query('SELECT reden FROM webhook WHERE account_id = $1', [dienst])).toEqual([
      { reden: 'dienst-geblokkeerd' },
    ]);
  });

  it('waits for the account before it takes the audit log', async () => {
    const { account, sleutel } = await metLink(0);
    const dan = `SELECT schrijf_audit('proef', NULL, NULL, '{}', NULL)`;
    expect((await terwijlGewist(account, () => gebruik(sleutel), dan)).status).toBe(200);
  });

  it('waits for the account before it ends a session, when another role is chosen', async () => {
    const { account, als } = await metRollen(0);
    const dan = `SELECT FROM sessie WHERE account_id = '${account}' FOR UPDATE`;
    expect((await terwijlGewist(account, () => kiesRol(als), dan)).status).toBe(204);
  });

  describe('en de passkeys ervan', () => {
    let account: string;
    let als: string;
    let nummer = 0;
    beforeEach(async () => {
      await api.database.query('DELETE FROM limiet');
      nummer += 1;
      account = await maakContact(api, `k${String(nummer)}@gemeente.example`);
      als = await meldAanMetLink(api, account);
    });
    /** What hangs from the account, as it is erased, and then the audit log. */
    const alles = (): string => `
      SELECT FROM passkey_vraag WHERE account_id = '${account}' FOR UPDATE;
      SELECT FROM passkey WHERE account_id = '${account}' FOR UPDATE;
      SELECT FROM sessie WHERE account_id = '${account}' FOR UPDATE;
      SELECT schrijf_audit('proef', NULL, NULL, '{}', NULL)`;

    it('waits for the account before it asks for a passkey', async () => {
      const vraag = () => api.vraag('POST', '/ik/passkeys/vraag', { als });
      expect((await terwijlGewist(account, vraag, alles())).status).toBe(200);
    });

    it('asks again without the account, so that nobody waits for who asks', async () => {
      await stelVraag(api, als);
      const wisser = api.database.createQueryRunner();
      try {
        await wisser.query('BEGIN');
        await wisser.query('SELECT FROM account WHERE id = $1 FOR UPDATE', [account]);
        const vraag = api.vraag('POST', '/ik/passkeys/vraag', { als });
        const eerst = await Promise.race([vraag.then(({ status }) => status), rust(5_000, 'wacht')]);
        await wisser.query('ROLLBACK');
        await vraag;
        expect(eerst).toBe(200);
      } finally {
        await wisser.release();
      }
    });

    it('waits for the account before it adds one', async () => {
      const antwoord = new Authenticator(WEBSITE).maak(await stelVraag(api, als));
      const voegToe = () =>
        api.vraag('POST', '/ik/passkeys', { als, inhoud: { naam: 'Telefoon', antwoord } });
      expect((await terwijlGewist(account, voegToe, alles())).status).toBe(201);
    });

    it('waits for the account before it removes one', async () => {
      const met = await voegPasskeyToe(api, als, new Authenticator(WEBSITE));
      const verwijder = () => api.vraag('DELETE', `/ik/passkeys/${met.id}`, { als: met.als });
      expect((await terwijlGewist(account, verwijder, alles())).status).toBe(204);
    });

    it('waits for the account before a beheerder takes them away', async () => {
      await voegPasskeyToe(api, als, new Authenticator(WEBSITE));
      const trekIn = () =>
        api.vraag('POST', `/accounts/${account}/passkeys/intrekking`, {
          rol: 'beheerder',
          inhoud: { reden: 'Telefoon kwijt.' },
        });
      expect((await terwijlGewist(account, trekIn, alles())).status).toBe(200);
    });
  });

  /** Sends both kinds of request for each account at once, many times; gives every kind of answer there was. */
  async function tegelijk(
    maak: (nummer: number) => Promise<{ account: string; doe: () => Promise<Antwoord> }>,
  ): Promise<Set<string>> {
    const gezien = new Set<string>();
    for (let ronde = 1; ronde <= 12; ronde += 1) {
      await api.database.query('DELETE FROM limiet');
      const mensen = await Promise.all(Array.from({ length: 5 }, (_, index) => maak(ronde * 10 + index)));
      const antwoorden = await Promise.all(
        mensen.flatMap(({ account, doe }) => [
          doe(),
          api.vraag('POST', `/accounts/${account}/wissing`, {
            rol: 'beheerder',
            inhoud: { reden: 'Verzoek van de betrokkene.' },
          }),
        ]),
      );
      antwoorden.forEach(({ status }, index) =>
        gezien.add(`${index % 2 === 0 ? 'doen' : 'wissen'} ${String(status)}`),
      );
    }
    return gezien;
  }

  it('never stands still, however often both happen at once', async () => {
    const gezien = await tegelijk(async (nummer) => {
      const { account, sleutel } = await metLink(nummer);
      return { account, doe: () => gebruik(sleutel) };
    });
    // In time, just too late (no role left), or too late: and always erased.
    for (const uitslag of gezien)
      expect(['doen 200', 'doen 403', 'doen 410', 'wissen 200']).toContain(uitslag);
    expect([...gezien]).toContain('wissen 200');
  }, 60_000);

  it('nor when somebody chooses another role meanwhile', async () => {
    const gezien = await tegelijk(async (nummer) => {
      const { account, als } = await metRollen(nummer);
      return { account, doe: () => kiesRol(als) };
    });
    for (const uitslag of gezien) expect(['doen 204', 'doen 401', 'wissen 200']).toContain(uitslag);
    expect([...gezien]).toContain('wissen 200');
  }, 60_000);
});
