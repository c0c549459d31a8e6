import type { Ik, SessieLijst } from '@maatwerktraject/contracts';
import { hashVan, nieuweSleutel, SESSIE_COOKIE } from '@maatwerktraject/database';
import { maakAccount, meldAan, verleen } from '@maatwerktraject/testing/services';
import { startTestApi, type TestApi } from '../testing/api.js';
import { maakDienst, maakToken } from '../testing/mensen.js';
import { gezetteCookies } from '../testing/rauw.js';
import { maakWereld, type Wereld } from '../testing/werelden.js';

const sleutelIn = (cookie: string): string => cookie.split('=')[1] ?? '';

describe('aanvallen op de sessie', () => {
  let api: TestApi;
  let wereld: Wereld;
  /** Adviseur and onderzoeker of the same cohort. */
  let dubbel: string;

  beforeAll(async () => {
    api = await startTestApi();
    wereld = await maakWereld(api, 'a', ['GM0168', 'GM0141', 'GM0164']);
    dubbel = await maakAccount(api.database, 'dubbel@les.example');
    for (const rol of ['adviseur', 'onderzoeker'] as const)
      await verleen(api.database, dubbel, { rol, cohortId: wereld.cohortId });
  }, 60_000);
  afterAll(() => api.stop());

  const status = async (als: string, pad = '/ik'): Promise<number> =>
    (await api.vraag('GET', pad, { als })).status;
  const zet = (als: string, wat: string) =>
    api.database.query(`UPDATE sessie SET ${wat} WHERE sleutel_hash = $1`, [hashVan(sleutelIn(als))]);

  /** A link in the mailbox of this account; gives the secret in it. */
  async function link(accountId: string): Promise<string> {
    const sleutel = nieuweSleutel();
    await api.database.query(
      `INSERT INTO aanmeldlink (account_id, naar, status, sleutel_hash, vervalt_op)
       VALUES ($1, '/mijn', 'verzonden', $2, now() + interval '20 minutes')`,
      [accountId, hashVan(sleutel)],
    );
    return sleutel;
  }

  it('does not take over a session that was laid ready in the browser', async () => {
    const [{ hoofd }] = wereld.trajecten;
    const klaargelegd = `${SESSIE_COOKIE}=${nieuweSleutel()}`;
    const vanAanvaller = await meldAan(api.database, wereld.adviseur, 'adviseur');
    for (const als of [klaargelegd, vanAanvaller]) {
      const { status: gelukt, headers } = await api.vraag('POST', '/aanmeldlinks/gebruik', {
        als,
        inhoud: { sleutel: await link(hoofd) },
      });
      const nieuw = gezetteCookies(headers).get(SESSIE_COOKIE)?.waarde ?? '';
      expect([gelukt, nieuw.length]).toEqual([200, 43]);
      expect(nieuw).not.toBe(sleutelIn(als));
      const ik = (await api.vraag('GET', '/ik', { als: `${SESSIE_COOKIE}=${nieuw}` })).json as Ik;
      expect(ik.accountId).toBe(hoofd);
      // Whoever laid it there sees nothing with it any more.
      expect(await status(als)).toBe(401);
    }
  });

  it('ends the session that came along with a login, of whomever it was, and no other', async () => {
    const [{ hoofd }] = wereld.trajecten;
    const elders = await meldAan(api.database, hoofd, 'gemeente');
    for (const van of [hoofd, wereld.adviseur]) {
      const oud = await meldAan(api.database, van, van === hoofd ? 'gemeente' : 'adviseur');
      const mislukt = { als: oud, inhoud: { sleutel: nieuweSleutel() } };
      expect((await api.vraag('POST', '/aanmeldlinks/gebruik', mislukt)).status).toBe(410);
      expect(await status(oud)).toBe(200);
      await api.vraag('POST', '/aanmeldlinks/gebruik', { als: oud, inhoud: { sleutel: await link(hoofd) } });
      expect([await status(oud), await status(elders)]).toEqual([401, 200]);
      const [rij] = await api.database.query<{ id: string }[]>(
        'SELECT id FROM sessie WHERE sleutel_hash = $1',
        [hashVan(sleutelIn(oud))],
      );
      const [regel] = await api.database.query<{ inhoud: unknown }[]>(
        `SELECT inhoud FROM audit WHERE handeling = 'aanmelden' ORDER BY volgnummer DESC LIMIT 1`,
      );
      expect(regel?.inhoud).toEqual({ via: 'link', beeindigd: `sessie/${rij?.id ?? ''}` });
    }
  });

  it('goes on in another role under another secret, and the old one is dead', async () => {
    let als = await meldAan(api.database, dubbel, 'adviseur');
    const eind = ((await api.vraag('GET', '/ik/sessies', { als })).json as SessieLijst).items.at(
      -1,
    )?.vervaltOp;
    for (const rol of ['onderzoeker', 'adviseur', 'onderzoeker']) {
      const { status: gekozen, headers } = await api.vraag('PUT', '/ik/rol', { als, inhoud: { rol } });
      const nieuw = `${SESSIE_COOKIE}=${gezetteCookies(headers).get(SESSIE_COOKIE)?.waarde ?? ''}`;
      expect([gekozen, nieuw === als, await status(als)]).toEqual([204, false, 401]);
      expect((await api.vraag('GET', '/ik', { als: nieuw })).json).toMatchObject({ rol });
      als = nieuw;
    }
    // Switching back and forth makes no session last longer.
    const [sessie] = ((await api.vraag('GET', '/ik/sessies', { als })).json as SessieLijst).items;
    expect(sessie).toMatchObject({ huidig: true, vervaltOp: eind });
    expect((await api.vraag('GET', `/cohorten/${wereld.cohortId}/deelnemers`, { als })).status).toBe(403);
  });

  it('lets an onderzoeker stay logged in, see his sessions and log out', async () => {
    const als = await meldAan(api.database, dubbel, 'onderzoeker');
    await zet(als, `gebruikt_op = now() - interval '10 minutes'`);
    expect(await status(als)).toBe(200);
    expect(await status(als, '/ik/sessies')).toBe(200);
    expect((await api.vraag('DELETE', '/ik/sessies/huidig', { als })).json).toEqual({ afmeldUrl: null });
    expect(await status(als)).toBe(401);
  });

  it.each([
    ['has ended', `beeindigd_op = now()`, 401],
    ['is too old', `vervalt_op = now() - interval '1 second'`, 401],
    ['was left alone for an hour', `gebruikt_op = now() - interval '61 minutes'`, 401],
    ['was left alone for less', `gebruikt_op = now() - interval '59 minutes'`, 200],
  ])('of a session that %s', async (_, wat, verwacht) => {
    const als = await meldAan(api.database, wereld.adviseur, 'adviseur');
    expect(await status(als)).toBe(200);
    await zet(als, wat);
    const { status: gekregen, headers } = await api.vraag('GET', '/ik', { als });
    expect(gekregen).toBe(verwacht);
    // A late refusal of an old session must not make the browser forget a newer one.
    expect(gezetteCookies(headers).has(SESSIE_COOKIE)).toBe(false);
  });

  it.each(['geblokkeerd', 'gewist'])('ends every session of an account that is %s, at once', async (hoe) => {
    const account = await maakAccount(api.database, `${hoe}@les.example`);
    const toekenning = await verleen(api.database, account, { rol: 'adviseur' });
    expect(toekenning).not.toBe('');
    const als = await meldAan(api.database, account, 'adviseur');
    expect(await status(als)).toBe(200);
    await api.database.query('UPDATE account SET status = $2 WHERE id = $1', [account, hoe]);
    expect(await status(als)).toBe(401);
    const gebruik = { als, inhoud: { sleutel: await link(account) } };
    expect((await api.vraag('POST', '/aanmeldlinks/gebruik', gebruik)).status).toBe(410);
  });

  it('takes back what was given from the next request on', async () => {
    const account = await maakAccount(api.database, 'tijdelijk@les.example');
    const rol = await verleen(api.database, account, { rol: 'adviseur' });
    const deel = await verleen(api.database, account, { rol: 'adviseur', cohortId: wereld.cohortId });
    const als = await meldAan(api.database, account, 'adviseur');
    const cohort = `/cohorten/${wereld.cohortId}`;
    const intrekken = (id: string, hoe = 'ingetrokken_op') =>
      api.database.query(`UPDATE toekenning SET ${hoe} = now() WHERE id = $1`, [id]);
    expect(await status(als, cohort)).toBe(200);
    await intrekken(deel, 'vervalt_op');
    expect([await status(als, cohort), await status(als)]).toEqual([404, 200]);
    await intrekken(rol);
    expect(await status(als)).toBe(401);
  });

  it('forgets a contactpersoon together with the gemeente', async () => {
    const account = await maakAccount(api.database, 'kanarie-a0-persoon-beleid@gm0164.example');
    const als = await meldAan(api.database, account, 'gemeente');
    expect(await status(als)).toBe(200);
    await api.database.query('DELETE FROM traject WHERE cohort_id = $1', [wereld.conceptId]);
    expect(await status(als)).toBe(401);
  });

  it('gives who came by a link no more than the role of a contactpersoon', async () => {
    const [{ hoofd }] = wereld.trajecten;
    await verleen(api.database, hoofd, { rol: 'beheerder' });
    const { headers } = await api.vraag('POST', '/aanmeldlinks/gebruik', {
      rol: null,
      inhoud: { sleutel: await link(hoofd) },
    });
    const als = `${SESSIE_COOKIE}=${gezetteCookies(headers).get(SESSIE_COOKIE)?.waarde ?? ''}`;
    expect((await api.vraag('GET', '/ik', { als })).json).toMatchObject({
      rol: 'gemeente',
      rollen: ['gemeente'],
    });
    expect((await api.vraag('PUT', '/ik/rol', { als, inhoud: { rol: 'beheerder' } })).status).toBe(403);
    // Neither when the row itself was changed.
    await zet(als, `rol = 'beheerder'`);
    expect(await status(als)).toBe(401);
  });

  describe('met een link, van wie ook een account van een organisatie heeft', () => {
    const VERBODEN = [
      ['GET', '/ik/gegevens', undefined],
      ['PUT', '/ik/naam', { naam: 'Iemand Anders' }],
      ['POST', '/ik/wissing', { reden: 'Wis alles maar.' }],
    ] as const;
    async function nummer(als: string): Promise<string> {
      const [rij] = await api.database.query<{ id: string }[]>(
        'SELECT id FROM sessie WHERE sleutel_hash = $1',
        [hashVan(sleutelIn(als))],
      );
      return rij?.id ?? '';
    }
    /** A contactpersoon, logged in by two links and with the account of an organisation. */
    async function persoon(adres: string, maakStaf: (account: string) => Promise<unknown>) {
      const account = await maakAccount(api.database, adres);
      await api.database.query(
        `INSERT INTO contactpersoon (id, traject_id, naam, email, niveau, hoofdcontact, account_id)
         VALUES (gen_random_uuid(), $1, '', '', 'bestuur', false, $2)`,
        [wereld.trajecten[0].id, account],
      );
      await maakStaf(account);
      const cookie = (): Promise<string> => meldAan(api.database, account, 'gemeente');
      const [link, anders, oidc] = [await cookie(), await cookie(), await cookie()];
      await zet(oidc, `via = 'oidc'`);
      return { account, link, anders: await nummer(anders), oidc, oidcId: await nummer(oidc) };
    }
    const koppel = (account: string) =>
      api.database.query(
        `UPDATE account SET oidc_issuer = 'https://login.example', oidc_subject = $1 WHERE id = $1::uuid`,
        [account],
      );
    const geefRol = (account: string) => verleen(api.database, account, { rol: 'onderzoeker' });

    it.each([
      ['bound to one', 'gekoppeld@les.example', koppel],
      ['with a role that asks for one', 'rol@les.example', geefRol],
    ] as const)('refuses what a mailbox does not prove: %s', async (_, adres, maakStaf) => {
      const { link, oidc } = await persoon(adres, maakStaf);
      expect(await status(link, '/trajecten')).toBe(200);
      for (const [methode, pad, inhoud] of VERBODEN) {
        const { status: geweigerd, probleem } = await api.vraag(methode, pad, { als: link, inhoud });
        expect([pad, geweigerd, probleem.code]).toEqual([pad, 403, 'organisatie-account-nodig']);
        expect(probleem.detail).toContain('account van uw organisatie');
        expect((await api.vraag(methode, pad, { als: oidc, inhoud })).status).toBeLessThan(300);
      }
      expect((await api.vraag('PUT', '/ik/rol', { als: link, inhoud: { rol: 'adviseur' } })).status).toBe(
        403,
      );
    });

    it('shows and ends sessions of links alone', async () => {
      const { link, anders, oidc, oidcId } = await persoon('sessies@les.example', koppel);
      const { items } = (await api.vraag('GET', '/ik/sessies', { als: link })).json as SessieLijst;
      expect(items.map(({ via }) => via)).toEqual(['link', 'link']);
      const weg = (als: string, id: string) => api.vraag('DELETE', `/ik/sessies/${id}`, { als });
      const { status: geweigerd, probleem } = await weg(link, oidcId);
      expect([geweigerd, probleem.code, await status(oidc)]).toEqual([403, 'organisatie-account-nodig', 200]);
      expect((await weg(link, anders)).status).toBe(204);
      expect((await weg(link, 'huidig')).status).toBeLessThan(300);
      expect(await status(link)).toBe(401);
    });

    it('refuses nothing to who has no other way to log in', async () => {
      const [{ hoofd }] = wereld.trajecten;
      await api.database.query('DELETE FROM toekenning WHERE account_id = $1', [hoofd]);
      const als = await meldAan(api.database, hoofd, 'gemeente');
      for (const [methode, pad, inhoud] of VERBODEN)
        expect([pad, (await api.vraag(methode, pad, { als, inhoud })).status < 300]).toEqual([pad, true]);
    });
  });

  it('knows a secret by every letter of it', async () => {
    const als = await meldAan(api.database, wereld.adviseur, 'adviseur');
    const sleutel = sleutelIn(als);
    const hash = hashVan(sleutel).toString('base64url');
    for (const fout of [
      ...['', ' ', 'null', 'undefined', sleutel.slice(1), `${sleutel}A`, sleutel.toUpperCase(), hash],
      `${sleutel.slice(0, -1)}${sleutel.endsWith('A') ? 'B' : 'A'}`,
      ...[`${sleutel}%00`, "' OR 1=1 --", `${sleutel} `.repeat(2).trim()],
    ])
      expect([fout, await status(`${SESSIE_COOKIE}=${fout}`)]).toEqual([fout, 401]);
    expect(await status(`mwt-sessie=${sleutel}`)).toBe(401);
    expect(await status(als)).toBe(200);
  });

  it('refuses a token of a service that is old, withdrawn, in the wrong place, or of who has no role left', async () => {
    const dienst = await maakDienst(api.database, [wereld.cohortId]);
    const met = async (token: string, pad = '/ik', als?: string) => {
      const vraag = { rol: null, headers: { Authorization: token }, ...(als === undefined ? {} : { als }) };
      return (await api.vraag('GET', pad, vraag)).status;
    };
    const goed = await maakToken(api.database, dienst, ['ik']);
    expect(await met(goed)).toBe(200);
    expect(await met(await maakToken(api.database, dienst, ['ik'], '-1 second'))).toBe(401);
    const kaal = goed.replace('Bearer ', '');
    for (const fout of [
      kaal,
      `Basic ${kaal}`,
      `Bearer ${kaal.slice(4)}`,
      `Bearer ${kaal}x`,
      'Bearer',
      `Token ${kaal}`,
    ])
      expect([fout, await met(fout)]).toEqual([fout, 401]);
    for (const plek of ['access_token', 'token', 'bearer', 'authorization', 'sleutel'])
      expect((await api.vraag('GET', `/ik?${plek}=${kaal}`, { rol: null })).status).toBe(401);
    expect(await status(`${SESSIE_COOKIE}=${kaal.slice(4)}`)).toBe(401);
    // A token that opens nothing is not made up for by a cookie.
    const als = await meldAan(api.database, wereld.adviseur, 'adviseur');
    expect(await met(`${goed}x`, '/ik', als)).toBe(401);
    await api.database.query('UPDATE toekenning SET ingetrokken_op = now() WHERE account_id = $1', [dienst]);
    expect(await met(goed)).toBe(401);
  });
});
