import { setTimeout as rust } from 'node:timers/promises';
import type {
  Cohort,
  Deelnemer,
  GebeurtenisPagina,
  Rustperiodes,
  Taak,
  Traject,
  Wijzigingsplan,
  WijzigingsplanVoorbeeld,
} from '@maatwerktraject/contracts';
import { ownerQuery } from '../../tools/src/owner-query.js';
import type { Wie } from '../../tools/src/voorbeeld/aanmeldingen.js';
import { Geweigerd, type ApiClient } from '../../tools/src/voorbeeld/api.client.js';
import { Stapel } from './stapel.js';

jest.setTimeout(400_000);

const BELEID = 'kim@gemeente.example';
const BESTUUR = 'wethouder@gemeente.example';

let stapel: Stapel;
let api: ApiClient;

beforeAll(async () => {
  stapel = await Stapel.maak();
  await stapel.start();
  api = stapel.api();
});

afterAll(() => stapel.ruimOp());

const query = <T extends object>(sql: string, waarden: unknown[] = []): Promise<T[]> =>
  ownerQuery<T>(stapel.run().databaseUrl, sql, waarden);

/** A version of the sjabloon in which the bestuur agrees with the first taak, and each stap has one taak. */
async function maakSjabloon(): Promise<void> {
  const [rij] = await query<{ definitie: { stappen: { taken: { uitvoerders: string[] }[] }[] } }>(
    `SELECT definitie FROM sjabloon WHERE sleutel = 'maatwerktraject' AND versie = 1`,
  );
  const stappen = rij?.definitie.stappen.slice(0, 2).map((stap, nummer) => ({
    ...stap,
    checkIns: [],
    vraagtUitkomst: false,
    taken: [
      { ...stap.taken[0], uitvoerders: ['hoofdcontact'], ...(nummer === 0 && { akkoordDoor: 'bestuur' }) },
    ],
  }));
  await query(
    `INSERT INTO sjabloon (sleutel, versie, titel, definitie) VALUES ('maatwerktraject', 91, 'Proef', $1)`,
    [{ ...rij?.definitie, versie: 91, stappen }],
  );
}

/** How Temporal says that the latest run of a workflow is. */
async function status(workflowId: string): Promise<string> {
  const { temporalUi } = stapel.run().urls;
  const adres = `${temporalUi ?? ''}/api/v1/namespaces/maatwerktraject/workflows/${encodeURIComponent(workflowId)}`;
  const { workflowExecutionInfo: info } = (await (await fetch(adres)).json()) as {
    workflowExecutionInfo: { status: string };
  };
  return info.status.replace('WORKFLOW_EXECUTION_STATUS_', '');
}

const weigering = async (belofte: Promise<unknown>): Promise<string | undefined> =>
  belofte.then(
    () => 'niet geweigerd',
    (fout: unknown) => {
      if (fout instanceof Geweigerd) return fout.code ?? String(fout.status);
      throw fout;
    },
  );

