import { KeyboardPage } from './keyboard.page.js';

/** Who can use this: accounts, their roles, and the tokens of services. */
export class AccountsPage extends KeyboardPage {
  async open(): Promise<void> {
    await this.press(this.page.getByRole('link', { name: 'Beheer', exact: true }).first());
    await this.waitForTitel('Beheer');
    await this.press(this.page.getByRole('link', { name: 'Accounts', exact: true }));
    await this.waitForTitel('Accounts');
  }

  /** Shows accounts of one kind and role, by the words of the lists. */
  async only(soort: string, rol: string): Promise<void> {
    await this.select(this.page.getByLabel('Soort'), soort);
    await this.select(this.page.getByLabel('Rol', { exact: true }), rol);
    await this.press(this.page.getByRole('button', { name: 'Toon deze accounts' }));
  }

  async openNew(): Promise<void> {
    await this.press(this.page.getByRole('link', { name: 'Nieuw account maken' }));
    await this.waitForTitel('Nieuw account maken');
  }

  async submitNew(naam: string): Promise<void> {
    await this.press(this.page.getByRole('button', { name: 'Maak het account' }));
    await this.waitForTitel(`Account van ${naam}`);
    await this.page.getByText(`Het account van ${naam} is gemaakt.`).waitFor();
  }

  async rename(naam: string): Promise<void> {
    await this.type(this.page.getByLabel('Naam', { exact: true }), naam);
    await this.press(this.page.getByRole('button', { name: 'Wijzig de naam' }));
  }

  async changeEmail(email: string): Promise<void> {
    await this.type(this.page.getByLabel('E-mailadres', { exact: true }), email);
    await this.press(this.page.getByRole('button', { name: 'Wijzig het e-mailadres' }));
    await this.page.getByText(`Het e-mailadres is nu: ${email}.`).waitFor();
  }

  async giveRol(rol: string): Promise<void> {
    await this.press(this.page.getByRole('button', { name: `Geef de rol ${rol}` }));
    await this.page.getByText(`heeft nu de rol ${rol}.`).waitFor();
  }

  async withdrawRol(rol: string): Promise<void> {
    await this.press(this.page.getByRole('button', { name: `Trek in: de rol ${rol}` }));
    await this.press(this.page.getByRole('button', { name: 'Ja, trek de rol in' }));
    await this.page.getByText(`heeft de rol ${rol} niet meer.`).waitFor();
  }

  async block(): Promise<void> {
    await this.press(this.page.getByRole('button', { name: 'Blokkeer dit account' }));
    await this.press(this.page.getByRole('button', { name: 'Ja, blokkeer' }));
    await this.page.getByText('is geblokkeerd en overal afgemeld.').waitFor();
  }

  async unblock(): Promise<void> {
    await this.press(this.page.getByRole('button', { name: 'Maak het account weer actief' }));
    await this.page.getByText('kan weer werken').waitFor();
  }

  /** Lets a service into a cohort, in this role. */
  async letInto(cohort: string, rol: 'Adviseur' | 'Onderzoeker'): Promise<void> {
    await this.select(this.page.getByLabel('Welk cohort?'), cohort);
    await this.choose(this.page.getByRole('radio', { name: new RegExp(`^${rol}: `) }));
    await this.press(this.page.getByRole('button', { name: 'Geef toegang' }));
    await this.page.getByText('De dienst heeft toegang tot het cohort.').waitFor();
  }

  /** Makes a token with these permissions; gives the secret as the page shows it. */
  async makeToken(naam: string, rechten: readonly string[]): Promise<string> {
    await this.type(this.page.getByLabel('Waarvoor is dit token?'), naam);
    for (const recht of rechten) await this.toggle(this.page.getByRole('checkbox', { name: recht }));
    await this.press(this.page.getByRole('button', { name: 'Maak het token' }));
    await this.page.getByRole('heading', { name: 'Kopieer dit token nu' }).waitFor();
    return this.page.getByLabel(`Token voor ${naam}`).inputValue();
  }

  async withdrawToken(naam: string): Promise<void> {
    await this.press(this.page.getByRole('button', { name: `Trek in: token ${naam}` }));
    await this.press(this.page.getByRole('button', { name: 'Ja, trek het token in' }));
    await this.page.getByText(`Het token “${naam}” is ingetrokken.`).waitFor();
  }

  /** Up to the question whether it is sure. */
  async removePasskeys(reden: string): Promise<void> {
    await this.type(this.page.getByLabel('Waarom haalt u de passkeys weg?'), reden);
    await this.press(this.page.getByRole('button', { name: 'Haal de passkeys weg', exact: true }));
  }

  async erase(reden: string): Promise<void> {
    await this.type(this.page.getByLabel('Waarom wist u deze gegevens?'), reden);
    await this.press(this.page.getByRole('button', { name: 'Wis de gegevens van deze persoon' }));
    await this.press(this.page.getByRole('button', { name: 'Ja, wis de gegevens' }));
    await this.waitForTitel('Gewist account');
  }
}

/** Reading one traject for a reason. */
export class InzagenPage extends KeyboardPage {
  async open(): Promise<void> {
    await this.press(this.page.getByRole('link', { name: 'Beheer', exact: true }).first());
    await this.waitForTitel('Beheer');
    await this.press(this.page.getByRole('link', { name: 'Inzage', exact: true }));
    await this.waitForTitel('Inzage');
  }

  async ask(cohort: string, gemeente: string, reden: string): Promise<void> {
    await this.select(this.page.getByLabel('Welk cohort?'), cohort);
    const keuze = this.page.getByLabel('Welke gemeente?');
    await keuze.getByRole('option', { name: gemeente }).waitFor({ state: 'attached' });
    await this.select(keuze, gemeente);
    await this.type(this.page.getByLabel('Waarom moet u dit traject lezen?'), reden);
    await this.press(this.page.getByRole('button', { name: 'Begin de inzage' }));
    await this.page.getByText(`U kunt het traject van ${gemeente} nu lezen`).waitFor();
  }

  async read(gemeente: string): Promise<void> {
    await this.press(this.page.getByRole('link', { name: `Lees het traject van ${gemeente}` }));
    await this.waitForTitel(`Traject van ${gemeente}`);
  }

  async stop(gemeente: string): Promise<void> {
    await this.press(this.page.getByRole('button', { name: `Stop de inzage bij ${gemeente}` }));
    await this.page.getByText('De inzage is gestopt.').waitFor();
  }
}

/** Who did what, and why. */
export class LogboekPage extends KeyboardPage {
  async open(): Promise<void> {
    await this.press(this.page.getByRole('link', { name: 'Beheer', exact: true }).first());
    await this.waitForTitel('Beheer');
    await this.press(this.page.getByRole('link', { name: 'Logboek', exact: true }));
    await this.waitForTitel('Logboek');
  }

  /** Shows lines about one kind of act; gives them as text. */
  async only(wat: string): Promise<string[]> {
    // What is typed in a list within a second counts as one word.
    await this.page.waitForTimeout(1_100);
    await this.select(this.page.getByLabel('Wat', { exact: true }), wat);
    await this.press(this.page.getByRole('button', { name: 'Toon deze regels' }));
    const rows = this.page.getByRole('region', { name: 'Logboek' }).locator('tbody tr');
    await rows.filter({ hasNotText: wat }).first().waitFor({ state: 'detached' });
    await rows.first().waitFor();
    return rows.allInnerTexts();
  }
}
