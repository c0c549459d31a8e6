import { setTimeout } from 'node:timers/promises';
import type {
  Ik,
  MijnGegevens,
  Wissing,
  Wissingsverzoek,
  WissingsverzoekPagina,
} from '@maatwerktraject/contracts';
import {
  MijnGegevens as MijnGegevensSchema,
  WissingsverzoekPagina as PaginaSchema,
} from '@maatwerktraject/contracts';
import { ontzegel } from '@maatwerktraject/database';
import type { Rol } from '@maatwerktraject/domain';
import { inNaamVan, maakAccount, meldAan, TEST_KEYRING, verleen } from '@maatwerktraject/testing/services';
import { controleerAudit } from '../beheer/audit.opdracht.js';
import { herverzegel } from '../beheer/verzegel.opdracht.js';
import { maakCohort, startTestApi, type Antwoord, type TestApi } from '../testing/api.js';
import { zetLopend } from '../testing/lopend-traject.js';

const HOOFD = { naam: 'Kim', email: 'kim@x.example', niveau: 'beleid', hoofdcontact: true };
const ANDER = { naam: 'Sam', email: 'sam@x.example', niveau: 'bestuur', hoofdcontact: false };
const REDEN = 'Verzoek van de betrokkene zelf.';

let api: TestApi;
let cohort: string;
let traject: string;
beforeAll(async () => {
  api = await startTestApi();
  cohort = await maakCohort(api);
  const { json } = await api.vraag('POST', `/cohorten/${cohort}/deelnemers`, {
    inhoud: { gemeentecode: 'GM0153', contactpersonen: [HOOFD, ANDER] },
  });
  traject = (json as { trajectId: string }).trajectId;
  await zetLopend(api.database, cohort, traject);
});
afterAll(() => api.stop());

const sql = async <T>(opdracht: string, parameters: unknown[] = []): Promise<T[]> =>
  api.database.query<T[]>(opdracht, parameters);
const aanmelden = async (email: string, rol: Rol): Promise<{ id: string; als: string }> => {
  const id = await maakAccount(api.database, email);
  return { id, als: await meldAan(api.database, id, rol) };
};
const wis = (id: string, rol: Rol = 'beheerder', inhoud: unknown = { reden: REDEN }): Promise<Antwoord> =>
  api.vraag('POST', `/accounts/${id}/wissing`, { rol, inhoud });
const regels = (
  handeling: string,
  onderwerp?: string,
): Promise<{ account_id: string; reden: string | null }[]> =>
  sql(
    'SELECT account_id, reden, inhoud FROM audit WHERE handeling = $1 AND onderwerp IS NOT DISTINCT FROM $2',
    [handeling, onderwerp ?? null],
  );

