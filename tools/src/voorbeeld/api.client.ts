import { randomUUID } from 'node:crypto';
import { setTimeout as rust } from 'node:timers/promises';
import type { Probleem } from '@maatwerktraject/contracts';
import type { Aanmeldingen, Wie } from './aanmeldingen.js';

/** A refusal of the API: its status, its code where it has one, and its sentence. */
export class Geweigerd extends Error {
  constructor(
    readonly status: number,
    readonly code: string | undefined,
    zin: string,
  ) {
    super(zin);
  }
}

/** How long the API may be away (it is being restarted) before that is an error, in ms. */
const GEDULD_MS = 300_000;

export interface ApiClient {
  lees<T>(wie: Wie, pad: string): Promise<T>;
  /** A command; tried again with the same key as long as the API is away. */
  doe<T>(
    wie: Wie,
    methode: 'POST' | 'PUT',
    pad: string,
    inhoud: unknown,
    koppen?: Readonly<Record<string, string>>,
  ): Promise<T>;
  bestand(wie: Wie, pad: string): Promise<Buffer>;
}

/** Whether the same request, with the same key, may be answered a moment later. */
async function isTijdelijk(antwoord: Response): Promise<boolean> {
  if (antwoord.status === 409)
    return ((await antwoord.clone().json()) as Probleem).code === 'verzoek-loopt-nog';
  return antwoord.status === 503 || antwoord.status === 429;
}

/** Talks to the public API as the browsers of these people would. */
export function createApiClient(webUrl: string, aanmeldingen: Aanmeldingen): ApiClient {
  const basis = new URL('/api/v1', webUrl).href;

  const vraag = async (
    wie: Wie,
    pad: string,
    init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> },
  ): Promise<Response> => {
    const tot = Date.now() + GEDULD_MS;
    for (;;) {
      const antwoord = await fetch(`${basis}${pad}`, {
        ...init,
        headers: { ...init.headers, cookie: await aanmeldingen.cookie(wie), 'sec-fetch-site': 'same-origin' },
        signal: AbortSignal.timeout(60_000),
      }).catch((fout: unknown) => (fout instanceof Error ? fout : new Error(String(fout))));
      if (antwoord instanceof Response && !(await isTijdelijk(antwoord))) return antwoord;
      if (Date.now() > tot)
        throw new Error(
          `De API antwoordt niet meer op ${pad}${antwoord instanceof Error ? `: ${antwoord.message}` : ''}`,
        );
      await rust(500);
    }
  };

  const ontleed = async <T>(antwoord: Response, pad: string): Promise<T> => {
    const inhoud: unknown = await antwoord.json();
    if (antwoord.ok) return inhoud as T;
    const { detail, code, fouten } = inhoud as Probleem;
    const details = fouten?.map((fout) => `${fout.pad}: ${fout.zin}`).join('; ') ?? '';
    throw new Geweigerd(antwoord.status, code, `${pad}: ${detail} ${details}`.trim());
  };

  return {
    lees: async <T>(wie: Wie, pad: string) => ontleed<T>(await vraag(wie, pad, {}), pad),
    doe: async <T>(
      wie: Wie,
      methode: 'POST' | 'PUT',
      pad: string,
      inhoud: unknown,
      koppen: Readonly<Record<string, string>> = {},
    ) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...koppen };
      return ontleed<T>(
        await vraag(wie, pad, { method: methode, headers, body: JSON.stringify(inhoud) }),
        pad,
      );
    },
    bestand: async (wie, pad) => {
      const antwoord = await vraag(wie, pad, {});
      if (!antwoord.ok) throw new Error(`${pad}: de API antwoordt met ${String(antwoord.status)}`);
      return Buffer.from(await antwoord.arrayBuffer());
    },
  };
}
