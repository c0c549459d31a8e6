import { readFileSync } from 'node:fs';
import { setTimeout as rust } from 'node:timers/promises';
import type { BrowserContext } from 'playwright-core';
import { maakCohort } from '../../tools/src/voorbeeld/cohort.opzet.js';
import { axe, TestBrowser } from './browser.js';
import { linkUitMail } from './mail.js';
import { AanmeldenPage } from './pages/aanmelden.page.js';
import { GegevensPage } from './pages/gegevens.page.js';
import { SessiesPage } from './pages/sessies.page.js';
import { StartPage } from './pages/start.page.js';
import { TaakPage } from './pages/taak.page.js';
import { Stapel } from './stapel.js';

jest.setTimeout(400_000);

const AANMELDMAIL = 'Uw link om u aan te melden';

let stapel: Stapel;
let browser: TestBrowser;
let cohortId: string;
/** Of the first contactpersoon, who does the taak, and of others. */
let email: string;
let ander: string;
let derde: string;
let taakLink: string;

beforeAll(async () => {
  stapel = await Stapel.maak();
  await stapel.start();
  browser = await TestBrowser.open();
  const api = stapel.api();
  // So slow that nothing happens by itself while the test looks.
  ({ cohortId } = await maakCohort(api, { gemeenten: 1, duur: 1_000_000, seed: 1, uit: '' }));
  const { items } = await api.lees<{ items: { contactpersonen: { email: string }[] }[] }>(
    'adviseur',
    `/cohorten/${cohortId}/deelnemers`,
  );
  const adressen = (items[0]?.contactpersonen ?? []).map((persoon) => persoon.email);
  email = adressen.find((adres) => adres.startsWith('beleid@')) ?? '';
  ander = adressen.find((adres) => adres.startsWith('bestuur@')) ?? '';
  derde = adressen.find((adres) => adres.startsWith('uitvoering@')) ?? '';
  // The trajecten begin a moment after their cohort.
  for (let keer = 0; keer < 100; keer++) {
    const cohort = await api.lees<{ oefenklok: { volgendMoment: string | null } }>(
      'adviseur',
      `/cohorten/${cohortId}`,
    );
    if (cohort.oefenklok.volgendMoment !== null) break;
    await rust(200);
  }
  await api.doe('adviseur', 'POST', `/cohorten/${cohortId}/klok/volgend-moment`, {});
  taakLink = await linkUitMail(stapel, email, 'Startgegevens');
});

afterAll(async () => {
  await browser.close();
  await stapel.ruimOp();
});

/** Ends the session of this browser at the server, as an hour without work does. */
async function beeindigSessie(context: BrowserContext): Promise<void> {
  const antwoord = await context.request.delete(`${stapel.run().urls.web}/api/v1/ik/sessies/huidig`, {
    headers: { 'sec-fetch-site': 'same-origin' },
  });
  expect(antwoord.status()).toBe(200);
}

