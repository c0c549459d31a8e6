import { MAATWERKTRAJECT_1, oefenklok, type AgendaFeitInhoud, type Klok } from '@maatwerktraject/domain';
import type { CohortFeit } from '@maatwerktraject/messages';
import {
  eenCohort,
  maakAccount,
  maakGroepssessie,
  maakTestDatabase,
  startSmtp,
  TEST_KEYRING,
  type BewaardCohort,
  type BewaardeSessie,
  type SmtpGedrag,
  type SmtpProef,
  type TestDatabase,
} from '@maatwerktraject/testing/services';
import ICAL from 'ical.js';
import PostalMime, { type Email } from 'postal-mime';
import type { DataSource } from 'typeorm';
import { createSmtpVerzender, type Verzender } from '../bericht/smtp.verzender.js';
import { createCohortActivities } from '../cohort/cohort.activities.js';
import { createAgendaberichtBezorger, type AgendaberichtBezorger } from './agendabericht.bezorger.js';

jest.setTimeout(60_000);

const UUR = 3_600_000;
const BEGIN = Date.UTC(2090, 2, 30, 8);

describe('de mail van de agenda van een cohort', () => {
  let proef: TestDatabase;
  let worker: DataSource;
  let echt: SmtpProef;
  let postvak: SmtpProef;
  const verzenders: Verzender[] = [];
  let zaad = 0;

  beforeAll(async () => {
    proef = await maakTestDatabase();
    worker = await proef.als('worker');
  });
  afterAll(() => proef.verwijder());
  beforeEach(async () => {
    await proef.database.query('DELETE FROM agendabericht');
    [echt, postvak] = await Promise.all([startSmtp(), startSmtp()]);
  });
  afterEach(async () => {
    for (const verzender of verzenders.splice(0)) verzender.sluit();
    await Promise.all([echt.stop(), postvak.stop()]);
  });

  const verzender = (smtp: SmtpProef): Verzender => {
    const nieuw = createSmtpVerzender(smtp.url);
    verzenders.push(nieuw);
    return nieuw;
  };
  const bezorger = (): AgendaberichtBezorger =>
    createAgendaberichtBezorger({
      database: worker,
      keyring: TEST_KEYRING,
      publicUrl: 'https://mt.example',
      van: 'Maatwerktraject <afzender@mt.example>',
      mailDomein: 'mt.example',
      echt: verzender(echt),
      oefen: verzender(postvak),
    });
  const anders = async (gedrag: SmtpGedrag): Promise<void> => {
    await echt.stop();
    echt = await startSmtp(gedrag);
  };
  const sql = <T>(opdracht: string, parameters: unknown[] = []): Promise<T[]> =>
    proef.database.query<T[]>(opdracht, parameters);
  const standen = async (): Promise<string[]> =>
    (
      await sql<{ soort: string; volgnummer: number; status: string }>(
        'SELECT soort, volgnummer, status FROM agendabericht ORDER BY volgnummer, soort, sleutel',
      )
    ).map(({ soort, volgnummer, status }) => `${soort} ${String(volgnummer)} ${status}`);

  interface Verhaal {
    readonly cohort: BewaardCohort;
    readonly sessie: BewaardeSessie;
    readonly kim: string;
    readonly bo: string;
    doe(...feiten: AgendaFeitInhoud[]): Promise<void>;
    plan(
      genodigden?: readonly string[],
      begin?: number,
    ): Extract<AgendaFeitInhoud, { soort: 'groepssessie-gepland' }>;
    wijzig(
      volgnummer: number,
      deel: Partial<Record<'opnieuw' | 'erbij' | 'eraf', string[]>>,
      begin?: number,
    ): AgendaFeitInhoud;
    afgezegd(volgnummer: number): AgendaFeitInhoud;
  }

  /** A cohort that runs, with a session that was asked for; its facts are written as the workflow does. */
  async function verhaal(
    klok: Klok = { echt: 0, domein: 0, factor: 1, versie: 0 },
    oefen = false,
  ): Promise<Verhaal> {
    const fabriek = eenCohort(++zaad).metGemeenten(1).metContactpersonen('beleid', 'bestuur').lopend();
    const cohort = await (oefen ? fabriek.alsOefencohort() : fabriek).bewaar(proef.database);
    await sql(`UPDATE cohort SET klok_echt = $2, klok_domein = $3, klok_factor = $4 WHERE id = $1`, [
      cohort.id,
      klok.echt,
      klok.domein,
      klok.factor,
    ]);
    const sessie = await maakGroepssessie(proef.database, { cohortId: cohort.id, voorstel: true });
    const van = async (niveau: string): Promise<string> =>
      (
        await sql<{ id: string }>(
          `SELECT g.id FROM genodigde g JOIN contactpersoon p ON p.id = g.contactpersoon_id WHERE g.bijeenkomst_id = $1 AND p.niveau = $2`,
          [sessie.id, niveau],
        )
      )[0]?.id ?? '';
    const [kim, bo] = [await van('beleid'), await van('bestuur')];
    const { projecteerCohort } = createCohortActivities({
      database: worker,
      starter: { start: () => Promise.resolve(), meldKlok: () => Promise.resolve() },
      heartbeat: () => undefined,
    });
    let vanaf = 1;
    const inhoud = (genodigden: readonly string[], begin: number) => ({
      beginOp: begin,
      eindOp: begin + 2 * UUR,
      inhoudId: sessie.inhoudId,
      genodigden,
      herinneringWerkdagen: 2,
    });
    return {
      cohort,
      sessie,
      kim,
      bo,
      async doe(...feiten) {
        const metWie = feiten.map((feit): CohortFeit => ({ ...feit, op: Date.now(), door: 'adviseur' }));
        const projectie = { cohortId: cohort.id, vanaf, feiten: metWie, klok, volgendMomentOp: null };
        // As an attempt of which the answer was lost.
        await projecteerCohort(projectie);
        await projecteerCohort(projectie);
        vanaf += feiten.length;
      },
      plan: (genodigden = [kim, bo], begin = BEGIN) => ({
        soort: 'groepssessie-gepland',
        sessie: sessie.id,
        versie: 1,
        volgnummer: 0,
        plan: inhoud(genodigden, begin),
      }),
      wijzig: (volgnummer, { opnieuw = [], erbij = [], eraf = [] }, begin = BEGIN) => ({
        soort: 'groepssessie-gewijzigd',
        sessie: sessie.id,
        versie: volgnummer + 1,
        volgnummer,
        plan: inhoud([...opnieuw, ...erbij], begin),
        opnieuw,
        erbij,
        eraf,
      }),
      afgezegd: (volgnummer) => ({
        soort: 'groepssessie-afgezegd',
        sessie: sessie.id,
        versie: volgnummer + 1,
        volgnummer,
        genodigden: [kim, bo],
      }),
    };
  }

  const mails = (smtp = echt): Promise<Email[]> =>
    Promise.all(smtp.binnen.map(({ bron }) => PostalMime.parse(bron)));
  /** What the calendar of who gets it makes of a mail. */
  function agendaUit({ attachments }: Email): { methode: unknown; event: ICAL.Component } {
    const [ics] = attachments.filter(
      ({ mimeType }) => mimeType === 'text/calendar' || mimeType === 'application/ics',
    );
    if (!ics) throw new Error('geen uitnodiging in de mail');
    const tekst =
      typeof ics.content === 'string' ? ics.content : Buffer.from(ics.content as ArrayBuffer).toString();
    const kalender = new ICAL.Component(ICAL.parse(tekst) as never);
    const event = kalender.getFirstSubcomponent('vevent');
    if (!event) throw new Error('geen VEVENT');
    return { methode: kalender.getFirstPropertyValue('method'), event };
  }
  const volgnummer = (mail: Email): unknown => agendaUit(mail).event.getFirstPropertyValue('sequence');

  it('invites each guest once, with a file for the calendar, and moves it under the same ID', async () => {
    const { doe, plan, wijzig, kim, bo, cohort, sessie } = await verhaal();
    await doe(plan());
    expect(await Promise.all([bezorger().bezorg(), bezorger().bezorg()])).toEqual(
      expect.arrayContaining([expect.any(Number)]),
    );
    expect(echt.binnen).toHaveLength(2);
    const [mail] = await mails();
    if (!mail) throw new Error('geen mail');
    expect(mail.subject).toBe('Uitnodiging: Proefsessie, donderdag 30 maart 2090');
    for (const zin of [
      'Wanneer: donderdag 30 maart 2090, van 10:00 tot 12:00 uur',
      'Waar: Stadhuis, zaal 3',
      'https://vergader.example/sessie',
      `Mail uw adviseur Adviseur van het cohort: ${cohort.adviseurEmail}`,
    ])
      expect(mail.text).toContain(zin);
    expect(echt.binnen[0]?.bron).toMatch(/Content-Type: text\/calendar;[^]{0,60}method=REQUEST/);
    const { methode, event } = agendaUit(mail);
    expect(methode).toBe('REQUEST');
    expect(event.getFirstPropertyValue('uid')).toBe(`${sessie.id}@mt.example`);
    expect((event.getFirstPropertyValue('dtstart') as ICAL.Time).toJSDate()).toEqual(new Date(BEGIN));
    expect(event.getAllProperties('attendee')).toHaveLength(1);

    await doe(wijzig(1, { opnieuw: [kim, bo] }, BEGIN + UUR));
    expect(await bezorger().bezorg()).toBe(2);
    const laatste = (await mails()).slice(2);
    expect(laatste.map(({ subject }) => subject?.split(':')[0])).toEqual(['Gewijzigd', 'Gewijzigd']);
    expect(laatste.map(volgnummer)).toEqual([1, 1]);
    expect(
      new Set((await mails()).map((een) => agendaUit(een).event.getFirstPropertyValue('uid'))).size,
    ).toBe(1);
    expect(await bezorger().bezorg()).toBe(0);
  });

  it('tells who is added or left out, and nobody else', async () => {
    const { doe, plan, wijzig, kim, bo } = await verhaal();
    await doe(plan([kim]));
    await bezorger().bezorg();
    await doe(wijzig(1, { erbij: [bo], eraf: [kim] }));
    expect(await bezorger().bezorg()).toBe(2);
    const [, een, twee] = await mails();
    const wat = [een, twee].map((mail) => [
      mail?.to?.[0]?.address?.split('-')[0],
      mail && agendaUit(mail).methode,
    ]);
    expect(wat.sort()).toEqual([
      ['beleid', 'CANCEL'],
      ['bestuur', 'REQUEST'],
    ]);
    // Asked again, it counts as later than the word that he was left out.
    await doe(wijzig(2, { opnieuw: [], erbij: [kim] }));
    expect(await bezorger().bezorg()).toBe(1);
    expect(volgnummer((await mails())[3] as Email)).toBe(2);
  });

  it('drops what is no longer true before it left: changed, cancelled, over', async () => {
    const { doe, plan, wijzig, afgezegd, kim, bo } = await verhaal();
    await doe(plan());
    await doe(wijzig(1, { opnieuw: [kim, bo] }, BEGIN + UUR));
    await doe(afgezegd(2));
    // Nobody hears that something is off of which he never heard.
    expect(await bezorger().bezorg()).toBe(0);
    expect(new Set((await standen()).map((stand) => stand.split(' ')[2]))).toEqual(new Set(['vervallen']));
    const later = await verhaal();
    await later.doe(later.plan(undefined, Date.now() - 3 * UUR));
    expect(await bezorger().bezorg()).toBe(0);
    expect(echt.binnen).toEqual([]);
  });

  it('says that it is off to who knew of it, takes it off the calendar, and reminds nobody of it', async () => {
    const { doe, plan, afgezegd, sessie, kim, bo } = await verhaal();
    await doe(plan());
    await bezorger().bezorg();
    await doe({ soort: 'groepssessie-herinnerd', sessie: sessie.id, volgnummer: 0, genodigden: [kim, bo] });
    await doe(afgezegd(1));
    expect(await bezorger().bezorg()).toBe(2);
    const [, , een] = await mails();
    expect(een?.subject).toMatch(/^Afgezegd: /);
    expect(een && agendaUit(een).methode).toBe('CANCEL');
    expect(await standen()).toEqual([
      'herinnering 0 vervallen',
      'herinnering 0 vervallen',
      'uitnodiging 0 verzonden',
      'uitnodiging 0 verzonden',
      'afzegging 1 verzonden',
      'afzegging 1 verzonden',
    ]);
  });

  it('reminds without another invitation, also who was invited a version ago', async () => {
    const { doe, plan, wijzig, sessie, kim, bo } = await verhaal();
    await doe(plan([kim]));
    await doe(wijzig(1, { erbij: [bo], opnieuw: [] }));
    await sql(`UPDATE genodigde SET uitgenodigd = true WHERE bijeenkomst_id = $1`, [sessie.id]);
    await doe({ soort: 'groepssessie-herinnerd', sessie: sessie.id, volgnummer: 1, genodigden: [kim, bo] });
    expect(await bezorger().bezorg()).toBe(4);
    const herinneringen = (await mails()).filter(({ subject }) => subject?.startsWith('Herinnering'));
    expect(herinneringen.map(({ attachments }) => attachments)).toEqual([[], []]);
  });

  it('is never sent again when it may have arrived, and the next word counts on that', async () => {
    await anders({ naTekst: () => 'zwijg' });
    const { doe, plan, afgezegd, kim } = await verhaal();
    await doe(plan([kim]));
    expect(await bezorger().bezorg()).toBe(0);
    expect(await standen()).toEqual(['uitnodiging 0 onbekend']);
    await anders({});
    expect(await bezorger().bezorg()).toBe(0);
    expect(echt.binnen).toEqual([]);
    await doe(afgezegd(1));
    // To who may have it, and not to who certainly has not.
    expect(await bezorger().bezorg()).toBe(1);
    expect((await standen()).slice(1).sort()).toEqual(['afzegging 1 vervallen', 'afzegging 1 verzonden']);
  });

  it('is tried again after a failure that may pass, with the same Message-ID, and dropped for who was erased', async () => {
    let code = 451;
    await anders({ naTekst: () => (code === 250 ? undefined : { code, tekst: 'nee' }) });
    const { doe, plan, kim, bo } = await verhaal();
    await doe(plan([kim]));
    expect(await bezorger().bezorg()).toBe(0);
    expect(await standen()).toEqual(['uitnodiging 0 wacht']);
    code = 250;
    await sql('UPDATE agendabericht SET volgende_poging_op = now()');
    expect(await bezorger().bezorg()).toBe(1);
    expect(new Set(echt.binnen.map(({ messageId }) => messageId)).size).toBe(1);
    const { doe: doe2, plan: plan2, bo: weg } = await verhaal();
    expect(bo).not.toBe(weg);
    await doe2(plan2([weg]));
    await sql(
      `UPDATE contactpersoon p SET naam = '', email = '', account_id = NULL FROM genodigde g WHERE g.id = $1 AND p.id = g.contactpersoon_id`,
      [weg],
    );
    expect(await bezorger().bezorg()).toBe(0);
  });

  it('stays in the practice mailbox for an oefencohort, and keeps to its clock', async () => {
    // An hour ago it was two days before the session there; a day is an hour.
    const klok = oefenklok(Date.now() - UUR, BEGIN - 48 * UUR, 1 / 3600);
    const { doe, plan, kim } = await verhaal(klok, true);
    await doe(plan([kim]));
    expect(await bezorger().bezorg()).toBe(1);
    expect(echt.binnen).toEqual([]);
    expect((await mails(postvak))[0]?.subject).toMatch(/^\[Oefening\] Uitnodiging/);
    const voorbij = await verhaal(oefenklok(Date.now() - 4 * UUR, BEGIN - 48 * UUR, 1 / 3600), true);
    await voorbij.doe(voorbij.plan([voorbij.kim]));
    expect(await bezorger().bezorg()).toBe(0);
  });

  it('reaches an adviseur and a facilitator from outside, by the names that they have', async () => {
    const { cohort, doe } = await verhaal();
    const account = await maakAccount(proef.database, 'ank@les.example', 'Ank de Vries');
    const { id, inhoudId, genodigden } = await maakGroepssessie(proef.database, {
      cohortId: cohort.id,
      facilitator: account,
      vanBuiten: 'fien@buiten.example',
      voorstel: true,
    });
    const plan = { beginOp: BEGIN, eindOp: BEGIN + UUR, inhoudId, genodigden, herinneringWerkdagen: null };
    await doe({ soort: 'groepssessie-gepland', sessie: id, versie: 1, volgnummer: 0, plan });
    expect(await bezorger().bezorg()).toBe(4);
    const naar = (await mails()).map(({ to }) => [to?.[0]?.address, to?.[0]?.name]);
    expect(naar).toEqual(
      expect.arrayContaining([
        ['ank@les.example', 'Ank de Vries'],
        ['fien@buiten.example', 'Fien Facilitator'],
      ]),
    );
  });

  it('tells the adviseur of a condition that was hit, once, and which gemeenten are behind', async () => {
    const { cohort, doe } = await verhaal();
    const voorwaarde = {
      sleutel: 'stap-1',
      peil: { stap: 'prioriteren', werkdagen: -5 },
      toets: { soort: 'deel-afgerond', stap: 'inventariseren', onder: 0.7 },
      dan: { bericht: 'adviseur' },
    } as const;
    await doe({ soort: 'voorwaarden-gezet', voorwaarden: [voorwaarde] });
    const uitslag = { deel: 0, onder: 0.7, achter: cohort.trajecten.map(({ id }) => id) };
    await doe({ soort: 'voorwaarde-getoetst', sleutel: 'stap-1', ...uitslag, geraakt: false });
    expect(await bezorger().bezorg()).toBe(0);
    await doe({ soort: 'voorwaarde-getoetst', sleutel: 'stap-1', ...uitslag, geraakt: true });
    expect(await bezorger().bezorg()).toBe(1);
    const [mail] = await mails();
    expect(mail?.to?.[0]?.address).toBe(cohort.adviseurEmail);
    const [gemeente] = await sql<{ naam: string }>('SELECT naam FROM gemeente WHERE code = $1', [
      cohort.trajecten[0]?.gemeentecode,
    ]);
    expect(mail?.text).toContain(
      '0% van de gemeenten heeft stap Inventariseren afgerond. U wilde het weten onder 70%.',
    );
    expect(mail?.text).toContain(`Deze gemeenten zijn nog niet klaar: ${gemeente?.naam ?? ''}.`);
    expect(MAATWERKTRAJECT_1.stappen[0]?.titel).toBe('Inventariseren');
    expect(await bezorger().bezorg()).toBe(0);
  });
});
