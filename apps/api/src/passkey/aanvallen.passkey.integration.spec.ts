import type { PasskeyVraag } from '@maatwerktraject/contracts';
import { SESSIE_COOKIE } from '@maatwerktraject/database';
import { Authenticator, type Afwijking } from '../testing/authenticator.js';
import { startTestApi, type Antwoord, type TestApi } from '../testing/api.js';
import {
  bewijsUit,
  gebruikLink,
  maakContact,
  meldAanMetLink,
  sessieUit,
  stelVraag,
  voegPasskeyToe,
} from '../testing/link-aanmelding.js';
import { gezetteCookies } from '../testing/rauw.js';
import { TWEEDE_FACTOR_COOKIE } from '../toegang/sessie.cookie.js';

const WEBSITE = 'https://mt.example';
const VRAAG = '/aanmelding/passkey/vraag';

describe('aanvallen op de passkey na de link', () => {
  let api: TestApi;
  let nummer = 0;
  let account: string;
  let apparaat: Authenticator;

  beforeAll(async () => {
    api = await startTestApi({ PUBLIC_URL: WEBSITE });
  });
  afterAll(() => api.stop());
  beforeEach(async () => {
    await api.database.query('DELETE FROM limiet');
    ({ account, apparaat } = await iemand());
  });

  /** Somebody with a passkey. */
  async function iemand(telt = true): Promise<{ account: string; apparaat: Authenticator; als: string }> {
    const wie = await maakContact(api, `sam-${String(++nummer)}@x.example`);
    const sleutel = new Authenticator(WEBSITE, telt);
    const { als } = await voegPasskeyToe(api, await meldAanMetLink(api, wie), sleutel);
    return { account: wie, apparaat: sleutel, als };
  }
  /** The link was used: what is left is the passkey. */
  const naLink = async (wie = account): Promise<string> =>
    bewijsUit(await gebruikLink(api, wie, '/mijn?van=mail'));
  const toon = (bewijs: string, antwoord: unknown): Promise<Antwoord> =>
    api.vraag('POST', '/aanmelding/passkey', { als: bewijs, inhoud: { antwoord } });
  const vraag = (bewijs: string): Promise<PasskeyVraag> => stelVraag(api, bewijs, VRAAG);
  const uitslag = (antwoord: Antwoord): unknown => [
    antwoord.status,
    antwoord.probleem.code,
    sessieUit(antwoord),
  ];
  const GEWEIGERD = [403, 'passkey-geweigerd', ''];
  const VERLOPEN = [410, 'bewijs-verlopen', ''];
  const waarom = async (): Promise<string[]> =>
    (
      await api.database.query<{ waarom: string }[]>(
        `SELECT inhoud ->> 'waarom' AS waarom FROM audit WHERE handeling = 'passkey-weigeren' AND account_id = $1
          ORDER BY volgnummer`,
        [account],
      )
    ).map((rij) => rij.waarom);

  it('logs in with link and passkey, and with nothing less', async () => {
    const gebruikt = await gebruikLink(api, account, '/mijn?van=mail');
    expect([gebruikt.status, gebruikt.json, sessieUit(gebruikt)]).toEqual([
      200,
      { naar: '/aanmelden/passkey', nogNodig: 'passkey' },
      '',
    ]);
    const cookie = gezetteCookies(gebruikt.headers).get(TWEEDE_FACTOR_COOKIE);
    expect(cookie?.kenmerken).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure']);
    const bewijs = bewijsUit(gebruikt);
    const gesteld = await vraag(bewijs);
    expect(gesteld.opties).toMatchObject({
      rpId: 'mt.example',
      userVerification: 'required',
      allowCredentials: [{ id: apparaat.id, type: 'public-key', transports: ['internal'] }],
    });
    const klaar = await toon(bewijs, apparaat.toon(gesteld));
    expect([klaar.status, klaar.json]).toEqual([200, { naar: '/mijn?van=mail', nogNodig: null }]);
    expect(gezetteCookies(klaar.headers).get(TWEEDE_FACTOR_COOKIE)?.waarde).toBe('');
    const als = sessieUit(klaar);
    expect((await api.vraag('GET', '/ik', { als })).json).toMatchObject({
      accountId: account,
      rol: 'gemeente',
    });
    expect((await api.vraag('GET', '/ik/passkeys', { als })).json).toMatchObject({
      items: [{ gebruiktOp: expect.any(String) }],
    });
    const [regel] = await api.database.query<{ inhoud: unknown }[]>(
      `SELECT inhoud FROM audit WHERE handeling = 'aanmelden' AND account_id = $1 ORDER BY volgnummer DESC LIMIT 1`,
      [account],
    );
    expect(regel?.inhoud).toEqual({ via: 'link', tweedeFactor: 'passkey' });
  });

  it('keeps no secret of this step readable', async () => {
    const bewijs = (await naLink()).split('=')[1] ?? '';
    const [rij] = await api.database.query<{ tekst: string }[]>(
      'SELECT string_agg(v::text, $$ $$) AS tekst FROM passkey_vraag v',
    );
    expect(bewijs).toHaveLength(43);
    for (const vorm of [
      bewijs,
      Buffer.from(bewijs).toString('hex'),
      Buffer.from(bewijs, 'base64url').toString('hex'),
    ])
      expect(rij?.tekst).not.toContain(vorm);
  });

  it('gives who has shown the link alone nothing: not as a session, nor as a token, nor with a session made of it', async () => {
    const bewijs = await naLink();
    const geheim = bewijs.split('=')[1] ?? '';
    for (const als of [bewijs, `${SESSIE_COOKIE}=${geheim}`])
      for (const pad of ['/ik', '/ik/gegevens', '/ik/passkeys', '/trajecten'])
        expect([pad, (await api.vraag('GET', pad, { als })).status]).toEqual([pad, 401]);
    const bearer = { rol: null, headers: { Authorization: `Bearer mwt_${geheim}` } };
    expect((await api.vraag('GET', '/ik', bearer)).status).toBe(401);
    // And a session is no proof of a link.
    const { als } = await iemand();
    const sessie = `${TWEEDE_FACTOR_COOKIE}=${als.split('=')[1] ?? ''}`;
    expect(uitslag(await api.vraag('POST', VRAAG, { als: sessie }))).toEqual(VERLOPEN);
  });

  const AFWIJKINGEN: readonly (readonly [string, Afwijking, string])[] = [
    ['another website', { origin: 'https://evil.example' }, 'onleesbaar-of-van-elders'],
    ['the same website without https', { origin: 'http://mt.example' }, 'onleesbaar-of-van-elders'],
    ['a passkey for another website', { rpId: 'evil.example' }, 'onleesbaar-of-van-elders'],
    ['a person who is not verified', { herkend: false }, 'onleesbaar-of-van-elders'],
    ['another question', { uitdaging: 'AAAA' }, 'onleesbaar-of-van-elders'],
    ['the answer to the making of a passkey', { type: 'webauthn.create' }, 'onleesbaar-of-van-elders'],
    ['a passkey that nobody has', { id: 'AAAA' }, 'onbekende-passkey'],
  ];
  it.each(AFWIJKINGEN)('refuses %s, and writes it down', async (_, afwijking, reden) => {
    const bewijs = await naLink();
    expect(uitslag(await toon(bewijs, apparaat.toon(await vraag(bewijs), afwijking)))).toEqual(GEWEIGERD);
    expect(await waarom()).toEqual([reden]);
  });

  it('refuses the passkey of somebody else, also under the name of the right one', async () => {
    const ander = await iemand();
    for (const afwijking of [{}, { id: apparaat.id }]) {
      const bewijs = await naLink();
      expect(uitslag(await toon(bewijs, ander.apparaat.toon(await vraag(bewijs), afwijking)))).toEqual(
        GEWEIGERD,
      );
    }
    expect(await waarom()).toEqual(['onbekende-passkey', 'handtekening-klopt-niet']);
  });

  it('refuses an answer that belongs to the link of somebody else', async () => {
    const ander = await iemand();
    const [mijn, vreemd] = [await naLink(), await naLink(ander.account)];
    await vraag(mijn);
    // The right passkey for the wrong proof, and the other way round.
    expect(uitslag(await toon(mijn, ander.apparaat.toon(await vraag(vreemd))))).toEqual(GEWEIGERD);
    expect(uitslag(await toon(vreemd, apparaat.toon(await vraag(mijn))))).toEqual(GEWEIGERD);
  });

  it('takes an answer once', async () => {
    const bewijs = await naLink();
    const antwoord = apparaat.toon(await vraag(bewijs));
    expect((await toon(bewijs, antwoord)).status).toBe(200);
    expect(uitslag(await toon(bewijs, antwoord))).toEqual(VERLOPEN);
    // Nor for the next link.
    const volgend = await naLink();
    expect(uitslag(await toon(volgend, antwoord))).toEqual(GEWEIGERD);
    await vraag(volgend);
    expect(uitslag(await toon(volgend, antwoord))).toEqual(GEWEIGERD);
    expect(await waarom()).toEqual(['niets-gevraagd', 'onleesbaar-of-van-elders']);
  });

  it('is used up together with the session that it gives, or not at all', async () => {
    const bewijs = await naLink();
    const stand = () =>
      api.database.query(
        `SELECT p.gebruikt_op, p.teller, (SELECT count(*) FROM sessie WHERE account_id = $1) AS sessies,
                (SELECT count(*) FROM audit WHERE account_id = $1 AND handeling = 'aanmelden') AS regels
           FROM passkey p WHERE account_id = $1`,
        [account],
      );
    const voor = await stand();
    const eerste = await vraag(bewijs);
    await api.database.query(`ALTER TABLE sessie ADD CONSTRAINT stuk CHECK (apparaat = 'geen') NOT VALID`);
    const stuk = await toon(bewijs, apparaat.toon(eerste));
    await api.database.query('ALTER TABLE sessie DROP CONSTRAINT stuk');
    expect([stuk.status, sessieUit(stuk), await stand()]).toEqual([500, '', voor]);
    // An answer that is refused leaves no session either.
    expect(uitslag(await toon(bewijs, apparaat.toon(await vraag(bewijs), { uitdaging: 'AAAA' })))).toEqual(
      GEWEIGERD,
    );
    expect(await stand()).toEqual(voor);
    expect((await toon(bewijs, apparaat.toon(await vraag(bewijs)))).status).toBe(200);
  });

  it('takes one of ten that come at the same time, also of a passkey that does not count', async () => {
    const zonder = await iemand(false);
    const bewijs = await naLink(zonder.account);
    const antwoord = zonder.apparaat.toon(await vraag(bewijs));
    const antwoorden = await Promise.all(Array.from({ length: 10 }, () => toon(bewijs, antwoord)));
    expect(antwoorden.filter((een) => sessieUit(een) !== '')).toHaveLength(1);
  });

  it('refuses a passkey whose counter goes back: somebody has a copy', async () => {
    for (const teller of [5, 9]) {
      const bewijs = await naLink();
      expect((await toon(bewijs, apparaat.toon(await vraag(bewijs), { teller }))).status).toBe(200);
    }
    for (const teller of [9, 8, 0]) {
      const bewijs = await naLink();
      expect(uitslag(await toon(bewijs, apparaat.toon(await vraag(bewijs), { teller })))).toEqual(GEWEIGERD);
    }
    expect(await waarom()).toEqual(Array.from({ length: 3 }, () => 'teller-loopt-terug'));
  });

  it('lets a passkey that does not count in each time', async () => {
    const zonder = await iemand(false);
    for (let keer = 0; keer < 2; keer++) {
      const bewijs = await naLink(zonder.account);
      expect((await toon(bewijs, zonder.apparaat.toon(await vraag(bewijs)))).status).toBe(200);
    }
  });

  it('lets somebody try five times after one link', async () => {
    const bewijs = await naLink();
    for (let keer = 0; keer < 5; keer++)
      expect(uitslag(await toon(bewijs, apparaat.toon(await vraag(bewijs), { herkend: false })))).toEqual(
        GEWEIGERD,
      );
    expect(uitslag(await api.vraag('POST', VRAAG, { als: bewijs }))).toEqual(VERLOPEN);
    expect(uitslag(await toon(bewijs, apparaat.toon({ opties: {} })))).toEqual(VERLOPEN);
  });

  it('waits five minutes', async () => {
    const bewijs = await naLink();
    const gesteld = await vraag(bewijs);
    const [rij] = await api.database.query<{ seconden: number }[]>(
      `SELECT extract(epoch FROM vervalt_op - now())::integer AS seconden FROM passkey_vraag WHERE account_id = $1`,
      [account],
    );
    expect(rij?.seconden).toBeGreaterThan(280);
    expect(rij?.seconden).toBeLessThanOrEqual(300);
    await api.database.query('UPDATE passkey_vraag SET vervalt_op = now() WHERE account_id = $1', [account]);
    expect(uitslag(await toon(bewijs, apparaat.toon(gesteld)))).toEqual(VERLOPEN);
    expect(uitslag(await api.vraag('POST', VRAAG, { als: bewijs }))).toEqual(VERLOPEN);
  });

  it('ends with the account: blocked meanwhile is not let in', async () => {
    const bewijs = await naLink();
    const gesteld = await vraag(bewijs);
    await api.database.query(`UPDATE account SET status = 'geblokkeerd' WHERE id = $1`, [account]);
    expect(uitslag(await toon(bewijs, apparaat.toon(gesteld)))).toEqual(VERLOPEN);
  });

  it('does nothing for a page of another website, nor without the cookie', async () => {
    const bewijs = await naLink();
    const antwoord = apparaat.toon(await vraag(bewijs));
    const elders = { als: bewijs, headers: { 'Sec-Fetch-Site': 'cross-site' } };
    for (const [pad, inhoud] of [
      [VRAAG, undefined],
      ['/aanmelding/passkey', { antwoord }],
    ] as const)
      expect((await api.vraag('POST', pad, { ...elders, inhoud })).probleem.code).toBe('vreemde-herkomst');
    expect(uitslag(await toon('', antwoord))).toEqual(VERLOPEN);
    expect((await toon(bewijs, antwoord)).status).toBe(200);
  });

  it('reads no answer that is something else', async () => {
    const bewijs = await naLink();
    const goed = apparaat.toon(await vraag(bewijs));
    const { response } = goed;
    for (const fout of [
      ...[null, {}, [], 'AAAA', { ...goed, type: 'password' }, { ...goed, id: '' }, { ...goed, id: 'a b' }],
      ...[
        { ...goed, response: {} },
        { ...goed, response: { ...response, signature: 'x'.repeat(10_001) } },
      ],
    ])
      expect((await toon(bewijs, fout)).status).toBe(400);
    // Unreadable within: no fault of ours, and a try.
    for (const deel of ['clientDataJSON', 'authenticatorData', 'signature'])
      expect(uitslag(await toon(bewijs, { ...goed, response: { ...response, [deel]: 'AAAA' } }))).toEqual(
        GEWEIGERD,
      );
  });

  it('is counted with all other ways in, when it is refused', async () => {
    await api.database.query('DELETE FROM limiet');
    const antwoord = apparaat.toon({ opties: {} });
    const statussen = await Promise.all(
      Array.from({ length: 125 }, async () => (await toon('', antwoord)).status),
    );
    expect(statussen.filter((een) => een === 429)).toHaveLength(5);
    expect(statussen.filter((een) => een === 410)).toHaveLength(120);
    // Also the right answer waits then.
    await api.database.query('DELETE FROM limiet');
    const bewijs = await naLink();
    const goed = apparaat.toon(await vraag(bewijs));
    await api.database.query(`UPDATE limiet SET points = 120 WHERE key LIKE 'adres:%'`);
    expect((await toon(bewijs, goed)).status).toBe(429);
  });

  it('costs a place on the network no more than the link alone', async () => {
    const geteld = async (): Promise<number> => {
      const [rij] = await api.database.query<{ n: number }[]>(
        `SELECT sum(points)::integer AS n FROM limiet WHERE key LIKE 'adres:%'`,
      );
      return rij?.n ?? 0;
    };
    await api.database.query('DELETE FROM limiet');
    const bewijs = await naLink();
    expect(await geteld()).toBe(1);
    const gesteld = await vraag(bewijs);
    expect((await toon(bewijs, apparaat.toon(gesteld, { herkend: false }))).status).toBe(403);
    expect(await geteld()).toBe(2);
    expect((await toon(bewijs, apparaat.toon(await vraag(bewijs)))).status).toBe(200);
    expect(await geteld()).toBe(2);
  });
});
