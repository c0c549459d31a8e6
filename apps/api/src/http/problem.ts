import type { Fout, Probleem, Versies } from '@maatwerktraject/contracts';

const TITLES: Readonly<Record<number, string>> = {
  400: 'De invoer is niet goed',
  401: 'U bent niet aangemeld',
  403: 'U hebt hier geen toegang toe',
  404: 'Niet gevonden',
  405: 'Deze methode kan hier niet',
  408: 'Het duurde te lang',
  409: 'Dit kan nu niet',
  410: 'Niet meer geldig',
  412: 'Intussen gewijzigd',
  413: 'Te groot',
  414: 'Het adres is te lang',
  415: 'Dit soort inhoud kan niet',
  422: 'Dit is iets anders dan wij verwachten',
  428: 'Er ontbreekt een voorwaarde',
  429: 'Te veel verzoeken',
  431: 'De kopregels zijn te groot',
  500: 'Er ging iets mis',
  503: 'Tijdelijk niet bereikbaar',
};

export interface ProblemExtras {
  readonly code?: string;
  readonly fouten?: readonly Fout[];
  readonly versies?: Versies;
  readonly retryAfterSeconds?: number;
}

/** An answer that is no success: becomes problem+json (RFC 9457). `detail` is a Dutch sentence that says what to do. */
export class ProblemException extends Error {
  constructor(
    readonly status: number,
    detail: string,
    readonly extras: ProblemExtras = {},
  ) {
    super(detail);
    this.name = 'ProblemException';
  }

  /** The problem that gave this body. */
  static from({ status, detail, code, fouten, versies }: Probleem): ProblemException {
    return new ProblemException(status, detail, {
      ...(code === undefined ? {} : { code }),
      ...(fouten === undefined ? {} : { fouten }),
      ...(versies === undefined ? {} : { versies }),
    });
  }

  body(): Probleem {
    const { code, fouten, versies } = this.extras;
    return {
      type: `urn:maatwerktraject:probleem:${code ?? String(this.status)}`,
      title: TITLES[this.status] ?? 'Dit ging niet goed',
      status: this.status,
      detail: this.message,
      ...(code === undefined ? {} : { code }),
      ...(fouten === undefined ? {} : { fouten: [...fouten] }),
      ...(versies === undefined ? {} : { versies }),
    };
  }
}

export const notFound = (detail: string): ProblemException =>
  new ProblemException(404, detail, { code: 'niet-gevonden' });

export const refused = (code: string, detail: string): ProblemException =>
  new ProblemException(409, detail, { code });

export const invalid = (fouten: readonly Fout[]): ProblemException =>
  new ProblemException(
    400,
    'Er is iets niet goed ingevuld. Verbeter wat hieronder staat en probeer het opnieuw.',
    { fouten },
  );

/** A service that we need does not answer. Nothing is lost: a command has its own key and may be sent again. */
export const unavailable = (service: string): ProblemException =>
  new ProblemException(
    503,
    `${service} is nu niet bereikbaar. Er is niets verloren. Wacht even en probeer het opnieuw.`,
    {
      code: 'niet-bereikbaar',
      retryAfterSeconds: 5,
    },
  );
