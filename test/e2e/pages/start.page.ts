import type { Page } from 'playwright-core';
import { KeyboardPage } from './keyboard.page.js';

export type Rol = 'adviseur' | 'gemeente' | 'onderzoeker';

const EERSTE_PAGINA: Readonly<Record<Rol, string>> = {
  adviseur: 'Cohorten',
  gemeente: 'Kies uw gemeente',
  onderzoeker: 'Resultaten per cohort',
};

/** The first-run page, and taking on a role. */
export class StartPage extends KeyboardPage {
  static async open(page: Page, url: string): Promise<StartPage> {
    await page.goto(url);
    const start = new StartPage(page);
    await start.waitForTitel('Maatwerktraject basisvaardigheden');
    return start;
  }

  async practiseAs(rol: Rol): Promise<void> {
    await this.press(this.page.getByRole('button', { name: `Oefen als ${rol}` }));
    await this.waitForTitel(EERSTE_PAGINA[rol]);
  }

  /** On a page that was opened without a token, as a link from a mail is. */
  async continueAs(rol: Rol): Promise<void> {
    await this.press(this.page.getByRole('button', { name: `Verder als ${rol}` }));
  }

  async chooseAnotherRol(): Promise<void> {
    await this.press(this.page.getByRole('link', { name: 'Andere rol kiezen' }));
    await this.waitForTitel('Maatwerktraject basisvaardigheden');
  }
}
