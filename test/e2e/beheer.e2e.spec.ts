import type { Page } from 'playwright-core';
import { maakCohort } from '../../tools/src/voorbeeld/cohort.opzet.js';
import { axe, TestBrowser } from './browser.js';
import { linkUitMail } from './mail.js';
import { AccountsPage, InzagenPage, LogboekPage } from './pages/beheer.page.js';
import { StartPage } from './pages/start.page.js';
import { WebhooksPage } from './pages/webhooks.page.js';
import { Stapel, vrijePoort } from './stapel.js';
import { VoorbeeldOntvanger } from './webhook.ontvanger.js';

jest.setTimeout(400_000);

const UITNODIGING = 'U kunt nu werken met het Maatwerktraject';
const NOOR = 'noor@advies.example';
const REDEN = 'De gemeente meldt dat een antwoord weg is.';

let stapel: Stapel;
let browser: TestBrowser;
let page: Page;
let ontvanger: VoorbeeldOntvanger | undefined;
let cohort: { naam: string; gemeente: string };

beforeAll(async () => {
  stapel = await Stapel.maak({ WEBHOOK_LOOPBACK: 'true' });
  await stapel.start();
  browser = await TestBrowser.open();
  const api = stapel.api();
  // So slow that nothing happens by itself while the test looks.
  const { cohortId } = await maakCohort(api, { gemeenten: 1, duur: 1_000_000, seed: 1, uit: '' });
  const { naam } = await api.lees<{ naam: string }>('adviseur', `/cohorten/${cohortId}`);
  const { items } = await api.lees<{ items: { gemeente: { naam: string } }[] }>(
    'adviseur',
    `/cohorten/${cohortId}/deelnemers`,
  );
  cohort = { naam, gemeente: items[0]?.gemeente.naam ?? '' };
  page = await browser.newPage();
  const start = await StartPage.open(page, stapel.run().urls.web);
  await start.practiseAs('beheerder');
});

afterAll(async () => {
  await browser.close();
  await ontvanger?.ruimOp();
  await stapel.ruimOp();
});

/** The API in the name of who is logged in here, as another window of his would ask it. */
async function elders(methode: 'GET' | 'PATCH', pad: string, inhoud?: object, versie?: number) {
  const antwoord = await page.context().request.fetch(`${stapel.run().urls.web}/api/v1${pad}`, {
    method: methode,
    headers: {
      'sec-fetch-site': 'same-origin',
      ...(versie === undefined ? {} : { 'If-Match': `"${String(versie)}"` }),
    },
    ...(inhoud === undefined ? {} : { data: inhoud }),
  });
  expect(antwoord.status()).toBe(200);
  return antwoord.json() as Promise<{ naam: string; versie: number }>;
}

/** What the API says of a service with this token. */
const metToken = async (token: string): Promise<number> =>
  (await fetch(`${stapel.run().urls.web}/api/v1/ik`, { headers: { Authorization: `Bearer ${token}` } }))
    .status;

test('een beheerder nodigt iemand uit, wijzigt en blokkeert het account, en een wijziging van een ander gaat niet verloren', async () => {
  await axe(page, 'beheer');
  const accounts = new AccountsPage(page);
  await accounts.open();
  await axe(page, 'accounts');
  await accounts.only('Personen', 'gemeente');
  await page.getByText('3 accounts gevonden.').waitFor();
  // What is typed in a list within a second counts as one word.
  await page.waitForTimeout(1_100);
  await accounts.only('Diensten', 'gemeente');
  await page.getByText('Er is geen account dat bij deze keuze past.').waitFor();

  await accounts.openNew();
  await accounts.press(page.getByRole('button', { name: 'Maak het account' }));
  await page.getByRole('link', { name: 'Kies ten minste één rol.' }).waitFor();
  await axe(page, 'nieuw-account-fouten');
  await accounts.type(page.getByLabel('Naam', { exact: true }), 'Noor de Wit');
  await accounts.type(page.getByLabel('E-mailadres'), NOOR);
  await accounts.toggle(page.getByRole('checkbox', { name: /^Adviseur/ }));
  await accounts.submitNew('Noor de Wit');
  expect(await linkUitMail(stapel, NOOR, UITNODIGING)).toBe(`${stapel.run().urls.web}/aanmelden`);

  await accounts.rename('Noor Wit');
  await page.getByText('De naam is nu: Noor Wit.').waitFor();
  const pad = `/accounts/${new URL(page.url()).pathname.split('/').at(-1) ?? ''}`;
  const { versie } = await elders('GET', pad);
  await elders('PATCH', pad, { naam: 'Noor van Elders' }, versie);
  await accounts.rename('Noor van Hier');
  await page.getByText('Uw wijziging is niet opgeslagen.').waitFor();
  await axe(page, 'account-andere-versie');
  await accounts.press(page.getByRole('button', { name: 'Haal de nieuwe gegevens op' }));
  await accounts.waitForTitel('Account van Noor van Elders');
  expect(await page.getByLabel('Naam', { exact: true }).inputValue()).toBe('Noor van Elders');
  await accounts.changeEmail(`ander.${NOOR}`);

  await accounts.giveRol('onderzoeker');
  await accounts.withdrawRol('adviseur');
  await accounts.block();
  await axe(page, 'account-geblokkeerd');
  await accounts.unblock();
  await axe(page, 'account');
});

