import { hashVan, nieuweSleutel, SESSIE_COOKIE } from '@maatwerktraject/database';
import { maakAccount, verleen } from '@maatwerktraject/testing/services';
import pg from 'pg';
import { startTestApi, type TestApi } from '../testing/api.js';
import { gezetteCookies, rauw, vasteKoppen } from '../testing/rauw.js';

const BEKEND = 'bekend@gemeente.example';
const VAN_ONSZELF = { 'Sec-Fetch-Site': 'same-origin' };

describe('aanvallen op de link in de mail', () => {
  let api: TestApi;
  let account: string;

  beforeAll(async () => {
    api = await startTestApi();
    await api.alsContact(BEKEND);
    account = api.accounts.gemeente;
    await api.database.query(
      `UPDATE contactpersoon SET account_id = $1 WHERE id = (SELECT id FROM contactpersoon LIMIT 1)`,
      [account],
    );
  });
  afterAll(() => api.stop());
  beforeEach(() => api.database.query('DELETE FROM limiet; DELETE FROM aanmeldlink'));

  const vraag = (email: string, extra: Record<string, unknown> = {}, headers: Record<string, string> = {}) =>
    api.vraag('POST', '/aanmeldlinks', { rol: null, inhoud: { email, ...extra }, headers });
  const gebruik = async (sleutel: unknown, headers: Record<string, string> = {}) =>
    api.vraag('POST', '/aanmeldlinks/gebruik', { rol: null, inhoud: { sleutel }, headers });
  const wachtend = async (): Promise<number> => {
    const [rij] = await api.database.query<{ n: number }[]>('SELECT count(*) AS n FROM aanmeldlink');
    return rij?.n ?? -1;
  };

  /** Asks for a link and does what the worker does; gives the secret that is in the mail. */
  async function link(): Promise<string> {
    const sleutel = nieuweSleutel();
    expect((await vraag(BEKEND)).status).toBe(202);
    await api.database.query(
      `UPDATE aanmeldlink SET sleutel_hash = $1, status = 'verzonden' WHERE sleutel_hash IS NULL`,
      [hashVan(sleutel)],
    );
    return sleutel;
  }

  it('opens once, and leaves no trace of the secret in the database', async () => {
    const sleutel = await link();
    const goed = await gebruik(sleutel);
    expect([goed.status, gezetteCookies(goed.headers).has(SESSIE_COOKIE)]).toEqual([200, true]);
    const weer = await gebruik(sleutel);
    expect([weer.status, weer.probleem.code, weer.headers.getSetCookie()]).toEqual([
      410,
      'link-verlopen',
      [],
    ]);
    const [rij] = await api.database.query<{ tekst: string }[]>(
      'SELECT (SELECT string_agg(l::text, $$ $$) FROM aanmeldlink l) || (SELECT string_agg(s::text, $$ $$) FROM sessie s) AS tekst',
    );
    const cookie = gezetteCookies(goed.headers).get(SESSIE_COOKIE)?.waarde ?? '';
    for (const geheim of [sleutel, cookie])
      for (const vorm of [
        geheim,
        Buffer.from(geheim).toString('hex'),
        Buffer.from(geheim, 'base64url').toString('hex'),
      ])
        expect(rij?.tekst).not.toContain(vorm);
  });

  it('opens once, also for ten who come at the same time', async () => {
    const sleutel = await link();
    const statussen = (await Promise.all(Array.from({ length: 10 }, () => gebruik(sleutel)))).map(
      (een) => een.status,
    );
    expect(statussen.sort()).toEqual([200, ...Array.from({ length: 9 }, () => 410)]);
  });

  it('opens in another browser, or for a scanner that follows it first with GET and HEAD', async () => {
    const sleutel = await link();
    for (const methode of ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'TRACE'])
      for (const pad of ['/api/v1/aanmeldlinks/gebruik', `/api/v1/aanmeldlinks/gebruik?sleutel=${sleutel}`]) {
        const { status, headers } = await rauw(api.url, methode, pad, { headers: VAN_ONSZELF });
        expect([methode, status, headers['set-cookie']]).toEqual([methode, 405, undefined]);
      }
    for (const pad of [`/aanmelden/link?sleutel=${sleutel}`, `/aanmelden/link/${sleutel}`])
      await rauw(api.url, 'GET', pad, { headers: { Accept: 'text/html' } });
    expect((await gebruik(sleutel, { 'User-Agent': 'Een andere' })).status).toBe(200);
  });

  it('does not open when it is old, not sent yet, spelled otherwise or never was one', async () => {
    const sleutel = await link();
    const omgekeerd = sleutel.replace(/[A-Za-z]/g, (l) =>
      l === l.toUpperCase() ? l.toLowerCase() : l.toUpperCase(),
    );
    const verwisseld = `${sleutel[1] ?? ''}${sleutel[0] ?? ''}${sleutel.slice(2)}`;
    for (const fout of [
      ...[omgekeerd, sleutel.toLowerCase(), sleutel.toUpperCase(), `${sleutel} `, sleutel.slice(0, -1), ''],
      ...(verwisseld === sleutel ? [] : [verwisseld]),
      ...['A'.repeat(43), `' OR ''='`, hashVan(sleutel).toString('base64url'), `${sleutel}\u0000`],
    ])
      expect([fout, (await gebruik(fout)).status]).toEqual([fout, 410]);
    for (const fout of [null, 1, true, [sleutel], { $ne: '' }, { sleutel }])
      expect((await gebruik(fout)).status).toBe(400);
    await api.database.query(`UPDATE aanmeldlink SET vervalt_op = now() - interval '1 second'`);
    expect((await gebruik(sleutel)).status).toBe(410);
    // Asked for, and still without a secret.
    await vraag(BEKEND);
    expect((await gebruik('')).status).toBe(410);
    expect((await gebruik(nieuweSleutel())).status).toBe(410);
  });

  it('opens nothing any more once another one was used, and others of the same person are used up', async () => {
    const [eerste, tweede] = [await link(), await link()];
    await vraag(BEKEND);
    expect((await gebruik(tweede)).status).toBe(200);
    expect((await gebruik(eerste)).status).toBe(410);
    const open = await api.database.query<unknown[]>('SELECT FROM aanmeldlink WHERE gebruikt_op IS NULL');
    expect(open).toEqual([]);
  });

  it('goes nowhere outside this website', async () => {
    for (const naar of [
      ...[
        '//evil.example',
        '/\\evil.example',
        '\\/evil.example',
        'https://evil.example',
        'evil.example',
        '///x',
      ],
      ...[
        'javascript:alert(1)',
        'data:text/html,x',
        '/x\r\nSet-Cookie: a=b',
        '/x\n',
        '/x y',
        '/<script>',
        '/x#y',
        '',
      ],
      ...['/\t/evil.example', '/@evil.example:x', ' /x', `/${'x'.repeat(400)}`, '/\u0000', '/é'],
    ])
      expect([naar, (await vraag('a@x.example', { naar })).status]).toEqual([naar, 400]);
    const sleutel = nieuweSleutel();
    await vraag(BEKEND, { naar: '/mijn/taken/1?x=%0d%0aSet-Cookie:%20a' }).then(({ status }) =>
      expect(status).toBe(400),
    );
    await vraag(BEKEND, { naar: '/mijn?van=mail' });
    await api.database.query('UPDATE aanmeldlink SET sleutel_hash = $1', [hashVan(sleutel)]);
    expect((await gebruik(sleutel)).json).toEqual({ naar: '/mijn?van=mail', nogNodig: null });
  });

  describe('of wie bij ons bekend is', () => {
    const tekstVan = (opdracht: unknown): unknown =>
      typeof opdracht === 'object' && opdracht !== null && 'text' in opdracht ? opdracht.text : opdracht;
    const zichtbaar = ({ status, tekst, headers }: Awaited<ReturnType<typeof vraag>>) => [
      status,
      tekst,
      vasteKoppen(headers),
    ];

    it('says nothing: not by what it answers, nor by what it does meanwhile', async () => {
      const staf = await maakAccount(api.database, 'staf@les.example');
      await verleen(api.database, staf, { rol: 'adviseur' });
      const blok = await maakAccount(api.database, 'blok@gemeente.example');
      await api.database.query(`UPDATE account SET status = 'geblokkeerd' WHERE id = $1`, [blok]);
      // Statements instead of milliseconds: as many, and the same ones, take as long.
      const gesteld = jest.spyOn(pg.Client.prototype, 'query');
      const vragen = [];
      for (const email of [
        BEKEND,
        'onbekend@gemeente.example',
        'staf@les.example',
        'blok@gemeente.example',
      ]) {
        gesteld.mockClear();
        const antwoord = zichtbaar(await vraag(email));
        vragen.push({ antwoord, opdrachten: gesteld.mock.calls.map(([opdracht]) => tekstVan(opdracht)) });
      }
      gesteld.mockRestore();
      expect(vragen[0]?.antwoord[0]).toBe(202);
      expect(vragen[0]?.opdrachten.length).toBeGreaterThan(3);
      for (const ander of vragen.slice(1)) expect(ander).toEqual(vragen[0]);
      // Only who is a contactpersoon gets a mail.
      expect(await wachtend()).toBe(1);
    });

    it('says nothing by when it is enough either', async () => {
      const tot429 = async (email: string): Promise<unknown[]> => {
        const gezien = [];
        for (let keer = 1; keer <= 7; keer++) gezien.push((await vraag(email)).status);
        return gezien;
      };
      const [bekend, onbekend] = [await tot429(BEKEND), await tot429('onbekend@gemeente.example')];
      expect(bekend).toEqual([202, 202, 202, 202, 202, 429, 429]);
      expect(onbekend).toEqual(bekend);
      expect(await wachtend()).toBe(5);
    });
  });

  it('fills no mailbox: five an hour to one address from one place, however it is written', async () => {
    for (const email of [BEKEND, BEKEND.toUpperCase(), 'Bekend@Gemeente.Example', BEKEND, BEKEND])
      expect((await vraag(email)).status).toBe(202);
    const { status, headers, probleem } = await vraag('BEKEND@gemeente.example');
    expect([status, probleem.code]).toEqual([429, 'te-vaak']);
    const wacht = Number(headers.get('retry-after'));
    expect([wacht > 3000, wacht <= 3600]).toEqual([true, true]);
    expect((await vraag('ander@gemeente.example')).status).toBe(202);
  });

  it('lets one place on the network try so often, whatever address it says it comes from', async () => {
    const wil = async (index: number): Promise<number> =>
      (
        await gebruik(nieuweSleutel(), {
          'X-Forwarded-For': `192.0.2.${String(index)}`,
          Forwarded: 'for=192.0.2.1',
        })
      ).status;
    const statussen = await Promise.all(Array.from({ length: 125 }, (_, index) => wil(index)));
    expect([
      statussen.filter((een) => een === 410).length,
      statussen.filter((een) => een === 429).length,
    ]).toEqual([120, 5]);
    const goed = nieuweSleutel();
    const { status, headers } = await gebruik(goed);
    expect([status, Number(headers.get('retry-after')) > 3000]).toEqual([429, true]);
    // Every way in is counted together.
    expect((await vraag('iemand@x.example')).status).toBe(429);
    expect((await fetch(`${api.url}/api/v1/aanmelding/oidc`, { redirect: 'manual' })).status).toBe(429);
    expect((await fetch(`${api.url}/api/v1/aanmelding/oidc/terug`, { redirect: 'manual' })).status).toBe(429);
  });

  it('keeps no address readable in the counters', async () => {
    await vraag(BEKEND);
    const rijen = await api.database.query<{ key: string }[]>('SELECT key FROM limiet');
    expect(rijen.map(({ key }) => key.replace(/[0-9a-f]{64}/g, '…')).sort()).toEqual([
      'adres:…',
      'email-adres:…:…',
      'email:…',
    ]);
  });
});
