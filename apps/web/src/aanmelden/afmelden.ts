const PLAATS = 'maatwerktraject.afmelden';

/** Keeps where one can log out of the organisation as well, for the page that is loaded after logging out here. */
export function onthoudAfmelden(url: string | null, opslag: Storage = sessionStorage): void {
  if (url === null) opslag.removeItem(PLAATS);
  else opslag.setItem(PLAATS, url);
}

/** Where one can log out of the organisation as well; null when there is no such place. */
export function afmeldenBijOrganisatie(opslag: Storage = sessionStorage): string | null {
  const url = opslag.getItem(PLAATS);
  return url !== null && /^https?:\/\//.test(url) ? url : null;
}
