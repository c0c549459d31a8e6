import type { Download } from 'playwright-core';
import { KeyboardPage } from './keyboard.page.js';

/** The results of a cohort, and their export. */
export class OnderzoekPage extends KeyboardPage {
  async openResultaten(cohort: string): Promise<void> {
    await this.press(this.page.getByRole('link', { name: cohort, exact: true }));
    await this.waitForTitel(`Resultaten van ${cohort}`);
  }

  /** The table of outcomes: how many gemeenten per class. */
  async readUitkomsten(): Promise<Record<string, number>> {
    const rows = this.page.getByRole('table', { name: 'Aantal gemeenten per uitkomst' }).locator('tbody tr');
    await rows.first().waitFor();
    const uitkomsten: Record<string, number> = {};
    for (const row of await rows.all())
      uitkomsten[await row.locator('th').innerText()] = Number(await row.locator('td').innerText());
    return uitkomsten;
  }

  async downloadExport(): Promise<Download> {
    const download = this.page.waitForEvent('download');
    await this.press(this.page.getByRole('button', { name: 'Download de export' }));
    return download;
  }
}
