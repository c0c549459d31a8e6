import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type Page } from 'playwright-core';
import { AdviseurPage } from './pages/adviseur.page.js';
import { OnderzoekPage } from './pages/onderzoek.page.js';
import { StartPage } from './pages/start.page.js';
import { TaakPage } from './pages/taak.page.js';
import { Stapel } from './stapel.js';

jest.setTimeout(600_000);

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SCHERMEN = process.env['SCREENSHOT_DIR'];

let stapel: Stapel;
let browser: Browser;

beforeAll(async () => {
  stapel = await Stapel.maak();
  await stapel.start();
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
});

afterAll(async () => {
  // What a failing test was looking at.
  if (SCHERMEN)
    for (const [nummer, page] of browser
      .contexts()
      .flatMap((context) => context.pages())
      .entries())
      await page.screenshot({ path: `${SCHERMEN}/einde-${String(nummer)}.png`, fullPage: true });
  await browser.close();
  await stapel.ruimOp();
});

interface AxeUitslag {
  violations: { id: string; nodes: { html: string }[] }[];
}

/** What axe finds on the page as it is now, on a desktop and on a phone. */
async function axe(page: Page, naam: string): Promise<void> {
  for (const [scherm, width] of [
    ['bureau', 1280],
    ['telefoon', 360],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    // By the debugger's protocol, which the page's own security policy does not forbid.
    await page.evaluate(AXE);
    const { violations } = await page.evaluate<AxeUitslag>(
      `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })`,
    );
    if (SCHERMEN) await page.screenshot({ path: `${SCHERMEN}/${naam}-${scherm}.png`, fullPage: true });
    expect({
      naam,
      scherm,
      gevonden: violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`),
    }).toEqual({ naam, scherm, gevonden: [] });
    const breedte = await page.evaluate<number>('document.documentElement.scrollWidth');
    expect({ naam, scherm, past: breedte <= width }).toEqual({ naam, scherm, past: true });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

async function nieuwePagina(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true });
  return context.newPage();
}

/** The link in the newest mail to this address with this in its subject. */
async function linkUitMail(aan: string, onderwerp: string): Promise<string> {
  for (let keer = 0; keer < 60; keer++) {
    const lijst = (await (
      await fetch(new URL(`/api/berichten?aan=${encodeURIComponent(aan)}`, stapel.mailboxUrl()))
    ).json()) as {
      berichten: { volgnummer: number; onderwerp: string }[];
    };
    const mail = lijst.berichten.filter((bericht) => bericht.onderwerp.includes(onderwerp)).at(-1);
    if (mail) {
      const { text, html } = (await (
        await fetch(new URL(`/api/berichten/${String(mail.volgnummer)}`, stapel.mailboxUrl()))
      ).json()) as {
        text: string;
        html: string;
      };
      const link = /https?:\/\/\S+/.exec(text)?.[0];
      if (!link || !html.includes(link)) throw new Error(`de mail heeft geen link in tekst en HTML: ${text}`);
      return link;
    }
    await new Promise((klaar) => setTimeout(klaar, 500));
  }
  throw new Error(`geen mail aan ${aan} over ${onderwerp}`);
}

const GEMEENTEN = ['Borne', 'Enschede', 'Almelo'];
const adres = (gemeente: string, niveau: string): string => `${niveau}@${gemeente.toLowerCase()}.example`;

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
    const rol = taak.uitvoerder === 'adviseur' ? 'adviseur' : 'gemeente';
    const { velden } = await api.lees<{ velden: Parameters<typeof antwoord>[0][] }>(rol, `/taken/${taak.id}`);
    const inhoud = Object.fromEntries(
      velden.map((veld) => [veld.sleutel, antwoord(veld, new Dobbelsteen(1, taak.id))]),
    );
    await api.doe(rol, 'POST', `/taken/${taak.id}/inzending`, { inhoud });
  }
}

test('met alleen het toetsenbord: een adviseur start een oefencohort, een gemeente doet een taak uit de mail, de adviseur keurt goed, de onderzoeker haalt de export op', async () => {
  // Adviseur: set up and start a cohort of three.
  const adviseur = await nieuwePagina();
  const start = await StartPage.open(adviseur, stapel.run().urls.web);
  await axe(adviseur, 'start');
  await start.practiseAs('adviseur');
  await axe(adviseur, 'cohorten');
  const adviseurPage = new AdviseurPage(adviseur);
  const naam = 'Oefening met het toetsenbord';
  await adviseurPage.createCohort({
    naam,
    startdatum: '2027-02-01',
    adviseur: { naam: 'Adviseur Test', email: 'adviseur@test.example' },
    snelheid: '1 dag per minuut',
  });
  await axe(adviseur, 'cohort-concept');
  for (const gemeente of GEMEENTEN)
    await adviseurPage.addDeelnemer({
      gemeente,
      contactpersonen: ['beleid', 'bestuur', 'uitvoering'].map((niveau) => ({
        naam: `Contact ${niveau} ${gemeente}`,
        email: adres(gemeente, niveau),
      })),
    });
  await axe(adviseur, 'cohort-plan');
  await adviseurPage.startCohort();
  await axe(adviseur, 'bord');
  await adviseurPage.goToNextMoment();

  // Gemeente: from the link in its mail, in a browser of its own.
  const gemeente = await nieuwePagina();
  const taakPage = await TaakPage.follow(
    gemeente,
    await linkUitMail(adres('Borne', 'beleid'), 'Startgegevens'),
  );
  await axe(gemeente, 'taak-zonder-rol');
  await taakPage.press(gemeente.getByRole('button', { name: 'Verder als gemeente' }));
  await taakPage.waitForTitel('Startgegevens');
  await axe(gemeente, 'taak');
  await taakPage.fillAll();
  await taakPage.waitUntilSaved();
  await axe(gemeente, 'taak-ingevuld');
  await taakPage.submit();
  await axe(gemeente, 'taak-klaar');

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

  // Onderzoeker: results and export.
  const onderzoeker = await nieuwePagina();
  const onderzoekStart = await StartPage.open(onderzoeker, stapel.run().urls.web);
  await onderzoekStart.practiseAs('onderzoeker');
  await axe(onderzoeker, 'onderzoek');
  const onderzoekPage = new OnderzoekPage(onderzoeker);
  await onderzoekPage.openResultaten(naam);
  await axe(onderzoeker, 'resultaten');
  const download = await onderzoekPage.downloadExport();
  expect(download.suggestedFilename()).toMatch(/\.zip$/);
  expect(
    readFileSync(await download.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
});
