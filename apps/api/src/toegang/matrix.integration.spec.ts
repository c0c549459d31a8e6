import { randomUUID } from 'node:crypto';
import { hashVan } from '@maatwerktraject/database';
import { meldAan } from '@maatwerktraject/testing/services';
import { BESTANDEN } from '../export/export.service.js';
import { createRoutesApp } from '../openapi/routes-app.js';
import { startTestApi, type TestApi } from '../testing/api.js';
import { maakMensen, type Afzender, type Mensen } from '../testing/mensen.js';
import { vasteKoppen } from '../testing/rauw.js';
import { MATRIX } from '../testing/toegang-matrix.js';
import { VAN, WIE, type MatrixRij, type Van, type WieNaam } from '../testing/toegang-vormen.js';
import { maakVers, type Vers } from '../testing/vers.js';
import { maakWereld, type Wereld } from '../testing/werelden.js';
import { gezienIn, lekkenIn } from '../testing/zicht.js';

/** The taak that is meant, when not that of the hoofdcontact, opened and with a draft. */
const TAKEN: Readonly<Record<string, string>> = {
  'ingediende-taak': 'inventariseren.scan.bestuur',
  adviseurstaak: 'evalueren.terugblik.adviseur',
};

const GEEN_RIJ = /^GET \/docs(\/|$)/;

/** Every route that the running app knows, with `{}` for parameters. */
async function routes(): Promise<string[]> {
  const app = await createRoutesApp();
  const { router } = app.getHttpAdapter().getInstance() as unknown as {
    router: { stack: { route?: { path: string; methods: Record<string, boolean> } }[] };
  };
  await app.close();
  return router.stack
    .flatMap(({ route }) =>
      // A route for every method at once is middleware of the framework.
      route && Object.keys(route.methods).length === 1
        ? Object.keys(route.methods).map(
            (methode) =>
              `${methode.toUpperCase()} ${route.path.replace(/^\/api\/v1/, '').replace(/:(\w+)/g, '{$1}')}`,
          )
        : [],
    )
    .filter((route) => !GEEN_RIJ.test(route));
}

/** What a person may notice of an answer. */
const merkbaar = ({ status, headers }: Response, tekst: string): unknown => [
  status,
  tekst,
  vasteKoppen(headers),
];

describe('de matrix', () => {
  it('has a row for each route, and no row without one', async () => {
    expect([...new Set(MATRIX.map(({ route }) => route))].sort()).toEqual((await routes()).sort());
  });

  it('has numbers for everyone, and for an object of others where the route names one', () => {
    for (const { route, eigen, ander } of MATRIX) {
      expect([route, eigen.length]).toEqual([route, WIE.length]);
      const noemt = /\{(cohort|traject|taak|sessie|account|inzage|passkey|webhook|signaal)Id\}/.test(route);
      expect([route, ander?.length]).toEqual([route, noemt ? WIE.length : undefined]);
    }
  });
});

