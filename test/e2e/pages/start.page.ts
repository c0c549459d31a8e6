import type { Page } from 'playwright-core';
import { KeyboardPage } from './keyboard.page.js';

/** The people of the practice provider, by role. */
export type Staf = 'adviseur' | 'onderzoeker' | 'beheerder';

const NAAM: Readonly<Record<Staf, string>> = {
  adviseur: 'Adviseur Oefening',
  onderzoeker: 'Onderzoeker Oefening',
  beheerder: 'Beheerder Oefening',
};
const EERSTE_PAGINA: Readonly<Record<Staf, string>> = {
  adviseur: 'Cohorten',
  onderzoeker: 'Resultaten per cohort',
  beheerder: 'Beheer',
};

/** The first page, and logging in with the account of an organisation. */
export class StartPage extends KeyboardPage {
  static async open(page: Page, url: string): Promise<StartPage> {
    await page.goto(url);
    const start = new StartPage(page);
    await start.waitForTitel('Maatwerktraject basisvaardigheden');
    return start;
  }

  async openOver(): Promise<void> {
    await this.press(this.page.getByRole('link', { name: 'Over deze website' }));
    await this.waitForTitel('Over deze website');
  }

  async openAanmelden(): Promise<void> {
    await this.press(this.page.getByRole('link', { name: 'Meld u aan' }));
    await this.waitForTitel('Aanmelden');
  }

  /** From the login page, by way of the practice provider, to the first page of this role. */
  async logInAs(rol: Staf, titel: string | RegExp = EERSTE_PAGINA[rol]): Promise<void> {
    await this.press(this.page.getByRole('link', { name: 'Aanmelden om te oefenen' }));
    await this.waitForTitel('Oefenaanmelding: kies wie u bent');
    await this.press(this.page.getByRole('button', { name: NAAM[rol] }));
    await this.waitForTitel(titel);
  }

  async practiseAs(rol: Staf): Promise<void> {
    await this.openAanmelden();
    await this.logInAs(rol);
  }

  /** Goes to the practice provider, and back without choosing anybody. */
  async cancelLogin(): Promise<void> {
    await this.press(this.page.getByRole('link', { name: 'Aanmelden om te oefenen' }));
    await this.waitForTitel('Oefenaanmelding: kies wie u bent');
    await this.press(this.page.getByRole('button', { name: 'Niet aanmelden' }));
    await this.waitForTitel('Aanmelden');
  }

  async changeRolTo(rol: string, titel: string): Promise<void> {
    await this.unfold('Andere rol kiezen');
    await this.press(this.page.getByRole('banner').getByRole('button', { name: `Verder als ${rol}` }));
    await this.waitForTitel(titel);
  }

  async logOut(): Promise<void> {
    await this.press(this.page.getByRole('button', { name: 'Afmelden' }));
    await this.page.getByText('U bent afgemeld').waitFor();
  }
}
