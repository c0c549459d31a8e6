import type { Fout, Probleem, Versies } from './types.js';

const ONBEREIKBAAR =
  'De server is nu niet bereikbaar. Wat u hebt ingevuld, blijft staan. Wacht even en probeer het opnieuw.';

/** An answer of the API that is no success, or no answer at all (`status` 0). `zin` can be shown to the user as it is. */
export class ApiFout extends Error {
  constructor(
    readonly status: number,
    readonly zin: string,
    readonly fouten: readonly Fout[] = [],
    readonly code?: string,
    /** What came in and what is there, when somebody has to choose between the two. */
    readonly versies?: Versies,
  ) {
    super(zin);
    this.name = 'ApiFout';
  }

  /** Whether the same request may succeed a moment later. */
  get tijdelijk(): boolean {
    return [0, 408, 429, 502, 503, 504].includes(this.status) || this.code === 'verzoek-loopt-nog';
  }
}

const isProbleem = (inhoud: unknown): inhoud is Probleem =>
  typeof inhoud === 'object' && inhoud !== null && 'detail' in inhoud && typeof inhoud.detail === 'string';

/** The fault for an answer with an error status and this (possibly not even JSON) body. */
export function foutUitAntwoord(status: number, inhoud: unknown): ApiFout {
  if (isProbleem(inhoud))
    return new ApiFout(status, inhoud.detail, inhoud.fouten, inhoud.code, inhoud.versies);
  if (status >= 502 && status <= 504) return new ApiFout(status, ONBEREIKBAAR);
  return new ApiFout(status, `Dit ging niet goed (fout ${String(status)}). Probeer het later opnieuw.`);
}

export const geenVerbinding = (): ApiFout => new ApiFout(0, ONBEREIKBAAR);

/** What to tell the user about anything that was thrown. */
export function zinVan(fout: unknown): string {
  return fout instanceof ApiFout
    ? fout.zin
    : 'Er ging iets mis in deze pagina. Ververs de pagina en probeer het opnieuw.';
}

export const foutenVan = (fout: unknown): readonly Fout[] => (fout instanceof ApiFout ? fout.fouten : []);

export const isTijdelijk = (fout: unknown): boolean => fout instanceof ApiFout && fout.tijdelijk;

export const isNietAangemeld = (fout: unknown): boolean => fout instanceof ApiFout && fout.status === 401;
