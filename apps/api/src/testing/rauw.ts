import { request } from 'node:http';
import { text } from 'node:stream/consumers';

export interface RauwAntwoord {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly tekst: string;
}

export interface RauwVerzoek {
  readonly headers?: Readonly<Record<string, string>>;
  readonly inhoud?: string | Uint8Array;
}

/** Sends a request as it is written: `fetch` mends paths, and refuses some methods and headers. */
export async function rauw(
  url: string,
  methode: string,
  pad: string,
  { headers = {}, inhoud }: RauwVerzoek = {},
): Promise<RauwAntwoord> {
  const { hostname, port } = new URL(url);
  return new Promise((klaar, mis) => {
    // Node leaves the length out for some methods, and what follows would then be another request.
    const lengte = inhoud === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(inhoud)) };
    const opties = { hostname, port, method: methode, path: pad, headers: { ...lengte, ...headers } };
    const verzoek = request(opties, (antwoord) => {
      text(antwoord).then(
        (tekst) => klaar({ status: antwoord.statusCode ?? 0, headers: antwoord.headers, tekst }),
        mis,
      );
    });
    verzoek.on('error', mis);
    verzoek.end(inhoud);
  });
}

/** The cookies that an answer sets, by name: value and attributes. */
export function gezetteCookies(headers: Headers): Map<string, { waarde: string; kenmerken: string[] }> {
  return new Map(
    headers.getSetCookie().map((regel) => {
      const [paar = '', ...kenmerken] = regel.split('; ');
      const [naam = '', waarde = ''] = paar.split('=');
      return [naam, { waarde, kenmerken: kenmerken.sort() }];
    }),
  );
}

/** What differs between two answers that are the same: when, which request it was, and how many there were before. */
const PER_VERZOEK = [
  'date',
  'keep-alive',
  'x-request-id',
  'ratelimit',
  'ratelimit-remaining',
  'ratelimit-reset',
];

/** The headers from which somebody could tell two answers apart. */
export const vasteKoppen = (headers: Headers): [string, string][] =>
  [...headers].filter(([naam]) => !PER_VERZOEK.includes(naam));
