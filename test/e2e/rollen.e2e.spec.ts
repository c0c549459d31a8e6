import { readFileSync } from 'node:fs';
import { AanmeldenPage } from './pages/aanmelden.page.js';
import { AdviseurPage } from './pages/adviseur.page.js';
import { GegevensPage } from './pages/gegevens.page.js';
import { OnderzoekPage } from './pages/onderzoek.page.js';
import { SessiesPage } from './pages/sessies.page.js';
import { StartPage } from './pages/start.page.js';
import { TaakPage } from './pages/taak.page.js';
import { ToegangPage } from './pages/toegang.page.js';
import type { Wie } from '../../tools/src/voorbeeld/aanmeldingen.js';
import { axe, TestBrowser } from './browser.js';
import { linkUitMail } from './mail.js';
import { Stapel } from './stapel.js';

jest.setTimeout(600_000);

let stapel: Stapel;
let browser: TestBrowser;

beforeAll(async () => {
  stapel = await Stapel.maak();
  await stapel.start();
  browser = await TestBrowser.open();
});

afterAll(async () => {
  await browser.close();
  await stapel.ruimOp();
});

/** In the subject of the mail with a link to log in. */
const AANMELDMAIL = 'Uw link om u aan te melden';
const GEMEENTEN = ['Borne', 'Enschede', 'Almelo'];
const adres = (gemeente: string, niveau: string): `${string}@${string}` =>
  `${niveau}@${gemeente.toLowerCase()}.example`;
/** Who hands in a taak of Borne; the first contactpersoon is the hoofdcontact. */
const wieVoor = (uitvoerder: string): Wie =>
  uitvoerder === 'adviseur'
    ? 'adviseur'
    : adres('Borne', uitvoerder === 'hoofdcontact' ? 'beleid' : uitvoerder);

/** The open taken of a traject, handed in through the API: the browser does the first one by hand. */
async function dienDeRestIn(trajectId: string): Promise<void> {
  const api = stapel.api();
  const { antwoord, Dobbelsteen } = await import('../../tools/src/voorbeeld/gedrag.js');
  const traject = await api.lees<{
    stappen: { taken: { id: string; status: string; uitvoerder: string }[] }[];
  }>('adviseur', `/trajecten/${trajectId}`);
  for (const taak of traject.stappen
    .flatMap(({ taken }) => taken)
    .filter(({ status }) => status === 'open')) {
    const wie = wieVoor(taak.uitvoerder);
    const { velden } = await api.lees<{ velden: Parameters<typeof antwoord>[0][] }>(wie, `/taken/${taak.id}`);
    const inhoud = Object.fromEntries(
      velden.map((veld) => [veld.sleutel, antwoord(veld, new Dobbelsteen(1, taak.id))]),
    );
    await api.doe(wie, 'POST', `/taken/${taak.id}/inzending`, { inhoud });
  }
}

