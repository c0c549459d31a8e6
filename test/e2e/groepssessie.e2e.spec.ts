import { setTimeout as rust } from 'node:timers/promises';
import type { Groepssessie, GroepssessieLijst, Traject } from '@maatwerktraject/contracts';
import type { Page } from 'playwright-core';
import { axe, TestBrowser } from './browser.js';
import { GroepssessiesPage } from './pages/groepssessies.page.js';
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

const KIM = 'kim@enschede.example';
const persoon = (naam: string, email: string) => ({ naam, email, niveau: 'beleid', hoofdcontact: true });

/** Subjects of the mails to somebody, oldest first; waits until there are as many as asked. */
async function mailsAan(wie: string, aantal: number): Promise<{ volgnummer: number; onderwerp: string }[]> {
  const adres = new URL(`/api/berichten?aan=${encodeURIComponent(wie)}`, stapel.mailboxUrl());
  for (let keer = 0; ; keer++) {
    const { berichten } = (await (await fetch(adres)).json()) as {
      berichten: { volgnummer: number; onderwerp: string }[];
    };
    const over = berichten.filter(({ onderwerp }) => /scan op\?,|Gaat niet door,|Let op/.test(onderwerp));
    if (over.length >= aantal || keer === 60) return over;
    await rust(250);
  }
}

/** A page of somebody who is logged in. */
async function paginaVan(wie: Parameters<Stapel['aanmelding']>[0], pad: string): Promise<Page> {
  const page = await browser.newPage();
  const web = stapel.run().urls.web;
  const [naam = '', ...waarde] = (await stapel.aanmelding(wie)).split('=');
  await page.context().addCookies([
    {
      name: naam,
      value: waarde.join('='),
      domain: 'localhost',
      path: '/',
      secure: true,
      httpOnly: true,
      sameSite: 'Lax',
    },
  ]);
  await page.goto(new URL(pad, web).href);
  return page;
}

test('gegeven een lopend cohort, als de adviseur een groepssessie plant, verzet en houdt, dan hoort elke gemeente het op tijd', async () => {
  const api = stapel.api();
  const { id: cohortId } = await api.doe<{ id: string }>('adviseur', 'POST', '/cohorten', {
    naam: 'Sessies in Twente',
    sjabloon: { sleutel: 'maatwerktraject', versie: 1 },
    startdatum: '2027-02-01',
    adviseur: { naam: 'Adviseur Oefening', email: 'adviseur@oefening.example' },
    // Slow: it is moved by hand.
    oefenklok: { dagenPerSeconde: 0.0005 },
  });
  const voegToe = (gemeentecode: string, naam: string, email: string, startdatum: string | null = null) =>
    api.doe<{ trajectId: string }>('adviseur', 'POST', `/cohorten/${cohortId}/deelnemers`, {
      gemeentecode,
      contactpersonen: [persoon(naam, email)],
      startdatum,
    });
  await voegToe('GM0153', 'Kim de Boer', KIM);
  await api.doe('adviseur', 'POST', `/cohorten/${cohortId}/start`, {});

  // Plan and move it, as an adviseur does.
  const page = await paginaVan('adviseur', `/cohorten/${cohortId}`);
  const sessies = new GroepssessiesPage(page);
  await sessies.plan('Wat leverde de scan op?', '2027-03-02', 'Stadhuis, zaal 3');
  expect((await mailsAan(KIM, 1)).map(({ onderwerp }) => onderwerp)).toEqual([
    '[Oefening] Uitnodiging: Wat leverde de scan op?, dinsdag 2 maart 2027',
  ]);
  await sessies.verplaats('Wat leverde de scan op?', 'Stadhuis, zaal 5');
  const [, gewijzigd] = await mailsAan(KIM, 2);
  expect(gewijzigd?.onderwerp).toContain('Gewijzigd: Wat leverde de scan op?');
  await sessies.plan('Gaat niet door', '2027-04-06', 'Ergens');
  await sessies.zegAf('Gaat niet door');
  expect((await mailsAan(KIM, 4)).at(-1)?.onderwerp).toContain('Afgezegd: Gaat niet door');
  await axe(page, 'groepssessies');

  // What a gemeente sees of it.
  const mijn = await paginaVan(KIM, '/mijn');
  await mijn.getByText('Welke bijeenkomsten komen eraan?').waitFor();
  expect(await mijn.getByRole('listitem').filter({ hasText: 'Stadhuis, zaal 5' }).innerText()).toContain(
    'dinsdag 2 maart 2027, 10:00 tot 12:00 uur',
  );
  await axe(mijn, 'mijn-bijeenkomsten');

  // Another gemeente joins, on a day of its own.
  const { trajectId } = await voegToe('GM0141', 'Bo Bos', 'bo@almelo.example', '2027-03-01');
  for (let keer = 0; keer < 40; keer++) {
    const { status, stappen } = await api.lees<Traject>('adviseur', `/trajecten/${trajectId}`);
    if (status === 'lopend') {
      expect(stappen[0]?.geplandOp ?? stappen[0]).toBe('2027-03-01');
      break;
    }
    await rust(250);
    expect(keer).toBeLessThan(39);
  }

  // A condition a week before, and the reminder; the clock goes from moment to moment.
  const lijst = () => api.lees<GroepssessieLijst>('adviseur', `/cohorten/${cohortId}/groepssessies`);
  const { items } = await lijst();
  const sessie = items.find(({ status }) => status === 'gepland') as Groepssessie;
  await api.doe('adviseur', 'PUT', `/cohorten/${cohortId}/voorwaarden`, {
    items: [
      {
        sleutel: 'stap-1-op-tijd',
        peil: { groepssessie: sessie.id, werkdagen: -5 },
        toets: { soort: 'deel-afgerond', stap: 'inventariseren', onder: 0.7 },
        dan: { bericht: 'adviseur' },
      },
    ],
  });
  for (let keer = 0; keer < 60 && (await lijst()).nu < sessie.begintOp; keer++)
    await api.doe('adviseur', 'POST', `/cohorten/${cohortId}/klok/volgend-moment`, {});
  expect((await mailsAan(KIM, 5)).at(-1)?.onderwerp).toContain('Herinnering: Wat leverde de scan op?');
  const letOp = (await mailsAan('adviseur@oefening.example', 1)).filter(({ onderwerp }) =>
    onderwerp.includes('Let op'),
  );
  expect(letOp.map(({ onderwerp }) => onderwerp)).toEqual(['[Oefening] Let op in cohort Sessies in Twente']);

  // Afterwards: who was there.
  await page.reload();
  await sessies.legVast('Wat leverde de scan op?', 'Samen trainen.');
  const gehouden = (await lijst()).items.find(({ id }) => id === sessie.id);
  expect(gehouden).toMatchObject({ status: 'gehouden', verslag: 'Samen trainen.' });
  expect(gehouden?.genodigden.every(({ aanwezig }) => aanwezig === 'aanwezig')).toBe(true);
});