test('gegeven een sessie die voorbij is, als iemand aan het invullen is, dan gaat niets verloren: ook niet na opnieuw laden', async () => {
  const page = await browser.newPage();
  const taak = await TaakPage.follow(page, taakLink);
  const aanmelden = new AanmeldenPage(page);
  await aanmelden.askForLink(email);
  const eerste = await linkUitMail(stapel, email, AANMELDMAIL);
  await aanmelden.openLink(eerste);
  await aanmelden.confirm();
  await taak.waitForTitel('Startgegevens');
  // That very taak, of all those with this name.
  expect(page.url()).toBe(taakLink);
  const veld = page.locator('form textarea').first();
  await taak.type(veld, 'Eerste zin.');
  await taak.waitUntilSaved();

  await beeindigSessie(page.context());
  await taak.type(veld, 'Eerste zin. Tweede zin.');
  const balk = page.getByRole('region', { name: 'Aanmelding verlopen' });
  await balk.waitFor();
  expect(await veld.inputValue()).toBe('Eerste zin. Tweede zin.');
  await axe(page, 'verlopen');
  const opnieuw = balk.getByRole('button', { name: 'Probeer opnieuw' });
  await taak.press(opnieuw);
  await balk.getByText('U bent nog niet aangemeld.').waitFor();

  // In a second window, from the mail; the first one goes on where it was.
  const geopend = page.context().waitForEvent('page');
  await taak.press(balk.getByRole('link', { name: 'Meld u aan in een nieuw tabblad' }));
  const tweede = new AanmeldenPage(await geopend);
  await tweede.waitForTitel('Aanmelden');
  await tweede.askForLink(email);
  const volgende = await linkUitMail(stapel, email, AANMELDMAIL, eerste);
  await tweede.openLink(volgende);
  await tweede.confirm();
  await tweede.waitForTitel('U bent weer aangemeld');
  await axe(tweede.page, 'weer-aangemeld');
  expect(
    await tweede.page.getByRole('link', { name: 'Ga naar de pagina waar u was' }).getAttribute('href'),
  ).toBe(new URL(taakLink).pathname);
  await taak.press(opnieuw);
  await balk.waitFor({ state: 'detached' });
  await taak.waitUntilSaved();
  const taakId = new URL(taakLink).pathname.split('/').at(-1) ?? '';
  const bewaard = async (): Promise<string> =>
    JSON.stringify(await stapel.api().lees(email as `${string}@${string}`, `/taken/${taakId}/concept`));
  expect(await bewaard()).toContain('Tweede zin.');

  // The same, but the page is loaded again before the login.
  await beeindigSessie(page.context());
  await taak.type(veld, 'Eerste zin. Tweede zin. Derde zin.');
  await balk.waitFor();
  page.on('dialog', (dialoog) => void dialoog.accept());
  await page.goto(taakLink);
  await taak.waitForTitel('Aanmelden');
  await aanmelden.askForLink(email);
  await aanmelden.openLink(await linkUitMail(stapel, email, AANMELDMAIL, volgende));
  await aanmelden.confirm();
  await taak.waitForTitel('Startgegevens');
  expect(await veld.inputValue()).toBe('Eerste zin. Tweede zin. Derde zin.');
  await taak.waitUntilSaved();
  expect(await bewaard()).toContain('Derde zin.');

  // Logging out leaves nothing of it in this window.
  await new StartPage(page).logOut();
  expect(await page.evaluate<string[]>('Object.keys(sessionStorage)')).not.toContainEqual(
    expect.stringContaining('concept'),
  );
});

test('gegeven een link die al is gebruikt, als iemand hem weer opent, dan krijgt hij een nieuwe die naar dezelfde taak leidt; de taak van een ander leest hij mee', async () => {
  const page = await browser.newPage();
  const taak = await TaakPage.follow(page, taakLink);
  const aanmelden = new AanmeldenPage(page);
  await aanmelden.press(page.getByRole('button', { name: 'Stuur mij een link' }));
  await page.getByRole('link', { name: 'Vul uw e-mailadres in.' }).waitFor();
  await axe(page, 'aanmelden-fout');
  await aanmelden.askForLink(ander);
  const link = await linkUitMail(stapel, ander, AANMELDMAIL);

  // Opening alone uses nothing up, however often; and the secret does not stay in the address.
  for (let keer = 0; keer < 2; keer++) {
    await page.goto('about:blank');
    await aanmelden.openLink(link);
    expect(page.url()).toBe(`${stapel.run().urls.web}/aanmelden/link`);
  }
  const eerder = await browser.newPage();
  const iemandAnders = new AanmeldenPage(eerder);
  await iemandAnders.openLink(link);
  await iemandAnders.confirm();
  await new TaakPage(eerder).waitForTitel('Startgegevens');
  await eerder.getByText('U kunt meelezen').waitFor();
  await eerder.getByText(/^Deze taak is voor .* van uw gemeente\./).waitFor();

  await aanmelden.confirm();
  await aanmelden.waitForTitel('Deze link werkt niet meer');
  await axe(page, 'link-verlopen');
  await aanmelden.askForLink(ander);
  await aanmelden.openLink(await linkUitMail(stapel, ander, AANMELDMAIL, link));
  await aanmelden.confirm();
  await taak.waitForTitel('Startgegevens');
  expect(page.url()).toBe(taakLink);
});