test('gegeven een lopend traject, dan gaat er van alles anders, en zegt het logboek wat', async () => {
  await maakSjabloon();
  const cohort = await api.doe<Cohort>('adviseur', 'POST', '/cohorten', {
    naam: 'Alles anders',
    sjabloon: { sleutel: 'maatwerktraject', versie: 91 },
    startdatum: '2027-02-01',
    adviseur: { naam: 'Ank de Vries', email: 'ank@les.example' },
    // So slow that only what is asked here moves the clock.
    oefenklok: { dagenPerSeconde: 0.0001 },
  });
  const { trajectId } = await api.doe<Deelnemer>('adviseur', 'POST', `/cohorten/${cohort.id}/deelnemers`, {
    gemeentecode: 'GM0153',
    contactpersonen: [
      { naam: 'Kim', email: BELEID, niveau: 'beleid', hoofdcontact: true },
      { naam: 'Wethouder', email: BESTUUR, niveau: 'bestuur' },
    ],
  });
  // Another one that goes on, so that the cohort does too.
  await api.doe('adviseur', 'POST', `/cohorten/${cohort.id}/deelnemers`, {
    gemeentecode: 'GM0141',
    contactpersonen: [{ naam: 'Jo', email: 'jo@gemeente.example', niveau: 'beleid', hoofdcontact: true }],
  });
  const pad = `/trajecten/${trajectId}`;
  const rustPad = `/cohorten/${cohort.id}/rustperiodes`;
  const lees = (wie: Wie = 'adviseur'): Promise<Traject> => api.lees<Traject>(wie, pad);
  const doe = (wie: Wie, op: string, inhoud: unknown = {}): Promise<unknown> =>
    api.doe(wie, 'POST', op, inhoud);
  /** To the next moment, once the process has said when that is. */
  const vooruit = async (): Promise<void> => {
    for (let keer = 0; keer < 40; keer++, await rust(250)) {
      const { oefenklok } = await api.lees<Cohort>('adviseur', `/cohorten/${cohort.id}`);
      if (oefenklok?.volgendMoment) break;
    }
    await doe('adviseur', `/cohorten/${cohort.id}/klok/volgend-moment`);
  };
  const zetRust = (versie: number, rustperiodes: object[]): Promise<Rustperiodes> =>
    api.doe<Rustperiodes>(
      'adviseur',
      'PUT',
      rustPad,
      { rustperiodes },
      { 'if-match': `"${String(versie)}"` },
    );

  // Before the start a rustperiode only moves the plan.
  const kerst = { naam: 'Kerst', van: '2027-12-20', tot: '2028-01-02' };
  expect(await zetRust(0, [kerst])).toEqual({ rustperiodes: [kerst], versie: 1, nogTeVerwerken: 0 });
  await doe('adviseur', `/cohorten/${cohort.id}/start`);
  await vooruit();
  let traject = await lees();
  for (let keer = 0; traject.stappen[0]?.taken[0]?.status !== 'open' && keer < 20; keer++) {
    await rust(250);
    traject = await lees();
  }
  const taakId = traject.stappen[0]?.taken[0]?.id ?? '';
  const taakPad = `/taken/${taakId}`;
  const taak = (wie: Wie): Promise<Taak> => api.lees<Taak>(wie, taakPad);

  // Handed in: it waits for another person, and not for the adviseur.
  const velden = (await taak(BELEID)).velden;
  const inhoud = Object.fromEntries(
    velden.map((veld) => [veld.sleutel, waardeVoor(veld as unknown as Record<string, unknown>)]),
  );
  await doe(BELEID, `${taakPad}/inzending`, { inhoud });
  expect((await taak(BELEID)).status).toBe('wacht-op-akkoord');
  expect(await weigering(doe(BELEID, `${taakPad}/akkoord`))).toBe('akkoord-van-ander');
  expect(await weigering(doe('adviseur', `${taakPad}/akkoord`))).toBe('akkoord-van-ander');
  const voorBestuur = await taak(BESTUUR);
  expect([voorBestuur.magAkkoordGeven, voorBestuur.magInvullen, voorBestuur.inzending?.inhoud]).toEqual([
    true,
    false,
    inhoud,
  ]);

  // Sent back by the second pair of eyes: the reason is there, and so is what was filled in.
  await doe(BESTUUR, `${taakPad}/terugsturing`, { toelichting: 'Het aantal uren klopt niet.' });
  const terug = await taak(BELEID);
  expect(terug).toMatchObject({
    status: 'open',
    teruggestuurd: { toelichting: 'Het aantal uren klopt niet.', door: 'gemeente' },
    concept: { inhoud },
    inzending: null,
  });
  await doe(BELEID, `${taakPad}/inzending`, { inhoud });
  await doe('adviseur', `${taakPad}/terugsturing`, { toelichting: 'Graag nog een keer.' });
  await doe(BELEID, `${taakPad}/inzending`, { inhoud });
  await doe(BESTUUR, `${taakPad}/akkoord`);
  traject = await lees();
  expect([traject.stappen[0]?.status, traject.stappen[0]?.taken[0]?.status]).toEqual([
    'wacht-op-akkoord',
    'ingediend',
  ]);

  // One more taak, and one that is dropped again.
  const dag = traject.nu.slice(0, 10);
  const extra = { uitleg: 'Vraag wat er is.', minuten: 20, uitvoerder: 'hoofdcontact', opentOp: dag };
  await doe('adviseur', `${pad}/taken`, { ...extra, titel: 'Bel de bibliotheek', vervaltOp: '2027-03-01' });
  await doe('adviseur', `${pad}/taken`, { ...extra, titel: 'Toch niet nodig', vervaltOp: '2027-03-02' });
  traject = await lees(BELEID);
  expect(traject.stappen[0]?.status).toBe('open');
  const [, bel, niet] =
    traject.stappen[0]?.taken
      .toSorted((een, ander) => (een.titel < ander.titel ? -1 : 1))
      .toSorted((een, ander) => Number(een.extra) - Number(ander.extra)) ?? [];
  expect([bel?.titel, bel?.minuten, niet?.titel]).toEqual(['Bel de bibliotheek', 20, 'Toch niet nodig']);
  await doe('adviseur', `/taken/${niet?.id ?? ''}/verval`, { toelichting: 'Dubbel' });

  // A rustperiode moves the day out of it, of the traject that runs as well.
  const lente = { naam: 'Lenterust', van: '2027-03-01', tot: '2027-03-05' };
  expect(await zetRust(1, [kerst, lente])).toMatchObject({ versie: 2, nogTeVerwerken: 0 });
  expect(await zetRust(1, [kerst, lente])).toMatchObject({ versie: 2 });
  expect(await weigering(zetRust(1, [kerst]))).toBe('andere-versie');
  const vindBel = async (): Promise<{ vervaltOp: string | null | undefined; status: string | undefined }> => {
    const gevonden = (await lees()).stappen[0]?.taken.find(({ id }) => id === bel?.id);
    return { vervaltOp: gevonden?.vervaltOp, status: gevonden?.status };
  };
  expect((await vindBel()).vervaltOp).toBe('2027-03-08');

  // Paused until a day: it goes on by itself, with the werkdagen that it had.
  await doe('adviseur', `${pad}/pauze`, { toelichting: 'Geen college', tot: null });
  expect(await lees()).toMatchObject({ status: 'gepauzeerd', onderbreking: { toelichting: 'Geen college' } });
  expect((await lees(BELEID)).onderbreking).toMatchObject({ toelichting: null });
  expect(
    await weigering(doe(BELEID, `/taken/${bel?.id ?? ''}/inzending`, { inhoud: { antwoord: 'Gebeld' } })),
  ).toBe('traject-gepauzeerd');
  await doe('adviseur', `${pad}/hervatting`);
  await doe('adviseur', `${pad}/pauze`, { toelichting: 'Vakantie', tot: '2027-02-15' });
  await vooruit();
  await vooruit();
  for (let keer = 0; (await lees()).status === 'gepauzeerd' && keer < 40; keer++) {
    await vooruit();
    await rust(250);
  }
  expect((await lees()).status).toBe('lopend');
  expect((await vindBel()).vervaltOp).not.toBe('2027-03-08');
  if ((await vindBel()).status !== 'open') await vooruit();
  await doe(BELEID, `/taken/${bel?.id ?? ''}/inzending`, { inhoud: { antwoord: 'Gebeld' } });

  // Approved, and the approval taken back.
  await doe('adviseur', `${pad}/stappen/inventariseren/goedkeuring`);
  expect((await lees()).stappen[0]).toMatchObject({ status: 'afgerond', magHeropenen: true });
  await doe('adviseur', `${pad}/stappen/inventariseren/heropening`);
  expect((await lees()).stappen[0]?.status).toBe('wacht-op-akkoord');

  // Withdrawn: the chain ends once its last mail has left. Reopened: a next chain goes on where it was.
  await doe('adviseur', `${pad}/terugtrekking`, { toelichting: 'Geen tijd' });
  expect((await lees()).status).toBe('teruggetrokken');
  for (let keer = 0; keer < 40; keer++, await rust(250)) {
    const [rij] = await query<{ op: Date | null }>(
      'SELECT volgend_moment_op AS op FROM traject WHERE id = $1',
      [trajectId],
    );
    if (rij?.op === null) break;
  }
  const keten = (): Promise<string> => status(`traject/${trajectId}`);
  for (let keer = 0; (await keten()) !== 'COMPLETED' && keer < 40; keer++) await rust(250);
  expect(await keten()).toBe('COMPLETED');
  await doe('adviseur', `${pad}/heropening`);
  expect(await keten()).toBe('RUNNING');
  expect(await lees()).toMatchObject({ status: 'lopend', onderbreking: null });
  await doe('adviseur', `${pad}/stappen/inventariseren/goedkeuring`);
  expect((await lees()).stappen[0]?.status).toBe('afgerond');

  // The facts of all chains together are one record, without a gap.
  const [feiten] = await query<{ laatste: number; aantal: string }>(
    'SELECT max(seq) AS laatste, count(*) AS aantal FROM gebeurtenis WHERE traject_id = $1',
    [trajectId],
  );
  expect(Number(feiten?.aantal)).toBe(feiten?.laatste);

  const { items } = await api.lees<GebeurtenisPagina>('adviseur', `${pad}/gebeurtenissen?limiet=200`);
  const zinnen = items.map(({ zin }) => zin);
  expect(zinnen).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^De taak Startgegevens \(hoofdcontact\) is teruggestuurd\. Nieuwe einddag: /),
      'Er is akkoord gegeven op de taak Startgegevens (hoofdcontact).',
      'Er is een taak toegevoegd: Bel de bibliotheek (hoofdcontact).',
      'De taak Toch niet nodig (hoofdcontact) is vervallen.',
      'De rustperiodes van het cohort zijn gewijzigd.',
      'Het traject is gepauzeerd.',
      'Het traject is gepauzeerd tot maandag 15 februari 2027.',
      'Het traject gaat weer verder.',
      'Stap Inventariseren is heropend.',
      'De gemeente is gestopt met het traject.',
      'Het traject is heropend.',
    ]),
  );
  expect(zinnen.join(' ')).not.toMatch(/extra-|undefined|null/);
});

