import type { Ik } from '@maatwerktraject/contracts';
import { CookieJar, type IdentiteitProef, type ProefPersoon } from '@maatwerktraject/testing/services';
import type { TestApi } from './api.js';

/** Where people are told that the website is. The browser of this test goes to the API itself. */
export const PUBLIEK = 'http://localhost:4870';

/** Somebody at the provider. */
export const persoon = (naam: string, mfa = true): ProefPersoon => ({
  sub: `sub-${naam}`,
  naam: `Proef ${naam}`,
  email: `${naam}@oefening.example`,
  rolomschrijving: 'Proef',
  mfa,
});
export const adres = (naam: string): string => `${naam}@oefening.example`;

/** A browser: what it has for the website, and for the provider. */
export class Browser {
  readonly jar = new CookieJar();
  readonly bijProvider = new CookieJar();

  constructor(private readonly api: TestApi) {}

  async open(pad: string): Promise<{ status: number; naar: string; headers: Headers }> {
    const url = `${this.api.url}${pad}`;
    const antwoord = await fetch(url, { redirect: 'manual', headers: { Cookie: this.jar.header(url) } });
    this.jar.take(antwoord);
    await antwoord.text();
    return {
      status: antwoord.status,
      naar: antwoord.headers.get('location') ?? '',
      headers: antwoord.headers,
    };
  }

  /** To the button on the login page; gives the address at the provider. */
  async begin(naar = '/cohorten'): Promise<string> {
    const { naar: url } = await this.open(`/api/v1/aanmelding/oidc?naar=${encodeURIComponent(naar)}`);
    return url;
  }

  /** Through the provider; gives the path that it sends the browser back to. */
  async langs(provider: IdentiteitProef, wie: string, url: string): Promise<string> {
    const { pathname, search, origin } = new URL(await provider.aanmelden(url, adres(wie), this.bijProvider));
    expect(origin).toBe(PUBLIEK);
    return `${pathname}${search}`;
  }

  async ik(): Promise<Ik | undefined> {
    const { status, json } = await this.api.vraag('GET', '/ik', { als: this.jar.header(this.api.url) });
    return status === 200 ? (json as Ik) : undefined;
  }
}
