import { isLokaalPad } from '@maatwerktraject/domain';

const PLAATS = 'maatwerktraject.naar';

/** The page to go to after logging in; the first page when `waarde` is none of ours. */
export const veiligPad = (waarde: unknown): string =>
  typeof waarde === 'string' && isLokaalPad(waarde) ? waarde : '/';

/** Where the browser goes to log in with the account of an organisation. */
export const oidcAdres = (naar: string): string =>
  `/api/v1/aanmelding/oidc?naar=${encodeURIComponent(veiligPad(naar))}`;

/**
 * The login page for a second window, while somebody is at work on `pagina` in the first: from there one goes back to the
 * first window, or on to the page when that window is gone.
 */
export const tweedeAanmeldAdres = (pagina: string): string => {
  const klaar = `/aanmelden/klaar?naar=${encodeURIComponent(veiligPad(pagina))}`;
  return `/aanmelden?naar=${encodeURIComponent(isLokaalPad(klaar) ? klaar : '/aanmelden/klaar')}`;
};

/** Remembers where somebody wanted to go, for a login that fails and for a link that no longer works. */
export function onthoudNaar(naar: string, opslag: Storage = localStorage): void {
  opslag.setItem(PLAATS, naar);
}

export const onthoudenNaar = (opslag: Storage = localStorage): string => veiligPad(opslag.getItem(PLAATS));

export function vergeetNaar(opslag: Storage = localStorage): void {
  opslag.removeItem(PLAATS);
}
