const PLAATS = 'maatwerktraject.sleutel';

/** The token in an address, and that address without it; `sleutel` is null when there is none. */
export function splitsSleutel(adres: string): { sleutel: string | null; adres: string } {
  const url = new URL(adres);
  const sleutel = url.searchParams.get('sleutel');
  url.searchParams.delete('sleutel');
  return { sleutel: sleutel === '' ? null : sleutel, adres: url.pathname + url.search + url.hash };
}

/** The token of this tab. It is forgotten when the tab closes. */
export const leesSleutel = (): string | null => sessionStorage.getItem(PLAATS);
export const bewaarSleutel = (sleutel: string): void => sessionStorage.setItem(PLAATS, sleutel);
export const vergeetSleutel = (): void => sessionStorage.removeItem(PLAATS);