describe('mijn gegevens', () => {
  it('are everything about the caller, readable, and nothing about anybody else', async () => {
    const kim = await aanmelden(HOOFD.email, 'gemeente');
    await sql(
      `INSERT INTO invoer (id, traject_id, soort, onderwerp, inhoud, door, account_id)
       VALUES (gen_random_uuid(), $1, 'antwoord', $2, '{"uren": 4}', 'gemeente', $3)`,
      [traject, `${traject}.inventariseren.scan.beleid`, kim.id],
    );
    // What is of others, beside it.
    const ander = await maakAccount(api.database, ANDER.email);
    await sql(
      `INSERT INTO invoer (id, traject_id, soort, onderwerp, inhoud, door, account_id)
       VALUES (gen_random_uuid(), $1, 'verslag', 'x', '{"verslag": "van Sam"}', 'gemeente', $2)`,
      [traject, ander],
    );
    await sql(`INSERT INTO aanmeldlink (account_id, naar, vervalt_op) VALUES ($1, '/van-sam', now())`, [
      ander,
    ]);
    await sql(
      `INSERT INTO bericht (id, sleutel, cohort_id, traject_id, contactpersoon_id, soort, stap, onderwerp, aan, status, op, oefen)
       SELECT gen_random_uuid(), 'mail ' || p.id, $1, $2, p.id, 'taak-geopend', 's', p.niveau, p.niveau, 'verzonden', now(), false
         FROM contactpersoon p WHERE p.traject_id = $2`,
      [cohort, traject],
    );
    await sql(
      `INSERT INTO inzage (account_id, traject_id, reden, vervalt_op) VALUES ($1, $2, 'over Sam', now() + interval '1 hour')`,
      [api.accounts.beheerder, traject],
    );
    await api.vraag('GET', '/ik/gegevens', { als: kim.als });
    const { status, json, tekst } = await api.vraag('GET', '/ik/gegevens', { als: kim.als });
    expect(status).toBe(200);
    const gegevens = MijnGegevensSchema.parse(json);
    expect(gegevens.account).toMatchObject({ id: kim.id, email: HOOFD.email, status: 'actief' });
    expect(gegevens.contactpersonen).toEqual([
      expect.objectContaining({ trajectId: traject, naam: 'Kim', email: HOOFD.email, gemeente: 'Enschede' }),
    ]);
    expect(gegevens.invoer).toEqual([expect.objectContaining({ inhoud: { uren: 4 }, trajectId: traject })]);
    expect(gegevens.berichten).toEqual([expect.objectContaining({ onderwerp: 'beleid' })]);
    expect([gegevens.toekenningen, gegevens.aanmeldlinks, gegevens.wissingsverzoeken]).toEqual([[], [], []]);
    expect(gegevens.sessies).toHaveLength(1);
    expect(gegevens.inzagen).toEqual([expect.objectContaining({ trajectId: traject })]);
    expect(gegevens.auditregels).toEqual([
      expect.objectContaining({ zelf: true, handeling: 'eigen-gegevens-lezen', adres: '127.0.0.1' }),
    ]);
    expect(gegevens.uitleg.map(({ onderdeel }) => onderdeel)).toContain('contactpersoon');
    for (const vanAnder of ['Sam', ANDER.email, 'v1.', api.accounts.beheerder, 'adviseur@les.example'])
      expect([vanAnder, tekst.includes(vanAnder)]).toEqual([vanAnder, false]);
  });

  it('are those of the adviseur too, with what others did to the account', async () => {
    const eigen = await maakCohort(api, { adviseur: { naam: 'Ad', email: 'adviseur@les.example' } });
    await api.vraag('POST', `/cohorten/${cohort}/toekenningen`, {
      rol: 'beheerder',
      inhoud: { email: 'nieuw@les.example', naam: 'Nieuw', rol: 'onderzoeker' },
    });
    const nieuw = await aanmelden('nieuw@les.example', 'onderzoeker');
    const { json } = await api.vraag('GET', '/ik/gegevens');
    const adviseur = MijnGegevensSchema.parse(json);
    expect(adviseur.cohorten).toEqual([
      { cohortId: eigen, cohort: 'Twente', naam: 'Ad', email: 'adviseur@les.example' },
    ]);
    const { auditregels } = (await api.vraag('GET', '/ik/gegevens', { als: nieuw.als })).json as MijnGegevens;
    expect(auditregels).toEqual([
      expect.objectContaining({ zelf: false, handeling: 'toegang-geven', adres: null }),
    ]);
  });

  it('say a name as the person wants it, also with the trajecten', async () => {
    const sam = await aanmelden(ANDER.email, 'gemeente');
    const put = (inhoud: unknown): Promise<Antwoord> =>
      api.vraag('PUT', '/ik/naam', { als: sam.als, inhoud });
    expect((await put({ naam: 'Sam Smit' })).status).toBe(204);
    const { account, contactpersonen } = (await api.vraag('GET', '/ik/gegevens', { als: sam.als }))
      .json as MijnGegevens;
    expect([account.naam, contactpersonen.map(({ naam }) => naam)]).toEqual(['Sam Smit', ['Sam Smit']]);
    const anderen = await sql<{ naam: string }>(
      'SELECT naam FROM contactpersoon WHERE traject_id = $1 AND hoofdcontact',
      [traject],
    );
    expect(anderen.map(({ naam }) => ontzegel(TEST_KEYRING, 'contactpersoon.naam', naam))).toEqual(['Kim']);
    expect(await regels('eigen-naam-wijzigen', `account/${sam.id}`)).toHaveLength(1);
    for (const fout of [{ naam: '' }, { naam: 'a\nb' }, { naam: 'x', status: 'actief' }, {}])
      expect((await put(fout)).status).toBe(400);
  });

  it('begin with the address, which each role can read of itself', async () => {
    const sam = await aanmelden(ANDER.email, 'gemeente');
    const adres = async (verzoek: { rol: Rol } | { als: string }): Promise<string | null> =>
      ((await api.vraag('GET', '/ik', verzoek)).json as Ik).email;
    expect([
      await adres({ rol: 'adviseur' }),
      await adres({ rol: 'onderzoeker' }),
      await adres({ rol: 'beheerder' }),
      await adres({ als: sam.als }),
    ]).toEqual(['adviseur@les.example', 'onderzoeker@uni.example', 'beheerder@les.example', ANDER.email]);
  });

  it('are for who is logged in', async () => {
    for (const [methode, pad] of [
      ['GET', '/ik/gegevens'],
      ['PUT', '/ik/naam'],
      ['POST', '/ik/wissing'],
    ] as const)
      expect(
        (await api.vraag(methode, pad, methode === 'GET' ? { rol: null } : { rol: null, inhoud: {} })).status,
      ).toBe(401);
  });
});

