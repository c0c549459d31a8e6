import { KeyboardPage } from './keyboard.page.js';

/** Where a service gets events by itself: making, trying, pausing and removing. */
export class WebhooksPage extends KeyboardPage {
  /** From the page of the account of a service. */
  async openNew(): Promise<void> {
    await this.press(this.page.getByRole('link', { name: 'Nieuwe webhook maken' }));
    await this.waitForTitel('Nieuwe webhook maken');
  }

  async submitNew(): Promise<void> {
    await this.press(this.page.getByRole('button', { name: 'Maak de webhook' }));
  }

  /** The secret as the page shows it, this once. */
  async secret(naam: string): Promise<string> {
    await this.page.getByRole('heading', { name: 'Kopieer dit geheim nu' }).waitFor();
    return this.page.getByLabel(`Geheim van ${naam}`).inputValue();
  }

  async kept(): Promise<void> {
    await this.press(this.page.getByRole('button', { name: 'Ik heb het bewaard' }));
  }

  async test(): Promise<void> {
    await this.press(this.page.getByRole('button', { name: 'Stuur een proefbericht' }));
    await this.page.getByText('Het proefbericht is onderweg.').waitFor();
  }

  async pause(): Promise<void> {
    await this.press(this.page.getByRole('button', { name: 'Pauzeer de webhook' }));
    await this.page.getByText('De webhook is gepauzeerd.').waitFor();
  }

  /** By the card on the first page of a beheerder. */
  async openPaused(naam: string): Promise<void> {
    await this.press(this.page.getByRole('link', { name: '1 webhook is gepauzeerd' }));
    await this.waitForTitel('Webhooks');
    await this.page.getByText('1 webhook gevonden.').waitFor();
    await this.page.getByRole('link', { name: naam, exact: true }).waitFor();
  }

  async resume(): Promise<void> {
    await this.press(this.page.getByRole('button', { name: 'Laat de webhook weer werken' }));
    await this.page.getByText('De webhook werkt weer.').waitFor();
  }

  async renewSecret(): Promise<void> {
    await this.press(this.page.getByRole('button', { name: 'Maak een nieuw geheim' }));
    await this.press(this.page.getByRole('button', { name: 'Ja, maak een nieuw geheim' }));
  }

  /** Sends what is on top of the list once more. */
  async again(): Promise<void> {
    await this.press(this.page.getByRole('button', { name: /^Opnieuw: / }).first());
    await this.page.getByText('Wij sturen opnieuw:').waitFor();
  }

  async replayFrom(dag: string): Promise<void> {
    await this.typeDatum(this.page.getByLabel('Vanaf welke dag?'), dag);
    await this.press(this.page.getByRole('button', { name: 'Stuur alles vanaf deze dag opnieuw' }));
  }

  async remove(): Promise<void> {
    await this.press(this.page.getByRole('button', { name: 'Verwijder deze webhook' }));
    await this.press(this.page.getByRole('button', { name: 'Ja, verwijder de webhook' }));
  }
}
