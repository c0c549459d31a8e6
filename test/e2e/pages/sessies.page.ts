import type { Page } from 'playwright-core';
import { KeyboardPage } from './keyboard.page.js';

/** Where somebody is logged in. */
export class SessiesPage extends KeyboardPage {
  static async open(page: Page): Promise<SessiesPage> {
    const sessies = new SessiesPage(page);
    await sessies.press(page.getByRole('link', { name: 'Uw sessies' }));
    await sessies.waitForTitel('Uw sessies');
    return sessies;
  }

  async endAllOthers(): Promise<void> {
    await this.press(this.page.getByRole('button', { name: /^Beëindig alle andere/ }));
    await this.page.getByText(/^(De sessie is|De andere sessies zijn) beëindigd\.$/).waitFor();
  }
}