test('gegeven een adviseur die ook onderzoeker is, dan wisselt hij van rol, en beëindigt hij zijn sessies op andere plaatsen', async () => {
  await stapel.api().doe('adviseur', 'POST', `/cohorten/${cohortId}/toekenningen`, {
    email: 'adviseur@oefening.example',
    naam: 'Adviseur Oefening',
    rol: 'onderzoeker',
  });
  const page = await browser.newPage();
  const start = await StartPage.open(page, stapel.run().urls.web);
  await page.goto(`${stapel.run().urls.web}/cohorten/${cohortId}`);
  await start.waitForTitel('Aanmelden');
  await start.cancelLogin();
  // What was asked for survives a login that did not work.
  expect(new URL(page.url()).searchParams.get('naar')).toBe(`/cohorten/${cohortId}`);
  await page.getByText('Het aanmelden is gestopt voordat het klaar was.').waitFor();
  await axe(page, 'aanmelden-afgebroken');
  await start.logInAs('adviseur', /.+/);
  await page.waitForURL(`**/cohorten/${cohortId}`);
  await start.changeRolTo('onderzoeker', 'Resultaten per cohort');
  await axe(page, 'andere-rol');
  await page.goto(`${stapel.run().urls.web}/cohorten`);
  await start.waitForTitel('Deze pagina is voor een andere rol');
  await axe(page, 'verkeerde-rol');
  await start.press(page.getByRole('main').getByRole('button', { name: 'Verder als adviseur' }));
  await start.waitForTitel('Cohorten');

  const elders = await browser.newPage();
  const daar = await StartPage.open(elders, stapel.run().urls.web);
  await daar.practiseAs('adviseur');
  const sessies = await SessiesPage.open(page);
  await axe(page, 'sessies-meer');
  await sessies.endAllOthers();
  await page.getByText('U bent nergens anders aangemeld.').waitFor();
  await elders.reload();
  await daar.waitForTitel('Aanmelden');
});

test('gegeven een beheerder, dan regelt hij toegang tot een cohort, en leest hij geen traject', async () => {
  const page = await browser.newPage();
  const start = await StartPage.open(page, stapel.run().urls.web);
  await start.practiseAs('beheerder');
  await axe(page, 'beheer');
  await start.press(page.getByRole('link', { name: /^Regel toegang tot/ }).first());
  await start.waitForTitel(/^Toegang tot/);
  await page.getByRole('cell', { name: 'onderzoeker@oefening.example' }).first().waitFor();
  await axe(page, 'toegang-beheerder');
  await page.goto(`${stapel.run().urls.web}/cohorten/${cohortId}`);
  await start.waitForTitel('Deze pagina is voor een andere rol');
  await start.logOut();
  await axe(page, 'afgemeld');
  await start.press(page.getByRole('link', { name: 'Meld u ook af bij uw organisatie' }));
  await start.waitForTitel('Wilt u zich ook hier afmelden?');
  await start.press(page.getByRole('button', { name: 'Ja, meld mij af' }));
  await start.waitForTitel('Maatwerktraject basisvaardigheden');
});

