import { KeyboardPage } from './keyboard.page.js';

/** What a gemeente sees of its traject. */
export class GemeentePage extends KeyboardPage {
  async chooseGemeente(gemeente: string, cohort: string): Promise<void> {
    await this.type(this.page.getByLabel('Zoek op gemeente of cohort'), gemeente);
    await this.press(this.page.getByRole('link', { name: `${gemeente} in ${cohort}` }));
    await this.waitForTitel(`Traject van ${gemeente}`);
  }

  /** `voor` is who the taak is for, as the page words it: Hoofdcontact, Bestuur, Beleid or Uitvoering. */
  async openTaak(titel: string, voor: string): Promise<void> {
    await this.press(this.page.getByRole('link', { name: `${titel} voor ${voor}` }));
    await this.waitForTitel(titel);
  }
}
