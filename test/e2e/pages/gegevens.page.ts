import type { Download, Page } from 'playwright-core';
import { KeyboardPage } from './keyboard.page.js';

/** What the system keeps of who is logged in. */
export class GegevensPage extends KeyboardPage {
  static async open(page: Page): Promise<GegevensPage> {
    const gegevens = new GegevensPage(page);
    await gegevens.press(page.getByRole('banner').getByRole('link', { name: 'Uw gegevens' }));
    await gegevens.waitForTitel('Uw gegevens');
    await page.getByRole('heading', { name: 'Wie u bent' }).waitFor();
    return gegevens;
  }

  /** The lines of one kind, as text. */
  async lines(soort: string): Promise<string[]> {
    await this.unfold(soort);
    const rows = this.page.getByRole('region', { name: soort }).locator('tbody tr');
    await rows.first().waitFor();
    return rows.allInnerTexts();
  }

  async rename(naam: string): Promise<void> {
    await this.type(this.page.getByLabel('Uw naam'), naam);
    await this.press(this.page.getByRole('button', { name: 'Wijzig mijn naam' }));
  }

  async download(): Promise<Download> {
    const download = this.page.waitForEvent('download');
    await this.press(this.page.getByRole('button', { name: 'Download mijn gegevens' }));
    return download;
  }

  /** Up to the question whether it is sure. */
  async askToBeErased(reden: string): Promise<void> {
    await this.type(this.page.getByLabel('Waarom wilt u dat uw gegevens worden gewist?'), reden);
    await this.press(this.page.getByRole('button', { name: 'Vraag om mijn gegevens te wissen' }));
  }
}