test('gegeven iemand van een gemeente, dan leest die wat er is bewaard, verbetert de naam, neemt alles mee en vraagt om wissing; de beheerder ziet dat', async () => {
  const page = await browser.newPage();
  const aanmelden = new AanmeldenPage(page);
  await page.goto(`${stapel.run().urls.web}/aanmelden?naar=/gegevens`);
  await aanmelden.askForLink(derde);
  await aanmelden.openLink(await linkUitMail(stapel, derde, AANMELDMAIL));
  await aanmelden.confirm();
  await aanmelden.waitForTitel('Uw gegevens');
  await page.goto(`${stapel.run().urls.web}/mijn`);
  await aanmelden.waitForTitel(/traject/i);

  const gegevens = await GegevensPage.open(page);
  await axe(page, 'uw-gegevens');
  expect((await gegevens.lines('Trajecten en cohorten waar u bij staat')).join()).toContain(derde);
  expect(await gegevens.lines('Waar u bent aangemeld, en was')).toEqual([
    expect.stringContaining('Link uit een mail'),
  ]);
  expect((await gegevens.lines('Mails aan u')).join()).toContain('Link om u aan te melden');
  // Each look is a line from the next one on.
  expect((await gegevens.lines('Wat er met uw account is gedaan'))[0]).toContain(
    'Vroeg zijn eigen gegevens op',
  );
  await gegevens.unfold('Waarvoor, en hoe lang?');
  // A table of the register that has no word yet would show its own name.
  expect(await page.locator('main').innerText()).not.toMatch(/[a-z]_[a-z]/);
  await axe(page, 'uw-gegevens-open');

  await gegevens.rename(' ');
  await page.getByRole('link', { name: 'Vul uw naam in.' }).waitFor();
  await axe(page, 'uw-gegevens-fout');
  await gegevens.rename('Robin van den Berg');
  await page.getByText('Uw naam is nu: Robin van den Berg.').waitFor();
  await page.getByRole('banner').getByText('Robin van den Berg, gemeente').waitFor();
  const bestand = await gegevens.download();
  expect(bestand.suggestedFilename()).toMatch(/^uw-gegevens-\d{4}-\d\d-\d\d\.json$/);
  await page.getByText(`Uw gegevens staan in het bestand ${bestand.suggestedFilename()}.`).waitFor();
  expect(JSON.parse(readFileSync(await bestand.path(), 'utf8'))).toMatchObject({
    account: { naam: 'Robin van den Berg', email: derde },
    contactpersonen: [{ naam: 'Robin van den Berg' }],
  });

  await gegevens.askToBeErased('kort');
  await page.getByRole('link', { name: /^Schrijf in ten minste 10 tekens/ }).waitFor();
  const reden = 'Ik werk hier niet meer.';
  await gegevens.askToBeErased(reden);
  await page.getByRole('heading', { name: 'Weet u het zeker?' }).waitFor();
  await axe(page, 'uw-gegevens-wissen');
  await gegevens.press(page.getByRole('button', { name: 'Nee, stuur niets' }));
  await page.getByRole('heading', { name: 'Weet u het zeker?' }).waitFor({ state: 'detached' });
  await gegevens.askToBeErased(reden);
  await gegevens.press(page.getByRole('button', { name: 'Ja, stuur mijn verzoek' }));
  await page.getByText('Uw verzoek is verstuurd.').waitFor();
  await page.getByText('U hebt gevraagd om uw gegevens te wissen').waitFor();
  await axe(page, 'uw-gegevens-gevraagd');

  const beheer = await browser.newPage();
  const start = await StartPage.open(beheer, stapel.run().urls.web);
  await start.practiseAs('beheerder');
  await start.press(beheer.getByRole('link', { name: 'Verzoeken om te wissen' }));
  await start.waitForTitel('Verzoeken om te wissen');
  const verzoek = beheer.getByRole('row').filter({ hasText: 'Robin van den Berg' });
  expect(await verzoek.innerText()).toContain(reden);
  expect(await verzoek.innerText()).toContain('Nog te doen');
  await axe(beheer, 'verzoek-om-te-wissen');
  // Who manages has the same page about himself.
  await GegevensPage.open(beheer);
  await beheer.getByText('beheerder@oefening.example').first().waitFor();
  await axe(beheer, 'uw-gegevens-beheerder');
});