test('een beheerder geeft een dienst een token: het is één keer te zien, het werkt, en na intrekken niet meer', async () => {
  const accounts = new AccountsPage(page);
  await accounts.open();
  await accounts.openNew();
  await accounts.choose(page.getByRole('radio', { name: /^Een dienst/ }));
  await accounts.type(page.getByLabel('Naam', { exact: true }), 'Zaaksysteem');
  await accounts.submitNew('Zaaksysteem');
  const token = await accounts.makeToken('Nachtelijke export', [
    'Opvragen wie de dienst is',
    'De export ophalen',
  ]);
  expect(token).toMatch(/^mwt_/);
  await axe(page, 'token-eenmaal');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await accounts.press(page.getByRole('button', { name: 'Kopieer het token' }));
  await page.getByText('Het token is gekopieerd.').waitFor();
  expect(await page.evaluate<string>('navigator.clipboard.readText()')).toBe(token);
  // The page says what the API does.
  const stand = page.getByRole('region', { name: 'Lijst van tokens' });
  await stand.getByText('Deze dienst is nu geen onderzoeker').waitFor();
  expect(await metToken(token)).toBe(401);
  await axe(page, 'token-werkt-niet');
  await accounts.giveRol('onderzoeker');
  await stand.getByText('geen enkel cohort').waitFor();
  await accounts.letInto(cohort.naam, 'Onderzoeker');
  await stand.getByText('Werkt', { exact: true }).waitFor();
  expect(await metToken(token)).toBe(200);

  await accounts.press(page.getByRole('button', { name: 'Ik heb het bewaard' }));
  await page.getByText('U ziet het niet meer terug.').waitFor();
  await page.reload();
  await accounts.waitForTitel('Account van Zaaksysteem');
  await page.getByRole('cell', { name: 'Werkt', exact: true }).waitFor();
  expect(await page.content()).not.toContain(token);
  await accounts.withdrawToken('Nachtelijke export');
  await axe(page, 'dienst');
  expect(await metToken(token)).toBe(401);
});

