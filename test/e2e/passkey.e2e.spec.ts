import type { Page } from 'playwright-core';
import { maakCohort } from '../../tools/src/voorbeeld/cohort.opzet.js';
import { axe, TestBrowser } from './browser.js';
import { linkUitMail } from './mail.js';
import { AanmeldenPage } from './pages/aanmelden.page.js';
import { AccountsPage } from './pages/beheer.page.js';
import { geefApparaat, PasskeysPage } from './pages/passkeys.page.js';
import { SessiesPage } from './pages/sessies.page.js';
import { StartPage } from './pages/start.page.js';
import { Stapel } from './stapel.js';

jest.setTimeout(400_000);

let stapel: Stapel;
let browser: TestBrowser;
let email: string;
let collega: string;
let vorige: string | undefined;

beforeAll(async () => {
  stapel = await Stapel.maak();
  await stapel.start();
  browser = await TestBrowser.open();
  const api = stapel.api();
  const { cohortId } = await maakCohort(api, { gemeenten: 1, duur: 1_000_000, seed: 1, uit: '' });
  const { items } = await api.lees<{ items: { contactpersonen: { email: string }[] }[] }>(
    'adviseur',
    `/cohorten/${cohortId}/deelnemers`,
  );
  [email = '', collega = ''] = items[0]?.contactpersonen.map((persoon) => persoon.email) ?? [];
});

afterAll(async () => {
  await browser.close();
  await stapel.ruimOp();
});

/** Asks for a link on the login page, and uses it in this window. */
async function gebruikLink(page: Page): Promise<AanmeldenPage> {
  const aanmelden = new AanmeldenPage(page);
  await page.goto(`${stapel.run().urls.web}/aanmelden?naar=/mijn`);
  await aanmelden.waitForTitel('Aanmelden');
  await aanmelden.askForLink(email);
  vorige = await linkUitMail(stapel, email, 'Uw link om u aan te melden', vorige);
  await aanmelden.openLink(vorige);
  await aanmelden.confirm();
  return aanmelden;
}

test('gegeven een contactpersoon met een passkey, als die zich aanmeldt, dan is de link niet genoeg, en de passkey erbij wel', async () => {
  const page = await browser.newPage();
  await geefApparaat(page);
  await gebruikLink(page);
  await page.getByRole('button', { name: 'Afmelden' }).waitFor();
  await SessiesPage.open(page);
  const passkeys = new PasskeysPage(page);
  await page.getByRole('button', { name: 'Voeg een passkey toe' }).waitFor();
  await axe(page, 'passkeys-leeg');
  await passkeys.add('Telefoon');
  await page.getByRole('cell', { name: 'Link uit een mail, en een passkey' }).waitFor();
  await passkeys.rename('Telefoon', 'Sleutelhanger');
  await axe(page, 'passkeys');
  expect(await linkUitMail(stapel, email, 'U hebt een passkey toegevoegd')).toBe(
    `${stapel.run().urls.web}/sessies`,
  );
  // The same device again: it says itself that it has one.
  await passkeys.press(page.getByRole('button', { name: 'Voeg een passkey toe' }));
  await passkeys.type(page.getByLabel('Naam van de passkey'), 'Nog een keer');
  await passkeys.press(page.getByRole('button', { name: 'Maak de passkey' }));
  await page.getByText('Op dit apparaat staat al een passkey van u.').waitFor();
  await axe(page, 'passkey-bestaat-al');

  await new StartPage(page).logOut();
  await gebruikLink(page);
  await passkeys.waitForTitel('Laat uw passkey zien');
  await axe(page, 'passkey-stap');
  // The link was used, and gives nothing yet.
  const { status, url } = await page.evaluate<{ status: number; url: string }>(
    `fetch('/api/v1/ik').then(({ status, url }) => ({ status, url }))`,
  );
  expect([status, url]).toEqual([401, `${stapel.run().urls.web}/api/v1/ik`]);
  await passkeys.show();
  await passkeys.waitForTitel(/traject/i);
  // Who has one traject is taken on to it.
  expect(new URL(page.url()).pathname).toMatch(/^\/mijn(\/|$)/);

  await SessiesPage.open(page);
  await passkeys.askToRemove('Sleutelhanger');
  await axe(page, 'passkey-weg');
  await passkeys.remove('Sleutelhanger');
  await page.getByRole('button', { name: 'Verwijder passkey Sleutelhanger' }).waitFor({ state: 'detached' });
  await linkUitMail(stapel, email, 'U hebt een passkey verwijderd');
  await new StartPage(page).logOut();
  await gebruikLink(page);
  await passkeys.waitForTitel(/traject/i);
});

test('gegeven iemand die alleen bij de mail kan, als die de link gebruikt, dan komt die er zonder het apparaat niet in', async () => {
  const page = await browser.newPage();
  await geefApparaat(page);
  await gebruikLink(page);
  await SessiesPage.open(page);
  await new PasskeysPage(page).add('Telefoon');

  const elders = await browser.newPage();
  await geefApparaat(elders);
  await gebruikLink(elders);
  const passkeys = new PasskeysPage(elders);
  await passkeys.show();
  await elders.getByRole('alert').waitFor();
  await axe(elders, 'passkey-geweigerd');
  await elders.goto(`${stapel.run().urls.web}/mijn`);
  await passkeys.waitForTitel('Aanmelden');
});

test('gegeven iemand die het apparaat kwijt is, als een beheerder de passkeys weghaalt, dan is alles afgemeld en is de link weer genoeg', async () => {
  // Somebody else: an address gets a few links an hour.
  email = collega;
  const kwijt = await browser.newPage();
  await geefApparaat(kwijt);
  await gebruikLink(kwijt);
  await SessiesPage.open(kwijt);
  await new PasskeysPage(kwijt).add('Telefoon');
  const nieuw = await browser.newPage();
  await gebruikLink(nieuw);
  await new PasskeysPage(nieuw).waitForTitel('Laat uw passkey zien');

  const page = await browser.newPage();
  await (await StartPage.open(page, stapel.run().urls.web)).practiseAs('beheerder');
  const accounts = new AccountsPage(page);
  await accounts.open();
  await accounts.press(page.getByRole('row').filter({ hasText: email }).getByRole('link'));
  await accounts.waitForTitel(/^Account van /);
  await accounts.removePasskeys('kort');
  await page.getByRole('link', { name: /^Schrijf in ten minste 10 tekens/ }).waitFor();
  await axe(page, 'passkeys-weghalen-fout');
  await accounts.removePasskeys('De telefoon is gestolen.');
  await page.getByText('U haalt alle passkeys van').waitFor();
  await axe(page, 'passkeys-weghalen-zeker');
  await accounts.press(page.getByRole('button', { name: 'Ja, haal de passkeys weg' }));
  await page.getByText(/Weggehaald: 1 passkey\. Ook beëindigd: \d+ aanmelding/).waitFor();
  await axe(page, 'passkeys-weggehaald');
  await linkUitMail(stapel, email, 'De beheerder heeft uw passkeys weggehaald');

  await kwijt.goto(`${stapel.run().urls.web}/mijn`);
  await new PasskeysPage(kwijt).waitForTitel('Aanmelden');
  await gebruikLink(nieuw);
  await new PasskeysPage(nieuw).waitForTitel(/traject/i);
});