test('gegeven een lopend cohort, dan wordt een wijziging eerst uitgerekend, dan gemaakt, en teruggedraaid zolang dat kan', async () => {
  const cohort = await api.doe<Cohort>('adviseur', 'POST', '/cohorten', {
    naam: 'Schuiven',
    sjabloon: { sleutel: 'maatwerktraject', versie: 1 },
    startdatum: '2027-02-01',
    adviseur: { naam: 'Ank de Vries', email: 'ank@les.example' },
    oefenklok: { dagenPerSeconde: 0.0001 },
  });
  const trajecten: string[] = [];
  for (const gemeentecode of ['GM0153', 'GM0141']) {
    const deelnemer = await api.doe<Deelnemer>('adviseur', 'POST', `/cohorten/${cohort.id}/deelnemers`, {
      gemeentecode,
      contactpersonen: [{ naam: 'Kim', email: BELEID, niveau: 'beleid', hoofdcontact: true }],
    });
    trajecten.push(deelnemer.trajectId);
  }
  await api.doe('adviseur', 'POST', `/cohorten/${cohort.id}/start`, {});
  await api.doe('adviseur', 'POST', `/cohorten/${cohort.id}/klok/volgend-moment`, {});
  const [eerste = ''] = trajecten;
  const einddag = async (id = eerste): Promise<string | null | undefined> =>
    (await api.lees<Traject>('adviseur', `/trajecten/${id}`)).stappen[0]?.taken[0]?.vervaltOp;
  const plannen = `/cohorten/${cohort.id}/wijzigingsplannen`;
  const maak = (vraag: object): Promise<Wijzigingsplan> =>
    api.doe<Wijzigingsplan>('adviseur', 'POST', plannen, { vraag, toelichting: 'De raad vergadert later.' });
  for (let keer = 0; (await einddag()) === undefined && keer < 40; keer++) await rust(250);

  // Seen first: nothing has changed yet.
  const plan = await maak({ soort: 'verschuif', vanaf: '2027-02-03', werkdagen: 10 });
  expect(plan).toMatchObject({ status: 'voorbeeld', trajecten: [{ status: 'wacht' }, { status: 'wacht' }] });
  const voorbeeld = await api.lees<WijzigingsplanVoorbeeld>(
    'adviseur',
    `${plannen}/${plan.id}/trajecten/${eerste}`,
  );
  expect(voorbeeld.dagen).toContainEqual({
    wat: 'taak-vervalt',
    titel: 'Taak moet klaar zijn: Startgegevens (hoofdcontact)',
    van: '2027-02-15',
    naar: '2027-03-01',
  });
  expect(voorbeeld.mails).toContainEqual({
    soort: 'herinnering-op',
    titel: 'Startgegevens (hoofdcontact)',
    aan: 'hoofdcontact',
    van: '2027-02-15T08:00:00.000Z',
    naar: '2027-03-01T08:00:00.000Z',
  });
  expect(await einddag()).toBe('2027-02-15');

  // Made, and taken back before anything came of it.
  await api.doe('adviseur', 'POST', `${plannen}/${plan.id}/toepassing`, {});
  expect(await einddag()).toBe('2027-03-01');
  expect(await api.doe('adviseur', 'POST', `${plannen}/${plan.id}/toepassing`, {})).toEqual({ nieuw: false });
  await api.doe('adviseur', 'POST', `${plannen}/${plan.id}/herstel`, {});
  expect(await einddag()).toBe('2027-02-15');
  expect(await api.lees<Wijzigingsplan>('adviseur', `${plannen}/${plan.id}`)).toMatchObject({
    status: 'ongedaan',
    trajecten: [{ status: 'ongedaan' }, { status: 'ongedaan' }],
  });

  // One day of one gemeente. Who looked at an older planning is told so.
  const dagen = (van: string, naar: string) =>
    maak({
      soort: 'dagen',
      trajectId: eerste,
      wijzigingen: [{ wat: 'taak-vervalt', sleutel: 'startgegevens.hoofdcontact', van, naar }],
    });
  const een = await dagen('2027-02-15', '2027-02-16');
  const ander = await dagen('2027-02-15', '2027-02-17');
  await api.doe('adviseur', 'POST', `${plannen}/${een.id}/toepassing`, {});
  await api.doe('adviseur', 'POST', `${plannen}/${ander.id}/toepassing`, {});
  expect(await einddag()).toBe('2027-02-16');
  expect(await einddag(trajecten[1])).toBe('2027-02-15');
  const [geweigerd] = (await api.lees<Wijzigingsplan>('adviseur', `${plannen}/${ander.id}`)).trajecten;
  expect(geweigerd).toMatchObject({ status: 'geweigerd' });
  expect(geweigerd?.reden).toContain('De planning is intussen veranderd.');

  // Once a mail came of it, it stays: another plan is needed.
  const { eersteGevolg } =
    (await api.lees<Wijzigingsplan>('adviseur', `${plannen}/${een.id}`)).trajecten[0] ?? {};
  for (let keer = 0; keer < 60; keer++, await rust(200)) {
    const { nu } = await api.lees<Traject>('adviseur', `/trajecten/${eerste}`);
    if (eersteGevolg && nu > eersteGevolg) break;
    await api
      .doe('adviseur', 'POST', `/cohorten/${cohort.id}/klok/volgend-moment`, {})
      .catch(() => undefined);
  }
  expect(await weigering(api.doe('adviseur', 'POST', `${plannen}/${een.id}/herstel`, {}))).toBe(
    'plan-heeft-gevolgen',
  );
});

/** Something that fits a question. */
function waardeVoor(veld: Record<string, unknown>): unknown {
  const opties = (veld['opties'] ?? []) as { waarde: string }[];
  switch (veld['soort']) {
    case 'getal':
      return veld['min'];
    case 'datum':
      return '2027-02-01';
    case 'keuze':
      return opties[0]?.waarde;
    case 'meerkeuze':
      return [opties[0]?.waarde];
    default:
      return 'Tekst';
  }
}
