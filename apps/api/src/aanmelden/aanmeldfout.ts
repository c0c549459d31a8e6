/** Why a login with the provider did not end in a session; the login page has a sentence for each. */
export type AanmeldFout =
  'afgebroken' | 'verlopen' | 'onbekend' | 'geblokkeerd' | 'tweede-factor' | 'storing' | 'geen-rol';

export class AanmeldenMislukt extends Error {
  constructor(
    readonly fout: AanmeldFout,
    /** The page that the person wanted to go to, as far as it is known. */
    readonly naar?: string,
  ) {
    super(fout);
  }

  /** The page of the web app that says why, and leads on to the page that was asked for when it does work. */
  get pagina(): string {
    const naar = this.naar === undefined || this.naar === '/' ? {} : { naar: this.naar };
    return `/aanmelden?${new URLSearchParams({ fout: this.fout, ...naar }).toString()}`;
  }
}
