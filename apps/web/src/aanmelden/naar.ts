/** The pages of this website that the API lets a login lead to: a path, never another site. */
const PAD = /^\/(?![/\\])[\w\-./~%?=&]*$/;
const PLAATS = 'maatwerktraject.naar';

/** The page to go to after logging in; the first page when `waarde` is none of ours. */
export const veiligPad = (waarde: unknown): string =>
  typeof waarde === 'string' && waarde.length <= 300 && PAD.test(waarde) ? waarde : '/';

/** Where the browser goes to log in with the account of an organisation. */
export const oidcAdres = (naar: string): string =>
  `/api/v1/aanmelding/oidc?naar=${encodeURIComponent(veiligPad(naar))}`;

/** Remembers where somebody wanted to go, for a login that fails and for a link that no longer works. */
export function onthoudNaar(naar: string, opslag: Storage = localStorage): void {
  opslag.setItem(PLAATS, naar);
}

export const onthoudenNaar = (opslag: Storage = localStorage): string => veiligPad(opslag.getItem(PLAATS));

export function vergeetNaar(opslag: Storage = localStorage): void {
  opslag.removeItem(PLAATS);
}