describe('toegang over HTTP', () => {
  let api: TestApi;
  let eigen: Wereld;
  let ander: Wereld;
  let mensen: Mensen;
  let vers: Vers;
  const gezien = new Map<WieNaam, Set<string>>();

  beforeAll(async () => {
    api = await startTestApi({ WEBHOOK_LOOPBACK: 'true' });
    // No codes that the documentation uses as an example.
    eigen = await maakWereld(api, 'a', ['GM0168', 'GM0141', 'GM0164']);
    ander = await maakWereld(api, 'b', ['GM0150', 'GM0163', 'GM0147']);
    // Facts of both worlds, with a number: there is something to list.
    await api.database.query('SELECT nummer_gebeurtenissen()');
    mensen = await maakMensen(api.database, eigen);
    vers = maakVers(api.database);
  }, 60_000);
  afterAll(() => api.stop());
  // A place on the network has only so many logins an hour; here everyone comes from one.
  beforeEach(() => api.database.query('DELETE FROM limiet'));

  /** The session that is to be ended: of the sender himself, or of the adviseur of the other world. */
  const sessieVan = async (account: string): Promise<string> => {
    const sleutel = (await meldAan(api.database, account, 'adviseur')).split('=')[1] ?? '';
    const [rij] = await api.database.query<{ id: string }[]>(
      'SELECT id FROM sessie WHERE sleutel_hash = $1',
      [hashVan(sleutel)],
    );
    return rij?.id ?? '';
  };

  async function cohortVoor(over: MatrixRij['over'], wereld: Wereld): Promise<string> {
    if (over === 'nieuw-cohort') return vers.cohort(wereld);
    return over === 'concept-cohort' ? wereld.conceptId : wereld.cohortId;
  }

  /** The account that a request is about. */
  async function accountVoor(
    { route, over, inhoud }: MatrixRij,
    van: Van,
    wereld: Wereld,
    cohortId: string,
  ): Promise<string> {
    if (van === 'geen' && route.includes('{accountId}')) return randomUUID();
    if (!`${route} ${JSON.stringify(inhoud)}`.includes('{accountId}')) return '';
    if (over === 'nieuw-cohort') return vers.adviseur(cohortId);
    return over === 'dienst' ? vers.dienst(wereld) : vers.mens(wereld);
  }

  /** Of the service that asks; who manages them all asks for that of a service of his world. */
  async function leveringVan({ route }: MatrixRij, van: Van, afzender: Afzender, wereld: Wereld) {
    if (van === 'geen' || !route.includes('{webhookId}'))
      return { webhookId: randomUUID(), leveringId: randomUUID() };
    const eigenDienst = van === 'eigen' && afzender.headers['Authorization'] !== undefined;
    return vers.webhook((eigenDienst ? afzender.account : null) ?? (await vers.dienst(wereld)), wereld);
  }

  /** Two of the traject that is meant; of nobody: of none. */
  async function contactpersoonVan({ route, inhoud }: MatrixRij, van: Van, trajectId: string) {
    if (van === 'geen' || !`${route} ${JSON.stringify(inhoud)}`.includes('{contactpersoonId}'))
      return { contactpersoonId: randomUUID(), collegaId: randomUUID() };
    return vers.contactpersoon(trajectId);
  }

  async function parameters(rij: MatrixRij, van: Van, afzender: Afzender) {
    const { route, over, inhoud } = rij;
    const wereld = van === 'ander' ? ander : eigen;
    /** Made when the route names it; of nobody: an ID that is of nothing. */
    const vanRoute = (naam: string, maak: () => Promise<string>): Promise<string> | string =>
      van === 'geen' || !route.includes(`{${naam}}`) ? randomUUID() : maak();
    const [eerste, tweede] = wereld.trajecten;
    let trajectId = (van === 'buur' ? tweede : eerste).id;
    if (route.startsWith('DELETE') && route.endsWith('{trajectId}')) trajectId = await vers.deelnemer(wereld);
    if (van === 'geen') trajectId = randomUUID();
    const cohortId = await cohortVoor(over, wereld);
    const accountId = await accountVoor(rij, van, wereld, cohortId);
    const eigenaar = (van === 'ander' ? ander.adviseur : afzender.account) ?? ander.adviseur;
    return {
      cohortId: van === 'geen' ? randomUUID() : cohortId,
      trajectId,
      taakId: `${trajectId}.${TAKEN[over ?? ''] ?? 'inventariseren.startgegevens.hoofdcontact'}`,
      sessieId: await vanRoute('sessieId', () => sessieVan(eigenaar)),
      toekenningId: await vanRoute('toekenningId', () => vers.toekenning(wereld)),
      accountId,
      tokenId: await vanRoute('tokenId', () => vers.token(accountId)),
      berichtId: await vanRoute('berichtId', () => vers.bericht(trajectId)),
      adresprobleemId: await vanRoute('adresprobleemId', () => vers.adresprobleem(trajectId)),
      passkeyId: await vanRoute('passkeyId', () => vers.passkey(eigenaar)),
      ...(await leveringVan(rij, van, afzender, wereld)),
      ...(await contactpersoonVan(rij, van, trajectId)),
      signaalId: await vanRoute('signaalId', () => vers.signaal(trajectId)),
      planId: await vanRoute('planId', () => vers.plan(wereld)),
      bijeenkomstId: await vanRoute('bijeenkomstId', () => vers.sessie(wereld)),
      inzageId: await vanRoute('inzageId', () => vers.inzage(wereld, eigenaar)),
      versTrajectId:
        inhoud !== undefined && JSON.stringify(inhoud).includes('{versTrajectId}')
          ? await vers.deelnemer(wereld)
          : '',
      geenId: randomUUID(),
      rol: 'adviseur',
      stap: 'inventariseren',
      sleutel: route.includes('sjablonen') ? 'maatwerktraject' : 'startgesprek',
      versie: '1',
      bestand: 'trajecten.csv',
      type: 'nl.maatwerktraject.stap-geopend.v1',
    };
  }

  async function stuur(rij: MatrixRij, van: Van, wie: WieNaam, bestand?: string) {
    const afzender = await mensen(wie, rij.recht);
    const waarden: Record<string, string> = {
      ...(await parameters(rij, van, afzender)),
      nummer: wie.replaceAll(' ', '-'),
      nu: new Date().toISOString(),
    };
    if (bestand !== undefined) waarden['bestand'] = bestand;
    const [methode = '', vorm = ''] = rij.route.split(' ');
    const vul = (tekst: string) => tekst.replace(/\{(\w+)\}/g, (_, naam: string) => waarden[naam] ?? '');
    const pad = vul(vorm);
    const body = rij.csv ?? (rij.inhoud === undefined ? null : vul(JSON.stringify(rij.inhoud)));
    const antwoord = await fetch(`${api.url}${pad.startsWith('/health') ? '' : '/api/v1'}${pad}`, {
      method: methode,
      redirect: 'manual',
      headers: {
        'Sec-Fetch-Site': 'same-origin',
        ...(body === null ? {} : { 'Content-Type': rij.csv === undefined ? 'application/json' : 'text/csv' }),
        ...rij.kop,
        ...afzender.headers,
      },
      body,
    });
    const tekst = await antwoord.text();
    // What somebody asked for by its ID comes back to him as he gave it.
    const eigenId = waarden['trajectId'] ?? '';
    const zonderVraag = pad.includes(eigenId) ? tekst.replaceAll(eigenId, '') : tekst;
    const staatErin = gezienIn(zonderVraag, [eigen, ander]);
    for (const wat of staatErin) gezien.set(wie, (gezien.get(wie) ?? new Set()).add(wat));
    const toont = antwoord.ok ? rij.toont : [];
    return {
      antwoord,
      tekst,
      lekken: lekkenIn(wie, zonderVraag, [eigen, ander], toont),
      mist: antwoord.ok ? (rij.bevat ?? []).filter((wat) => !staatErin.includes(wat)) : [],
    };
  }

  const index = (wie: WieNaam): number => WIE.indexOf(wie);
  /** A gemeente and a reason on record are about one traject; everyone else works with the whole cohort. */
  const ALLEEN_EIGEN = new Set<WieNaam>([
    'hoofdcontact',
    'ander niveau',
    'beheerder',
    'beheerder met inzage',
  ]);

  function verwacht({ route, eigen, ander, geen }: MatrixRij, van: Van, wie: WieNaam): number {
    const mijn = eigen[index(wie)] ?? 0;
    const vreemd = ander?.[index(wie)] ?? mijn;
    if (van === 'eigen') return mijn;
    if (van === 'buur') return ALLEEN_EIGEN.has(wie) && !route.includes('cohortId') ? vreemd : mijn;
    if (van === 'ander') return vreemd;
    // Nobody finds what is not there, also who sees everybody's.
    return geen?.[index(wie)] ?? (vreemd < 400 ? 404 : vreemd);
  }

  const naam = ({ route, over }: MatrixRij): string => (over === undefined ? route : `${route} (${over})`);
  const gevraagd = ({ route, ander }: MatrixRij): readonly Van[] =>
    ander ? VAN.filter((van) => van !== 'buur' || /trajectId|taakId/.test(route)) : ['eigen'];

  async function cel(rij: MatrixRij, wie: WieNaam) {
    const gevonden: string[] = [];
    const antwoorden = new Map<Van, unknown>();
    for (const van of gevraagd(rij)) {
      const { antwoord, tekst, lekken, mist } = await stuur(rij, van, wie);
      const mis = [...lekken, ...mist.map((wat) => `zonder ${wat}`)];
      gevonden.push([wie, van, antwoord.status, ...mis].join(' '));
      antwoorden.set(van, merkbaar(antwoord, tekst));
    }
    return { wie, gevonden, ander: antwoorden.get('ander'), geen: antwoorden.get('geen') };
  }

  it.each(MATRIX.map((rij) => [naam(rij), rij] as const))(
    '%s',
    async (_, rij) => {
      const cellen: Awaited<ReturnType<typeof cel>>[] = [];
      // Two who write the same draft at the same time are told of each other.
      if (rij.over === 'adviseurstaak') for (const wie of WIE) cellen.push(await cel(rij, wie));
      else cellen.push(...(await Promise.all(WIE.map((wie) => cel(rij, wie)))));
      expect(cellen.flatMap(({ gevonden }) => gevonden)).toEqual(
        WIE.flatMap((wie) => gevraagd(rij).map((van) => [wie, van, verwacht(rij, van, wie)].join(' '))),
      );
      // Of others and of nobody: not to be told apart, to the byte.
      for (const { wie, ander, geen } of cellen)
        if ([401, 403, 404].includes(rij.ander?.[index(wie)] ?? 0)) expect([wie, ander]).toEqual([wie, geen]);
    },
    30_000,
  );

  it.each(WIE)('gives no file of the export with more in it than %s may see', async (wie) => {
    const rij = MATRIX.find(({ route }) => route.endsWith('{bestand}'));
    if (!rij) throw new Error('no such row');
    for (const bestand of BESTANDEN) {
      const { antwoord, lekken } = await stuur(rij, 'eigen', wie, bestand);
      expect([bestand, antwoord.status, lekken]).toEqual([bestand, rij.eigen[index(wie)], []]);
    }
  });

  it('refuses the traject of somebody else below the cohort of oneself', async () => {
    const als = await meldAan(api.database, eigen.adviseur, 'adviseur');
    const vreemd = await vers.deelnemer(ander);
    for (const trajectId of [vreemd, randomUUID()]) {
      const pad = `/cohorten/${eigen.conceptId}/deelnemers/${trajectId}`;
      expect((await api.vraag('DELETE', pad, { als })).status).toBe(404);
    }
    const cohort = `/trajecten?cohortId=${ander.cohortId}`;
    expect((await api.vraag('GET', cohort, { als })).json).toMatchObject({ items: [], totaal: 0 });
    const [over] = await api.database.query<unknown[]>('SELECT 1 FROM traject WHERE id = $1', [vreemd]);
    expect(over).toBeDefined();
  });

  // Without this the search for texts of others could pass by finding nothing at all.
  it('does give everyone the texts that are theirs', () => {
    const van = (wie: WieNaam) => [...(gezien.get(wie) ?? [])].filter((wat) => !wat.startsWith('b'));
    const begeleid = ['persoon', 'gemeente', 'verslag', 'toelichting', 'antwoord', 'bericht', 'feit'];
    expect(van('adviseur')).toEqual(
      expect.arrayContaining([
        'a0-cohort',
        'a0-adviseur',
        ...begeleid.flatMap((s) => [`a1-${s}`, `a2-${s}`]),
      ]),
    );
    expect(van('hoofdcontact')).toEqual(
      expect.arrayContaining(['a1-persoon', 'a1-antwoord', 'a1-concept', 'a0-adviseur']),
    );
    expect(van('ander niveau')).toContain('a1-persoon');
    expect(van('onderzoeker')).toContain('a0-cohort');
    expect(van('onderzoeker met namen')).toEqual(expect.arrayContaining(['a1-gemeente', 'a2-gemeente']));
    expect([...(gezien.get('beheerder') ?? [])]).toEqual(expect.arrayContaining(['a0-cohort', 'b0-cohort']));
    expect(van('beheerder met inzage')).toEqual(expect.arrayContaining(['a1-persoon', 'a1-antwoord']));
  });
});