describe('wissing', () => {
  it('is asked for once, and shown to the beheerder until it is done', async () => {
    const weg = await aanmelden('weg@les.example', 'onderzoeker');
    await verleen(api.database, weg.id, { rol: 'onderzoeker' });
    const vraag = (): Promise<Antwoord> =>
      api.vraag('POST', '/ik/wissing', {
        als: weg.als,
        inhoud: { reden: 'Ik ben hier weggegaan.' },
        headers: { 'Idempotency-Key': 'een' },
      });
    const eerste = await vraag();
    expect([eerste.status, (await vraag()).json]).toEqual([201, eerste.json]);
    expect(await regels('wissing-vragen', `account/${weg.id}`)).toEqual([
      expect.objectContaining({ account_id: weg.id, reden: null }),
    ]);
    const lijst = async (): Promise<WissingsverzoekPagina['items']> =>
      PaginaSchema.parse((await api.vraag('GET', '/wissingsverzoeken', { rol: 'beheerder' })).json).items;
    expect(await lijst()).toEqual([
      expect.objectContaining({
        accountId: weg.id,
        reden: 'Ik ben hier weggegaan.',
        afgehandeldOp: null,
        id: (eerste.json as Wissingsverzoek).id,
      }),
    ]);
    expect((await wis(weg.id)).status).toBe(200);
    expect(await lijst()).toEqual([
      expect.objectContaining({ accountId: weg.id, naam: 'gewist', reden: '' }),
    ]);
    expect((await lijst())[0]?.afgehandeldOp).not.toBeNull();
  });

  it('erases who somebody was, and keeps what was done', async () => {
    const sam = await aanmelden(ANDER.email, 'gemeente');
    const [persoon] = await sql<{ id: string }>('SELECT id FROM contactpersoon WHERE account_id = $1', [
      sam.id,
    ]);
    await sql(
      `INSERT INTO bericht (id, sleutel, cohort_id, traject_id, contactpersoon_id, soort, stap, onderwerp, aan, status, op, oefen)
       VALUES (gen_random_uuid(), 'wacht', $1, $2, $3, 'taak-geopend', 'inventariseren', 'x', 'bestuur', 'wacht', now(), false)`,
      [cohort, traject, persoon?.id],
    );
    const { status, json } = await wis(sam.id);
    expect([status, json]).toEqual([
      200,
      { accountId: sam.id, contactpersonen: 1, cohorten: 0, sessies: expect.any(Number) },
    ]);
    expect((json as Wissing).sessies).toBeGreaterThan(0);
    expect((await api.vraag('GET', '/ik', { als: sam.als })).status).toBe(401);
    const [account] = await sql(
      'SELECT naam, email, email_index, oidc_subject, status FROM account WHERE id = $1',
      [sam.id],
    );
    expect(account).toEqual({
      naam: '',
      email: null,
      email_index: null,
      oidc_subject: null,
      status: 'gewist',
    });
    expect(
      await sql('SELECT naam, email, account_id, niveau FROM contactpersoon WHERE id = $1', [persoon?.id]),
    ).toEqual([{ naam: '', email: '', account_id: null, niveau: 'bestuur' }]);
    expect(await sql(`SELECT status FROM bericht WHERE sleutel = 'wacht'`)).toEqual([
      { status: 'vervallen' },
    ]);
    expect(await regels('account-wissen', `account/${sam.id}`)).toEqual([
      expect.objectContaining({ account_id: api.accounts.beheerder, reden: REDEN }),
    ]);
    // What is left is readable, also after a change of keys, and leads to nobody.
    await herverzegel(api.database, TEST_KEYRING);
    const lijst = await api.vraag('GET', `/cohorten/${cohort}/deelnemers`);
    expect(lijst.tekst).toContain('"gewist@gewist.invalid"');
    expect(lijst.tekst).not.toContain(ANDER.email);
    expect(await sql('SELECT account_id FROM contactpersoon WHERE id = $1', [persoon?.id])).toEqual([
      { account_id: null },
    ]);
    expect(await controleerAudit(api.database)).toMatchObject({ fout: undefined });
    // The address is free: who comes back is somebody else.
    expect(await maakAccount(api.database, ANDER.email)).not.toBe(sam.id);
    expect((await wis(sam.id)).json).toEqual({
      accountId: sam.id,
      contactpersonen: 0,
      cohorten: 0,
      sessies: 0,
    });
  });

  it('leaves the work of who is erased to the hoofdcontact', async () => {
    const kim = await maakAccount(api.database, HOOFD.email);
    const uitvoerder = await maakAccount(api.database, 'uitvoering@x.example');
    await sql(
      `INSERT INTO contactpersoon (id, traject_id, naam, email, niveau, hoofdcontact, account_id)
       VALUES (gen_random_uuid(), $1, '', '', 'uitvoering', false, $2)`,
      [traject, uitvoerder],
    );
    const doet = async (account: string): Promise<unknown> =>
      inNaamVan(api.database, { databaseRol: 'api', account, rol: 'gemeente' }, async (db) => {
        const [rij] = await db.query<{ doet: boolean }[]>(`SELECT doet_taak($1, 'uitvoering') AS doet`, [
          traject,
        ]);
        return rij?.doet;
      });
    expect([await doet(kim), await doet(uitvoerder)]).toEqual([false, true]);
    expect((await wis(uitvoerder)).status).toBe(200);
    // The row of his niveau is still there, and is nobody's.
    expect(
      await sql(`SELECT account_id FROM contactpersoon WHERE traject_id = $1 AND niveau = 'uitvoering'`, [
        traject,
      ]),
    ).toEqual([{ account_id: null }]);
    expect([await doet(kim), await doet(uitvoerder)]).toEqual([true, false]);
  });

  it('is refused while a running traject has nobody else', async () => {
    const kim = await maakAccount(api.database, HOOFD.email);
    const { status, probleem } = await wis(kim);
    expect([status, probleem.code]).toEqual([409, 'hoofdcontact']);
    expect(await sql('SELECT status FROM account WHERE id = $1', [kim])).toEqual([{ status: 'actief' }]);
    expect(await regels('account-wissen', `account/${kim}`)).toEqual([]);
  });

  it('is refused for the last adviseur of a running cohort, and for who its mails name', async () => {
    const ander = await aanmelden('ander@les.example', 'adviseur');
    await verleen(api.database, ander.id, { rol: 'adviseur' });
    const { json } = await api.vraag('POST', '/cohorten', {
      als: ander.als,
      inhoud: {
        naam: 'X',
        sjabloon: { sleutel: 'maatwerktraject', versie: 1 },
        startdatum: '2027-02-01',
        adviseur: { naam: 'Ander', email: 'ander@les.example' },
      },
    });
    const { id } = json as { id: string };
    expect((await wis(ander.id)).probleem.code).toBe('laatste-adviseur');
    // A second adviseur is not enough as long as mail goes to the first.
    await verleen(api.database, api.accounts.adviseur, { rol: 'adviseur', cohortId: id });
    expect((await wis(ander.id)).probleem.code).toBe('laatste-adviseur');
    await sql(`UPDATE cohort SET status = 'afgesloten' WHERE id = $1`, [id]);
    expect((await wis(ander.id)).json).toMatchObject({ cohorten: 1 });
    expect(await sql('SELECT adviseur_naam, adviseur_email FROM cohort WHERE id = $1', [id])).toEqual([
      { adviseur_naam: '', adviseur_email: '' },
    ]);
    expect((await api.vraag('GET', `/cohorten/${id}`)).tekst).toContain('gewist');
  });

  it('is not refused to an adviseur of a running cohort that has another one', async () => {
    const hulp = await maakAccount(api.database, 'hulp@les.example');
    await verleen(api.database, hulp, { rol: 'adviseur', cohortId: cohort });
    expect((await wis(hulp)).status).toBe(200);
  });

  it('leaves a beheerder', async () => {
    expect((await wis(api.accounts.beheerder)).probleem.code).toBe('laatste-beheerder');
    const tweede = await maakAccount(api.database, 'tweede@les.example');
    await verleen(api.database, tweede, { rol: 'beheerder' });
    await sql(`UPDATE account SET status = 'geblokkeerd' WHERE id = $1`, [tweede]);
    expect((await wis(api.accounts.beheerder)).probleem.code).toBe('laatste-beheerder');
    expect((await wis(tweede)).status).toBe(200);
  });

  it('leaves a beheerder also while another one is being blocked', async () => {
    const derde = await aanmelden('derde@les.example', 'beheerder');
    await verleen(api.database, derde.id, { rol: 'beheerder' });
    const blokkeren = api.database.createQueryRunner();
    await blokkeren.startTransaction();
    // As a block does it: look whether another one stays, and block.
    await blokkeren.query('SELECT een_voor_een()');
    await blokkeren.query(`UPDATE account SET status = 'geblokkeerd' WHERE id = $1`, [derde.id]);
    let klaar = false as boolean;
    const pad = `/accounts/${api.accounts.beheerder}/wissing`;
    const wissing = api
      .vraag('POST', pad, { als: derde.als, inhoud: { reden: REDEN } })
      .finally(() => (klaar = true));
    const wacht = `SELECT FROM pg_locks l JOIN pg_database d ON d.oid = l.database
                    WHERE d.datname = current_database() AND locktype = 'advisory' AND NOT granted`;
    while (!klaar && (await sql(wacht)).length === 0) await setTimeout(10);
    await blokkeren.commitTransaction();
    await blokkeren.release();
    expect([403, 409]).toContain((await wissing).status);
    expect(await sql('SELECT status FROM account WHERE id = $1', [api.accounts.beheerder])).toEqual([
      { status: 'actief' },
    ]);
    expect((await wis(derde.id)).status).toBe(200);
  });

  it('is for a beheerder with a reason, and says nothing of who does not exist', async () => {
    const iemand = await maakAccount(api.database, 'iemand@les.example');
    for (const rol of ['adviseur', 'gemeente', 'onderzoeker'] as const) {
      expect([rol, (await wis(iemand, rol)).status]).toEqual([rol, 403]);
      expect([rol, (await api.vraag('GET', '/wissingsverzoeken', { rol })).status]).toEqual([rol, 403]);
    }
    for (const fout of [{}, { reden: 'kort' }, { reden: REDEN, extra: 1 }])
      expect((await wis(iemand, 'beheerder', fout)).status).toBe(400);
    expect((await wis('00000000-0000-4000-8000-000000000000')).status).toBe(404);
    const [dienst] = await sql<{ id: string }>(
      `INSERT INTO account (soort, naam) VALUES ('dienst', '') RETURNING id`,
    );
    expect((await wis(dienst?.id ?? '')).status).toBe(404);
    expect(await sql('SELECT status FROM account WHERE id = $1', [iemand])).toEqual([{ status: 'actief' }]);
  });

  it('is refused by the database too, to who only says to be a beheerder', async () => {
    const runner = api.database.createQueryRunner();
    await runner.startTransaction();
    try {
      await runner.query(`SELECT begin_als($1, 'beheerder')`, [api.accounts.adviseur]);
      expect(
        await runner.query(`SELECT wis_account($1, '{}') AS uitslag`, [api.accounts.onderzoeker]),
      ).toEqual([{ uitslag: { weigering: 'geen-recht' } }]);
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  });
});
