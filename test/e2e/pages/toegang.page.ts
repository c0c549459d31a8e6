import { KeyboardPage } from './keyboard.page.js';

export interface NieuweToegang {
  readonly naam: string;
  readonly email: string;
  readonly rol: 'Onderzoeker' | 'Adviseur';
  /** Why this person may see the names of gemeenten; null when he may not. */
  readonly reden: string | null;
}

/** Who has access to a cohort. */
export class ToegangPage extends KeyboardPage {
  async give({ naam, email, rol, reden }: NieuweToegang): Promise<void> {
    await this.type(this.page.getByLabel('Naam', { exact: true }), naam);
    await this.type(this.page.getByLabel('E-mailadres'), email);
    await this.choose(this.page.getByRole('radio', { name: new RegExp(`^${rol}`) }));
    if (reden !== null) {
      await this.toggle(this.page.getByRole('checkbox'));
      await this.type(this.page.getByLabel('Waarom zijn de namen nodig?'), reden);
    }
    await this.press(this.page.getByRole('button', { name: 'Geef toegang' }));
    await this.page.getByText(`${naam} heeft nu toegang`).waitFor();
  }

  /** Puts somebody who is adviseur already in the mails of the cohort. */
  async putInMail(naam: string): Promise<void> {
    await this.press(this.page.getByRole('button', { name: `Zet ${naam} in de mail` }));
    await this.page.getByText(`Vanaf nu staat ${naam} in de mail`).waitFor();
    await this.page.getByText(`Mail van dit cohort noemt ${naam}`).waitFor();
  }

  async withdraw(naam: string): Promise<void> {
    await this.press(this.page.getByRole('button', { name: `Trek in: toegang van ${naam}` }));
    await this.press(this.page.getByRole('button', { name: 'Ja, trek de toegang in' }));
    await this.page.getByText(`${naam} heeft geen toegang meer`).waitFor();
  }
}