test('een beheerder maakt een webhook, ziet hoe het bezorgen gaat, vervangt het geheim zonder dat er iets uitvalt, en ziet dat er een stilstaat', async () => {
  const webhooks = new WebhooksPage(page);
  const rij = page.getByRole('region', { name: 'Lijst van leveringen' }).locator('tbody tr');
  await webhooks.openNew();
  await webhooks.submitNew();
  await page.getByRole('link', { name: 'Vul een naam in.' }).waitFor();
  await axe(page, 'nieuwe-webhook-fouten');
  const poort = await vrijePoort();
  await webhooks.type(page.getByLabel('Naam van de webhook'), 'Meldingen');
  await webhooks.type(page.getByLabel('Adres', { exact: true }), 'http://10.0.0.1/hook');
  await webhooks.toggle(page.getByRole('checkbox', { name: 'Cohort gestart' }));
  await webhooks.submitNew();
  // The API judges where an address leads.
  await page.locator('#veld-url-fout').waitFor();
  await webhooks.type(
    page.getByLabel('Adres', { exact: true }),
    `http://127.0.0.1:${String(poort)}/hook/${'lang'.repeat(15)}`,
  );
  await webhooks.submitNew();
  const geheim = await webhooks.secret('Meldingen');
  expect(geheim).toMatch(/^whsec_/);
  await axe(page, 'geheim-eenmaal');
  ontvanger = new VoorbeeldOntvanger(poort, geheim);
  await ontvanger.start();
  const { regels } = ontvanger;
  await webhooks.kept();
  await webhooks.waitForTitel('Webhook Meldingen');
  await page.getByText('De webhook Meldingen is gemaakt.').waitFor();
  expect(await page.content()).not.toContain(geheim);

  await webhooks.test();
  await rij.filter({ hasText: 'Bezorgd' }).first().waitFor();
  expect(regels).toEqual([expect.stringMatching(/^nl\.maatwerktraject\.test\.v1 test-/)]);
  await webhooks.renewSecret();
  const nieuw = await webhooks.secret('Meldingen');
  expect(nieuw).not.toBe(geheim);
  await axe(page, 'nieuw-geheim');
  await webhooks.kept();
  await page.getByText('Het vorige geheim werkt nog tot').waitFor();
  // Verified with the secret of before.
  await webhooks.again();
  await rij.filter({ hasText: 'Bezorgd' }).nth(1).waitFor();
  expect(new Set(regels).size).toBe(2);

  await ontvanger.dood();
  await webhooks.test();
  await rij.filter({ hasText: 'Wij kregen geen verbinding.' }).first().waitFor();
  await webhooks.press(page.getByRole('button', { name: 'Stuur alles vanaf deze dag opnieuw' }));
  await page.getByRole('link', { name: /^Kies een dag van / }).waitFor();
  await axe(page, 'webhook');
  await webhooks.replayFrom(new Date().toISOString().slice(0, 10));
  // As an onderzoeker this service hears of nothing.
  await page.getByText('Er is niets klaargezet.').waitFor();

  await webhooks.pause();
  await webhooks.press(page.getByRole('link', { name: 'Beheer', exact: true }).first());
  await webhooks.waitForTitel('Beheer');
  await page.getByRole('link', { name: '1 webhook is gepauzeerd' }).waitFor();
  await axe(page, 'beheer-gepauzeerd');
  await webhooks.openPaused('Meldingen');
  await axe(page, 'webhooks');
  await webhooks.press(page.getByRole('link', { name: 'Meldingen', exact: true }));
  await webhooks.waitForTitel('Webhook Meldingen');
  await axe(page, 'webhook-gepauzeerd');
  await webhooks.resume();
  await webhooks.press(page.getByRole('link', { name: 'Zaaksysteem', exact: true }));
  await new AccountsPage(page).waitForTitel('Account van Zaaksysteem');
  await page.getByRole('link', { name: 'Meldingen', exact: true }).waitFor();
  await axe(page, 'dienst-met-webhook');
  await webhooks.press(page.getByRole('link', { name: 'Meldingen', exact: true }));
  await webhooks.remove();
  await page.getByText('Deze dienst heeft nog geen webhook.').waitFor();
});

test('een beheerder leest een traject met een reden, kan er niets doen, en het staat in het logboek', async () => {
  const inzagen = new InzagenPage(page);
  await inzagen.open();
  await inzagen.press(page.getByRole('button', { name: 'Begin de inzage' }));
  await page.getByRole('link', { name: 'Kies een gemeente.' }).waitFor();
  await axe(page, 'inzagen-fouten');
  await inzagen.ask(cohort.naam, cohort.gemeente, REDEN);
  await axe(page, 'inzagen');
  await inzagen.read(cohort.gemeente);
  const banner = page.getByRole('region', { name: 'Inzage' });
  expect(await banner.innerText()).toMatch(new RegExp(`U kijkt mee tot .*\\n?.*${REDEN}`));
  // Nothing to press, nothing to fill in.
  expect(await page.locator('main button, main input, main textarea').count()).toBe(0);
  await axe(page, 'inzage-traject');
  const traject = page.url();
  await inzagen.press(page.locator('details[open] a, [aria-labelledby=nu] a').first());
  await banner.waitFor();
  await axe(page, 'inzage-taak');
  expect(await page.locator('main button, main input, main textarea').count()).toBe(0);
  await inzagen.press(banner.getByRole('link', { name: 'Stop de inzage' }));
  await inzagen.waitForTitel('Inzage');
  await inzagen.stop(cohort.gemeente);
  await page.goto(traject);
  await inzagen.waitForTitel('U hebt hier geen inzage');
  await axe(page, 'geen-inzage');

  const logboek = new LogboekPage(page);
  await logboek.open();
  await axe(page, 'logboek');
  expect((await logboek.only('Begon een inzage')).join()).toContain(REDEN);
  expect((await logboek.only('Las mee in een traject')).length).toBeGreaterThanOrEqual(2);
});

test('een beheerder wist de gegevens van iemand die daarom vraagt', async () => {
  const accounts = new AccountsPage(page);
  await accounts.open();
  await accounts.press(page.getByRole('link', { name: 'Noor van Elders' }));
  await accounts.waitForTitel('Account van Noor van Elders');
  await accounts.erase('Zij vroeg zelf om wissing.');
  await axe(page, 'account-gewist');
  expect(await page.content()).not.toContain(NOOR);
  await accounts.press(page.getByRole('link', { name: 'Beheer', exact: true }).first());
  await accounts.press(page.getByRole('link', { name: 'Verzoeken om te wissen' }));
  await accounts.waitForTitel('Verzoeken om te wissen');
  await axe(page, 'verzoeken');
});
