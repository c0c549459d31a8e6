import { KeyboardPage } from './keyboard.page.js';

/** Logging in with a link by mail, as contactpersonen do. */
export class AanmeldenPage extends KeyboardPage {
  async askForLink(email: string): Promise<void> {
    await this.type(this.page.getByLabel('Uw e-mailadres'), email);
    await this.press(this.page.getByRole('button', { name: 'Stuur mij een link' }));
    await this.waitForTitel('Kijk in uw mail');
  }

  /** Opens the link of a mail; that alone logs nobody in. */
  async openLink(url: string): Promise<void> {
    await this.page.goto(url);
    await this.waitForTitel('Wilt u zich aanmelden?');
  }

  async confirm(): Promise<void> {
    await this.press(this.page.getByRole('button', { name: 'Ja, meld mij aan' }));
  }
}
