import type { Page } from 'playwright-core';
import { KeyboardPage } from './keyboard.page.js';

/** A device for passkeys in this browser: it says yes by itself, and has recognised the person. */
export async function geefApparaat(page: Page): Promise<void> {
  const debug = await page.context().newCDPSession(page);
  await debug.send('WebAuthn.enable');
  await debug.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** What protects an account besides the link, below the sessions; and the step that it adds to logging in. */
export class PasskeysPage extends KeyboardPage {
  async add(naam: string): Promise<void> {
    await this.press(this.page.getByRole('button', { name: 'Voeg een passkey toe' }));
    await this.type(this.page.getByLabel('Naam van de passkey'), naam);
    await this.press(this.page.getByRole('button', { name: 'Maak de passkey' }));
    await this.page.getByText(`${naam} is toegevoegd.`).waitFor();
  }

  async rename(oud: string, nieuw: string): Promise<void> {
    await this.press(this.page.getByRole('button', { name: `Verander de naam van passkey ${oud}` }));
    await this.type(this.page.getByLabel('Naam van de passkey'), nieuw);
    await this.press(this.page.getByRole('button', { name: 'Bewaar de naam' }));
    await this.page.getByText(`De passkey heet nu ${nieuw}.`).waitFor();
  }

  async askToRemove(naam: string): Promise<void> {
    await this.press(this.page.getByRole('button', { name: `Verwijder passkey ${naam}` }));
    await this.page.getByRole('heading', { name: 'Weet u het zeker?' }).waitFor();
  }

  async remove(naam: string): Promise<void> {
    await this.press(this.page.getByRole('button', { name: 'Ja, verwijder de passkey' }));
    await this.page.getByText(`${naam} is verwijderd.`).waitFor();
  }

  /** After the link. */
  async show(): Promise<void> {
    await this.waitForTitel('Laat uw passkey zien');
    await this.press(this.page.getByRole('button', { name: 'Gebruik mijn passkey' }));
  }
}
