import type { Locator, Page } from 'playwright-core';

/** How many times Tab is pressed before a target counts as out of reach of the keyboard. */
const MAX_TABS = 400;

const hasFocus = async (target: Locator): Promise<boolean> =>
  (await target.and(target.page().locator(':focus')).count()) === 1;

/**
 * A page that is worked with the keyboard alone, as someone does who cannot use a mouse. Every method fails when the
 * keyboard cannot get there; none of them clicks or sets a value from outside.
 */
export class KeyboardPage {
  constructor(readonly page: Page) {}

  /** Presses Tab until `target` has the focus. */
  async tabTo(target: Locator): Promise<void> {
    await target.waitFor({ state: 'visible' });
    for (let pressed = 0; pressed <= MAX_TABS; pressed++) {
      if (await hasFocus(target)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`the keyboard does not reach ${target.toString()}`);
  }

  /** Goes to a link, a button or a summary, and presses Enter on it. */
  async press(target: Locator): Promise<void> {
    await this.tabTo(target);
    await this.page.keyboard.press('Enter');
  }

  /** Replaces what is in a text field. */
  async type(target: Locator, text: string): Promise<void> {
    await this.tabTo(target);
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.press('Delete');
    await this.page.keyboard.type(text);
  }

  /** Fills a date field, `YYYY-MM-DD`, part by part in the order that this browser uses. */
  async typeDatum(target: Locator, datum: string): Promise<void> {
    await this.tabTo(target);
    const [jaar = '', maand = '', dag = ''] = datum.split('-');
    const language = await this.page.evaluate<string>('navigator.language');
    const order = new Intl.DateTimeFormat(language).formatToParts(0).map(({ type }) => type);
    const parts: Record<string, string> = { day: dag, month: maand, year: jaar };
    await this.page.keyboard.type(order.map((part) => parts[part] ?? '').join(''));
    const value = await target.inputValue();
    if (value !== datum) throw new Error(`the date field holds ${value || 'nothing'} instead of ${datum}`);
  }

  /** Chooses an option of a list by typing the beginning of its label. */
  async select(target: Locator, label: string): Promise<void> {
    await this.tabTo(target);
    await this.page.keyboard.type(label);
    const chosen = await target.locator('option:checked').textContent();
    if (!chosen?.startsWith(label))
      throw new Error(`the list holds ${chosen ?? 'nothing'} instead of ${label}`);
  }

  /** Chooses a radio button: Tab to its group, then the arrow keys. */
  async choose(target: Locator): Promise<void> {
    await target.waitFor({ state: 'visible' });
    const name = (await target.getAttribute('name')) ?? '';
    const inGroup = async (): Promise<boolean> =>
      (await this.page.locator(`input:focus[name="${name}"]`).count()) === 1;
    for (let pressed = 0; !(await inGroup()); pressed++) {
      if (pressed > MAX_TABS) throw new Error(`the keyboard does not reach the choices of ${name}`);
      await this.page.keyboard.press('Tab');
    }
    for (let pressed = 0; pressed < 40; pressed++) {
      if (await hasFocus(target)) {
        await this.page.keyboard.press('Space');
        return;
      }
      await this.page.keyboard.press('ArrowDown');
    }
    throw new Error(`the arrow keys do not reach ${target.toString()}`);
  }

  /** Ticks or unticks a checkbox. */
  async toggle(target: Locator): Promise<void> {
    await this.tabTo(target);
    await this.page.keyboard.press('Space');
  }

  /** Opens a part that folds out, when it is still closed. */
  async unfold(title: string | RegExp): Promise<void> {
    const summary = this.page.locator('summary').filter({ hasText: title });
    const isOpen = (await summary.locator('xpath=..').getAttribute('open')) !== null;
    if (!isOpen) await this.press(summary);
  }

  /** Waits for the page with this title, and for the focus that it takes. */
  async waitForTitel(titel: string | RegExp): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: titel }).waitFor();
  }
}