test('met alleen het toetsenbord: een adviseur start een oefencohort, een gemeente doet een taak uit de mail, de adviseur keurt goed, de onderzoeker haalt de export op', async () => {
  // Adviseur: set up and start a cohort of three.
  const adviseur = await browser.newPage();
  const start = await StartPage.open(adviseur, stapel.run().urls.web);
  await axe(adviseur, 'start');
  await start.openOver();
  await axe(adviseur, 'over');
  await adviseur.goBack();
  await start.waitForTitel('Maatwerktraject basisvaardigheden');
  await start.openAanmelden();
  await axe(adviseur, 'aanmelden');
  await start.logInAs('adviseur');
  await axe(adviseur, 'cohorten');
  const adviseurPage = new AdviseurPage(adviseur);
  const naam = 'Oefening met het toetsenbord';
  const eigenAdres = await adviseurPage.createCohort({
    naam,
    startdatum: '2027-02-01',
    adviseur: { naam: 'Adviseur Test', email: 'adviseur@test.example' },
    snelheid: '1 dag per minuut',
  });
  expect(eigenAdres).toBe('adviseur@oefening.example');
  await axe(adviseur, 'cohort-concept');
  for (const gemeente of GEMEENTEN)
    await adviseurPage.addDeelnemer({
      gemeente,
      contactpersonen: ['beleid', 'bestuur', 'uitvoering'].map((niveau) => ({
        naam: `Contact ${niveau} ${gemeente}`,
        email: adres(gemeente, niveau),
      })),
    });
  await adviseurPage.loadCsv('gemeentecode,naam,email,niveau,hoofdcontact\nGM9999,Kim,geen-adres,raad,ja\n');
  await axe(adviseur, 'csv-fouten');
  await adviseur.reload();
  await adviseurPage.waitForTitel(naam);
  // A table that comes into sight later says as well that it is wide.
  await adviseurPage.unfold('Stap 2: Prioriteren');
  await axe(adviseur, 'cohort-plan');
  await adviseurPage.openToegang(naam);
  const toegang = new ToegangPage(adviseur);
  const onderzoekerAdres = 'onderzoeker@oefening.example';
  const collega = {
    naam: 'Collega Oefening',
    email: 'collega@oefening.example',
    rol: 'Onderzoeker',
  } as const;
  await toegang.give({
    naam: 'Onderzoeker Oefening',
    email: onderzoekerAdres,
    rol: 'Onderzoeker',
    reden: null,
  });
  await toegang.give({ ...collega, reden: 'Vergelijkt gemeenten in een promotieonderzoek.' });
  await axe(adviseur, 'toegang');
  await toegang.withdraw(collega.naam);
  await axe(adviseur, 'toegang-ingetrokken');
  // The one who is at the keyboard, instead of the one of whom only an address is known.
  await toegang.putInMail('Adviseur Oefening');
  await axe(adviseur, 'toegang-in-de-mail');
  await adviseurPage.backToCohort(naam);
  await adviseurPage.startCohort();
  await axe(adviseur, 'bord');
  await adviseurPage.goToNextMoment();

  // Gemeente: from the link in its mail, in a browser of its own.
  const gemeente = await browser.newPage();
  const taakPage = await TaakPage.follow(
    gemeente,
    await linkUitMail(stapel, adres('Borne', 'beleid'), 'Startgegevens'),
  );
  await taakPage.waitForTitel('Aanmelden');
  await axe(gemeente, 'aanmelden-voor-taak');
  const aanmelden = new AanmeldenPage(gemeente);
  await aanmelden.askForLink(adres('Borne', 'beleid'));
  await axe(gemeente, 'link-gevraagd');
  await aanmelden.openLink(await linkUitMail(stapel, adres('Borne', 'beleid'), AANMELDMAIL));
  expect(new URL(gemeente.url()).hash).toBe('');
  await axe(gemeente, 'link-bevestigen');
  await aanmelden.confirm();
  await taakPage.waitForTitel('Startgegevens');
  await axe(gemeente, 'taak');
  await taakPage.fillAll();
  await taakPage.waitUntilSaved();
  await axe(gemeente, 'taak-ingevuld');
  await taakPage.submit();
  await axe(gemeente, 'taak-klaar');
  const taak = gemeente.url();
  const gegevens = await GegevensPage.open(gemeente);
  expect(await gegevens.lines('Wat u hebt ingevuld')).toEqual([expect.stringContaining('Borne')]);
  await axe(gemeente, 'uw-gegevens-ingevuld');
  await gegevens.press(gemeente.getByRole('link', { name: 'Lees bij de taak' }));
  await taakPage.waitForTitel('Startgegevens');
  expect(gemeente.url()).toBe(taak);
  await taakPage.press(gemeente.getByRole('link', { name: 'Terug naar het traject' }));
  await taakPage.waitForTitel('Traject van Borne');
  await gemeente.getByRole('heading', { name: 'Wat wordt er nu van u gevraagd?' }).waitFor();
  await axe(gemeente, 'mijn-traject');

  // The rest of stap 1 of Borne, as its time comes.
  await adviseurPage.openTraject('Borne');
  const trajectId = new URL(adviseur.url()).pathname.split('/').at(-1) ?? '';
  const api = stapel.api();
  const { cohortId } = await api.lees<{ cohortId: string }>('adviseur', `/trajecten/${trajectId}`);
  for (let keer = 0; keer < 60; keer++) {
    await dienDeRestIn(trajectId);
    const traject = await api.lees<{ stappen: { status: string }[] }>('adviseur', `/trajecten/${trajectId}`);
    if (traject.stappen[0]?.status === 'wacht-op-akkoord') break;
    await api.doe('adviseur', 'POST', `/cohorten/${cohortId}/klok/volgend-moment`, {});
  }

  // Adviseur: talk, look, approve.
  await adviseur.reload();
  await adviseurPage.waitForTitel('Traject van Borne');
  await axe(adviseur, 'traject');
  await adviseurPage.logCheckIn('Startgesprek', 'Kennisgemaakt, en afgesproken wie wat doet.');
  await adviseurPage.approve('Inventariseren');
  await axe(adviseur, 'traject-goedgekeurd');
  expect(await api.lees('adviseur', `/trajecten/${trajectId}`)).toMatchObject({
    stap: 'prioriteren',
    stappen: [{ status: 'afgerond', checkIns: [{ status: 'gehouden' }, {}] }, {}, {}, {}, {}],
  });

  // What the adviseur sees of where he is logged in.
  await SessiesPage.open(adviseur);
  await axe(adviseur, 'sessies');

  // All of its mail, as somebody reads it who practises.
  const post = await browser.newPage();
  await post.goto(stapel.mailboxUrl());
  await axe(post, 'postvak');
  // The oldest, at the end of the list, is the first that somebody heard of it.
  await post.goto(new URL(`/?zoek=${adres('Borne', 'bestuur')}`, stapel.mailboxUrl()).href);
  await post
    .getByRole('link', { name: /Nieuwe taak/ })
    .last()
    .click();
  await post.getByText('In dit traject geeft').waitFor();
  await axe(post, 'postvak-eerste-mail');

  // Onderzoeker: results and export.
  const onderzoeker = await browser.newPage();
  const onderzoekStart = await StartPage.open(onderzoeker, stapel.run().urls.web);
  await onderzoekStart.practiseAs('onderzoeker');
  await axe(onderzoeker, 'onderzoek');
  const onderzoekPage = new OnderzoekPage(onderzoeker);
  await onderzoekPage.openResultaten(naam);
  await axe(onderzoeker, 'resultaten');
  const download = await onderzoekPage.downloadExport();
  expect(download.suggestedFilename()).toBe('maatwerktraject-oefening-met-het-toetsenbord.zip');
  expect(
    readFileSync(await download.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
});
