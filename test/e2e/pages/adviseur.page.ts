import { KeyboardPage } from './keyboard.page.js';

export interface NieuwCohort {
  readonly naam: string;
  readonly startdatum: string;
  readonly adviseur: { readonly naam: string; readonly email: string };
  /** The beginning of a speed as the page words it; null for a real cohort. */
  readonly snelheid: string | null;
}

export interface NieuweDeelnemer {
  /** The name in full; it is searched for, and chosen from what is found. */
  readonly gemeente: string;
  readonly contactpersonen: readonly { readonly naam: string; readonly email: string }[];
}

/** What an adviseur does with cohorten. */
export class AdviseurPage extends KeyboardPage {
  async openCohorten(): Promise<void> {
    await this.press(
      this.page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Cohorten' }),
    );
    await this.waitForTitel('Cohorten');
  }

  async openToegang(cohort: string): Promise<void> {
    await this.press(this.page.getByRole('link', { name: 'Wie heeft toegang tot dit cohort?' }));
    await this.waitForTitel(`Toegang tot ${cohort}`);
  }

  async backToCohort(cohort: string): Promise<void> {
    await this.press(
      this.page.getByRole('navigation', { name: 'Kruimelpad' }).getByRole('link', { name: cohort }),
    );
    await this.waitForTitel(cohort);
  }

  /** Gives the address that was filled in already. */
  async createCohort(cohort: NieuwCohort): Promise<string> {
    await this.press(this.page.getByRole('link', { name: 'Nieuw cohort maken' }));
    await this.waitForTitel('Nieuw cohort');
    await this.type(this.page.getByLabel('Naam van het cohort'), cohort.naam);
    await this.typeDatum(this.page.getByLabel('Startdatum'), cohort.startdatum);
    const adres = this.page.getByLabel('E-mailadres van de adviseur');
    const eigen = await adres.inputValue();
    await this.type(this.page.getByLabel('Naam van de adviseur'), cohort.adviseur.naam);
    await this.type(adres, cohort.adviseur.email);
    if (cohort.adviseur.email !== eigen)
      await this.page.getByText('U houdt zelf toegang als adviseur').waitFor();
    await this.choose(this.page.getByRole('radio', { name: cohort.snelheid === null ? /^Nee/ : /^Ja/ }));
    if (cohort.snelheid !== null) await this.choose(this.page.getByRole('radio', { name: cohort.snelheid }));
    await this.press(this.page.getByRole('button', { name: 'Cohort maken' }));
    await this.waitForTitel(cohort.naam);
    await this.page.getByText(`Het cohort ${cohort.naam} is gemaakt.`).waitFor();
    return eigen;
  }

  /** The first person gets niveau beleid and is the hoofdcontact, the next ones bestuur and uitvoering. */
  async addDeelnemer({ gemeente, contactpersonen }: NieuweDeelnemer): Promise<void> {
    await this.unfold('Een gemeente toevoegen');
    await this.type(this.page.getByLabel('Welke gemeente?'), gemeente);
    await this.choose(
      this.page.getByRole('radio', { name: new RegExp(`^${gemeente.replace(/[()]/g, '\\$&')} \\(`) }),
    );
    for (const [nummer, persoon] of contactpersonen.entries()) {
      const groep = this.page.getByRole('group', { name: `Contactpersoon ${String(nummer + 1)}` });
      await this.type(groep.getByLabel('Naam'), persoon.naam);
      await this.type(groep.getByLabel('E-mailadres'), persoon.email);
    }
    await this.press(this.page.getByRole('button', { name: 'Gemeente toevoegen', exact: true }));
    await this.page.getByText(`${gemeente} is toegevoegd.`).waitFor();
  }

  /** Sends a file that is not good, and waits for what is said of it. */
  async loadCsv(csv: string): Promise<void> {
    await this.unfold(/bestand/);
    await this.page
      .getByLabel('CSV-bestand')
      .setInputFiles({ name: 'gemeenten.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await this.press(this.page.getByRole('button', { name: 'Gemeenten uit het bestand toevoegen' }));
    await this.page.getByRole('region', { name: 'Fouten in het bestand' }).waitFor();
  }

  async startCohort(): Promise<void> {
    await this.press(this.page.getByRole('button', { name: 'Start het cohort' }));
    await this.press(this.page.getByRole('button', { name: /^Ja, start met/ }));
    await this.page.getByRole('heading', { name: 'Bord' }).waitFor();
  }

  /** Moves the oefenklok to the next moment at which something happens. */
  async goToNextMoment(): Promise<void> {
    const answered = this.page.waitForResponse((response) => response.url().endsWith('/klok/volgend-moment'));
    await this.press(this.page.getByRole('button', { name: 'Ga naar het volgende moment' }));
    const status = (await answered).status();
    if (status !== 200) throw new Error(`the oefenklok was not moved: status ${String(status)}`);
    await this.page.getByRole('button', { name: 'Ga naar het volgende moment' }).waitFor();
  }

  async openTraject(gemeente: string): Promise<void> {
    await this.press(this.page.getByRole('link', { name: gemeente, exact: true }));
    await this.waitForTitel(`Traject van ${gemeente}`);
  }

  async approve(stapTitel: string): Promise<void> {
    await this.press(this.page.getByRole('button', { name: `Keur ${stapTitel} goed` }));
    await this.page.getByText('De stap is goedgekeurd.').waitFor();
  }

  /** Puts a conversation on record as held today. */
  async logCheckIn(titel: string, verslag: string): Promise<void> {
    await this.unfold(new RegExp(`^\\s*${titel} vastleggen`));
    const open = this.page.locator('details[open]').filter({ hasText: `${titel} vastleggen` });
    await this.type(open.getByLabel(/Wat is er besproken/), verslag);
    await this.press(open.getByRole('button', { name: /vast$/ }));
    await open.waitFor({ state: 'detached' });
  }

  async recordUitkomst(klasse: string, toelichting: string): Promise<void> {
    await this.choose(this.page.getByRole('radio', { name: new RegExp(`^${klasse}\\.`) }));
    await this.type(this.page.getByLabel('Waarop baseert u dit?'), toelichting);
    await this.press(this.page.getByRole('button', { name: 'Leg de uitkomst vast' }));
    await this.page.getByText('De uitkomst is vastgelegd.').waitFor();
  }
}
