import type { Account, AccountPagina, Ik, Toekenning } from '@maatwerktraject/contracts';
import { maakAccount, meldAan, verleen } from '@maatwerktraject/testing/services';
import { startTestApi, type TestApi, type Verzoek } from '../testing/api.js';

const NIEUW = { soort: 'mens', naam: 'Noor de Wit', email: 'noor@les.example', rollen: ['adviseur'] };

describe('accounts over HTTP', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  const als = (methode: string, pad: string, verzoek: Verzoek = {}) =>
    api.vraag(methode, pad, { rol: 'beheerder', ...verzoek });
  const maak = async (inhoud: object = NIEUW): Promise<Account> =>
    (await als('POST', '/accounts', { inhoud })).json as Account;
  const wijzig = async (id: string, inhoud: object, verzoek: Verzoek = {}) => {
    const { versie } = (await als('GET', `/accounts/${id}`)).json as Account;
    return als('PATCH', `/accounts/${id}`, {
      inhoud,
      headers: { 'If-Match': `"${String(versie)}"` },
      ...verzoek,
    });
  };
  const regels = async (handeling: string): Promise<{ onderwerp: string; inhoud: object }[]> =>
    api.database.query('SELECT onderwerp, inhoud FROM audit WHERE handeling = $1 ORDER BY volgnummer', [
      handeling,
    ]);

  it('is for the beheerder alone', async () => {
    const id = api.accounts.adviseur;
    const routes = [
      ['GET', '/accounts'],
      ['POST', '/accounts', NIEUW],
      ['GET', `/accounts/${id}`],
      ['PATCH', `/accounts/${id}`, { status: 'geblokkeerd' }],
      ['POST', `/accounts/${id}/rollen`, { rol: 'beheerder' }],
      ['DELETE', `/accounts/${id}/rollen/adviseur`],
    ] as const;
    for (const [methode, pad, inhoud] of routes) {
      for (const rol of ['adviseur', 'onderzoeker', 'gemeente'] as const)
        expect([pad, rol, (await api.vraag(methode, pad, { rol, inhoud })).status]).toEqual([pad, rol, 403]);
      expect((await api.vraag(methode, pad, { rol: null, inhoud })).status).toBe(401);
    }
  });

  it('invites somebody once, however often, and adds roles to who is there', async () => {
    const verzoek = { inhoud: NIEUW, headers: { 'Idempotency-Key': 'noor' } };
    const eerste = await als('POST', '/accounts', verzoek);
    expect(eerste.status).toBe(201);
    const noor = eerste.json as Account;
    expect(noor).toMatchObject({
      naam: NIEUW.naam,
      email: NIEUW.email,
      status: 'actief',
      rollen: ['adviseur'],
    });
    expect((await als('POST', '/accounts', verzoek)).json).toEqual(noor);
    const meer = await maak({ ...NIEUW, email: 'NOOR@les.example', rollen: ['onderzoeker', 'onderzoeker'] });
    expect([meer.id, meer.rollen.sort()]).toEqual([noor.id, ['adviseur', 'onderzoeker']]);
    expect(meer.toekenningen.map(({ rol, cohortId }) => [rol, cohortId])).toEqual([
      ['adviseur', null],
      ['onderzoeker', null],
    ]);
    expect((await regels('account-maken')).map(({ onderwerp }) => onderwerp)).toEqual(
      Array(2).fill(`account/${noor.id}`),
    );
    const fout = await als('POST', '/accounts', { inhoud: { ...NIEUW, rollen: ['gemeente'] } });
    expect([fout.status, fout.probleem.fouten?.[0]?.pad]).toEqual([400, 'rollen.0']);
    const [bewaard] = await api.database.query<{ naam: string }[]>('SELECT naam FROM account WHERE id = $1', [
      noor.id,
    ]);
    expect(bewaard?.naam).not.toContain('Noor');
  });

  it('lists by kind, status and role, each account once', async () => {
    for (const naam of ['Zaaksysteem', 'Dashboard']) await maak({ soort: 'dienst', naam });
    const alle = ((await als('GET', '/accounts?limiet=500')).json as AccountPagina).items;
    const gezien: string[] = [];
    let na = '';
    do {
      const deel = (await als('GET', `/accounts?limiet=2${na}`)).json as AccountPagina;
      gezien.push(...deel.items.map(({ id }) => id));
      na = deel.volgende === null ? '' : `&na=${deel.volgende}`;
    } while (na !== '');
    expect(gezien).toEqual(alle.map(({ id }) => id));
    const zoek = async (vraag: string) =>
      ((await als('GET', `/accounts?${vraag}`)).json as AccountPagina).items.map(({ naam }) => naam);
    expect(await zoek('soort=dienst')).toEqual(['Zaaksysteem', 'Dashboard']);
    expect(await zoek('rol=beheerder')).toEqual(['beheerder@les.example']);
    expect(await zoek('status=geblokkeerd')).toEqual([]);
    expect((await als('GET', '/accounts?status=weg')).status).toBe(400);
  });

  it('changes only the version that was seen; a role that is given makes a new one', async () => {
    const { id } = await maak({ ...NIEUW, email: 'versie@les.example' });
    const gezien = await als('GET', `/accounts/${id}`);
    const tag = gezien.headers.get('etag') ?? '';
    expect(tag).toBe(`"${String((gezien.json as Account).versie)}"`);
    const inhoud = { naam: 'Anders' };
    expect((await als('PATCH', `/accounts/${id}`, { inhoud })).status).toBe(428);
    const gewijzigd = await als('PATCH', `/accounts/${id}`, { inhoud, headers: { 'If-Match': tag } });
    expect([gewijzigd.status, (gewijzigd.json as Account).naam]).toEqual([200, 'Anders']);
    expect(gewijzigd.headers.get('etag')).not.toBe(tag);
    expect((await als('PATCH', `/accounts/${id}`, { inhoud, headers: { 'If-Match': tag } })).status).toBe(
      412,
    );
    const nu = gewijzigd.headers.get('etag') ?? '';
    const gegeven = await als('POST', `/accounts/${id}/rollen`, { inhoud: { rol: 'onderzoeker' } });
    expect([gegeven.status, (gegeven.json as Toekenning).rol]).toEqual([201, 'onderzoeker']);
    expect((await als('GET', `/accounts/${id}`, { headers: { 'If-None-Match': nu } })).status).toBe(200);
    // Nobody can set what the system sets.
    const extra = await wijzig(id, { naam: 'Goed', versie: 99, soort: 'dienst', emailIndex: 'x' });
    expect(extra.json).toMatchObject({ soort: 'mens', email: 'versie@les.example' });
    expect((await wijzig(id, {})).status).toBe(400);
    expect((await als('GET', '/accounts/3d1f0e5c-0000-4000-8000-000000000000')).status).toBe(404);
  });

  it('logs a blocked account out everywhere, and for good', async () => {
    const id = await maakAccount(api.database, 'weg@les.example');
    await verleen(api.database, id, { rol: 'adviseur' });
    const cookie = await meldAan(api.database, id, 'adviseur');
    expect(((await api.vraag('GET', '/ik', { als: cookie })).json as Ik).accountId).toBe(id);
    expect((await wijzig(id, { status: 'geblokkeerd' })).status).toBe(200);
    expect((await api.vraag('GET', '/ik', { als: cookie })).status).toBe(401);
    expect(
      (await als('POST', `/accounts/${id}/rollen`, { inhoud: { rol: 'onderzoeker' } })).probleem.code,
    ).toBe('account-geblokkeerd');
    expect((await wijzig(id, { status: 'actief' })).status).toBe(200);
    expect((await api.vraag('GET', '/ik', { als: cookie })).status).toBe(401);
    expect((await regels('account-wijzigen')).at(-1)?.inhoud).toEqual({
      naam: false,
      van: 'geblokkeerd',
      naar: 'actief',
    });
  });

  it('always keeps a beheerder, and lets nobody lock himself out', async () => {
    const ik = api.accounts.beheerder;
    expect((await wijzig(ik, { status: 'geblokkeerd' })).probleem.code).toBe('eigen-account');
    expect((await als('DELETE', `/accounts/${ik}/rollen/beheerder`)).probleem.code).toBe('eigen-account');
    const tweede = await maakAccount(api.database, 'tweede@les.example');
    await als('POST', `/accounts/${tweede}/rollen`, { inhoud: { rol: 'beheerder' } });
    // Meanwhile the second one takes the role from the first, and is not ready yet.
    const weg = await api.database.transaction(async (db) => {
      await db.query('SELECT een_voor_een()');
      await db.query(
        `UPDATE toekenning SET ingetrokken_op = now() WHERE account_id = $1 AND rol = 'beheerder'`,
        [ik],
      );
      const antwoord = als('DELETE', `/accounts/${tweede}/rollen/beheerder`);
      const eerst = await Promise.race([antwoord, new Promise((klaar) => setTimeout(klaar, 500, 'wacht'))]);
      expect(eerst).toBe('wacht');
      return { antwoord };
    });
    expect((await weg.antwoord).probleem.code).toBe('laatste-beheerder');
    await verleen(api.database, ik, { rol: 'beheerder' });
    expect((await als('DELETE', `/accounts/${tweede}/rollen/beheerder`)).status).toBe(204);
  });

  it('takes a role away at once, and gives none twice', async () => {
    const id = await maakAccount(api.database, 'rol@les.example');
    const geef = () => als('POST', `/accounts/${id}/rollen`, { inhoud: { rol: 'adviseur' } });
    expect((await geef()).json).toEqual((await geef()).json);
    const cookie = await meldAan(api.database, id, 'adviseur');
    expect((await als('DELETE', `/accounts/${id}/rollen/adviseur`)).status).toBe(204);
    expect((await api.vraag('GET', '/ik', { als: cookie })).status).toBe(401);
    expect((await als('DELETE', `/accounts/${id}/rollen/adviseur`)).status).toBe(404);
    const dienst = await maak({ soort: 'dienst', naam: 'Koppeling' });
    expect(
      (await als('POST', `/accounts/${dienst.id}/rollen`, { inhoud: { rol: 'beheerder' } })).status,
    ).toBe(400);
  });
});
