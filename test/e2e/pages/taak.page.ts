import type { Page } from 'playwright-core';
import { KeyboardPage } from './keyboard.page.js';

/** The form of one taak. */
export class TaakPage extends KeyboardPage {
  /** Opens a link as it stands in a mail. */
  static async follow(page: Page, url: string): Promise<TaakPage> {
    await page.goto(url);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return new TaakPage(page);
  }

  /** Gives every cell of a matrix the same score, by the beginning of its label. */
  async scoreAll(label: string): Promise<void> {
    const cells = this.page.locator('section.matrix select');
    await cells.first().waitFor();
    for (const cell of await cells.all()) await this.select(cell, label);
  }

  /** Answers a question with radio buttons. */
  async answerKeuze(vraag: string, antwoord: string): Promise<void> {
    await this.choose(
      this.page.getByRole('group', { name: vraag }).getByRole('radio', { name: antwoord, exact: true }),
    );
  }

  async answerTekst(vraag: string | RegExp, antwoord: string): Promise<void> {
    await this.type(this.page.getByLabel(vraag), antwoord);
  }

  /** Fills everything that is required with a plain answer, whatever the form asks. */
  async fillAll(): Promise<void> {
    await this.page.getByRole('button', { name: 'Antwoorden indienen' }).waitFor();
    for (const group of await this.page.locator('form fieldset:has(input[type=radio])').all())
      await this.choose(group.locator('input[type=radio]').first());
    for (const group of await this.page.locator('form fieldset:has(input[type=checkbox])').all())
      await this.toggle(group.locator('input[type=checkbox]').first());
    for (const list of await this.page.locator('form select').all()) {
      const label = await list.locator('option').nth(1).textContent();
      await this.select(list, (label ?? '').slice(0, 12));
    }
    for (const field of await this.page.locator('form textarea').all())
      await this.type(field, 'Een antwoord om te oefenen.');
    for (const field of await this.page.locator('form input[type=date]').all())
      await this.typeDatum(field, '2027-06-01');
    for (const field of await this.page.locator('form input[inputmode=decimal]').all())
      await this.type(field, '7');
    for (const field of await this.page.locator('form input[type=text]:not([inputmode])').all())
      await this.type(field, 'Een naam');
  }

  async waitUntilSaved(): Promise<void> {
    await this.page.getByText(/^Bewaard om \d\d:\d\d uur\.$/).waitFor();
  }

  /** Hands the form in and waits for the page that confirms it. */
  async submit(): Promise<void> {
    await this.press(this.page.getByRole('button', { name: 'Antwoorden indienen' }));
    await this.waitForTitel('Uw antwoorden zijn ingediend');
  }

  /** Tries to hand in a form that is not complete; gives the lines of the summary of faults. */
  async submitWithFouten(): Promise<string[]> {
    await this.press(this.page.getByRole('button', { name: 'Antwoorden indienen' }));
    const summary = this.page.getByRole('alert');
    await summary.waitFor();
    return summary.getByRole('listitem').allTextContents();
  }
}
