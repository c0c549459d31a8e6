import type { Page } from 'playwright-core';

/** The groepssessies on the page of a cohort. */
export class GroepssessiesPage {
  constructor(private readonly page: Page) {}

  private deel() {
    return this.page.getByRole('region', { name: 'Groepssessies' });
  }

  /** A session by its subject. */
  sessie(onderwerp: string) {
    return this.deel()
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('heading', { name: onderwerp }) });
  }

  async plan(onderwerp: string, dag: string, plaats: string): Promise<void> {
    await this.deel().getByText('Een groepssessie plannen').click();
    const formulier = this.deel().locator('form').last();
    await formulier.getByLabel('Onderwerp').fill(onderwerp);
    await formulier.getByLabel('Dag').fill(dag);
    await formulier.getByLabel('Plaats').fill(plaats);
    await formulier.getByRole('button', { name: 'Plan de groepssessie' }).click();
    await this.deel().getByText('De groepssessie is gepland.').waitFor();
  }

  async verplaats(onderwerp: string, plaats: string): Promise<void> {
    const sessie = this.sessie(onderwerp);
    await sessie.getByText('Wijzig deze sessie').click();
    await sessie.getByLabel('Plaats').fill(plaats);
    await sessie.getByRole('button', { name: 'Sla de wijziging op' }).click();
    await this.deel().getByText('De groepssessie is gewijzigd.').waitFor();
  }

  async zegAf(onderwerp: string): Promise<void> {
    const sessie = this.sessie(onderwerp);
    await sessie.getByRole('button', { name: 'Zeg af' }).click();
    await sessie.getByRole('button', { name: 'Ja, zeg de sessie af' }).click();
    await this.deel().getByText('De groepssessie is afgezegd.').waitFor();
  }

  async legVast(onderwerp: string, verslag: string): Promise<void> {
    const sessie = this.sessie(onderwerp);
    await sessie.locator('summary').filter({ hasText: 'Leg de aanwezigheid vast' }).click();
    for (const keuze of await sessie.getByLabel('Aanwezig', { exact: true }).all()) await keuze.check();
    await sessie.getByLabel('Wat is er besproken').fill(verslag);
    await sessie.getByRole('button', { name: 'Leg de aanwezigheid vast' }).click();
    await this.deel().getByText('De aanwezigheid is vastgelegd.').waitFor();
  }
}
